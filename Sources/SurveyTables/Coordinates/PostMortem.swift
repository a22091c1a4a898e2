import Foundation
public import Geodesy
import HeritageRegistry

/// What went wrong with coordinates that fall outside the county, or far from their township.
///
/// Each hypothesis is tried on every suspicious row, and the report says how many of them it explains.
/// Nothing is changed: a person decides.
public struct PostMortem: Sendable {
  /// One coordinate of a table.
  public struct Point: Hashable, Sendable {
    /// The number of the row.
    public let row: Int
    /// The coordinate as the row has it.
    public let texts: WrittenTexts
    /// What it was read in.
    public let datum: Datum
    /// Where it lies; nil where it could not be read.
    public let coordinate: Coordinate?
    /// The township that the row names, by its present name.
    public let township: String?

    /// Makes a point.
    public init(
      row: Int, texts: WrittenTexts, datum: Datum, coordinate: Coordinate?, township: String?
    ) {
      self.row = row
      self.texts = texts
      self.datum = datum
      self.coordinate = coordinate
      self.township = township
    }
  }

  /// What is wrong with the place of a point.
  public enum Suspicion: Hashable, Sendable {
    /// It could not be read.
    case unreadable
    /// It lies outside China, whatever county the register is of.
    case outsideChina
    /// It lies outside the county, so far from its outline.
    case outside(Length)
    /// It lies so far from the seat of its township.
    case far(Length, township: String)
  }

  /// A point whose place is suspicious.
  public struct Suspect: Hashable, Sendable {
    /// The point.
    public let point: Point
    /// What is wrong with its place.
    public let suspicion: Suspicion
  }

  /// What was found.
  public struct Report: Hashable, Sendable {
    /// The suspicious points, in the order of the rows.
    public let suspects: [Suspect]
    /// The hypotheses that explain at least one of them, the best first.
    public let findings: [Finding]
  }

  /// The seat of a township.
  public struct Seat: Hashable, Sendable {
    /// Where it is.
    public let coordinate: Coordinate
    /// The radius of the circle in which it lies.
    public let accuracy: Length

    /// Makes a seat.
    public init(coordinate: Coordinate, accuracy: Length) {
      self.coordinate = coordinate
      self.accuracy = accuracy
    }
  }

  /// How many points a hypothesis explains.
  public struct Finding: Hashable, Sendable {
    /// What may have gone wrong.
    public let hypothesis: Hypothesis
    /// How many suspicious points lie inside the county and near their township's seat under it.
    public let explained: Int
    /// How many of all points do.
    public let fitting: Int
    /// The suspicious points that do, with where they would lie.
    public let places: [Int: Coordinate]
  }

  /// The distance beyond which a point is far from its township's seat, where the county has fewer
  /// than three seats.
  public static let farByDefault = Length.kilometres(15)

  /// The county; nil where nobody has its outline.
  let outline: MultiPolygon?
  /// The townships' seats and their accuracies.
  let seats: [String: Seat]
  /// How far from its township's seat a point is suspicious: three times the median distance of a
  /// seat from the next one.
  public let far: Length

  /// Makes the examination of a county.
  public init(outline: MultiPolygon?, seats: [String: Seat]) {
    self.outline = outline
    self.seats = seats
    let coordinates = seats.sorted { $0.key < $1.key }.map(\.value.coordinate)
    let spacings = coordinates.indices.compactMap { index in
      coordinates.indices.filter { $0 != index }
        .map { Geodesic.distance(coordinates[index], coordinates[$0]) }.min()
    }
    .sorted()
    far =
      spacings.count < 3
      ? Self.farByDefault : .metres(3 * spacings[spacings.count / 2].metres)
  }

  /// Whether a place is in the box around China, in whole degrees.
  private static func isInChina(_ place: Coordinate) -> Bool {
    (73...136).contains(place.longitude) && (3...54).contains(place.latitude)
  }

  /// Whether anything of the county is known to compare points with.
  var knowsCounty: Bool { outline != nil || !seats.isEmpty }

