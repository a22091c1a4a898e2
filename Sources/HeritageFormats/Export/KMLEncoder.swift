import Geodesy
import HeritageRegistry

/// Relics as KML 2.2: a style for each level, a folder for each township, every field as data.
///
/// Elements stand in the order of the schema, OGC 07-147r2. Within a folder the relics keep the order of
/// the answer; folders come in the order of their first relic.
struct KMLEncoder: TextEncoder {
  private let options: ExportOptions
  private let words: PlaceText
  private let fields: [SiteColumn]
  private let spool: Spool
  private var unlocated = 0

  init(_ options: ExportOptions) throws(ExportError) {
    self.options = options
    words = PlaceText(language: options.language)
    fields = SiteColumn.all(options, withCoordinates: false)
    spool = try Spool()
  }

  func begin(_ bytes: inout [UInt8]) {
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>

      """)
    bytes.append(element: "name", options.title)
    bytes.append(element: "description", options.credits)
    for level in ProtectionLevel.allCases {
      let colour = KMLText.colour(MapStyle.colour(level))
      bytes.append(
        """

        <Style id="\(level.rawValue)"><IconStyle><color>\(colour)</color><Icon>\
        <href>http://maps.google.com/mapfiles/kml/shapes/placemark_circle.png</href></Icon>\
        </IconStyle></Style>
        """)
    }
    bytes.append("\n")
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    let dossier = found.dossier
    let site = dossier.site
    guard site.position != nil || options.keepsUnlocated else { return unlocated += 1 }
    var piece: [UInt8] = []
    piece.append("<Placemark>")
    piece.append(element: "name", words.name(site))
    piece.append(element: "description", words.description(site).joined(separator: "\n"))
    piece.append(element: "styleUrl", "#\(site.level.rawValue)")
    piece.append("<ExtendedData>")
    for field in fields {
      let value = try field.value(dossier, found)
      guard value != .null else { continue }
      piece.append("<Data name=\"\(field.column.key)\">")
      piece.append(element: "value", value.plainText)
      piece.append("</Data>")
    }
    piece.append("</ExtendedData>")
    if let coordinate = site.position?.coordinate {
      piece.append("<Point><coordinates>\(KMLText.coordinates(coordinate))</coordinates></Point>")
    }
    piece.append("</Placemark>\n")
    try spool.append(piece, under: site.township ?? "")
  }

  func end(_ bytes: inout [UInt8], _ flush: (inout [UInt8]) throws -> Void) throws {
    for township in spool.keys {
      bytes.append("<Folder>")
      bytes.append(element: "name", township.isEmpty ? words.noTownship : township)
      bytes.append("\n")
      try spool.forEachPiece(of: township) {
        bytes.append(contentsOf: $0)
        try flush(&bytes)
      }
      bytes.append("</Folder>\n")
    }
    bytes.append("</Document>\n</kml>\n")
  }

  var remarks: [ExportRemark] { ExportRemark.list(.unlocated(unlocated, canBeKept: true)) }
}
