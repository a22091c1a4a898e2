import HeritageRegistry
import Tables

/// The style of the layer: a circle for each level, in the colours of the map.
enum GeoPackageStyle {
  /// As QGIS keeps it.
  static func qml(_ language: Language) -> String {
    var (categories, symbols) = ("", "")
    for (index, level) in ProtectionLevel.allCases.enumerated() {
      let label = XMLText.escaped(level.label(in: language))
      categories += """
        <category render="true" symbol="\(index)" value="\(level.rawValue)" label="\(label)"/>
        """
      symbols += """
        <symbol type="marker" name="\(index)" alpha="1" clip_to_extent="1" force_rhr="0">\
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">\
        <Option type="QString" name="color" value="\(decimal(MapStyle.colour(level))),255"/>\
        <Option type="QString" name="name" value="circle"/>\
        <Option type="QString" name="outline_color" value="255,255,255,255"/>\
        <Option type="QString" name="outline_width" value="0.2"/>\
        <Option type="QString" name="size" value="\(size(level))"/>\
        <Option type="QString" name="size_unit" value="MM"/>\
        </Option></layer></symbol>
        """
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="Symbology">
      <renderer-v2 type="categorizedSymbol" attr="protection_level" symbollevels="0" \
      enableorderby="0" forceraster="0"><categories>\(categories)</categories>\
      <symbols>\(symbols)</symbols></renderer-v2>
      <layerGeometryType>0</layerGeometryType>
      </qgis>
      """
  }

  /// As OGC's Styled Layer Descriptor 1.0 has it (OGC 02-070).
  static func sld(_ language: Language) -> String {
    let rules = ProtectionLevel.allCases.map { level in
      """
      <Rule><Name>\(level.rawValue)</Name>\
      <Title>\(XMLText.escaped(level.label(in: language)))</Title>\
      <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>protection_level</ogc:PropertyName>\
      <ogc:Literal>\(level.rawValue)</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>\
      <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>\
      <Fill><CssParameter name="fill">\(MapStyle.colour(level))</CssParameter></Fill>\
      <Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark>\
      <Size>\(Int(3 * (Double(size(level)) ?? 3)))</Size></Graphic></PointSymbolizer></Rule>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" \
      xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>site</Name><UserStyle>\
      <FeatureTypeStyle>
      \(rules.joined(separator: "\n"))
      </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
      """
  }

  /// The diameter in millimetres: the higher the level, the larger.
  private static func size(_ level: ProtectionLevel) -> String {
    DecimalText.string(4 - 0.4 * Double(level.rank), places: 1)
  }

  /// `#rrggbb` as three decimal numbers.
  private static func decimal(_ colour: String) -> String {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return "\(value >> 16),\(value >> 8 & 255),\(value & 255)"
  }
}
