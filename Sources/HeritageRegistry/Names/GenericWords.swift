/// The words with which many names end, so that sharing one of them makes no two names alike: 孔庙 is not
/// nearly 关庙.
enum GenericWords {
  /// Whether a name has a character of a text beside its generic word; true where nothing else stands in
  /// the text.
  static func sharesMore(_ text: [UInt16], with name: [UInt16]) -> Bool {
    let own = own(text)
    return own.isEmpty || own.contains { Self.own(name).contains($0) }
  }

  /// A text without the longest of the words that it ends with.
  static func own(_ text: [UInt16]) -> ArraySlice<UInt16> {
    let word = words.first { $0.count <= text.count && text.suffix($0.count) == $0[...] }
    return text.dropLast(word?.count ?? 0)
  }

  /// The words, the longer before the shorter.
  private static let words: [[UInt16]] = [
    "革命旧址", "纪念碑", "古墓葬", "古墓群", "古建筑", "古遗址", "烈士墓", "遗址", "旧址", "故居", "旧居", "民居", "老屋", "大屋",
    "祠堂", "宗祠",
    "书院", "会馆", "牌坊", "墓群", "墓地", "古墓", "古井", "古桥", "石桥", "大桥", "石刻", "碑刻", "石塔", "水库", "庙", "寺",
    "塔", "桥", "墓",
    "祠", "宫", "观", "庵", "堂", "阁", "楼", "亭", "台", "殿", "府", "门", "坊", "碑", "井", "洞", "城", "村", "街",
    "院", "屋", "窑", "渡",
  ].map(NameFolding.fold)
}
