/// A value of JSON as it was read: objects keep the order of their members.
enum JSONValue {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member {
    let name: String
    let value: JSONValue
  }

  /// What it is, for a fault.
  var found: String {
    switch self {
    case .null: "null"
    case .boolean(let value): String(value)
    case .number(let number): spelling(number)
    case .text(let text): "\"" + String(text.prefix(40)) + "\""
    case .array: "[…]"
    case .object: "{…}"
    }
  }
}
