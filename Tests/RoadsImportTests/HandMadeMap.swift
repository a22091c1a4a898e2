import Geodesy
import HeritageTestSupport
import Roads
import RoadsImport
import TourPlanner

/// A map of a few nodes, written by hand: nodes are letters, 0.001° apart, which is 96.75 m from west to east and
/// 110.85 m from south to north at 29.6° N.
struct HandMadeMap {
  var nodes: [(name: Character, column: Double, row: Double, tags: [String: String])] = []
  var ways: [(nodes: String, tags: [String: String])] = []

  /// Puts a node at a column and a row.
  mutating func node(
    _ name: Character, _ column: Double, _ row: Double, _ tags: [String: String] = [:]
  ) {
    nodes.append((name, column, row, tags))
  }

  /// Adds a way through nodes; a residential road unless the tags say another.
  mutating func way(_ names: String, _ tags: [String: String] = [:]) {
    var all = tags
    if all["highway"] == nil, all["route"] == nil { all["highway"] = "residential" }
    ways.append((names, all))
  }

  static func place(_ column: Double, _ row: Double) -> Coordinate {
    Coordinate(uncheckedLongitude: 111.6 + column / 1000, latitude: 29.6 + row / 1000)
  }

  /// The map in XML.
  var text: String {
    func tags(_ tags: [String: String]) -> String {
      tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
    }
    var text = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n"
    for node in nodes {
      let place = Self.place(node.column, node.row)
      text +=
        "<node id='\(Self.id(node.name))' lat='\(place.latitude)' lon='\(place.longitude)' version='1'>"
        + "\(tags(node.tags))</node>\n"
    }
    for (index, way) in ways.enumerated() {
      text +=
        "<way id='\(index + 1)' version='1' timestamp='2026-10-01T08:00:00Z'>"
        + way.nodes.map { "<nd ref='\(Self.id($0))'/>" }.joined() + tags(way.tags) + "</way>\n"
    }
    return text + "</osm>\n"
  }

  private static func id(_ name: Character) -> Int {
    name.unicodeScalars.first.map { Int($0.value) } ?? 0
  }

  /// The roads of the map.
  func graph(tracks: Bool = true) throws -> RoadGraph {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "map.osm")
    let profiles = TravelMode.allCases.map { RoadProfile($0, tracks: tracks) }
    let read = try RoadImport([path], options: .init(profiles: profiles))
    var writer = RoadFileWriter(
      read.network, notes: RoadNotes(date: read.readings.first?.date),
      profiles: RoadProfile.sum(of: profiles), modes: TravelMode.allCases)
    return try RoadGraph(bytes: writer.bytes())
  }
}
