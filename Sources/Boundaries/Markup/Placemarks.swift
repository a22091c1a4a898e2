import Geodesy
import Words
import Workbooks

/// The areas of placemarks: KML, plain or packed as KMZ.
///
/// Source: OGC 12-007r2, KML 2.3. It is WGS 84 by its standard, whatever map it was drawn on.
enum Placemarks {
  /// Reads every Placemark that has a Polygon, as a plot.
  static func reading(
    _ source: BoundarySource, _ remarks: inout [BoundaryNote]
  ) throws -> RawReading {
    let reader = PlacemarkReader()
    do throws(WorkbookError) {
      if source.bytes.starts(with: [0x50, 0x4B]) {
        let archive = try ZIPArchive(source.bytes, limits: WorkbookLimits())
        guard let part = archive.names.filter({ $0.lowercased().hasSuffix(".kml") }).sorted().first
        else { throw WorkbookError.unreadable(reason: Sentence("boundary.noKML")) }
        try XMLPart.read(part, in: archive, to: reader)
      } else {
        try XMLPart.read("doc.kml", in: PlainPart(source.bytes), to: reader)
      }
    } catch {
      switch error {
      case .damagedPart(_, let line?, let reason):
        throw Faults(reason, at: .line(line), cure: .say(Sentence("boundary.cureKML")))
      case .damagedPart(_, nil, let reason):
        throw Faults(reason, cure: .say(Sentence("boundary.cureKML")))
      default: throw Faults(error.sentence, cure: .say(Sentence("boundary.cureKML")))
      }
    }
    if reader.links > 0 {
      remarks.append(
        BoundaryNote(Sentence("boundary.links", ["count": reader.links]), isUnread: true))
    }
    if reader.lines > 0 {
      remarks.append(
        BoundaryNote(
          Sentence("boundary.entities", ["name": "LineString", "count": reader.lines]),
          isUnread: true))
    }
    if let bad = reader.badText {
      throw Faults(
        Sentence("boundary.badPosition"), at: .feature(bad.number), value: bad.text,
        cure: .say(Sentence("boundary.cureKML")))
    }
    guard !reader.plots.isEmpty else {
      throw Faults(
        reader.links > 0
          ? Sentence("boundary.links", ["count": reader.links])
          : reader.number == 0
            ? Sentence("boundary.noPlacemarks") : Sentence("boundary.noAreas"),
        cure: .say(Sentence("boundary.cureOutline")))
    }
    remarks.append(
      BoundaryNote(Sentence("boundary.kmlDatum"), cure: .declareDatum("gcj02")))
    var reading = RawReading()
    (reading.header.datum, reading.header.basis) = (.wgs84, .standard)
    reading.plots = reader.plots
    return reading
  }
}

/// Collects the polygons of placemarks while the text is read.
private final class PlacemarkReader: XMLPartReader {
  let root: StaticString = "kml"
  let spaces: [String]? = nil
  private(set) var plots: [RawPlot] = []
  private(set) var (links, lines) = (0, 0)
  private(set) var badText: (number: Int, text: String)?
  private(set) var number = 0
  private var plot: RawPlot?
  private var polygons = 0
  private var text: [UInt8]?
  private var field: String?
  private var (isInPolygon, isInFeatureName) = (false, false)

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "Placemark":
      number += 1
      (plot, polygons) = (RawPlot(at: .feature(number)), 0)
    case "NetworkLink": links += 1
    case "LineString": lines += 1
    case "Polygon":
      isInPolygon = true
      polygons += 1
    case "name" where plot != nil && !isInPolygon: text = []
    case "coordinates" where isInPolygon: text = []
    case "SimpleData", "Data":
      field = attributes.text("name")
      text = []
    case "value" where field != nil: text = []
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text?.append(contentsOf: bytes) }

  func end(_ name: XMLName) {
    let said = text.map { String(decoding: $0, as: UTF8.self) }
    switch name {
    case "name" where plot != nil && !isInPolygon:
      plot?.name = said.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
      text = nil
    case "SimpleData", "value":
      if let field, let said, !said.trimmed.isEmpty {
        plot?.properties.append(Plot.Property(field, said.trimmed))
      }
      text = nil
    case "Data":
      (field, text) = (nil, nil)
    case "coordinates" where isInPolygon:
      if let said { append(said) }
      text = nil
    case "Polygon": isInPolygon = false
    case "Placemark":
      if var done = plot, !done.rings.isEmpty {
        done.hasRoles = polygons == 1
        done.name = done.name ?? done.property(["DKMC", "XMMC", "NAME", "名称"])
        done.number = done.property(["DKBH", "DKH", "BH", "编号"])
        plots.append(done)
      }
      plot = nil
    default: break
    }
  }

  /// Tuples of longitude, latitude and perhaps altitude, with white space between them.
  private func append(_ text: String) {
    var ring = RawRing(name: "\((plot?.rings.count ?? 0) + 1)")
    for tuple in text.split(whereSeparator: \.isWhitespace) {
      let numbers = tuple.split(separator: ",", omittingEmptySubsequences: false)
      guard numbers.count >= 2, let east = Double(numbers[0]), let north = Double(numbers[1]) else {
        badText = badText ?? (number, String(tuple.prefix(60)))
        return
      }
      ring.points.append(
        RawPoint(east: east, north: north, place: .feature(number), label: nil))
    }
    if let first = ring.points.first, let last = ring.points.last {
      ring.isClosed = first.east == last.east && first.north == last.north
    }
    if !ring.points.isEmpty { plot?.rings.append(ring) }
  }
}
