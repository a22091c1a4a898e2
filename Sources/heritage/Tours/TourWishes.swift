import ArgumentParser
import HeritageRegistry
import Hours
import TourPlanner

/// What is asked of single relics, each by the code that the register has.
struct TourWishes {
  /// The relics that a plan has to visit.
  var musts: Set<String> = []
  /// The relics that no plan visits.
  var skipped: Set<String> = []
  /// The day, counted from 0, to which a relic is pinned.
  var pins: [String: Int] = [:]
  /// How long visits take, in seconds.
  var seconds: [String: Int] = [:]
  /// When relics are open.
  var hours: [String: OpeningHours] = [:]
  /// What visits are worth.
  var scores: TourScores
  /// Whether relics may be planned of which no source says that they can be visited.
  var includesUnknownAccess: Bool
  /// The relics that were named, by code.
  private(set) var sites: [String: Site] = [:]

  /// Wishes as they were written.
  init(
    musts: [String] = [], skipped: [String] = [], pins: [String] = [], options: TourStopOptions,
    preferences: [String] = [], days: Int, in registry: Registry
  ) throws {
    scores = try TourScores(preferences)
    includesUnknownAccess = options.includeUnknownAccess
    let lengths = try options.visit.map { text in
      let pair = try TourArgument.pair(text, of: "--visit", example: "LX-0001=3h")
      guard let seconds = TourArgument.duration(pair.value) else {
        throw ValidationError(
          "--visit \(text): \(pair.value) is no length of time: write 3h, 90m or 1h30m, up to 24h")
      }
      return (pair.key, seconds)
    }
    let openings = try options.hours.map { text in
      let pair = try TourArgument.pair(text, of: "--hours", example: "LX-0001=09:00-17:00")
      return (pair.key, try TourArgument.hours(pair.value))
    }
    let pinned = try pins.map { text in
      let pair = try TourArgument.pair(text, of: "--pin", example: "LX-0001=2")
      guard let day = Int(pair.value), (1...days).contains(day) else {
        throw ValidationError("--pin \(text): the day must be 1 to \(days)")
      }
      return (pair.key, day - 1)
    }
    for text in TourArgument.list(musts) { self.musts.insert(try code(text, in: registry)) }
    for text in TourArgument.list(skipped) { self.skipped.insert(try code(text, in: registry)) }
    for (text, day) in pinned {
      let code = try code(text, in: registry)
      guard self.pins.updateValue(day, forKey: code) == nil else { throw Self.twice("--pin", code) }
    }
    for (text, length) in lengths {
      let code = try code(text, in: registry)
      guard seconds.updateValue(length, forKey: code) == nil else {
        throw Self.twice("--visit", code)
      }
    }
    for (text, own) in openings {
      let code = try code(text, in: registry)
      guard hours.updateValue(own, forKey: code) == nil else {
        throw Self.twice("--hours", code)
      }
    }
    if let both = self.musts.union(self.pins.keys).intersection(self.skipped).min() {
      throw ValidationError("\(both) is to be visited and to be skipped")
    }
  }

  private static func twice(_ option: String, _ code: String) -> ValidationError {
    ValidationError("\(option) names \(code) twice")
  }

  private mutating func code(_ text: String, in registry: Registry) throws -> String {
    let site = try registry.site(text)
    sites[site.code] = site
    return site.code
  }
}
