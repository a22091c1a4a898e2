public import TourPlanner

/// Travel that knows no way back in a list, so that every day of a plan keeps the order of the list.
///
/// Ways to and from places that are not in the list, such as a start, are those of the model below.
public struct KeptOrderTravel: TravelModel {
  private let model: any TravelModel
  private let rank: [String: Int]

  /// Travel along a list.
  ///
  /// - Parameters:
  ///   - model: How long the ways are that there are.
  ///   - order: The codes of places in their order; of one that comes twice the first counts.
  ///   - free: The codes of places that may be passed at any time: those where a day starts or ends.
  public init(_ model: any TravelModel, order: [String], free: Set<String> = []) {
    self.model = model
    rank = Dictionary(
      order.enumerated().filter { !free.contains($1) }.map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the model below takes for granted.
  public var assumption: TravelAssumption { model.assumption }
  /// That of the model below.
  public var secondsPerMetre: Double { model.secondsPerMetre }

  /// The travel of the model below, without the ways that lead back.
  ///
  /// - Throws: What the model below throws.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    let whole = try model.matrix(of: places)
    var seconds = whole.seconds
    for (i, from) in places.enumerated() {
      guard let first = rank[from.id] else { continue }
      for (j, to) in places.enumerated() {
        if let second = rank[to.id], second < first {
          seconds[i * whole.count + j] = TravelMatrix.noWay
        }
      }
    }
    return try TravelMatrix(
      count: whole.count, seconds: seconds, metres: whole.metres, offRoad: whole.offRoad,
      problems: whole.problems)
  }

  /// The line of the model below.
  ///
  /// - Throws: What the model below throws.
  public func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath? {
    try model.path(from: from, to: to)
  }
}
