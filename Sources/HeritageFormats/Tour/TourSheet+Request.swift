public import HeritageRegistry
public import TourPlanner
public import Tours
public import Words

extension TourSheet {
  /// A plan of a tour, with everything that is printed with it.
  ///
  /// - Parameters:
  ///   - itinerary: The plan.
  ///   - request: What was asked for.
  ///   - remarks: What is printed before the assumptions that follow from the tour.
  ///   - info: The register that the relics are of.
  ///   - language: The language of the assumptions.
  ///   - advice: What the reader can say about an assumption where the tour is asked for.
  public init(
    _ itinerary: Itinerary, of request: TourRequest, remarks: [TourAssumption] = [],
    info: RegistryInfo, language: Language, advice: (TourAssumption) -> Sentence? = { _ in nil }
  ) {
    let frame = request.frame
    self.init(
      county: Labels(zh: info.nameZH, en: info.name(in: .en)), itinerary: itinerary,
      days: frame.dates.indices.map {
        Day(
          date: frame.dates[$0], start: frame.starts[$0].map(Place.init),
          end: frame.ends[$0].map(Place.init))
      },
      sites: request.candidates.sites, assumedHours: request.assumedHours,
      assumptions: (remarks + request.assumptions(of: itinerary)).map {
        $0.sentence(in: language, advice: advice($0))
      },
      credits: Self.credits(of: info, and: request))
    if case .roads(let source, _, _) = request.travel.model.assumption { roadCredits = source }
  }

  /// Whom the plan has to name: for the relics, and for the roads on which it goes.
  private static func credits(of info: RegistryInfo, and request: TourRequest) -> String? {
    var names = [info.credits].compactMap { $0 }
    if case .roads(let source, _, _) = request.travel.model.assumption { names.append(source) }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }
}

extension TourSheet {
  /// Adds what a page shows beside the plan: the ground of its map, and the tickets.
  ///
  /// - Throws: `RegistryError` where the register cannot be read.
  public mutating func addSurroundings(of registry: Registry) throws {
    ground = try MapGround(of: registry)
    tickets = try registry.visits(of: Array(sites.keys)).compactMapValues(\.ticketYuan)
  }
}

extension TourSheet.Place {
  /// A start or an end as a plan prints it.
  fileprivate init(_ anchor: TourAnchor) {
    self.init(name: anchor.name, position: anchor.position, accuracy: anchor.accuracy)
  }
}
