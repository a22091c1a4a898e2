import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Roads
import TourPlanner
import Tours
import Words

/// Relics within some time on the roads of a file.
struct ByRoadOptions: ParsableArguments {
  @Option(help: .help("near.byRoad", value: "time"))
  var byRoad: String?

  @Option(help: .help("tour.travel.roads", value: "file"), completion: .file(extensions: ["roads"]))
  var roads: String?

  @Option(help: .help("tour.travel.mode", value: "mode"))
  var mode: TravelMode?

  /// The time asked for, in seconds.
  var seconds: Int? { byRoad.flatMap(Self.seconds) }

  private static func seconds(_ text: String) -> Int? {
    // Minutes are written so as often as with one letter.
    TourText.duration(text.hasSuffix("min") ? String(text.dropLast(2)) : text)
  }

  func validate() throws {
    guard let byRoad else {
      if roads != nil || mode != nil { throw ValidationError(Sentence("near.noTime")) }
      return
    }
    guard roads != nil else { throw ValidationError(Sentence("near.noRoads")) }
    guard Self.seconds(byRoad) != nil else {
      throw ValidationError(Sentence("near.badTime", ["text": byRoad]))
    }
  }

  /// No road lets anybody travel faster, in metres a second.
  private static let fastest = 40.0

  /// Lists the relics that are reached within some seconds, the nearest in time first.
  func list(
    within seconds: Int, of place: (origin: SiteQuery.Origin, label: Sentence.Value),
    _ query: SiteQuery, in registry: Registry, _ output: Output
  ) throws {
    let travel = try RoadsFile.travel(roads ?? "", by: mode ?? .drive)
    var (start, all) = (Coordinate?.none, query)
    var id = place.label.text(in: output.language)
    switch place.origin {
    case .position(let position): start = position
    case .site(let code):
      start = try registry.site(code).position?.coordinate
      id = code
    }
    (all.limit, all.cursor) = (nil, nil)
    let origin = TravelPlace(id: id, position: start)
    let reach = try RoadReach(travel, from: origin, within: seconds)
    let radius = Length.metres(Double(seconds) * Self.fastest + travel.limit.metres * 2)
    var found: [(hit: SiteHit, way: (seconds: Int, metres: Int))] = []
    var beyond: [String] = []
    for hit in try registry.within(radius, of: place.origin, matching: all).items {
      let target = TravelPlace(
        id: hit.site.code, position: hit.site.position?.coordinate,
        accuracy: hit.site.position?.accuracy)
      guard target.position != nil else { continue }
      if let way = try reach.way(to: target) {
        found.append((SiteHit(hit.site), way))
      } else if try reach.problem(of: target) != nil {
        beyond.append(hit.site.code)
      }
    }
    found.sort {
      ($0.way.seconds, $0.way.metres) != ($1.way.seconds, $1.way.metres)
        ? ($0.way.seconds, $0.way.metres) < ($1.way.seconds, $1.way.metres)
        : CodeOrder.isBefore($0.hit.site.code, $1.hit.site.code)
    }
    let shown = Array(found.prefix(query.limit ?? .max))
    output.note(
      Sentence(
        "near.byRoad",
        ["count": found.count, "minutes": (seconds + 59) / 60, "place": place.label]))
    output.note(travel.assumption.sentence(in: output.language))
    (all.origin, all.radius) = (place.origin, radius)
    let silence = try registry.blindSpots(of: all)
    defer { remark(shown.map(\.hit.site), of: found.count, beyond, silence, output) }
    let source = travel.roads.graph.notes.attribution
    var added = [
      AddedColumn(
        Answer.Column("road_s", zh: "路上(s)", en: "By road (s)", isNumber: true),
        values: shown.map { .integer($0.way.seconds) }),
      AddedColumn(
        Answer.Column("road_m", zh: "路程(m)", en: "Way (m)", isNumber: true),
        values: shown.map { .integer($0.way.metres) }),
    ]
    // Whoever reads a row alone is told whose roads its time rests on; below a table that is said once.
    if output.options.chosenFormat.text != nil, let source {
      added.append(
        AddedColumn(
          Answer.Column("road_credits", zh: "道路来源", en: "Roads of"),
          values: shown.map { _ in .text(source) }))
    }
    try output.write(
      shown.map(\.hit), measures: .none, adding: added, naming: source, in: registry)
  }

  /// The most relics that are named as beyond the roads.
  private static let mostNamed = 10

  /// Says what is not among the answers, and how sure they are.
  private func remark(
    _ shown: [Site], of count: Int, _ beyond: [String], _ silence: BlindSpots, _ output: Output
  ) {
    if shown.count < count {
      output.note(Sentence("near.moreByRoad", ["count": count - shown.count]))
    }
    let rough = shown.count { ($0.position?.accuracy?.metres ?? .infinity) >= 1000 }
    if rough > 0 { output.note(Sentence("near.roughByRoad", ["count": rough])) }
    if !beyond.isEmpty {
      let named = beyond.sorted(by: CodeOrder.isBefore)
      let codes = Array(named.prefix(Self.mostNamed))
      output.note(
        named.count > Self.mostNamed
          ? Sentence("near.manyBeyondRoads", ["count": named.count, "codes": codes])
          : Sentence("near.beyondRoads", ["count": named.count, "codes": codes]))
    }
    output.note(silence.sentence)
  }
}
