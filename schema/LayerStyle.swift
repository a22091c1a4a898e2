/// The style of a layer, as QGIS keeps it: a text with places for the words of a language.
///
/// A register and a GeoPackage have layers of the same names and the same styles. The texts lie in
/// `schema/styles`, where a person can read them; their colours are those of the map.
public enum LayerStyle: String, CaseIterable, Sendable {
  /// The relics: a sign for each level, below it the circle of the accuracy in metres on the ground.
  case relic
  /// Protection zones and construction-control zones.
  case zone
  /// The county and its neighbours.
  case outline
  /// The seats of townships.
  case township
  /// The rivers.
  case river

  /// The style with words in its places.
  ///
  /// - Parameters:
  ///   - words: What stands in a place, by its name: levels, kinds of zones and outlines in words, and
  ///     `name` and `label`, expressions that give the name of a feature.
  ///   - aliases: What people call the fields, by their columns.
  public func qml(_ words: [String: String], aliases: [(column: String, label: String)]) -> String {
    var text = template
    let lines = aliases.map { alias in
      "    <alias field=\"\(Self.escaped(alias.column))\" name=\"\(Self.escaped(alias.label))\"/>\n"
    }
    for (name, word) in words {
      text = text.replacing("{{\(name)}}", with: Self.escaped(word))
    }
    return text.replacing("{{aliases}}", with: lines.joined())
  }

  private var template: String {
    let bytes =
      switch self {
      case .relic: PackageResources.relic_qml
      case .zone: PackageResources.zone_qml
      case .outline: PackageResources.outline_qml
      case .township: PackageResources.township_qml
      case .river: PackageResources.river_qml
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
