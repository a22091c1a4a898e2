import Geodesy
import HeritageRegistry
import Overlays

/// Asks GEOS, in this process, whether an area holds positions; it counts the edge as inside.
final class HubAreaTest: AreaTest {
  private let plane: ShapePlane
  private let area: PlaneShape

  /// Prepares the question, after a check of the area by the rules of OGC Simple Features.
  ///
  /// - Throws: `RegistryError.invalidArea(number:reason:)` for an area that crosses itself;
  ///   `MissingLibrary` where GEOS cannot be opened.
  init(_ area: MultiPolygon, number: Int) throws {
    plane = try ShapePlane()
    self.area = try plane.shape(EWKB.bytes(area))
    if let fault = self.area.fault {
      throw RegistryError.invalidArea(
        number: number,
        reason: fault.isEmpty ? Sentence("register.noReason") : Sentence(quoting: fault))
    }
    self.area.prepare()
  }

  func holds(_ position: Coordinate) -> Bool {
    guard let point = try? plane.shape(EWKB.bytes(position)) else { return false }
    return area.relates(.intersects, to: point) == true
  }
}
