import Geodesy
import Tables
import Words

/// The text of surveyors: 勘测定界界址点坐标交换格式 of the land departments, as it is found.
///
/// ```text
/// [属性描述]                          key=value
/// [地块坐标]
/// 5,3.8760,1,样例地块一,面,,,,@       corners, area, number, name, kind, sheet, use …, @
/// J1,1,3286114.862,37563447.873       point, ring, X north, Y east
/// ```
///
/// Sections stand in any order, and the last two alone matter. Commas and digits may be those of Chinese
/// type.
struct SurveyorText {
  private let lines: [String]
  private var isWide = false

  /// Decodes the file.
  init(_ source: BoundarySource) throws {
    var bytes = try BoundarySource.text(source.bytes)
    // Such signs are three bytes that begin with 0xEF or 0xE3.
    let text =
      bytes.contains { $0 == 0xEF || $0 == 0xE3 } ? String(decoding: bytes, as: UTF8.self) : ""
    if text.unicodeScalars.contains(where: { Self.narrow($0) != nil }) {
      isWide = true
      var narrow = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { narrow.append(Self.narrow(scalar) ?? scalar) }
      bytes = Array(String(narrow).utf8)
    }
    lines = BoundarySource.lines(bytes)
  }

  /// The ASCII sign of one that is as wide as a Han character: ，０１２．－［］＝＠ and the brackets 【】.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF0C, 0xFF0D...0xFF0E, 0xFF10...0xFF19, 0xFF1D, 0xFF20, 0xFF3B, 0xFF3D:
      Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3010: "["
    case 0x3011: "]"
    default: nil
    }
  }

  /// Reads the sections.
  func reading(_ remarks: inout [BoundaryNote]) throws -> RawReading {
    var reading = RawReading()
    var section = ""
    var keys: [String: (value: String, line: Int)] = [:]
    var plots = PlotRows()
    var hasDescription = false
    for (index, line) in lines.enumerated() {
      let number = index + 1
      let text = line.trimmed
      guard !text.isEmpty else { continue }
      if text.first == "[", let end = text.firstIndex(of: "]") {
        section = text[text.index(after: text.startIndex)..<end].trimmed
        if section == "属性描述" { hasDescription = true }
        continue
      }
      switch section {
      case "地块坐标": plots.read(text, line: number)
      case "" where text.contains(",") && !text.contains("="): plots.read(text, line: number)
      default:
        guard let sign = text.firstIndex(of: "=") else { continue }
        keys[text[..<sign].trimmed] = (text[text.index(after: sign)...].trimmed, number)
      }
    }
    guard !plots.isEmpty else {
      let known = section.isEmpty && keys.isEmpty
      throw Faults(
        known ? Sentence("boundary.noSurveyorText") : Sentence("boundary.noPlots"),
        cure: .say(
          known ? Sentence("boundary.cureFormats") : Sentence("boundary.cureOutline")))
    }
    reading.header = try header(keys, hasDescription: hasDescription)
    reading.plots = try plots.finished(&remarks)
    if isWide { remarks.append(BoundaryNote(Sentence("boundary.wideSigns"))) }
    return reading
  }

  /// What the section of properties says of the datum.
  private func header(
    _ keys: [String: (value: String, line: Int)], hasDescription: Bool
  ) throws -> HeaderDatum {
    var header = HeaderDatum()
    func value(_ names: String...) -> (value: String, line: Int)? {
      names.lazy.compactMap { keys[$0] }.first { !$0.value.isEmpty }
    }
    guard let system = value("坐标系", "坐标系统") else {
      header.line = keys["坐标系"]?.line
      header.missing =
        hasDescription ? Sentence("boundary.blankSystem") : Sentence("boundary.noDescription")
      return header
    }
    header.line = system.line
    let name = system.value.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
    let old: [(String, String)] = [
      ("1980", "1980西安坐标系"), ("西安", "1980西安坐标系"), ("XIAN", "1980西安坐标系"),
      ("1954", "1954北京坐标系"), ("北京", "1954北京坐标系"), ("BEIJING", "1954北京坐标系"),
    ]
    if ["2000", "CGCS"].contains(where: name.contains) {
      header.isCGCS2000 = true
    } else if name.contains("WGS84") {
      header.datum = .wgs84
    } else if let (_, known) = old.first(where: { name.contains($0.0) }) {
      throw Faults(
        Sentence("boundary.oldSystem", ["name": known]), at: .line(system.line),
        value: system.value, cure: .say(Sentence("boundary.cureCGCS2000")))
    } else {
      throw Faults(
        Sentence("boundary.localSystem", ["name": system.value]), at: .line(system.line),
        value: system.value, cure: .say(Sentence("boundary.cureCGCS2000")))
    }
    if let zone = value("带号") {
      header.line = zone.line
      guard let number = Int(zone.value.filter { $0.isASCII && $0.isNumber }) else {
        throw Faults(
          Sentence("boundary.badZone", ["value": zone.value]), at: .line(zone.line),
          value: zone.value, cure: .declareDatum(nil))
      }
      header.zone = number
    }
    if let width = value("几度分带", "分带") {
      switch width.value.first(where: \.isNumber) {
      case "3": header.width = .three
      case "6": header.width = .six
      default:
        throw Faults(
          Sentence("boundary.badWidth", ["value": width.value]), at: .line(width.line),
          value: width.value, cure: .declareDatum(nil))
      }
    }
    return header
  }
}
