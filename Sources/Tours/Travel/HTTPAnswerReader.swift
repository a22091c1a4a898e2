/// Reads the answer of a web server as it comes in: status, then a body by length, in chunks, or to the
/// end of the connection (RFC 9112, sections 6 and 7).
struct HTTPAnswerReader {
  /// What has come in.
  var bytes: [UInt8] = []

  private enum Body {
    case length(Int)
    case chunks
    case toTheEnd
  }

  private struct Head {
    let status: Int
    let body: Body
    let start: Int
  }

  private var head: Head?

  /// Whether the whole body is there; false where only the end of the connection tells.
  mutating func isComplete() throws(HTTPRequest.Fault) -> Bool {
    guard let head = try readHead() else { return false }
    switch head.body {
    case .length(let length): return bytes.count - head.start >= length
    case .chunks: return try chunks(from: head.start) != nil
    case .toTheEnd: return false
    }
  }

  /// The answer, now that nothing more comes.
  mutating func atEnd() throws(HTTPRequest.Fault) -> HTTPRequest.Answer {
    guard let head = try readHead() else { throw .malformed("it ends within its head") }
    switch head.body {
    case .length(let length):
      guard bytes.count - head.start >= length else { throw .malformed("it is cut off") }
      return .init(status: head.status, body: Array(bytes[head.start..<head.start + length]))
    case .chunks:
      guard let body = try chunks(from: head.start) else { throw .malformed("it is cut off") }
      return .init(status: head.status, body: body)
    case .toTheEnd: return .init(status: head.status, body: Array(bytes[head.start...]))
    }
  }

  private mutating func readHead() throws(HTTPRequest.Fault) -> Head? {
    if let head { return head }
    guard let end = end(ofHead: 0) else {
      if bytes.count > 1 << 16 { throw .malformed("it has no end of its head") }
      return nil
    }
    let lines = String(decoding: bytes[..<end], as: UTF8.self)
      .split(omittingEmptySubsequences: true) { $0.isNewline }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw .malformed("it is not HTTP")
    }
    var body = Body.toTheEnd
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].filter { !$0.isWhitespace }).lowercased()
      if name == "transfer-encoding", value.hasSuffix("chunked") { body = .chunks }
      if name == "content-length", case .toTheEnd = body {
        guard let length = Int(value), length >= 0 else { throw .malformed("it has no length") }
        body = .length(length)
      }
    }
    head = Head(status: status, body: body, start: end)
    return head
  }

  /// Where the empty line after the head ends.
  private func end(ofHead start: Int) -> Int? {
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10
      {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  /// The body of chunks, each behind its length in hexadecimal digits; nil until the last is there.
  private func chunks(from start: Int) throws(HTTPRequest.Fault) -> [UInt8]? {
    var (body, index): ([UInt8], Int) = ([], start)
    while true {
      guard let line = bytes[index...].firstIndex(of: 10) else { return nil }
      let digits = bytes[index..<line].prefix { $0 != 13 && $0 != 59 && $0 != 32 }
      guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0,
        length < 1 << 28
      else { throw .malformed("a chunk has no length") }
      if length == 0 { return body }
      let first = line + 1
      guard bytes.count >= first + length + 2 else { return nil }
      body += bytes[first..<first + length]
      index = first + length + 2
    }
  }
}
