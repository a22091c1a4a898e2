import Geodesy
import Words

/// The datum in the `.prj` beside a shapefile: well-known text of ESRI or of OGC.
enum ProjectionText {
  /// What the text says; nothing is taken for a datum that it does not name.
  ///
  /// - Parameter other: What is said of a text that names no datum which is read.
  /// - Throws: ``Faults`` for the datums of former surveys and for projections that are not read.
  static func header(
    _ bytes: [UInt8]?, other: Sentence = Sentence("boundary.otherPRJ")
  ) throws -> HeaderDatum {
    var header = HeaderDatum()
    guard let bytes, !bytes.isEmpty else {
      header.missing = Sentence("boundary.noPRJ")
      return header
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let folded = text.uppercased().filter { !" _-\n\r\t".contains($0) }
    func has(_ words: String...) -> Bool { words.contains { folded.contains($0) } }
    let cure = BoundaryNote.Cure.say(Sentence("boundary.cureCGCS2000"))
    if has("XIAN1980", "XIAN80") {
      throw Faults(
        Sentence("boundary.oldSystem", ["name": "1980西安坐标系"]), value: name(of: text), cure: cure)
    }
    if has("BEIJING1954", "BEIJING54", "KRASOVSKY") {
      throw Faults(
        Sentence("boundary.oldSystem", ["name": "1954北京坐标系"]), value: name(of: text), cure: cure)
    }
    let isCGCS2000 = has("CGCS2000", "CHINA2000", "CHINAGEODETICCOORDINATESYSTEM2000")
    let isWGS84 = has("WGS1984", "WGS84")
    guard isCGCS2000 || isWGS84 else {
      throw Faults(
        other, value: name(of: text), cure: .declareDatum(nil))
    }
    guard folded.hasPrefix("PROJCS") || folded.hasPrefix("PROJCRS") else {
      header.datum = isCGCS2000 ? .cgcs2000 : .wgs84
      return header
    }
    guard isCGCS2000, has("GAUSSKRUGER", "TRANSVERSEMERCATOR"),
      let meridian = number("CENTRALMERIDIAN", in: folded)
        ?? number("LONGITUDEOFNATURALORIGIN", in: folded)
    else {
      throw Faults(
        other, value: name(of: text), cure: .declareDatum(nil))
    }
    let easting = number("FALSEEASTING", in: folded) ?? 500_000
    let prefix = PairKind.prefix(of: easting)
    let isSix = prefix.map(GaussKruger.Width.six.zones.contains) ?? has("6DEGREE")
    let zone = isSix ? (meridian + 3) / 6 : meridian / 3
    guard let number = Int(exactly: zone),
      let projection = try? GaussKruger(zone: number, width: isSix ? .six : .three),
      abs(easting.truncatingRemainder(dividingBy: 1e6) - 500_000) < 0.5,
      prefix == nil || prefix == number
    else {
      throw Faults(
        Sentence("boundary.otherMeridian", ["meridian": "\(meridian)"]), value: name(of: text),
        cure: cure)
    }
    header.datum = .gaussKruger(projection)
    return header
  }

  /// The first name in quotes.
  private static func name(of text: String) -> String {
    let parts = text.split(separator: "\"", maxSplits: 2)
    return String((parts.count > 1 ? parts[1] : Substring(text)).prefix(60))
  }

  /// The number behind a parameter.
  private static func number(_ name: String, in text: String) -> Double? {
    guard let range = text.firstRange(of: name + "\"") else { return nil }
    let rest = text[range.upperBound...].drop { $0 == "," }
    return Double(rest.prefix { $0.isNumber || $0 == "." })
  }
}
