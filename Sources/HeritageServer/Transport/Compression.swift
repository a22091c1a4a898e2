import CMiniZip

/// Bytes as gzip (RFC 1952), for clients that take it.
enum Compression {
  /// A smaller body than this is sent as it is.
  static let least = 1024

  /// Makes the body of an answer smaller where it is worth it and the client takes it.
  static func compress(_ answer: inout WebResponse, for request: WebRequest) {
    guard case .bytes(let bytes) = answer.body, bytes.count >= least,
      let type = answer["Content-Type"],
      MediaType.allCases.first(where: { $0.header == type })?.isCompressible ?? false
    else { return }
    // A shared cache must not hand the smaller body to a client that cannot read it.
    let vary = answer["Vary"] ?? ""
    if !vary.contains("Accept-Encoding") {
      answer.set("Vary", vary.isEmpty ? "Accept-Encoding" : vary + ", Accept-Encoding")
    }
    guard isAccepted(by: request), let smaller = gzip(bytes), smaller.count < bytes.count else {
      return
    }
    answer.body = .bytes(smaller)
    answer.set("Content-Encoding", "gzip")
    // The same tag stands for other bytes now, which a strong tag must not.
    if let tag = answer["ETag"] { answer.set("ETag", "W/" + tag) }
  }

  /// Whether a client takes gzip: what it says of gzip itself counts before what it says of all.
  static func isAccepted(by request: WebRequest) -> Bool {
    let ranges = AcceptedRange.list(in: request.headers["accept-encoding"] ?? "")
    let range = ranges.first { $0.name == "gzip" } ?? ranges.first { $0.name == "*" }
    return (range?.quality ?? 0) > 0
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
