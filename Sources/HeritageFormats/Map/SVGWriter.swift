import Tables

/// Writes SVG 1.1 element by element: attributes in the order given, numbers with fixed precision.
struct SVGWriter {
  /// What was written.
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  /// A number of pixels with at most two decimals.
  static func number(_ value: Double) -> String { DecimalText.string(value, places: 2) }

  /// Points as the data of a path, to a tenth of a pixel; points that coincide are drawn once.
  static func path(_ points: [MapPoint], isClosed: Bool) -> String {
    var steps: [String] = []
    for point in points {
      let step =
        DecimalText.string(point.x, places: 1) + " " + DecimalText.string(point.y, places: 1)
      if steps.last != step { steps.append(step) }
    }
    return "M" + steps.joined(separator: "L") + (isClosed ? "Z" : "")
  }

  /// Begins an element that holds others.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    text += tag(name, attributes) + ">\n"
    open.append(name)
  }

  /// Ends the element begun last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    text += "</\(name)>\n"
  }

  /// An element without others, with text or a title inside.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text content: String? = nil,
    title: String? = nil
  ) {
    indent()
    text += tag(name, attributes)
    let inner =
      (title.map { "<title>\(XMLText.escaped($0))</title>" } ?? "")
      + (content.map(XMLText.escaped) ?? "")
    text += inner.isEmpty ? "/>\n" : ">\(inner)</\(name)>\n"
  }

  /// A path with the data of its steps.
  mutating func path(
    _ data: String, _ attributes: KeyValuePairs<String, String>, title: String? = nil
  ) {
    indent()
    let inner = title.map { "<title>\(XMLText.escaped($0))</title>" } ?? ""
    text += tag(tag("path", ["d": data]).dropFirst(), attributes)
    text += inner.isEmpty ? "/>\n" : ">\(inner)</path>\n"
  }

  /// A rectangle.
  mutating func rectangle(_ box: MapRectangle, _ attributes: KeyValuePairs<String, String>) {
    indent()
    let size: KeyValuePairs = [
      "x": Self.number(box.x), "y": Self.number(box.y), "width": Self.number(box.width),
      "height": Self.number(box.height),
    ]
    text += tag(tag("rect", size).dropFirst(), attributes) + "/>\n"
  }

  private mutating func indent() { text += String(repeating: "  ", count: open.count) }

  private func tag(_ name: some StringProtocol, _ attributes: KeyValuePairs<String, String>)
    -> String
  {
    "<" + String(name) + attributes.map { " \($0.key)=\"\(XMLText.escaped($0.value))\"" }.joined()
  }
}
