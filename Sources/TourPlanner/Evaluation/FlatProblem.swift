/// A problem as flat arrays of 32-bit numbers, which the search reads without allocating.
///
/// A node is a stop (0 ..< `stops`), or the start or end of a day. The ways to and from a free start or
/// end take no time. Every array is owned by this object and freed with it.
final class FlatProblem {
  /// A time that is never reached.
  static let never: Int32 = 1 << 29

  let problem: TourProblem
  let stops: Int
  let days: Int
  let nodes: Int
  /// The travel from node `i` to node `j` at `i * nodes + j`, in seconds.
  let out: UnsafeMutablePointer<Int32>
  /// The travel to node `i` from node `j` at `i * nodes + j`, in seconds.
  let into: UnsafeMutablePointer<Int32>
  /// The visit of a node, in seconds; 0 for the ends of a day.
  let visit: UnsafeMutablePointer<Int32>
  /// The worth of a stop; a must-see is worth more than all others together.
  let worth: UnsafeMutablePointer<Int64>
  /// The earliest start of a stop on a day at `day * stops + stop`; never when it is closed.
  let opens: UnsafeMutablePointer<Int32>
  /// The latest start of a stop on a day; -1 when it is closed.
  let shuts: UnsafeMutablePointer<Int32>
  /// Where the windows of a stop on a day begin in ``lows`` and ``highs``; one entry more at the end.
  let firstWindow: UnsafeMutablePointer<Int32>
  let lows: UnsafeMutablePointer<Int32>
  let highs: UnsafeMutablePointer<Int32>
  let day: UnsafeMutablePointer<Day>
  /// Whether every way is as long as the way back; one array then serves for both, half as much in the
  /// caches.
  private let isSymmetric: Bool

  init(_ problem: TourProblem) {
    self.problem = problem
    stops = problem.stops.count
    days = problem.days.count
    nodes = stops + 2 * days
    out = .allocate(capacity: nodes * nodes)
    visit = .allocate(capacity: nodes)
    worth = .allocate(capacity: max(stops, 1))
    opens = .allocate(capacity: max(stops * days, 1))
    shuts = .allocate(capacity: max(stops * days, 1))
    firstWindow = .allocate(capacity: stops * days + 1)
    day = .allocate(capacity: max(days, 1))

    visit.initialize(repeating: 0, count: nodes)
    let mustSeeWorth = Int64(problem.stops.reduce(1) { $0 + $1.score })
    for (index, stop) in problem.stops.enumerated() {
      visit[index] = Int32(stop.visitSeconds)
      worth[index] = Int64(stop.score) + (stop.isMustSee ? mustSeeWorth : 0)
    }

    var windows: [ClosedRange<Int>] = []
    for (d, rules) in problem.days.enumerated() {
      var isPlain = rules.dueLunch == nil && rules.travelLimit == nil
      for k in problem.stops.indices {
        let own = problem.startWindows(stop: k, day: d)
        isPlain = isPlain && own.count < 2
        firstWindow[d * stops + k] = Int32(windows.count)
        opens[d * stops + k] = own.first.map { Int32($0.lowerBound) } ?? FlatProblem.never
        shuts[d * stops + k] = own.last.map { Int32($0.upperBound) } ?? -1
        windows += own
      }
      day[d] = Day(
        departure: Int32(rules.earliestDeparture), latestReturn: Int32(rules.latestReturn),
        travelLimit: rules.travelLimit.map { Int32($0) } ?? FlatProblem.never,
        breakStart: Int32(rules.dueLunch?.earliestStart ?? 0),
        breakEnd: Int32(rules.dueLunch?.latestEnd ?? 0),
        breakLength: Int32(rules.dueLunch?.duration ?? 0),
        hasBreak: rules.dueLunch != nil, isPlain: isPlain)
    }
    firstWindow[stops * days] = Int32(windows.count)
    lows = .allocate(capacity: max(windows.count, 1))
    highs = .allocate(capacity: max(windows.count, 1))
    for (index, window) in windows.enumerated() {
      lows[index] = Int32(window.lowerBound)
      highs[index] = Int32(window.upperBound)
    }

    var places: [Int?] = problem.stops.map(\.place)
    for rules in problem.days { places += [rules.start, rules.end] }
    let travel = problem.travel
    for (i, from) in places.enumerated() {
      for (j, to) in places.enumerated() {
        var seconds: Int32 = 0
        if let from, let to { seconds = travel.seconds[from * travel.count + to] }
        out[i * nodes + j] = seconds
      }
    }
    isSymmetric = (0..<nodes).allSatisfy { [out, nodes] i in
      (0..<i).allSatisfy { j in out[i * nodes + j] == out[j * nodes + i] }
    }
    into = isSymmetric ? out : .allocate(capacity: nodes * nodes)
    if !isSymmetric {
      for i in 0..<nodes {
        for j in 0..<nodes { into[j * nodes + i] = out[i * nodes + j] }
      }
    }
  }

  deinit {
    if !isSymmetric { into.deallocate() }
    for array in [out, visit, opens, shuts, firstWindow, lows, highs] { array.deallocate() }
    worth.deallocate()
    day.deallocate()
  }

  /// The node where a day starts.
  @inline(__always) func start(of day: Int) -> Int { stops &+ 2 &* day }
  /// The node where a day ends.
  @inline(__always) func end(of day: Int) -> Int { stops &+ 2 &* day &+ 1 }

  /// The earliest start of a visit for an arrival at `time`; never when it is too late.
  @inline(__always)
  func earliestStart(_ stop: Int, _ day: Int, _ time: Int32) -> Int32 {
    let entry = day &* stops &+ stop
    var window = Int(firstWindow[entry])
    let last = Int(firstWindow[entry &+ 1])
    while window < last {
      if time <= highs[window] { return max(time, lows[window]) }
      window &+= 1
    }
    return FlatProblem.never
  }

  /// The latest start of a visit at `time` or before; -1 when there is none.
  @inline(__always)
  func latestStart(_ stop: Int, _ day: Int, _ time: Int32) -> Int32 {
    let entry = day &* stops &+ stop
    let first = Int(firstWindow[entry])
    var window = Int(firstWindow[entry &+ 1]) &- 1
    while window >= first {
      if time >= lows[window] { return min(time, highs[window]) }
      window &-= 1
    }
    return -1
  }
}
