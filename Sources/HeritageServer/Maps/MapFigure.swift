import HeritageRegistry
import Words

/// A map in a page: a picture that the server draws, which a script replaces by a map that moves.
struct MapFigure {
  /// Where the picture stands.
  let picture: String
  /// What the map shows, in words.
  var alt: Sentence
  var caption: Sentence?
  /// Where the script finds the places that it shows, those of ``MapData``; without that and ``geojson`` the
  /// picture stays.
  var data: String?
  /// Where it finds the GeoJSON of a plan or a check.
  var geojson: String?
  /// Whether an outline can be drawn on it.
  var canDraw = false
  /// Whether what it shows stands in the address of the page.
  var keepsView = false
  /// The lines of its legend.
  var key: [[String: Any]] = []
  var (width, height) = (760, 560)

  init(picture: String, alt: Sentence) {
    self.picture = picture
    self.alt = alt
  }

  func values(_ inquiry: Inquiry) -> [String: Any] {
    var values: [String: Any] = [
      "picture": picture, "alt": alt.text(in: inquiry.language), "width": width, "height": height,
    ]
    if data != nil || geojson != nil {
      values["ground"] = inquiry.base + "/\(inquiry.language.rawValue)/ground.json"
    }
    if let caption { values["caption"] = caption.text(in: inquiry.language) }
    if let data {
      values["data"] = data
      values["levels"] = ProtectionLevel.allCases.map {
        ["key": $0.rawValue, "label": $0.label(in: inquiry.language)]
      }
    }
    if let geojson { values["geojson"] = geojson }
    if keepsView { values["keepsView"] = true }
    if canDraw { values["canDraw"] = true }
    if !key.isEmpty {
      values["hasKey"] = true
      values["key"] = key
    }
    return values
  }
}
