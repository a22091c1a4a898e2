/// A word to be put on the map.
struct MapLabel: Hashable, Sendable {
  let text: String
  let style: LabelStyle
  /// Where its middle may be, best first.
  let candidates: [MapPoint]
  /// What it names; nil for a word that belongs to no point.
  var anchor: MapPoint?
  /// Where its middle may be, farther away, with a line that leads to the anchor.
  var led: [MapPoint] = []

  /// The size of the text and its halo.
  var size: (width: Double, height: Double) { Self.size(of: text, style) }

  /// The lines in which the text is set.
  var lines: [String] { Self.lines(text, style) }

  static func size(of text: String, _ style: LabelStyle) -> (width: Double, height: Double) {
    let lines = lines(text, style)
    let widths = lines.map {
      TextMetrics.width($0, size: style.size, spacing: style.spacing, isBold: style.isBold)
    }
    return (
      (widths.max() ?? 0) + 4, Double(max(0, lines.count - 1)) * style.lineHeight + style.size * 1.3
    )
  }

  /// Up to ten ideographs stand on one line.
  private static func lines(_ text: String, _ style: LabelStyle) -> [String] {
    TextMetrics.lines(text, width: 10.7 * (style.size + style.spacing), size: style.size)
  }
}

/// A word in its place.
struct PlacedLabel: Hashable, Sendable {
  let label: MapLabel
  /// What nothing else covers.
  let box: MapRectangle
  /// The line from the anchor to the box of a word that stands away from it.
  var leader: [MapPoint] = []
}
