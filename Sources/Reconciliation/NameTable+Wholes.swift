import HeritageRegistry

/// The names of parts: 十里岗遗址东区 is a part of 十里岗遗址.
extension NameTable {
  /// The characters with which parts are told apart.
  static let partMarks = Set(
    "东西南北中上下前后左右内外甲乙丙丁零一二三四五六七八九十百第号区段处座口组部分栋进院落点abcdef".flatMap {
      NameParts(String($0)).bare
    })

  /// So many marks stand behind a name at most: 第十二号.
  private static let mostMarks = 4

  /// Keys of the names of which a name may be a part: what is left without the marks at its end.
  func wholes(of held: Held) -> [UInt64] {
    let units = spellings[Int(held.spelling)].units
    let marks = units.reversed().prefix(Self.mostMarks).prefix { Self.partMarks.contains($0) }
    return (0..<marks.count).compactMap { count in
      let whole = units.dropLast(count + 1)
      return whole.count > 1 ? Self.key(whole) : nil
    }
  }

  /// The keys under which a name is found by its parts: as it is, and without its generic word.
  func names(of held: Held) -> [UInt64] {
    let spelling = spellings[Int(held.spelling)]
    return [spelling.units[...], spelling.units[spelling.core]].filter { $0.count > 1 }
      .map(Self.key)
  }

  private static func key(_ units: ArraySlice<UInt16>) -> UInt64 { open(Array(units), at: -1) }
}
