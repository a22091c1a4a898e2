import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner

/// Puts chosen relics into the shortest order.
struct TourOrder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Put chosen relics into the shortest order, whatever their hours.",
    discussion: """
      Up to 12 relics the order is proved to be the shortest; above, it is searched for. Without \
      --start and --end the order begins and ends with whichever relics make it shortest.
      """)

  @Option(
    help: ArgumentHelp("The relics, with commas; repeat for more.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var sites: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where it starts: the key of a place, a relic, a point or free.", valueName: "place"))
  var start: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where it ends.", valueName: "place"))
  var end: String?

  @Flag(help: "Go back to where it starts.")
  var closed = false

  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("What the random numbers of the search start from.", valueName: "s"))
  var seed: UInt64 = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if closed, end != nil { throw ValidationError("--closed and --end exclude each other") }
    if TourArgument.list(sites).isEmpty { throw ValidationError("--sites names no relic") }
  }

  func run() throws {
    let travel = try TourTravel(travel)
    let registry = try common.open()
    let stops = try located(in: registry)
    let anchors = try [start, end].map { text in
      try text.flatMap { try TourAnchor.named($0, in: registry) }
    }
    var places = stops.map {
      TravelPlace(
        id: $0.code, position: $0.position?.coordinate, accuracy: $0.position?.accuracy)
    }
    func tourEnd(_ anchor: TourAnchor?) -> TourEnd {
      guard let anchor else { return .anywhere }
      if let known = places.firstIndex(where: { $0.id == anchor.id }) { return .place(known) }
      places.append(anchor.travelPlace)
      return .place(places.count - 1)
    }
    let (from, to) = (tourEnd(anchors[0]), tourEnd(anchors[1]))
    let matrix = try travel.matrix(of: places)
    let order: VisitOrder
    do {
      order = try OrderSolver(seed: seed).order(
        Array(stops.indices), in: matrix, from: from, to: closed ? .otherEnd : to)
    } catch {
      throw Failure("\(error)", hint: nil, status: .usage)
    }
    let listing = OrderListing(
      order: order, matrix: matrix, places: places, stops: stops,
      anchors: anchors.compactMap { $0 })
    let output = Output(options: common.output)
    output.note(listing.summary(in: output.language))
    output.note(travel.assumption(in: output.language))
    try listing.write(to: output, credits: registry.info.credits)
  }

  private func located(in registry: Registry) throws -> [Site] {
    var seen: Set<String> = []
    let found = try TourArgument.list(sites).map { try registry.site($0) }
      .filter { seen.insert($0.code).inserted }
    for site in found {
      if site.provenance == .standIn { throw RegistryError.standInOrigin(code: site.code) }
      if let reason = site.reasonUnlocated(for: registry.audience) {
        throw Failure(
          "\(site.code) \(reason), and cannot be put into an order",
          hint: "leave it out of --sites", status: .badData)
      }
    }
    return found
  }
}
