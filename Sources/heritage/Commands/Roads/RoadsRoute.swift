import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Roads
import TourPlanner
import Tours
import Words

/// The way on roads from one place to another.
struct RoadsRoute: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "route",
      abstract: .help("roads.route"),
      discussion: .help("roads.route.discussion"))
  }

  @Argument(help: .help("roads.route.from", value: "place"), completion: SiteCompletion.kind)
  var from: String

  @Argument(help: .help("roads.route.to", value: "place"), completion: SiteCompletion.kind)
  var to: String

  @Option(help: .help("tour.travel.roads", value: "file"), completion: .file(extensions: ["roads"]))
  var roads: String

  @Option(help: .help("tour.travel.mode", value: "mode"))
  var mode: TravelMode = .drive

  @OptionGroup var common: CommonOptions

  func run() throws {
    let travel = try RoadsFile.travel(roads, by: mode)
    let places = try self.places(on: travel.roads.graph)
    let output = Output(options: common.output)
    guard let leg = try travel.leg(from: places[0], to: places[1]) else {
      let problems = try travel.matrix(of: places).problems ?? []
      let number = problems.firstIndex { $0 != nil }
      let cause =
        number.flatMap { number in
          problems[number].map {
            Sentence("travel.cutOff", ["place": places[number].id, "reason": $0.sentence])
          }
        } ?? Sentence("travel.noWay", ["from": from, "to": to])
      throw Failure(cause, hint: Sentence("advice.otherRoads"), status: .badData)
    }
    output.note(travel.assumption.sentence(in: output.language))
    // Two relics at the seat of one township are not at one point: the way is a mean.
    if places[0].id != places[1].id, places[0].position == places[1].position, leg.metres > 0 {
      output.note(TourAssumption.sharedPoints.sentence(in: output.language))
    }
    if common.output.chosenFormat == .geojson {
      return try output.write(try Self.geoJSON(leg, travel, places) + "\n")
    }
    try output.write(
      Answer(
        columns: [
          Answer.Column("seconds", zh: "时间(s)", en: "Time (s)", isNumber: true),
          Answer.Column("metres", zh: "路程(m)", en: "Way (m)", isNumber: true),
          Answer.Column("walk_from_m", zh: "起点到路(m)", en: "Start to road (m)", isNumber: true),
          Answer.Column("walk_to_m", zh: "路到终点(m)", en: "Road to end (m)", isNumber: true),
          Answer.Column("track_m", zh: "其中土路(m)", en: "On tracks (m)", isNumber: true),
          Answer.Column("ferry_m", zh: "其中轮渡(m)", en: "On ferries (m)", isNumber: true),
        ], rows: [Self.values(leg)]))
  }

  /// Both places: a register is opened where one of them is a name.
  private func places(on graph: RoadGraph) throws -> [TravelPlace] {
    let points = [from, to].map(PointText.init)
    if points.allSatisfy(\.isMeantAsPoint) {
      let (west, south, east, north) = graph.box
      let box = try BoundingBox(west: west, south: south, east: east, north: north)
      return try points.map { point in
        do {
          return TravelPlace(id: point.text, position: try point.coordinate { box })
        } catch let error as PointTextError {
          throw TourError.badPoint(error)
        }
      }
    }
    let registry = try common.open()
    let places = try [from, to].map { text in
      guard let anchor = try TourAnchor.named(text, in: registry) else {
        throw TourError.unknownPlace(text, known: try registry.places().map(\.key))
      }
      return anchor.travelPlace
    }
    // One place is nowhere else, however little is known of where it is.
    return places[0].id == places[1].id
      ? places.map { TravelPlace(id: $0.id, position: $0.position) } : places
  }

  private static func values(_ leg: RoadLeg) -> [FieldValue] {
    [
      .integer(leg.seconds), .integer(leg.metres), .decimal(leg.start.metres, places: 0),
      .decimal(leg.end.metres, places: 0), .integer(leg.trackMetres), .integer(leg.ferryMetres),
    ]
  }

  /// The line as a feature, its attribution beside it.
  private static func geoJSON(
    _ leg: RoadLeg, _ travel: RoadTravel, _ places: [TravelPlace]
  ) throws -> String {
    let line = try travel.path(from: places[0], to: places[1])?.line.positions ?? []
    let names = ["seconds", "metres", "walk_from_m", "walk_to_m", "track_m", "ferry_m"]
    let properties =
      zip(names, values(leg)).map { FieldValue.Member($0, $1) }
      + [.init("attribution", FieldValue(travel.roads.graph.notes.attribution))]
    let positions = line.map { position in
      FieldValue.list([
        .decimal(position.longitude, places: 7), .decimal(position.latitude, places: 7),
      ])
    }
    // A way from a place to itself has no line, which has two positions at least (RFC 7946, section 3.1.4).
    let geometry =
      positions.count < 2
      ? FieldValue.null
      : .object([
        .init("type", .text("LineString")), .init("coordinates", .list(positions)),
      ])
    let feature = FieldValue.object([
      .init("type", .text("Feature")), .init("geometry", geometry),
      .init("properties", .object(properties)),
    ])
    return JSONText.compact(
      .object([
        .init("type", .text("FeatureCollection")), .init("features", .list([feature])),
      ]))
  }
}
