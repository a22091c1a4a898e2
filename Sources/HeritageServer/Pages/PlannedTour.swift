import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// The plan of an address: the same address of the same register gives the same plan.
struct PlannedTour: Sendable {
  let sheet: TourSheet
  /// Whether the search ended before its last iteration, so that a faster machine may plan otherwise.
  let isCutShort: Bool

  /// The most seconds of processor time that a plan may take, as many as make no reader wait.
  private static let seconds = 1.0

  /// What it weighs to keep a plan, with the lines of the ground around it.
  private static let weight = 100

  /// Plans; what was planned before for the same address is remembered.
  ///
  /// - Throws: ``WebFault`` for what the address says wrongly, `RegistryError` for a code that no relic has.
  static func of(_ address: TourAddress, _ inquiry: Inquiry) throws -> PlannedTour {
    let question = "tour \(inquiry.language.rawValue) \(address.query)"
    return try inquiry.memory.value(question, of: inquiry, weight: { _ in Self.weight }) {
      do {
        return try PlannedTour(address, inquiry)
      } catch let error as TourError {
        throw error.fault(of: address)
      }
    }
  }

  private init(_ address: TourAddress, _ inquiry: Inquiry) throws {
    let registry = inquiry.registry
    let date = try TourText.date(address.texts["date"] ?? "", of: .date)
    _ = try address.asked.lunchBreak()
    var model: any TravelModel = try GeodesicTravel(mode: .drive)
    if let roads = inquiry.roads { model = roads.travel }
    if address.keepsOrder {
      let codes = try address.stops.map { try registry.site($0).code }
      let start = address.texts["start"].flatMap { try? registry.site($0).code }
      model = KeptOrderTravel(model, order: codes, free: Set([start].compactMap { $0 }))
    }
    let request = try TourRequest(
      SiteQuery(), sites: address.stops, from: date, days: address.days ?? 1,
      asked: address.asked, wishes: AskedWishes(includesUnknownAccess: address.includesUnknown),
      travel: TourTravel(model), in: registry)
    var isCutShort = false
    let search = TourSearch(effort: .quick, seed: 1, timeLimit: Self.seconds) { event in
      if case .ended(let isCut) = event { isCutShort = isCut }
    }
    let itinerary = try request.plan(search)
    var sheet = TourSheet(
      itinerary, of: request, info: registry.info, language: inquiry.language)
    try sheet.addSurroundings(of: registry)
    self.sheet = sheet
    self.isCutShort = isCutShort
  }
}

extension TourError {
  /// The fault of an address that asks for such a tour.
  fileprivate func fault(of address: TourAddress) -> WebFault {
    func bad(_ name: String, _ reason: Sentence) -> WebFault {
      .badParameter(name, text: (address.texts[name] ?? "").bounded, reason: reason)
    }
    switch self {
    case .badDate: return bad("date", Sentence("web.reason.date"))
    case .calendarEnds: return bad("date", Sentence("web.reason.date"))
    case .badTime(let parameter, _): return bad(parameter.rawValue, Sentence("web.reason.time"))
    case .dayEndsBeforeStart: return bad("day-end", Sentence("web.reason.dayEnd"))
    case .badBreak, .breakLongerThanWindow, .breakOutsideDay:
      return bad("lunch", Sentence("web.reason.lunch"))
    case .unknownPlace(_, let known):
      return bad("start", Sentence("web.reason.place", ["known": known]))
    case .unlocated: return bad("start", Sentence("web.reason.noPosition"))
    case .unknownTravel(.cutOff(_, let problem), _): return bad("start", problem.sentence)
    case .unknownTravel(let error, _): return bad("stops", error.sentence)
    case .badPoint: return bad("start", Sentence("web.reason.point"))
    default: return bad("stops", Sentence("web.reason.noTour"))
    }
  }
}
