import Geodesy
import HeritageRegistry
import Hours

extension PlanFile {
  /// A time of day: `09:30` or `09:30:15`.
  struct Time: Decodable, Sendable {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init(from decoder: any Decoder) throws {
      let path = PlanFault.path(decoder.codingPath)
      guard let text = try? decoder.singleValueContainer().decode(String.self) else {
        throw PlanFault.unquotedTime(path: path)
      }
      guard let time = ClockTime(text) else { throw PlanFault.noTime(path: path, text) }
      seconds = time.seconds
    }
  }

  /// Where a day starts or ends: a text as people ask with, or a position with its accuracy.
  struct Place: Decodable, Sendable {
    private enum Key: String, CodingKey {
      case position, lon, lat
      case name = "name_zh"
      case accuracy = "accuracy_m"
    }

    private let text: String?
    private let name: String?
    private let position: (longitude: Double, latitude: Double)?
    private let accuracy: Double?

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        (self.text, name, position, accuracy) = (text, nil, nil, nil)
        return
      }
      guard let values = try? decoder.container(keyedBy: Key.self) else {
        throw PlanFault.noPlace(path: PlanFault.path(decoder.codingPath))
      }
      text = nil
      name = try values.decodeIfPresent(String.self, forKey: .name)
      accuracy = try values.decodeIfPresent(Double.self, forKey: .accuracy)
      if let pair = try values.decodeIfPresent([Double].self, forKey: .position), pair.count == 2 {
        position = (pair[0], pair[1])
      } else {
        position = (
          try values.decode(Double.self, forKey: .lon), try values.decode(Double.self, forKey: .lat)
        )
      }
    }

    /// The place; nil where it is free.
    func anchor(in registry: Registry) throws -> TourAnchor? {
      if let text { return try TourAnchor.named(text, in: registry) }
      guard let position else { return nil }
      let coordinate: Coordinate
      do throws(CoordinateError) {
        coordinate = try Coordinate(longitude: position.longitude, latitude: position.latitude)
      } catch {
        throw TourError.badPosition(error)
      }
      // A place and a relic have their key and code again: a relic may be a stop of the same day.
      if let name {
        let key = try registry.places().first { $0.nameZH == name }?.key
        let known = key ?? (try? registry.site(name))?.code
        if let known, let anchor = try TourAnchor.named(known, in: registry),
          Geodesic.distance(anchor.position, coordinate).metres < 0.1
        {
          return anchor
        }
      }
      let id = "\(position.longitude),\(position.latitude)"
      return TourAnchor(id: id, position: coordinate, accuracy: accuracy.map(Length.metres))
    }
  }
}
