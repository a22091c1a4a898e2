/// A value that a statement binds: PostgreSQL reads it as text, and takes the type from the place where it
/// stands.
protocol HubValue {
  /// The text; nil for NULL.
  var hubText: String? { get }
}

extension String: HubValue { var hubText: String? { self } }
extension Int: HubValue { var hubText: String? { String(self) } }
extension Int64: HubValue { var hubText: String? { String(self) } }
extension Bool: HubValue { var hubText: String? { self ? "t" : "f" } }

extension Double: HubValue {
  /// The shortest text that reads as the same number.
  var hubText: String? { description }
}

extension Optional: HubValue where Wrapped: HubValue {
  var hubText: String? { flatMap(\.hubText) }
}

/// A list as one value: `= ANY($1)`.
struct HubArray: HubValue {
  private let elements: [String]

  /// A list of whole numbers.
  init(_ numbers: [Int64]) { elements = numbers.map(String.init) }

  /// A list of texts.
  init(_ texts: [String]) {
    elements = texts.map { text in
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }

  var hubText: String? { "{" + elements.joined(separator: ",") + "}" }
}
