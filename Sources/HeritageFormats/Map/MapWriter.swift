import Geodesy
public import HeritageRegistry

/// Draws a scene as a map in SVG: outline, rivers, townships, relics by level, with a legend, a scale
/// bar, a north arrow and the credits.
///
/// A position is drawn as the circle of its accuracy, and as a dot only where the dot covers that
/// circle; one of unknown accuracy is hollow and dashed. Relics that share a position are one mark with
/// their number, listed beside the map. Too many relics to be drawn one by one are counts by the cells of a
/// grid. The picture needs nothing from outside, and the same scene gives
/// the same bytes.
public struct MapWriter: Sendable {
  /// The width of the picture in pixels.
  public let width: Double
  /// The language of labels.
  public let language: Language

  /// The widths that leave room for the map beside its legend.
  public static let widths = 640...10_000

  /// Makes a writer; a width outside ``widths`` becomes the nearest inside.
  public init(width: Int = 1200, language: Language) {
    self.width = Double(min(max(width, Self.widths.lowerBound), Self.widths.upperBound))
    self.language = language
  }

  /// The map as SVG; nil where there is neither an outline nor a position to draw.
  ///
  /// Cost: O(n log n) in the number of relics.
  public func map(_ scene: MapScene) -> String? { picture(scene)?.svg }

  /// The map as a picture; nil where there is neither an outline nor a position to draw.
  public func picture(_ scene: MapScene) -> MapPicture? {
    scene.shownExtent.map { drawing(scene, $0).picture }
  }

  /// The drawing: once to see how high the panel is, and again where the map can use that room.
  func drawing(_ scene: MapScene, _ extent: BoundingBox) -> MapDrawing {
    // The number of relics has at most as many digits as that of all of them.
    let title = MapDrawing.subtitle(
      MapWords(language: language).subtitle(
        relics: scene.sites.count + (scene.spread?.positions.count ?? 0), scene), width: width
    ).count
    let first = drawing(scene, extent, MapDrawing.frame(width: width, extent: extent, title: title))
    let frame = MapDrawing.frame(
      width: width, extent: extent, title: title, panel: first.panel.height)
    return frame == first.map.frame ? first : drawing(scene, extent, frame)
  }

  private func drawing(
    _ scene: MapScene, _ extent: BoundingBox, _ frame: MapRectangle
  ) -> MapDrawing {
    let words = MapWords(language: language)
    let projection = MapProjection(fitting: extent, into: frame.inset(by: 14))
    let map = MapContents(scene, projection, frame: frame)
    let bar = ScaleBar(atMost: frame.width / 5, pixelsPerMetre: projection.pixelsPerMetre)
    let furniture = MapFurniture(frame: frame, bar: bar)
    let labels = MapLabels(map: map, words: words).placed(
      scene, reserved: [furniture.barBox, furniture.arrowBox] + map.centres)
    return MapDrawing(
      width: width, scene: scene, map: map, words: words, furniture: furniture,
      labels: labels.placed,
      panel: MapPanel(
        scene, map, words, omitted: labels.omitted,
        columns: MapDrawing.panelColumns(width: width)))
  }
}
