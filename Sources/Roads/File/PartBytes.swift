/// A part of a file of roads before it is written: an array, and how its bytes are taken.
struct PartBytes {
  let key: RoadPartKey
  let count: Int
  let sum: UInt64
  private let withBytes: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

  /// A part of values that have no padding, or none that matters.
  init<Value>(_ key: RoadPartKey, _ values: [Value]) {
    self.key = key
    count = values.count * MemoryLayout<Value>.stride
    sum = values.withUnsafeBytes { Checksum.of($0) }
    withBytes = { body in try values.withUnsafeBytes(body) }
  }

  /// Gives the bytes, a megabyte at a time.
  func forEachPiece(_ take: ([UInt8]) throws -> Void) throws {
    try withBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
        try take(Array(bytes[start..<min(start + 1 << 20, bytes.count)]))
      }
    }
  }
}
