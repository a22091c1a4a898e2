extension Filter {
  /// The filter as CQL2 JSON in one line; reading it gives the same filter.
  public func json() -> String { expression.json() }
}

extension FilterExpression {
  /// The expression as CQL2 JSON in one line, its members in a fixed order.
  public func json() -> String {
    func operation(_ name: String, _ arguments: [FilterExpression]) -> String {
      "{\"op\":\(Self.quoted(name)),\"args\":\(Self.list(arguments))}"
    }
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return spelling(number)
    case .boolean(let value): return String(value)
    case .date: return "{\"date\":\"\(momentText)\"}"
    case .timestamp: return "{\"timestamp\":\"\(momentText)\"}"
    case .open: return "\"..\""
    case .interval(let lower, let upper):
      func end(_ end: FilterExpression) -> String {
        end.momentText.isEmpty ? end.json() : "\"\(end.momentText)\""
      }
      return "{\"interval\":[\(end(lower)),\(end(upper))]}"
    case .geometry(let geometry): return geometry.json
    case .box(let box):
      return "{\"bbox\":[" + box.numbers.map(spelling).joined(separator: ",") + "]}"
    case .array(let elements): return Self.list(elements)
    case .property(let name): return "{\"property\":\(Self.quoted(name))}"
    case .function(let name, let arguments): return operation(name, arguments)
    case .operation(let kind, let operands): return operation(kind.rawValue, operands)
    }
  }

  private static func list(_ elements: [FilterExpression]) -> String {
    "[" + elements.map { $0.json() }.joined(separator: ",") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": written += "\\" + String(scalar)
      case "\n": written += "\\n"
      case "\r": written += "\\r"
      case "\t": written += "\\t"
      // U+2028 and U+2029 end a line of JavaScript.
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}

extension Geometry {
  /// The geometry as GeoJSON in one line.
  public var json: String {
    func list<Element>(_ elements: [Element], _ write: (Element) -> String) -> String {
      "[" + elements.map(write).joined(separator: ",") + "]"
    }
    func position(_ position: Position) -> String {
      list([position.x, position.y] + (position.z.map { [$0] } ?? []), spelling)
    }
    func line(_ positions: [Position]) -> String { list(positions, position) }
    func rings(_ rings: [[Position]]) -> String { list(rings, line) }
    func object(_ type: String, _ coordinates: String) -> String {
      "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
    }
    switch form {
    case .point(let point): return object("Point", position(point))
    case .line(let positions): return object("LineString", line(positions))
    case .polygon(let polygon): return object("Polygon", rings(polygon))
    case .points(let points): return object("MultiPoint", line(points))
    case .lines(let lines): return object("MultiLineString", rings(lines))
    case .polygons(let polygons): return object("MultiPolygon", list(polygons, rings))
    case .collection(let parts):
      return "{\"type\":\"GeometryCollection\",\"geometries\":\(list(parts, \.json))}"
    }
  }
}
