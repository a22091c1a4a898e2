/// An answer as it leaves the server, before anything is known of sockets.
public struct WebResponse: Sendable {
  /// The status of HTTP.
  public var status: Int
  /// The headers, in order.
  public var headers: [(name: String, value: String)]
  /// What follows them.
  public var body: Body

  /// The bytes of an answer.
  public enum Body: Sendable {
    /// All of them.
    case bytes([UInt8])
    /// Some at a time: the closure calls its argument with each piece, and ends where that throws.
    case pieces(@Sendable (_ write: ([UInt8]) throws -> Void) throws -> Void)
  }

  /// Makes an answer of bytes.
  public init(_ status: Int = 200, type: String, _ bytes: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    body = .bytes(bytes)
  }

  /// Makes an answer of text.
  public init(_ status: Int = 200, type: String, _ text: String) {
    self.init(status, type: type, Array(text.utf8))
  }

  /// An answer that only says where to look.
  public static func redirect(to place: String) -> WebResponse {
    var response = WebResponse(302, type: MediaType.text.header, [])
    response.set("Location", place)
    return response
  }

  /// Where the answer to a form stands: it is asked for anew, so that no reload sends the form again.
  static func seeOther(_ place: String) -> WebResponse {
    var response = redirect(to: place)
    response.status = 303
    return response
  }

  /// Sets a header, in place of one of the same name.
  public mutating func set(_ name: String, _ value: String) {
    headers.removeAll { Self.isSame($0.name, name) }
    // A line break would begin a header of somebody else's choice.
    let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    headers.append((name, isPlain ? value : value.filter { !$0.isNewline && $0 != "\0" }))
  }

  /// Whether two names are one header: the case of letters does not count.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// The value of a header; nil where there is none.
  public subscript(_ name: String) -> String? {
    headers.first { Self.isSame($0.name, name) }?.value
  }

  /// The bytes of a body that is whole; empty for others.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = body { bytes } else { [] }
  }
}
