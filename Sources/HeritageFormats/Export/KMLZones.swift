import Geodesy
import HeritageRegistry

/// The zones of a KML file: a style for each kind, and a folder.
struct KMLZones {
  private let zones: [ShapedZone]
  private let language: Language
  private let features: ZoneFeatures

  /// Those of the options that have a shape.
  init(_ options: ExportOptions) {
    zones = options.ground.zones.filter { $0.zone.shape != nil }
    language = options.language
    features = ZoneFeatures(zones, language: language)
  }

  /// The styles of the kinds that there are.
  func appendStyles(to bytes: inout [UInt8]) {
    let kinds = Set(zones.map(\.zone.kind))
    for kind in Zone.Kind.allCases where kinds.contains(kind) {
      let style = MapStyle.zone(kind)
      func value(_ name: String) -> String? { style.first { $0.key == name }?.value }
      let line = KMLText.colour(value("stroke") ?? "")
      let fill = KMLText.colour(
        value("fill") ?? "", opacity: value("fill-opacity").flatMap(Double.init) ?? 1)
      bytes.append(
        """

        <Style id="zone-\(kind.rawValue)"><LineStyle><color>\(line)</color></LineStyle>\
        <PolyStyle><color>\(fill)</color></PolyStyle></Style>
        """)
    }
  }

  /// The folder; nothing where no zone has a shape.
  func appendFolder(to bytes: inout [UInt8]) {
    guard !zones.isEmpty else { return }
    bytes.append("<Folder>")
    bytes.append(element: "name", language == .zh ? "保护区划" : "zones")
    bytes.append("\n")
    for shaped in zones {
      guard let shape = shaped.zone.shape else { continue }
      bytes.append("<Placemark>")
      bytes.append(
        element: "name",
        [
          shaped.name(in: language), shaped.zone.kind.label(in: language), shaped.zone.zoneClass,
        ].compactMap { $0 }.joined(separator: " "))
      bytes.append(element: "styleUrl", "#zone-\(shaped.zone.kind.rawValue)")
      bytes.append("<ExtendedData>")
      for (column, value) in features.values(of: shaped) where value != .null {
        bytes.append("<Data name=\"\(column.key)\">")
        bytes.append(element: "displayName", column.label(in: language))
        bytes.append(element: "value", value.plainText)
        bytes.append("</Data>")
      }
      bytes.append("</ExtendedData><MultiGeometry>")
      for polygon in shape.polygons { append(polygon, to: &bytes) }
      bytes.append("</MultiGeometry></Placemark>\n")
    }
    bytes.append("</Folder>\n")
  }

  private func append(_ polygon: Polygon, to bytes: inout [UInt8]) {
    bytes.append("<Polygon>")
    for (index, ring) in polygon.rings.enumerated() {
      let name = index == 0 ? "outerBoundaryIs" : "innerBoundaryIs"
      let corners = ring.positions.map(KMLText.coordinates).joined(separator: " ")
      bytes.append(
        "<\(name)><LinearRing><coordinates>\(corners)</coordinates></LinearRing></\(name)>")
    }
    bytes.append("</Polygon>")
  }
}
