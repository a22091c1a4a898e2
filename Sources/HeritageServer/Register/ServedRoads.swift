import Roads
import TourPlanner

/// The roads on which tours are planned: opened once, so whoever replaces the file starts the server anew.
struct ServedRoads: Sendable {
  /// Travel on them by car, or as the file has it where it has no roads for cars.
  let travel: RoadTravel
  /// What the file is known by.
  let digest: String

  /// Opens a file of roads.
  ///
  /// - Throws: `RoadFileError`.
  init(opening path: String) throws {
    let graph = try RoadGraph(path: path)
    let mode = graph.modes.contains(.drive) ? .drive : graph.modes.first ?? .drive
    travel = try RoadTravel(ModeRoads(graph, by: mode))
    var file: OpenFile?
    digest = try FileStamp(of: path, through: &file).digest
  }
}
