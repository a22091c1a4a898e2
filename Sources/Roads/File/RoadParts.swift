/// The parts of a mapped file, by their names.
struct RoadParts {
  let bytes: UnsafeRawBufferPointer
  let head: RoadFileHead
  let file: String

  /// The values of a part, which lie in the file and are as many as they should.
  func values<Value>(
    _ part: RoadPart, mode: UInt32 = 0, as type: Value.Type, count: Int?
  ) throws(RoadFileError) -> UnsafeBufferPointer<Value> {
    var key = RoadPartKey(part)
    key.mode = mode
    guard let range = head.table[key], range.count % MemoryLayout<Value>.stride == 0,
      count.map({ $0 * MemoryLayout<Value>.stride == range.count }) ?? true
    else { throw .damaged(file: file, part: part.name) }
    return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: Value.self)
  }

  /// Whether the file has a part.
  func has(_ part: RoadPart, mode: UInt32) -> Bool {
    var key = RoadPartKey(part)
    key.mode = mode
    return head.table[key] != nil
  }

  /// Sums every part.
  func verify() throws(RoadFileError) {
    let keys = head.table.keys.sorted { ($0.mode, $0.part.rawValue) < ($1.mode, $1.part.rawValue) }
    for key in keys {
      guard let range = head.table[key] else { continue }
      guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range])) == head.sums[key] else {
        throw .damaged(file: file, part: key.part.name)
      }
    }
  }
}
