public import HeritageRegistry
public import TourPlanner

/// Relics in the shortest order that was found.
public struct OrderedRelics: Sendable {
  /// The relics, in the order in which they were named.
  public let stops: [Site]
  /// The starts and ends that were named.
  public let anchors: [TourAnchor]
  /// The places of the relics, then those of the starts and ends that are none of them.
  public let places: [TravelPlace]
  /// The travel between the places.
  public let matrix: TravelMatrix
  /// The order of the places.
  public let order: VisitOrder

  /// Where an order ends.
  public enum End: Hashable, Sendable {
    /// At the place that a text names; nil for whichever relic makes it shortest.
    case named(String?)
    /// Where it starts.
    case atStart
  }

  /// Looks for the shortest order of relics, whatever their hours.
  ///
  /// - Parameters:
  ///   - sites: The codes of the relics.
  ///   - start: The key of a place, a relic, a point or `free`; nil for free.
  ///   - end: Where the order ends.
  ///   - travel: How long the ways are.
  ///   - seed: What the search draws its numbers from, where the order is not found exactly.
  ///   - registry: The register that holds the relics.
  /// - Throws: ``TourError`` for places that are not there and travel that is not known; `RegistryError`
  ///   for a code that no relic has, and for a stand-in.
  public init(
    of sites: [String], from start: String?, to end: End, travel: TourTravel, seed: UInt64,
    in registry: Registry
  ) throws {
    stops = try Self.located(TourText.list(sites), in: registry)
    func anchor(_ text: String?) throws -> TourAnchor? {
      try text.flatMap { try TourAnchor.named($0, in: registry) }
    }
    let first = try anchor(start)
    var (last, isClosed): (TourAnchor?, Bool) = (nil, false)
    switch end {
    case .named(let text): last = try anchor(text)
    case .atStart: isClosed = true
    }
    anchors = [first, last].compactMap { $0 }
    var places = stops.map { TravelPlace($0) }
    func tourEnd(_ anchor: TourAnchor?) -> TourEnd {
      guard let anchor else { return .anywhere }
      if let known = places.firstIndex(where: { $0.id == anchor.id }) { return .place(known) }
      places.append(anchor.travelPlace)
      return .place(places.count - 1)
    }
    let (from, to) = (tourEnd(first), isClosed ? .otherEnd : tourEnd(last))
    self.places = places
    matrix = try travel.matrix(of: places)
    do throws(VisitOrderError) {
      order = try OrderSolver(seed: seed).order(
        Array(stops.indices), in: matrix, from: from, to: to)
    } catch {
      throw TourError.badOrder(error)
    }
    for (from, to) in zip(order.route, order.route.dropFirst())
    where !matrix.hasWay(from: from, to: to) {
      for place in [from, to] {
        guard let problem = matrix.problems?[place] else { continue }
        throw TourError.unknownTravel(.cutOff(place: places[place].id, problem), table: nil)
      }
      throw travel.noWay(from: places[from], to: places[to])
    }
  }

  /// Relics, each once, that have a position.
  private static func located(_ codes: [String], in registry: Registry) throws -> [Site] {
    var seen: Set<String> = []
    let found = try codes.map { try registry.site($0) }.filter { seen.insert($0.code).inserted }
    for site in found {
      if site.provenance == .standIn { throw RegistryError.standInOrigin(code: site.code) }
      if let reason = site.unlocated(for: registry.audience) {
        throw TourError.unlocated(code: site.code, reason, for: .order)
      }
    }
    return found
  }
}
