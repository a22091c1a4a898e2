import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import TourPlanner

/// A place where a day of a tour starts or ends.
struct TourAnchor: Hashable {
  /// The key of the place, the code of the relic, or the point as it was written.
  let id: String
  /// What people call it.
  let name: Labels
  /// Where it is.
  let position: Coordinate
  /// The radius of the circle in which it lies, 0 for a point; nil where nobody knows.
  let accuracy: Length?

  /// The place as a plan prints it.
  var place: TourSheet.Place {
    TourSheet.Place(name: name, position: position, accuracy: accuracy)
  }

  /// The place as a travel model takes it.
  var travelPlace: TravelPlace { TravelPlace(id: id, position: position, accuracy: accuracy) }

  /// The place that a text names: the key of a place, a relic, or a point; nil for `free`.
  ///
  /// - Throws: ``Failure`` when there is none, `ValidationError` for a point that is none.
  static func named(_ text: String, in registry: Registry) throws -> TourAnchor? {
    if text.lowercased() == "free" { return nil }
    if let point = PointArgument(argument: text),
      point.coordinate != nil || text.contains(where: { $0 == "," || $0 == "，" })
    {
      let position = try point.coordinate(near: registry.extent)
      return TourAnchor(id: text, position: position, accuracy: .metres(0))
    }
    let places = try registry.places()
    if let place = places.first(where: { $0.key == text.lowercased() }) {
      return TourAnchor(
        id: place.key, name: Labels(zh: place.nameZH, en: place.nameEN ?? place.nameZH),
        position: place.coordinate, accuracy: place.accuracy)
    }
    let site: Site
    do {
      site = try registry.site(text)
    } catch RegistryError.siteNotFound(_, let nearest) {
      throw Failure(
        "there is no place and no relic called \(text)",
        hint: "known: \((places.map(\.key) + nearest).joined(separator: ", ")), free, or a point",
        status: .noInput)
    }
    if site.provenance == .standIn { throw RegistryError.standInOrigin(code: site.code) }
    guard let position = site.position else {
      throw Failure(
        "\(site.code) \(site.reasonUnlocated(for: registry.audience) ?? "") to start from or end at",
        hint: RegistryError.siteNotLocated(code: site.code).hint, status: .noInput)
    }
    return TourAnchor(
      id: site.code, name: Labels(zh: site.nameZH, en: site.name(in: .en)),
      position: position.coordinate, accuracy: position.accuracy)
  }
}

extension TourAnchor {
  /// A point, called by its coordinates with 6 decimals, about 0.1 m.
  init(id: String, position: Coordinate, accuracy: Length?) {
    let name = [position.longitude, position.latitude]
      .map { DecimalText.string($0, places: 6) }.joined(separator: ",")
    self.init(
      id: id, name: Labels(zh: name, en: name), position: position, accuracy: accuracy)
  }
}
