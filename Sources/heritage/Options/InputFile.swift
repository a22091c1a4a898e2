import Foundation
import Geodesy
import HeritageRegistry

/// Files that the user names.
enum InputFile {
  /// The bytes of a file.
  static func data(_ path: String) throws -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Failure("the file \(path) cannot be read", hint: nil, status: .noInput)
    }
  }

  /// The polygons of a GeoJSON file, each by itself.
  static func areas(_ path: String) throws -> [MultiPolygon] {
    try shapes(path, "a Polygon or a MultiPolygon") { try $0.areas() }
  }

  /// The lines of a GeoJSON file.
  static func lines(_ path: String) throws -> [LineString] {
    try shapes(path, "a LineString") { try $0.lines() }
  }

  private static func shapes<Shape>(
    _ path: String, _ wanted: String, _ read: (GeoJSONDocument) throws -> [Shape]
  ) throws -> [Shape] {
    let data = try data(path)
    do {
      return try read(GeoJSONDocument(data))
    } catch {
      throw Failure(
        "\(path): \(error)", hint: "give a GeoJSON file with \(wanted)", status: .badData)
    }
  }
}
