public import ArgumentParser
public import TourPlanner
import Tours
import Words

/// When the days of a tour are, where they start and end, and what they leave room for.
struct TourDayOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .help("tour.day.start", value: "place"))
  var start: String?

  @Option(parsing: .unconditional, help: .help("tour.day.end", value: "place"))
  var end: String?

  @Option(parsing: .unconditionalSingleValue, help: .help("tour.day.hotel", value: "place"))
  var hotel: [String] = []

  @Option(help: .help("tour.day.dayStart", value: "time"))
  var dayStart = "08:30"

  @Option(help: .help("tour.day.dayEnd", value: "time"))
  var dayEnd = "17:30"

  @Option(help: .help("tour.day.lunch", value: "break"))
  var lunch: String?

  @Option(help: .help("tour.day.holiday", value: "date"))
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
  @Option(help: .help("tour.stop.visit", value: "visit"))
  var visit: [String] = []

  @Option(help: .help("tour.stop.hours", value: "hours"))
  var hours: [String] = []

  @Flag(help: .help("tour.stop.includeUnknownAccess"))
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
  @Option(help: .help("tour.travel.mode", value: "mode"))
  var mode: TravelMode?

  @Option(help: .help("tour.travel.speed", value: "speed"))
  var speed: Double?

  @Option(help: .help("tour.travel.detour", value: "factor"))
  var detour: Double?

  @Option(help: .help("tour.travel.matrix", value: "file"), completion: .file(extensions: ["csv"]))
  var matrix: String?

  @Option(help: .help("tour.travel.encoding", value: "name"))
  var encoding: EncodingArgument?

  @Option(help: .help("tour.travel.roads", value: "file"), completion: .file(extensions: ["roads"]))
  var roads: String?

  @Option(help: .help("tour.travel.osrm", value: "server"))
  var osrm: String?

  @Option(help: .help("tour.travel.osrmTimeout", value: "seconds"))
  var osrmTimeout: Double?

  func validate() throws {
    guard [matrix, osrm, roads].count(where: { $0 != nil }) <= 1 else {
      throw ValidationError(Sentence("option.travelTwice"))
    }
    if encoding != nil, matrix == nil { throw ValidationError(Sentence("option.encoding")) }
    let given = matrix != nil ? "--matrix" : osrm != nil ? "--osrm" : "--roads"
    let unused = [
      ("--speed", speed != nil), ("--detour", detour != nil),
      ("--mode", mode != nil && matrix != nil),
    ]
    if matrix != nil || osrm != nil || roads != nil, let option = unused.first(where: \.1)?.0 {
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
    if let matrix {
      return try TourTravel(
        table: InputFile.bytes(matrix), file: matrix, encoding: encoding?.encoding)
    }
    if let roads { return TourTravel(try RoadsFile.travel(roads, by: mode ?? .drive)) }
    if let osrm {
      return try TourTravel(osrm: osrm, timeout: osrmTimeout ?? 10, mode: mode ?? .drive)
    }
    return try TourTravel(mode: mode ?? .drive, kilometresPerHour: speed, detour: detour)
  }
}

/// How long a plan is looked for.
struct TourSearchOptions: ParsableArguments {
  @Option(help: .help("tour.search.seed", value: "s"))
  var seed: UInt64 = 1

  @Option(help: .help("tour.search.effort", value: "effort"))
  var effort: Effort = .normal

  @Option(help: .help("tour.search.timeLimit", value: "seconds"))
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
