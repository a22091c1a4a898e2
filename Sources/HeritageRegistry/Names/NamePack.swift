/// The folded names of many sites in one block of memory, with the places of every character.
///
/// Names stand in the order of an answer: by protection level, then by the code of the site. So the first
/// matches that a scan meets are the first of the answer. A national register's names are some 8 MB; where
/// each character stands is counted when they are read, in a hundredth of a second or two. No index of
/// substrings is as small, as quick to build, or right at every length.
package struct NamePack: Sendable {
  /// The units of all names, each name followed by a 0, and a 0 before the first.
  private(set) var units: [UInt16] = [0]
  /// Where each name begins in ``units``.
  private(set) var starts: [Int32] = []
  /// The site of each name.
  package private(set) var sites: [RowID] = []
  /// The kind of each name.
  package private(set) var kinds: [NameKind] = []

  /// The places of unit `u` in ``units``, in order: `places[firstPlaces[u]..<firstPlaces[u + 1]]`.
  private var places: [Int32] = []
  private var firstPlaces: [Int32] = []

  package var count: Int { starts.count }

  /// Notes where each unit stands; to be called when all names are there.
  mutating func notePlaces() {
    firstPlaces = [Int32](repeating: 0, count: 65537)
    for unit in units where unit != 0 { firstPlaces[Int(unit) + 1] += 1 }
    for unit in 0..<65536 { firstPlaces[unit + 1] += firstPlaces[unit] }
    var next = firstPlaces
    places = [Int32](unsafeUninitializedCapacity: Int(next[65536])) { places, initialized in
      for (place, unit) in units.enumerated() where unit != 0 {
        places[Int(next[Int(unit)])] = Int32(truncatingIfNeeded: place)
        next[Int(unit)] += 1
      }
      initialized = places.count
    }
  }

  /// How often a unit stands in the names.
  func frequency(of unit: UInt16) -> Int {
    Int(firstPlaces[Int(unit) + 1] - firstPlaces[Int(unit)])
  }

  /// Calls `body` with each place of a unit in ``units``, in order, until it returns false.
  func forEachPlace(of unit: UInt16, _ body: (Int) -> Bool) {
    places.withUnsafeBufferPointer { places in
      for index in Int(firstPlaces[Int(unit)])..<Int(firstPlaces[Int(unit) + 1]) {
        guard body(Int(places[index])) else { return }
      }
    }
  }

  /// Whether a pack takes a folded name.
  static func holds(_ folded: [UInt16]) -> Bool {
    !folded.isEmpty && folded.count <= UInt16.max
  }

  /// Appends a name; one that folds to nothing, or to more than 65,535 units, is passed over.
  mutating func append(_ folded: [UInt16], kind: NameKind, site: RowID) {
    guard Self.holds(folded) else { return }
    starts.append(Int32(units.count))
    units += folded
    units.append(0)
    sites.append(site)
    kinds.append(kind)
  }

  /// The units of a name, by its number.
  package func name(_ number: Int) -> ArraySlice<UInt16> {
    let end = number + 1 < count ? Int(starts[number + 1]) : units.count
    return units[Int(starts[number])..<end - 1]
  }
}

/// The bytes of a pack: the number of names; for each the id of its site, the number of its units and its
/// kind; then the units. Little-endian.
extension NamePack {
  private static let codes: [NameKind] = [.name, .alias, .former, .english]

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + count * 11 + units.count * 2)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt64(count))
    for site in sites { append(site) }
    for number in 0..<count { append(UInt16(name(number).count)) }
    for kind in kinds { bytes.append(UInt8(Self.codes.firstIndex(of: kind) ?? 0)) }
    for unit in units { append(unit) }
    return bytes
  }

  /// Reads ``bytes``; nil where they are damaged.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8 else { return nil }
    let stated = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard let count = Int(exactly: stated), count < bytes.count,
      bytes.count >= 8 + count * 11 + 2
    else { return nil }
    let (lengths, marks, text) = (8 + count * 8, 8 + count * 10, 8 + count * 11)
    func array<Value: FixedWidthInteger>(_ offset: Int, _ count: Int) -> [Value] {
      [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: bytes[offset..<offset + count * MemoryLayout<Value>.size]))
        // In place: a second array of so many would be given back to the system late.
        for place in buffer.indices { buffer[place] = Value(littleEndian: buffer[place]) }
        initialized = count
      }
    }
    sites = array(8, count)
    var start = 1
    starts = (array(lengths, count) as [UInt16]).map { length in
      defer { start += Int(length) + 1 }
      return Int32(truncatingIfNeeded: start)
    }
    guard start < Int(Int32.max), bytes.count - text == start * 2 else { return nil }
    units = array(text, start)
    guard units[0] == 0, units[start - 1] == 0, starts.allSatisfy({ units[Int($0) - 1] == 0 })
    else { return nil }
    kinds = bytes[marks..<text].compactMap {
      Int($0) < Self.codes.count ? Self.codes[Int($0)] : nil
    }
    guard kinds.count == count else { return nil }
    notePlaces()
  }
}
