public import HeritageRegistry
public import Hours

/// What is asked of single relics, each by the code that the register has.
public struct TourWishes: Sendable {
  /// The relics that a plan has to visit.
  public private(set) var musts: Set<String> = []
  /// The relics that no plan visits.
  public private(set) var skipped: Set<String> = []
  /// The day, counted from 0, to which a relic is pinned.
  public private(set) var pins: [String: Int] = [:]
  /// How long visits take, in seconds.
  public private(set) var seconds: [String: Int] = [:]
  /// When relics are open.
  public private(set) var hours: [String: OpeningHours] = [:]
  /// What visits are worth.
  public let scores: TourScores
  /// Whether relics may be planned of which no source says that they can be visited.
  public let includesUnknownAccess: Bool
  /// The relics that were named, by code.
  public private(set) var sites: [String: Site] = [:]

  /// Wishes as they were written, for a tour of some days.
  ///
  /// - Throws: ``TourError`` for what cannot be read, is said twice or contradicts itself; `RegistryError`
  ///   for a code that no relic has.
  public init(_ asked: AskedWishes, days: Int, in registry: Registry) throws {
    scores = try TourScores(asked.preferences)
    includesUnknownAccess = asked.includesUnknownAccess
    let lengths = try asked.visits.map { text in
      let pair = try TourText.pair(text, of: .visit)
      guard let seconds = TourText.duration(pair.value) else {
        throw TourError.badVisitLength(pair: text, value: pair.value)
      }
      return (pair.key, seconds)
    }
    let openings = try asked.hours.map { text in
      let pair = try TourText.pair(text, of: .hours)
      do throws(OpeningHoursError) {
        return (pair.key, try OpeningHours(text: pair.value))
      } catch {
        throw TourError.badHours(error)
      }
    }
    let pinned = try asked.pins.map { text in
      let pair = try TourText.pair(text, of: .pin)
      guard let day = Int(pair.value), (1...days).contains(day) else {
        throw TourError.badPin(pair: text, days: days)
      }
      return (pair.key, day - 1)
    }
    for text in TourText.list(asked.musts) { musts.insert(try code(text, in: registry)) }
    for text in TourText.list(asked.skipped) { skipped.insert(try code(text, in: registry)) }
    pins = try byCode(pinned, of: .pin, in: registry)
    seconds = try byCode(lengths, of: .visit, in: registry)
    hours = try byCode(openings, of: .hours, in: registry)
    if let both = musts.union(pins.keys).intersection(skipped).min() {
      throw TourError.visitedAndSkipped(code: both)
    }
  }

  /// How long a visit of a relic takes, in seconds: as asked, as the register says, or by category.
  func visitSeconds(_ candidate: TourCandidates.Candidate) -> Int {
    seconds[candidate.site.code]
      ?? (candidate.visit?.durationMinutes ?? VisitLength.minutes(candidate.site.category)) * 60
  }

  /// Values by the codes of the relics that their texts name.
  private mutating func byCode<Value>(
    _ pairs: [(String, Value)], of parameter: TourParameter, in registry: Registry
  ) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (text, value) in pairs {
      let code = try code(text, in: registry)
      guard values.updateValue(value, forKey: code) == nil else {
        throw TourError.namedTwice(parameter, code: code)
      }
    }
    return values
  }

  private mutating func code(_ text: String, in registry: Registry) throws -> String {
    let site = try registry.site(text)
    sites[site.code] = site
    return site.code
  }
}
