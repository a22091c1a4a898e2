import Foundation
import Roads
import TourPlanner

/// A file of roads that the user names.
enum RoadsFile {
  /// Travel on the roads of a file.
  ///
  /// - Throws: `RoadFileError`, which ``Failure`` says with the advice to make the file anew.
  static func travel(_ path: String, by mode: TravelMode) throws -> RoadTravel {
    try RoadTravel(ModeRoads(RoadGraph(path: path), by: mode))
  }
}
