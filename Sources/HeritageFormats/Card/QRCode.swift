import CQREncode
public import SystemLibraries

/// A QR code (ISO/IEC 18004): squares that a telephone reads as text.
public struct QRCode: Hashable, Sendable {
  /// How many modules a side has, without the quiet zone around it.
  public let side: Int
  /// The modules row by row: true for dark.
  public let modules: [Bool]

  private static let opened = SystemLibrary(
    "libqrencode", files: ["libqrencode.so.4", "libqrencode.so"], package: "libqrencode4"
  ).functions(qrencode_functions(), qrencode_find)

  /// Encodes a text in UTF-8; a sixth of the squares may be damaged.
  ///
  /// - Returns: nil for a text that is empty or too long, beyond 2,331 bytes.
  /// - Throws: `MissingLibrary` where libqrencode cannot be opened.
  public init?(_ text: String) throws(MissingLibrary) {
    let functions = try Self.opened.get()
    let (medium, bytes) = (Int32(1), Int32(2))
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = functions.QRcode_encodeString(text, 0, medium, bytes, 1)
    else { return nil }
    defer { functions.QRcode_free(code) }
    let side = Int(code.pointee.width)
    self.side = side
    modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// The dark modules as the data of a path, in a square of a size with its corner at a point; runs of a row
  /// are drawn in one piece, so that no light line shows between them.
  func path(at corner: MapPoint, size: Double) -> String {
    let unit = size / Double(side)
    var data = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while column < side, modules[row * side + column] { column += 1 }
        if column > start {
          let (x, y) = (corner.x + Double(start) * unit, corner.y + Double(row) * unit)
          data += "M\(SVGWriter.number(x)) \(SVGWriter.number(y))"
          data += "h\(SVGWriter.number(Double(column - start) * unit))"
          data += "v\(SVGWriter.number(unit))"
          data += "h\(SVGWriter.number(-Double(column - start) * unit))z"
        }
        column += 1
      }
    }
    return data
  }
}

extension QRCode {
  /// The code as a picture of its own: dark on light whatever the reader's system shows, with its quiet zone of
  /// four modules.
  public var svg: String {
    let size = Double(side + 8)
    var svg = SVGWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(SVGWriter.number(size)) \(SVGWriter.number(size))",
        "shape-rendering": "crispEdges",
      ])
    svg.rectangle(MapRectangle(x: 0, y: 0, width: size, height: size), ["fill": "#fff"])
    svg.path(path(at: MapPoint(x: 4, y: 4), size: Double(side)), ["fill": "#000"])
    svg.end()
    return svg.text
  }
}
