import HeritageRegistry
import RegistrySchema
import Tables

/// The styles of the layers: those of the register for QGIS, and for the relics an SLD.
enum GeoPackageStyle {
  /// Puts the style of a layer into the table where QGIS looks for it.
  static func write(
    _ layer: LayerStyle, _ language: Language, into database: PlainDatabase
  ) throws(ExportError) {
    let words = LayerWords(layer: layer.rawValue, language: language)
    try database.execute(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
        styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
      VALUES ('', '', ?, 'geom', ?, ?, ?, 1, '', '', NULL, '\(GeoPackageSchema.lastChange)')
      """,
      [
        .text(layer.rawValue), .text(layer.rawValue),
        .text(layer.qml(words.places, aliases: words.aliases)),
        .text(layer == .relic ? sld(language) : ""),
      ])
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
      xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>relic</Name><UserStyle>\
      <FeatureTypeStyle>
      \(rules.joined(separator: "\n"))
      </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
      """
  }

  /// The diameter in millimetres: the higher the level, the larger.
  private static func size(_ level: ProtectionLevel) -> String {
    DecimalText.string(4 - 0.4 * Double(level.rank), places: 1)
  }
}
