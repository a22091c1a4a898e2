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
    }
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
