import Tables
import Words
import Workbooks

extension BoundaryFormat {
  /// The most bytes of a file of outlines: those of two million corners take less than half.
  static let mostBytes = 256 << 20

  /// The format of a file by its content; the name decides only what the content leaves open.
  init(_ source: BoundarySource) throws {
    let bytes = source.bytes
    guard bytes.count <= Self.mostBytes else {
      throw Faults(
        Sentence("boundary.manyBytes", ["count": bytes.count >> 20, "most": Self.mostBytes >> 20]),
        cure: .say(Sentence("boundary.cureSplit")))
    }
    if let old = Drawing.refusal(of: bytes) { throw old }
    switch FileKind(bytes) {
    case .shapefile: self = .shapefile
    case .placemarks, .packedPlacemarks: self = .placemarks
    case .zip where source.name.lowercased().hasSuffix(".kmz"): self = .placemarks
    case .xml where source.name.lowercased().hasSuffix(".kml"): self = .placemarks
    case .json: self = .geoJSON
    case .geoPackage: self = .geoPackage
    // What is broken is said by the reader of what it was meant to be.
    case .text where Self.isMeantAsJSON(source): self = .geoJSON
    case .text: self = Drawing.isDrawing(bytes) ? .drawing : .surveyorText
    case let kind:
      throw Faults(
        Sentence("boundary.otherFile", ["kind": kind.words]),
        cure: .say(Sentence("boundary.cureFormats")))
    }
  }

  /// Reads the rings of a file.
  func read(
    _ source: BoundarySource, _ options: BoundaryOptions, _ remarks: inout [BoundaryNote]
  ) throws -> RawReading {
    switch self {
    case .surveyorText: try SurveyorText(source).reading(&remarks)
    case .drawing: try Drawing(source.bytes).reading(layer: options.layer, &remarks)
    case .shapefile: try Shapefile(source).reading(&remarks)
    case .placemarks: try Placemarks.reading(source, &remarks)
    case .geoJSON: try GeoJSONOutlines.reading(source, &remarks)
    case .geoPackage: try GeoPackage(source).reading(layer: options.layer, &remarks)
    }
  }

  /// Whether a text is called JSON, or begins as an object of it does, which no text of surveyors does.
  private static func isMeantAsJSON(_ source: BoundarySource) -> Bool {
    let name = source.name.lowercased()
    if name.hasSuffix(".geojson") || name.hasSuffix(".json") { return true }
    let first = source.bytes.prefix(4096).first {
      ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0)
    }
    return first == 0x7B
  }
}

extension BoundarySource {
  /// The lines of a text, which end in LF, CRLF or CR.
  ///
  /// They are cut by bytes: a drawing has millions, and characters would be put together from each.
  static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }

  /// The text of the file in UTF-8.
  static func text(_ bytes: [UInt8], as named: TextEncoding? = nil) throws -> [UInt8] {
    do throws(TextEncodingError) {
      return try TextEncoding.utf8(bytes, as: named)
    } catch {
      throw Faults(
        error.sentence, at: error.line.map { .line($0) } ?? .file,
        cure: .say(Sentence("table.saveAsUTF8")))
    }
  }
}
