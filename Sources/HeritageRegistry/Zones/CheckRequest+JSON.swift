import Foundation
import Geodesy
import Words

/// A request as JSON, so that a saved check can be made again to the last digit.
extension CheckRequest {
  private struct Coded: Codable {
    var project: String?
    var file: String
    var sha256: String
    var datum: String
    var grid: String
    var accuracy_m: Double
    var large_works: Bool?
    var land_transfer: Bool?
    var declared_area: String?
    /// Absent for none, and in records of programs that did not know it.
    var unread_parts: Int?
    var outline: [[[[Double]]]]
  }

  /// The request on one line: the outline in metres of the grid, easting first, every digit of it.
  package var json: String {
    let coded = Coded(
      project: project, file: file, sha256: sha256, datum: datum,
      grid: Datum.gaussKruger(projection).code, accuracy_m: accuracy.metres,
      large_works: isLargeWorks, land_transfer: isLandTransfer, declared_area: declaredArea,
      unread_parts: unreadParts == 0 ? nil : unreadParts,
      outline: outline.polygons.map { $0.rings.map { $0.map { [$0.x, $0.y] } } })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(coded)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Reads a request that was written by ``json``.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)``.
  package init(json: String) throws {
    let coded: Coded
    do {
      coded = try JSONDecoder().decode(Coded.self, from: Data(json.utf8))
    } catch {
      throw RegistryError.damaged(path: nil, reason: Sentence("check.badRecord"))
    }
    guard case .gaussKruger(let projection) = try Datum(coded.grid) else {
      throw RegistryError.damaged(path: nil, reason: Sentence("check.badRecord"))
    }
    let polygons = try coded.outline.map { rings -> PlaneArea.Polygon in
      let rings = try rings.map { ring in
        try ring.map { pair in
          guard pair.count == 2 else {
            throw RegistryError.damaged(path: nil, reason: Sentence("check.badRecord"))
          }
          return PlaneArea.Point(x: pair[0], y: pair[1])
        }
      }
      guard let exterior = rings.first else {
        throw RegistryError.damaged(path: nil, reason: Sentence("check.badRecord"))
      }
      return PlaneArea.Polygon(exterior: exterior, interiors: Array(rings.dropFirst()))
    }
    self.init(
      project: coded.project, file: coded.file, sha256: coded.sha256, datum: coded.datum,
      outline: PlaneArea(polygons), projection: projection,
      accuracy: .metres(coded.accuracy_m), isLargeWorks: coded.large_works,
      isLandTransfer: coded.land_transfer, declaredArea: coded.declared_area,
      unreadParts: coded.unread_parts ?? 0)
  }
}