  /// What is wrong with the place of a point; nil for nothing.
  public func suspicion(of point: Point) -> Suspicion? {
    guard let coordinate = point.coordinate else { return knowsCounty ? .unreadable : nil }
    return suspicion(of: coordinate, township: point.township)
  }

  private func suspicion(of coordinate: Coordinate, township: String?) -> Suspicion? {
    if !Self.isInChina(coordinate) { return .outsideChina }
    if let outline, !outline.contains(coordinate) {
      return .outside(Self.distance(from: coordinate, to: outline))
    }
    if let township, let seat = seats[township] {
      let distance = Geodesic.distance(coordinate, seat.coordinate)
      if distance > far + seat.accuracy { return .far(distance, township: township) }
    }
    return nil
  }

  /// About how far a position is from the nearest edge.
  ///
  /// The foot is found in the plane, and the distance to it is geodesic. Cost: O(edges), some
  /// nanoseconds each, for a table may have many strays.
  private static func distance(from position: Coordinate, to area: MultiPolygon) -> Length {
    let shrink = cos(position.latitude * .pi / 180)
    var nearest = (square: Double.infinity, coordinate: position)
    for ring in area.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        let (x, y) = ((b.longitude - a.longitude) * shrink, b.latitude - a.latitude)
        let (px, py) = (
          (position.longitude - a.longitude) * shrink, position.latitude - a.latitude
        )
        let length = x * x + y * y
        let share = length == 0 ? 0 : min(1, max(0, (px * x + py * y) / length))
        let (dx, dy) = (px - share * x, py - share * y)
        if dx * dx + dy * dy < nearest.square {
          nearest = (
            dx * dx + dy * dy,
            Coordinate(
              uncheckedLongitude: a.longitude + share * (b.longitude - a.longitude),
              latitude: a.latitude + share * y)
          )
        }
      }
    }
    return Geodesic.distance(position, nearest.coordinate)
  }

  private func fits(_ coordinate: Coordinate, _ point: Point) -> Bool {
    if let outline, !outline.contains(coordinate) { return false }
    guard let township = point.township, let seat = seats[township] else {
      return outline != nil || !knowsCounty && Self.isInChina(coordinate)
    }
    return Geodesic.distance(coordinate, seat.coordinate) <= far + seat.accuracy
  }

  /// Examines the points of a table.
  ///
  /// A point that is settled is not suspicious: the register has it there, whatever one thinks of it.
  ///
  /// The findings are ordered by the suspicious points they explain, then by all points that they
  /// leave in place, then as ``Hypothesis/all`` has them.
  /// Cost: O(points × edges of the outline), and so for each hypothesis where any point is suspicious.
  public func examine(
    _ points: [Point], isSettled: (Point) -> Bool = { _ in false }
  ) -> Report {
    let suspects = points.compactMap { point in
      suspicion(of: point).flatMap {
        isSettled(point) ? nil : Suspect(point: point, suspicion: $0)
      }
    }
    guard !suspects.isEmpty else { return Report(suspects: [], findings: []) }
    let rows = Set(suspects.map(\.point.row))
    let findings = Hypothesis.all.compactMap { hypothesis -> Finding? in
      var fitting = 0
      var places: [Int: Coordinate] = [:]
      for point in points {
        guard let coordinate = hypothesis.coordinate(of: point), fits(coordinate, point) else {
          continue
        }
        fitting += 1
        if rows.contains(point.row) { places[point.row] = coordinate }
      }
      return places.isEmpty
        ? nil
        : Finding(
          hypothesis: hypothesis, explained: places.count, fitting: fitting, places: places)
    }
    // The sort keeps the order of what is equal only with the index in the key.
    let ordered = findings.enumerated().sorted { a, b in
      (b.element.explained, b.element.fitting, a.offset)
        < (a.element.explained, a.element.fitting, b.offset)
    }
    return Report(suspects: suspects, findings: ordered.map(\.element))
  }
}
