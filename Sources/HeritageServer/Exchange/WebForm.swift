import Foundation

/// What a form of a page has sent: `application/x-www-form-urlencoded`, or `multipart/form-data` (RFC 7578) where
/// it has a file.
struct WebForm: Sendable {
  /// A file of a form.
  struct File: Sendable {
    /// Its name as the browser says it, without a folder.
    let name: String
    let bytes: [UInt8]
  }

  /// The texts by the names of their fields, in their order.
  private(set) var texts: [(name: String, text: String)] = []
  /// The files that were chosen, by the names of their fields.
  private(set) var files: [String: File] = [:]

  /// Reads the body of a request.
  ///
  /// - Throws: ``WebFault/badForm(field:)`` for what is no form.
  init(_ request: WebRequest) throws(WebFault) {
    let type = request.headers["content-type"] ?? ""
    if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      guard let text = String(validating: request.body, as: UTF8.self),
        let pairs = WebRequest.parameters(of: text)
      else { throw .badForm(field: "") }
      texts = pairs.map { ($0.name, $0.text) }
      return
    }
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let boundary = Self.value(of: "boundary", in: type), (1...70).contains(boundary.utf8.count)
    else { throw .badForm(field: "") }
    for part in Self.parts(of: request.body, Array("--\(boundary)".utf8)) { try add(part) }
  }

  /// The text of a field without the blanks around it; empty where there is none.
  subscript(name: String) -> String {
    // A browser sends a line break as CR LF.
    (texts.first { $0.name == name }?.text ?? "").replacing("\r\n", with: "\n").trimmed
  }

  private mutating func add(_ part: ArraySlice<UInt8>) throws(WebFault) {
    guard let end = part.firstRange(of: Array("\r\n\r\n".utf8)) else { throw .badForm(field: "") }
    let head = String(decoding: part[..<end.lowerBound], as: UTF8.self)
    let bytes = Array(part[end.upperBound...])
    let lines = head.split(separator: "\r\n")
    guard
      let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.value(of: "name", in: String(line))
    else { throw .badForm(field: "") }
    guard let file = Self.value(of: "filename", in: String(line)) else {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .badForm(field: name) }
      texts.append((name, text))
      return
    }
    // A field of a file in which none was chosen.
    guard !file.isEmpty || !bytes.isEmpty else { return }
    let last = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
    files[name] = File(name: last ?? name, bytes: bytes)
  }

  /// The parts between the lines of a boundary.
  private static func parts(of body: [UInt8], _ boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = body[...]
    guard let first = rest.firstRange(of: boundary) else { return [] }
    rest = rest[first.upperBound...]
    while rest.starts(with: [13, 10]),
      let end = rest.firstRange(of: [13, 10] + boundary)
    {
      parts.append(rest[(rest.startIndex + 2)..<max(rest.startIndex + 2, end.lowerBound)])
      rest = rest[end.upperBound...]
    }
    return parts
  }

  /// The value of a parameter of a header, `name="…"` or `name=…`; nil for none.
  private static func value(of name: String, in header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, sides[0].lowercased() == name else { continue }
      return sides[1].hasPrefix("\"") ? String(sides[1].dropFirst().dropLast()) : sides[1]
    }
    return nil
  }
}
