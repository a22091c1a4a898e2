import Foundation

/// A request as the server understands it: its path in parts, its parameters in order, and the few headers
/// that matter.
public struct WebRequest: Sendable {
  /// `GET`, `HEAD`, `POST` …, in capitals.
  public var method: String
  /// The decoded parts of the path, none for `/`; nil where it cannot be decoded or tries to leave it.
  public var path: [String]?
  /// The path and the query as they were written.
  public var target: String
  /// The parameters, decoded, in the order in which they were given.
  public var parameters: [Parameter]
  /// Whether the query cannot be decoded: it is not percent-encoded UTF-8.
  public var isUnreadable: Bool
  /// The headers under their names in small letters.
  public var headers: [String: String]
  /// What came with a form; empty for a question.
  public var body: [UInt8]

  /// One parameter of the query.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its text.
    public let text: String

    /// Makes a parameter.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Reads a request line and its headers.
  ///
  /// - Parameters:
  ///   - method: `GET`, `HEAD`, `POST` and so on.
  ///   - target: The path and the query: `/collections/sites/items?limit=10`.
  ///   - headers: Names in any letters; of a name that comes twice the first counts.
  ///   - body: What follows the headers.
  public init(
    method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = Self.path(of: parts.first ?? "")
    let query = parts.count > 1 ? Self.parameters(of: parts[1]) : []
    isUnreadable = query == nil
    parameters = query ?? []
  }

  /// Reads the parameters of a query; nil where one cannot be decoded.
  static func parameters(of query: some StringProtocol) -> [Parameter]? {
    var parameters: [Parameter] = []
    for pair in query.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(sides[0], plus: true),
        let text = sides.count > 1 ? decoded(sides[1], plus: true) : ""
      else { return nil }
      parameters.append(Parameter(name, text))
    }
    return parameters
  }

  /// The parts of a path; nil for one that is no plain path: with empty parts, dots, backslashes, control
  /// characters or bytes that are no UTF-8.
  private static func path(of text: some StringProtocol) -> [String]? {
    guard text.hasPrefix("/") else { return nil }
    if text == "/" { return [] }
    var parts: [String] = []
    for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let part = decoded(part, plus: false), !part.isEmpty, part != ".", part != "..",
        !part.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" || $0 == "/" })
      else { return nil }
      parts.append(part)
    }
    return parts
  }

  private static func decoded(_ text: some StringProtocol, plus: Bool) -> String? {
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x2B }) else { return String(text) }
    let spaced = plus ? String(text.map { $0 == "+" ? " " : $0 }) : String(text)
    return spaced.removingPercentEncoding
  }

  /// The only text of a parameter; nil where it is not given.
  public func text(of name: String) -> String? {
    parameters.first { $0.name == name }?.text
  }

  /// The same target with a parameter set, or taken away by nil.
  ///
  /// What is not a letter, a digit or one of `-._~,:/*` is escaped.
  public func target(path: String? = nil, setting changes: [String: String?]) -> String {
    var kept = parameters.filter { changes[$0.name] == nil }
    for (name, text) in changes.sorted(by: { $0.key < $1.key }) {
      if let text { kept.append(Parameter(name, text)) }
    }
    let place =
      path
      ?? String(target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0])
    guard !kept.isEmpty else { return place }
    return place + "?"
      + kept.map { "\(Self.escaped($0.name))=\(Self.escaped($0.text))" }.joined(separator: "&")
  }

  /// A text as it stands in a query.
  public static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case 0x41...0x5A, 0x61...0x7A, 0x2C...0x3A, 0x5F, 0x7E, 0x2A: true
      default: false
      }
    }
    return isPlain ? text : text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:/*")
}
