import GRDB
import HeritageRegistry
import RegistrySchema

/// The styles by which QGIS shows the layers of a register, with words in both languages.
enum RegisterStyles {
  /// The time that every style states: no clock is in the file.
  private static let time = "2000-01-01T00:00:00.000Z"

  /// Puts the styles into the table `layer_styles`, in place of those of the same layers.
  static func write(_ db: Database) throws {
    for style in LayerStyle.allCases {
      let words = LayerWords(layer: style.rawValue, language: nil)
      try db.execute(
        sql: "DELETE FROM layer_styles WHERE f_table_name = ?", arguments: [style.rawValue])
      try db.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
            f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
            update_time)
          VALUES (NULL, NULL, ?, 'geom', ?, ?, NULL, 1, NULL, NULL, ?)
          """,
        arguments: [
          style.rawValue, style.rawValue, style.qml(words.places, aliases: words.aliases), time,
        ])
    }
  }
}
