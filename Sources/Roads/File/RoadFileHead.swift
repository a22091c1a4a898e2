import Words

/// The head and the table of a file of roads, read and checked.
struct RoadFileHead {
  let profiles: UInt64
  let west: Int32
  let south: Int32
  let east: Int32
  let north: Int32
  let nodes: Int
  let edges: Int
  let modes: UInt32
  let table: [RoadPartKey: Range<Int>]
  let sums: [RoadPartKey: UInt64]

  /// Reads the head.
  ///
  /// - Throws: ``RoadFileError`` for what is no file of roads, is cut or damaged, or of another version.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(RoadFileError) {
    typealias Layout = RoadFileLayout
    guard bytes.count >= 8, bytes.prefix(8).elementsEqual(Layout.magic) else {
      throw .notRoads(file: file)
    }
    guard bytes.count >= Layout.head else {
      throw .cut(file: file, found: bytes.count, expected: Layout.head)
    }
    func number<N: FixedWidthInteger>(_ offset: Int, _: N.Type) -> N {
      bytes.loadUnaligned(fromByteOffset: offset, as: N.self)
    }
    let order = number(12, UInt32.self)
    guard order != Layout.byteOrder.byteSwapped else { throw .otherByteOrder(file: file) }
    let version = number(8, UInt32.self)
    guard version == Layout.version else {
      throw .otherVersion(file: file, found: Int(version), readable: Int(Layout.version))
    }
    let damaged = RoadFileError.damaged(file: file, part: Sentence("roads.part.head"))
    guard order == Layout.byteOrder else { throw damaged }
    let parts = Int(number(56, UInt32.self))
    let end = Layout.head + parts * Layout.entry
    guard parts < 1000 else { throw damaged }
    guard end <= bytes.count else { throw .cut(file: file, found: bytes.count, expected: end) }
    var copy = Array(bytes[..<end])
    for index in 0..<8 { copy[Layout.sumOffset + index] = 0 }
    guard copy.withUnsafeBytes({ Checksum.of($0) }) == number(Layout.sumOffset, UInt64.self) else {
      throw damaged
    }
    let length = Int(clamping: number(16, UInt64.self))
    guard length == bytes.count else {
      throw .cut(file: file, found: bytes.count, expected: length)
    }
    profiles = number(24, UInt64.self)
    west = number(32, Int32.self)
    south = number(36, Int32.self)
    east = number(40, Int32.self)
    north = number(44, Int32.self)
    nodes = Int(number(48, UInt32.self))
    edges = Int(number(52, UInt32.self))
    modes = number(60, UInt32.self)
    var table: [RoadPartKey: Range<Int>] = [:]
    var sums: [RoadPartKey: UInt64] = [:]
    for index in 0..<parts {
      let at = Layout.head + index * Layout.entry
      // A part of a later edition of this version is passed over.
      guard let part = RoadPart(rawValue: number(at, UInt32.self)) else { continue }
      var key = RoadPartKey(part)
      key.mode = number(at + 4, UInt32.self)
      let start = Int(clamping: number(at + 8, UInt64.self))
      let count = Int(clamping: number(at + 16, UInt64.self))
      guard start <= length, count <= length - start, start % 8 == 0 else { throw damaged }
      table[key] = start..<start + count
      sums[key] = number(at + 24, UInt64.self)
    }
    (self.table, self.sums) = (table, sums)
  }
}
