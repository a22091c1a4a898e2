import Foundation
import Geodesy
import HeritageRegistry

/// Files that the user names.
enum InputFile {
  /// The polygons of a GeoJSON file.
  static func area(_ path: String) throws -> MultiPolygon {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Failure(
        "the file \(path) cannot be read", hint: nil, status: .noInput)
    }
    do {
      return try GeoJSONDocument(data).area()
    } catch {
      throw Failure(
        "\(path): \(error)", hint: "give a GeoJSON file with a Polygon or a MultiPolygon",
        status: .badData)
    }
  }
}
