/// A name taken apart for comparing it with the name that another survey gave: what is its own, the generic
/// word behind it, and the place before it.
///
/// ```swift
/// let parts = NameParts("车溪乡南河村李家桥", places: ["车溪乡"])
/// String(decoding: parts.bare, as: UTF16.self)   // 李家桥
/// String(decoding: parts.core, as: UTF16.self)   // 李家
/// String(decoding: parts.prefix, as: UTF16.self) // 车溪乡南河村
/// ```
package struct NameParts: Hashable, Sendable {
  /// The plain spelling without the place before it.
  package let bare: [UInt16]
  /// The place before it; empty for none.
  package let prefix: [UInt16]

  /// What the name has beside its generic word; the whole where it is nothing else.
  package var core: ArraySlice<UInt16> { Self.core(of: bare) }

  /// Takes a name apart.
  ///
  /// - Parameter places: Names of the county, township and village that may stand before it.
  ///
  /// A place is taken off only where something of the name's own is left: 李家村民居 keeps its village, since
  /// 民居 alone names nothing.
  package init(_ name: String, places: [String] = []) {
    let whole = PlainSpelling.of(NameFolding.fold(name))
    var start = 0
    for place in places {
      let units = PlainSpelling.of(NameFolding.fold(place))
      for form in [units[...], Self.stem(units)] {
        let rest = whole.dropFirst(start + form.count)
        // 三元宫 stands in 三元村, and is no 宫 of 三元.
        guard form.count > 1, whole.dropFirst(start).starts(with: form), Self.isName(rest),
          form.count == units.count || GenericWords.own(Array(rest)).count > 1
        else { continue }
        start += form.count
        break
      }
    }
    if let end = Self.endOfPlace(in: whole, from: start) { start = end }
    bare = Array(whole[start...])
    prefix = Array(whole[..<start])
  }

  /// The part of a folded name that is no generic word.
  package static func core(of units: [UInt16]) -> ArraySlice<UInt16> {
    let core = GenericWords.own(units)
    return core.isEmpty ? units[...] : core
  }

  /// How characters are read, a number for each; of one with several readings the first in the alphabet.
  package static func sounds(of units: [UInt16]) -> [UInt16] {
    units.map { unit in
      // Syllables come before all characters in UTF-16.
      HanTable.shared.readings(of: unit).min() ?? unit
    }
  }

  /// Whether two characters may be read alike.
  package static func soundAlike(_ a: UInt16, _ b: UInt16) -> Bool {
    let readings = HanTable.shared.readings(of: b)
    return HanTable.shared.readings(of: a).contains { readings.contains($0) }
  }

  /// Where the last place that a name begins with ends, by the words for places: 乡, 村, 街道.
  private static func endOfPlace(in whole: [UInt16], from start: Int) -> Int? {
    let last = whole.indices.dropFirst(start).last { index in
      guard placeWords.contains(whole[index]), index > start + 1 else { return false }
      return isName(whole[(index + 1)...])
    }
    return last.map { $0 + 1 }
  }

  /// Whether what is left of a name still names something: it has two characters, and more than a generic
  /// word.
  private static func isName(_ rest: ArraySlice<UInt16>) -> Bool {
    rest.count > 1 && !GenericWords.own(Array(rest)).isEmpty
  }

  /// The name of a place without the word that says what kind of place it is.
  private static func stem(_ place: [UInt16]) -> ArraySlice<UInt16> {
    place.suffix(2).elementsEqual(street) ? place.dropLast(2) : place.dropLast()
  }

  private static let placeWords = Set(NameFolding.fold("省市县区乡镇村道组"))
  private static let street = NameFolding.fold("街道")
}
