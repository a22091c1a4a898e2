/// What one search works on: the routes being changed, and those to go back to.
///
/// The cheapest insertion of each stop that is out is kept for every day, so that an iteration
/// looks again only at the days it has changed. Memory is owned by this value and freed with it.
struct SearchState: ~Copyable {
  let problem: FlatProblem
  /// The routes that an iteration changes.
  var working: Routes
  /// The routes that the annealing has accepted.
  var accepted: Routes
  /// The best routes so far.
  var best: Routes
  /// The cheapest insertion of a stop in a day at `day * stops + stop`, as of ``working``.
  let cheapest: UnsafeMutablePointer<Insertion>
  /// The same, as of ``accepted``.
  let acceptedCheapest: UnsafeMutablePointer<Insertion>
  /// The state of each day: a number that no other route of the day had, as of ``working``.
  let versions: UnsafeMutablePointer<Int32>
  /// The same, as of ``accepted``.
  let acceptedVersions: UnsafeMutablePointer<Int32>
  var lastVersion: Int32 = 0
  /// The days that the iteration has changed.
  let touched: UnsafeMutablePointer<Int>
  let isTouched: UnsafeMutablePointer<Bool>
  var touchedCount = 0
  /// The stops that may still go in during one recreation.
  let candidates: UnsafeMutablePointer<Int32>
  var candidateCount = 0
  /// The stop around which the ruin took stops out; -1 when every stop is a candidate.
  var seedStop = -1
  /// The stops that the ruin has taken out.
  let removed: UnsafeMutablePointer<Int32>
  var removedCount = 0
  /// The worth of each stop to some powers, at `power * stops + stop`.
  let powers: UnsafeMutablePointer<Float>
  let neighbours: Neighbourhood
  var random: SeededGenerator

  /// Whether a search ended since nothing better was found for long.
  var isConverged = false

  /// The powers of the worth that a recreation may use: 0.5, 0.75 … 2.5.
  static let powerCount = 9

  init(_ problem: FlatProblem, seed: UInt64) {
    self.problem = problem
    let (stops, days) = (problem.stops, problem.days)
    working = Routes(problem)
    accepted = Routes(problem)
    best = Routes(problem)
    cheapest = .allocate(capacity: max(stops * days, 1))
    acceptedCheapest = .allocate(capacity: max(stops * days, 1))
    cheapest.initialize(repeating: .none, count: stops * days)
    acceptedCheapest.initialize(repeating: .none, count: stops * days)
    touched = .allocate(capacity: days)
    isTouched = .allocate(capacity: days)
    touched.initialize(repeating: 0, count: days)
    isTouched.initialize(repeating: false, count: days)
    versions = .allocate(capacity: days)
    acceptedVersions = .allocate(capacity: days)
    versions.initialize(repeating: 0, count: days)
    acceptedVersions.initialize(repeating: 0, count: days)
    candidates = .allocate(capacity: 2 * max(stops, 1))
    removed = .allocate(capacity: max(stops, 1))
    powers = .allocate(capacity: max(stops * SearchState.powerCount, 1))
    for stop in 0..<stops {
      let worth = Double(problem.worth[stop])
      let quarter = worth.squareRoot().squareRoot()
      var power = worth.squareRoot()
      for index in 0..<SearchState.powerCount {
        powers[index * stops + stop] = Float(power)
        power *= quarter
      }
    }
    neighbours = Neighbourhood(problem)
    random = SeededGenerator(seed: seed)
  }

  deinit {
    cheapest.deallocate()
    acceptedCheapest.deallocate()
    touched.deallocate()
    isTouched.deallocate()
    versions.deallocate()
    acceptedVersions.deallocate()
    candidates.deallocate()
    removed.deallocate()
    powers.deallocate()
  }

  /// Notes that the iteration changes a day.
  @inline(__always)
  mutating func touch(_ day: Int) {
    lastVersion &+= 1
    versions[day] = lastVersion
    if isTouched[day] { return }
    isTouched[day] = true
    touched[touchedCount] = day
    touchedCount &+= 1
  }

  /// Makes the changes of the iteration the accepted ones.
  mutating func keep() {
    let days = UnsafeBufferPointer(start: touched, count: touchedCount)
    accepted.copy(days, from: working)
    for day in days {
      let first = day &* problem.stops
      (acceptedCheapest + first).update(from: cheapest + first, count: problem.stops)
      isTouched[day] = false
      acceptedVersions[day] = versions[day]
    }
    touchedCount = 0
  }

  /// Takes the changes of the iteration back.
  mutating func undo() {
    let days = UnsafeBufferPointer(start: touched, count: touchedCount)
    working.copy(days, from: accepted)
    for day in days {
      let first = day &* problem.stops
      (cheapest + first).update(from: acceptedCheapest + first, count: problem.stops)
      isTouched[day] = false
      versions[day] = acceptedVersions[day]
    }
    touchedCount = 0
  }
}
