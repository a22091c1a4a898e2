import Geodesy
import HeritageRegistry

/// Relics as KML 2.2: a style for each level, all relics in one folder, every field as data, and behind them
/// the zones in a folder of their own, where some are drawn.
///
/// Elements stand in the order of the schema, OGC 07-147r2; the relics in the order of the answer. A
/// program that makes a layer of each folder gets one layer. The styles colour the sign that every program
/// has of its own, so that none is fetched.
struct KMLEncoder: TextEncoder {
  private let options: ExportOptions
  private let words: PlaceText
  private let fields: [SiteColumn]
  private var unlocated = 0

  init(_ options: ExportOptions) {
    self.options = options
    words = PlaceText(language: options.language)
    fields = SiteColumn.all(options, withCoordinates: false)
  }

  func begin(_ bytes: inout [UInt8]) {
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>

      """)
    bytes.append(element: "name", options.markedTitle)
    bytes.append(element: "description", options.description)
    for level in ProtectionLevel.allCases {
      let colour = KMLText.colour(MapStyle.colour(level))
      bytes.append(
        """

        <Style id="\(level.rawValue)"><IconStyle><color>\(colour)</color></IconStyle></Style>
        """)
    }
    KMLZones(options).appendStyles(to: &bytes)
    bytes.append("\n<Folder>")
    bytes.append(element: "name", words.relics)
    bytes.append("\n")
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    let dossier = found.dossier
    let site = dossier.site
    guard site.position != nil || options.keepsUnlocated else { return unlocated += 1 }
    bytes.append("<Placemark>")
    bytes.append(element: "name", words.name(site))
    bytes.append(element: "description", words.description(site).joined(separator: "\n"))
    bytes.append(element: "styleUrl", "#\(site.level.rawValue)")
    bytes.append("<ExtendedData>")
    for field in fields {
      let value = try field.value(dossier, found)
      guard value != .null else { continue }
      bytes.append("<Data name=\"\(field.column.key)\">")
      bytes.append(element: "displayName", field.column.label(in: options.language))
      bytes.append(element: "value", value.plainText)
      bytes.append("</Data>")
    }
    bytes.append("</ExtendedData>")
    if let coordinate = site.position?.coordinate {
      bytes.append("<Point><coordinates>\(KMLText.coordinates(coordinate))</coordinates></Point>")
    }
    bytes.append("</Placemark>\n")
  }

  func end(_ bytes: inout [UInt8]) {
    bytes.append("</Folder>\n")
    KMLZones(options).appendFolder(to: &bytes)
    bytes.append("</Document>\n</kml>\n")
  }

  var remarks: [ExportRemark] { ExportRemark.list(.unlocated(unlocated, canBeKept: true)) }
}
