import CMiniZip

/// Bytes as gzip (RFC 1952), for clients that take it.
enum Compression {
  /// A smaller body than this is sent as it is.
  static let least = 1024

  /// Whether a client takes gzip.
  static func isAccepted(by request: WebRequest) -> Bool {
    AcceptedRange.list(in: request.headers["accept-encoding"] ?? "")
      .contains { ($0.name == "gzip" || $0.name == "*") && $0.quality > 0 }
  }

  /// The bytes, compressed; nil where zlib refuses.
  static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 for the head of gzip.
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count))) + 32
    var isDone = false
    var input = bytes
    let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(room)
        isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = Int(stream.total_out)
    }
    return isDone ? output : nil
  }
}
