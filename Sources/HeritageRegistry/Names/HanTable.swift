import HanTables

/// What is known of Han characters: how they are read, and which forms are taken for one.
///
/// Built once from the tables in `data/han`, in about a millisecond. Characters are UTF-16 units: those
/// beyond the Basic Multilingual Plane have neither readings nor forms here.
struct HanTable: Sendable {
  static let shared = HanTable(own: [])
  /// The first of the private units that stand for characters with a reading of their own.
  static let firstOwnUnit: UInt16 = 0xE000

  /// The letters of each syllable without tones, ü as v: "cheng".
  ///
  /// A syllable is named by its place here.
  let syllables: [[UInt8]]
  /// The form that stands for each unit; of most units the unit itself.
  let forms: [UInt16]
  /// The readings of unit `u` are `readings[starts[u]..<starts[u + 1]]`.
  private let starts: [UInt16]
  private let readings: [UInt16]
  /// The units that are read as each syllable.
  let units: [[UInt16]]

  /// Reads the tables.
  ///
  /// - Parameter own: The syllables of private units from ``firstOwnUnit`` on, by their letters; up to 6,400.
  init(own: [[UInt8]]) {
    var forms = Array(UInt16.min...UInt16.max)
    for line in Self.lines(of: han_forms()) {
      for unit in line.dropFirst() { forms[Int(unit)] = line[line.startIndex] }
    }
    self.forms = forms
    var syllables: [[UInt8]] = []
    var pairs: [(unit: UInt16, syllable: UInt16)] = []
    for line in Self.lines(of: han_readings()) {
      let letters = line.prefix { $0 != Self.space }
      let syllable = UInt16(syllables.count)
      syllables.append(letters.map(UInt8.init(truncatingIfNeeded:)))
      for unit in line[letters.endIndex...].dropFirst() { pairs.append((unit, syllable)) }
    }
    for (offset, letters) in own.enumerated() {
      let known = syllables.firstIndex(of: letters) ?? syllables.count
      if known == syllables.count { syllables.append(letters) }
      pairs.append((Self.firstOwnUnit + UInt16(offset), UInt16(known)))
    }
    self.syllables = syllables
    var counts = [UInt16](repeating: 0, count: 65537)
    for pair in pairs { counts[Int(pair.unit) + 1] += 1 }
    for unit in 0..<65536 { counts[unit + 1] += counts[unit] }
    starts = counts
    var readings = [UInt16](repeating: 0, count: pairs.count)
    var next = counts
    for pair in pairs {
      readings[Int(next[Int(pair.unit)])] = pair.syllable
      next[Int(pair.unit)] += 1
    }
    self.readings = readings
    var units = [[UInt16]](repeating: [], count: syllables.count)
    for pair in pairs { units[Int(pair.syllable)].append(pair.unit) }
    self.units = units
  }

  /// The syllables that a unit is read as; none for what is no Han character.
  func readings(of unit: UInt16) -> ArraySlice<UInt16> {
    readings[Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1])]
  }

  private static let space = UInt16(UInt8(ascii: " "))

  /// The lines of a table as units, without its remarks.
  private static func lines(of table: han_table) -> [ArraySlice<UInt16>] {
    let bytes = UnsafeBufferPointer(start: table.start, count: table.count)
    return Array(String(decoding: bytes, as: UTF8.self).utf16)
      .split(separator: UInt16(UInt8(ascii: "\n")))
      .filter { $0.first != UInt16(UInt8(ascii: "#")) }
  }
}
