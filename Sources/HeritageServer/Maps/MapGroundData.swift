import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// What lies under the relics of every map, with the words of its buttons and the base maps of the operator.
enum MapGroundData {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let (ground, language) = (try inquiry.ground(), inquiry.language)
    return MapData.response([
      .init(
        "outlines",
        .list(
          ground.outlines.map { outline in
            .object([
              .init("kind", .text(outline.kind == .county ? "county" : "neighbour")),
              .init("name", .text(outline.name(in: language))),
              .init("geometry", FieldValue(outline.area)),
            ])
          })),
      .init(
        "rivers",
        .list(ground.rivers.map { .list($0.line.positions.map(FieldValue.pair)) })),
      .init(
        "zones",
        .list(
          ground.zones.compactMap { shaped in
            shaped.zone.shape.map { shape in
              .object([
                .init("kind", .text(shaped.zone.kind.rawValue)),
                .init(
                  "name",
                  .text(
                    shaped.name(in: language) + " · " + shaped.zone.kind.label(in: language))),
                .init("geometry", FieldValue(shape)),
              ])
            }
          })),
      .init(
        "townships",
        .list(
          ground.townships.compactMap { township in
            township.seat.map { seat in
              .object([
                .init("name", .text(township.name(in: language))), .init("at", .pair(seat)),
              ])
            }
          })),
      .init("words", .object(words.map { .init($0.0, .text($0.1.text(in: language))) })),
      .init("baseMaps", .list(inquiry.options.baseMaps.map { $0.value(in: language) })),
    ])
  }

  private static let words: [(String, Sentence)] = [
    ("zoomIn", Sentence("page.map.zoomIn")), ("zoomOut", Sentence("page.map.zoomOut")),
    ("close", Sentence("page.map.close")), ("here", Sentence("page.map.here")),
    ("count", Sentence("page.map.count")), ("hidden", Sentence("page.map.hidden")),
    ("show", Sentence("page.map.show")), ("searchHere", Sentence("page.map.searchHere")),
    ("whole", Sentence("page.map.whole")), ("hint", Sentence("page.map.hint")),
    ("noBase", Sentence("page.map.noBase")), ("base", Sentence("page.map.base")),
    ("draw", Sentence("page.map.draw")), ("drawHint", Sentence("page.map.drawHint")),
    ("corner", Sentence("page.map.corner")), ("undo", Sentence("page.map.undo")),
    ("again", Sentence("page.map.again")), ("corners", Sentence("page.map.corners")),
  ]
}
