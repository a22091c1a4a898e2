import Geodesy
import HeritageRegistry
import Tables

/// Relics as waypoints of GPX 1.1.
///
/// Elements stand in the order of the schema, <https://www.topografix.com/GPX/1/1/gpx.xsd>. A receiver
/// shows a name and a description; the fields that have no place in them are named in the remarks.
struct GPXEncoder: TextEncoder {
  private let options: ExportOptions
  private let words: PlaceText
  private let fields: [SiteColumn]
  private var unlocated = 0
  private var lost: Set<String> = []

  /// The fields that a waypoint holds: as its name, comment, description, source or type, or in its
  /// position.
  private static let held: Set<SiteField> = [
    .code, .nameZH, .nameEN, .level, .category, .periodWords, .township, .village, .address,
    .accuracy,
    .method, .positionSource,
  ]

  init(_ options: ExportOptions) {
    self.options = options
    words = PlaceText(language: options.language)
    fields = SiteColumn.all(options, withCoordinates: false).filter {
      $0.field.map { !Self.held.contains($0) } ?? true
    }
  }

  func begin(_ bytes: inout [UInt8]) {
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gpx version="1.1" creator="heritage" xmlns="http://www.topografix.com/GPX/1/1">
      <metadata>
      """)
    bytes.append(element: "name", options.markedTitle)
    bytes.append(element: "desc", options.description)
    bytes.append("</metadata>\n")
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    let dossier = found.dossier
    let site = dossier.site
    guard let coordinate = site.position?.coordinate else { return unlocated += 1 }
    let (latitude, longitude) = (
      DecimalText.string(coordinate.latitude, places: 7),
      DecimalText.string(coordinate.longitude, places: 7)
    )
    bytes.append("<wpt lat=\"\(latitude)\" lon=\"\(longitude)\">")
    bytes.append(element: "name", words.name(site))
    bytes.append(element: "cmt", site.code)
    bytes.append(element: "desc", words.description(site).joined(separator: "\n"))
    bytes.append(element: "src", site.position?.source)
    bytes.append(element: "sym", "Flag")
    bytes.append(element: "type", site.level.rawValue)
    bytes.append("</wpt>\n")
    let summary = FieldValue(site.summary(in: options.language))
    for field in fields where !lost.contains(field.column.key) {
      let value = try field.value(dossier, found)
      if value != .null, value != summary { lost.insert(field.column.key) }
    }
  }

  func end(_ bytes: inout [UInt8]) {
    bytes.append("</gpx>\n")
  }

  var remarks: [ExportRemark] {
    let names = fields.map(\.column.key).filter(lost.contains)
    return ExportRemark.list(.unlocated(unlocated, canBeKept: false))
      + (names.isEmpty ? [] : [.noPlace(names)])
  }
}
