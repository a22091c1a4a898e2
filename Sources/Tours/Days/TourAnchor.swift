public import Geodesy
public import HeritageRegistry
import Tables
public import TourPlanner

/// A place where a day of a tour starts or ends.
public struct TourAnchor: Hashable, Sendable {
  /// The key of the place, the code of the relic, or the point as it was written.
  public let id: String
  /// What people call it.
  public let name: Labels
  /// Where it is.
  public let position: Coordinate
  /// The radius of the circle in which it lies, 0 for a point; nil where nobody knows.
  public let accuracy: Length?

  /// A place with a name.
  public init(id: String, name: Labels, position: Coordinate, accuracy: Length?) {
    (self.id, self.name, self.position, self.accuracy) = (id, name, position, accuracy)
  }

  /// A point, called by its coordinates with 6 decimals, about 0.1 m.
  public init(id: String, position: Coordinate, accuracy: Length?) {
    let name = [position.longitude, position.latitude]
      .map { DecimalText.string($0, places: 6) }.joined(separator: ",")
    self.init(
      id: id, name: Labels(zh: name, en: name), position: position, accuracy: accuracy)
  }

  /// The place as a travel model takes it.
  public var travelPlace: TravelPlace {
    TravelPlace(id: id, position: position, accuracy: accuracy)
  }

  /// The place that a text names: a place, a township, a relic, or a point; nil for `free`.
  ///
  /// - Throws: ``TourError/unknownPlace(_:known:)``, ``TourError/badPoint(_:)``,
  ///   ``TourError/unlocated(code:_:for:)``, and `RegistryError` for a stand-in.
  public static func named(_ text: String, in registry: Registry) throws -> TourAnchor? {
    if text.lowercased() == "free" { return nil }
    let point = PointText(text)
    if point.isMeantAsPoint {
      do {
        let position = try point.coordinate(near: registry.extent)
        return TourAnchor(id: text, position: position, accuracy: .metres(0))
      } catch let error as PointTextError {
        throw TourError.badPoint(error)
      }
    }
    if let place = try registry.namedPoint(text) {
      return TourAnchor(
        id: place.id, name: place.name, position: place.position, accuracy: place.accuracy)
    }
    let site: Site
    do {
      site = try registry.site(text)
    } catch RegistryError.siteNotFound(_, let nearest) {
      throw TourError.unknownPlace(text, known: try registry.places().map(\.key) + nearest)
    }
    if site.provenance == .standIn { throw RegistryError.standInOrigin(code: site.code) }
    guard let position = site.position else {
      throw TourError.unlocated(
        code: site.code, site.unlocated(for: registry.audience) ?? .noPosition, for: .anchor)
    }
    return TourAnchor(
      id: site.code, name: Labels(zh: site.nameZH, en: site.name(in: .en)),
      position: position.coordinate, accuracy: position.accuracy)
  }
}
