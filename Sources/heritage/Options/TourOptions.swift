public import ArgumentParser
public import TourPlanner
import Tours
import Words

/// When the days of a tour are, where they start and end, and what they leave room for.
struct TourDayOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where each day starts: the key of a place, a relic, a point or free (default: free).",
      valueName: "place"))
  var start: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where each day ends (default: where it starts).", valueName: "place"))
  var end: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Where the night after a day is spent; repeat for the next night, the last holds for the rest.",
      valueName: "place"))
  var hotel: [String] = []

  @Option(help: ArgumentHelp("The earliest departure.", valueName: "time"))
  var dayStart = "08:30"

  @Option(help: ArgumentHelp("The latest return.", valueName: "time"))
  var dayEnd = "17:30"

  @Option(
    help: ArgumentHelp(
      "A break within a window, as in 12:00-13:30/45m.", valueName: "window/length"))
  var lunch: String?

  @Option(
    help: ArgumentHelp(
      "One more public holiday, for relics with a rule for holidays; repeat for several.",
      valueName: "date"))
  var holiday: [String] = []

  /// The days as they are asked for.
  var asked: AskedDays {
    AskedDays(
      start: start, end: end, hotels: hotel, dayStart: dayStart, dayEnd: dayEnd, lunch: lunch,
      holidays: holiday)
  }

  /// Refuses a day that ends before it starts, and a break outside it.
  func check() throws {
    try TourOptions.checking {
      _ = try asked.hours()
      _ = try asked.lunchBreak()
    }
  }
}

/// What differs for single relics.
struct TourStopOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How long a visit takes; repeat for several.", valueName: "code=3h|90m"))
  var visit: [String] = []

  @Option(
    help: ArgumentHelp(
      "When it is open: intervals, or rules as in 'LX-0001=Tu-Su 09:00-17:00; PH 10:00-16:00', PH "
        + "being public holidays; repeat for several.", valueName: "code=09:00-17:00"))
  var hours: [String] = []

  @Flag(help: "Plan relics of which no source says whether they may be visited.")
  var includeUnknownAccess = false

  /// The wishes as they are asked for, with those of other options.
  func asked(
    musts: [String] = [], skipped: [String] = [], pins: [String] = [],
    preferences: [String] = []
  ) -> AskedWishes {
    AskedWishes(
      musts: musts, skipped: skipped, pins: pins, visits: visit, hours: hours,
      preferences: preferences, includesUnknownAccess: includeUnknownAccess)
  }
}

/// How people travel.
struct TravelOptions: ParsableArguments {
  @Option(help: "drive, cycle or walk (default: drive).")
  var mode: TravelMode?

  @Option(help: ArgumentHelp("The speed that is assumed.", valueName: "km/h"))
  var speed: Double?

  @Option(
    help: ArgumentHelp(
      "How much longer the way is than the geodesic.", valueName: "factor"))
  var detour: Double?

  @Option(
    help: ArgumentHelp(
      "Travel from a table: from,to,seconds,metres or a square of seconds.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var matrix: String?

  @Option(help: ArgumentHelp("Travel from an OSRM server.", valueName: "http://host:port"))
  var osrm: String?

  @Option(
    help: ArgumentHelp(
      "How long the server may take for an answer (default: 10).", valueName: "seconds"))
  var osrmTimeout: Double?

  func validate() throws {
    guard matrix == nil || osrm == nil else {
      throw ValidationError(Sentence("option.travelTwice"))
    }
    let given = matrix == nil ? "--osrm" : "--matrix"
    let unused = [
      ("--speed", speed != nil), ("--detour", detour != nil),
      ("--mode", mode != nil && osrm == nil),
    ]
    if matrix != nil || osrm != nil, let option = unused.first(where: \.1)?.0 {
      throw ValidationError(
        Sentence("option.noEffect", ["option": option, "given": given]))
    }
    if osrmTimeout != nil, osrm == nil {
      throw ValidationError(Sentence("option.timeout"))
    }
    let numbers = [
      ("--speed", speed), ("--detour", detour), ("--osrm-timeout", osrmTimeout),
    ]
    for (name, value) in numbers {
      guard let value, !(value > 0 && value.isFinite && value < 1e6) else { continue }
      throw ValidationError(Sentence("option.number", ["name": name, "value": value]))
    }
    if let detour, detour < 1 {
      throw ValidationError(
        Sentence("option.detour", ["detour": detour]))
    }
    if let osrm { try TourOptions.checking { try TourTravel.check(server: osrm) } }
  }

  /// The travel; a table is read here, a server is asked later.
  func travel() throws -> TourTravel {
    if let matrix { return try TourTravel(table: InputFile.bytes(matrix), file: matrix) }
    if let osrm {
      return try TourTravel(osrm: osrm, timeout: osrmTimeout ?? 10, mode: mode ?? .drive)
    }
    return try TourTravel(mode: mode ?? .drive, kilometresPerHour: speed, detour: detour)
  }
}

/// How long a plan is looked for.
struct TourSearchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the random numbers of the search start from.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: "quick, normal or thorough.")
  var effort: Effort = .normal

  @Option(
    help: ArgumentHelp(
      "The most processor time that a search may take. A search that it ends may find another plan "
        + "on another machine, and says so.",
      valueName: "seconds"))
  var timeLimit = 60.0

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError(Sentence("option.timeLimit", ["timeLimit": timeLimit]))
    }
  }

  /// The search, with its progress on a terminal where it is long, and a remark where it is cut short.
  func search(quiet: Bool) -> TourSearch {
    let isShown = effort == .thorough && !quiet && Terminal.isTerminal(.error)
    let bar = ProgressBar(isShown: isShown, unit: .iterations)
    return TourSearch(effort: effort, seed: seed, timeLimit: timeLimit) { event in
      switch event {
      case .progress(let iterations, let share): bar.show(iterations, share: share)
      case .ended(let isCutShort):
        bar.finish()
        guard isCutShort, !quiet else { return }
        Terminal.say(Sentence("tour.cutShort", ["seconds": timeLimit]))
      }
    }
  }
}

/// What the options of tours have in common.
enum TourOptions {
  /// Runs a check of options, and says what it finds as the parser of arguments does.
  static func checking(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as TourError {
      throw ValidationError(error.sentence)
    }
  }

  /// The relics of an option that names some.
  static func check(_ texts: [String], of option: String) throws {
    if TourText.list(texts).isEmpty {
      throw ValidationError(Sentence("option.noRelic", ["option": option]))
    }
  }
}

extension TravelMode: ExpressibleByArgument {}
extension Effort: ExpressibleByArgument {}
