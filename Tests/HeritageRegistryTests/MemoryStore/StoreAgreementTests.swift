import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Three stores, one answer")
struct StoreAgreementTests {
  @Test(
    "Any question is answered alike by the file and by a look at every relic",
    arguments: 0..<50, Audience.allCases)
  func questions(block: Int, audience: Audience) throws {
    let register = try TestRegister.lixian.get()
    let (file, memory) = (try register.openFile(audience), register.memory.registry(for: audience))
    for number in 0..<10 {
      var questions = RandomQuestions(seed: UInt64(block * 10 + number))
      var query = questions.next()
      let counts = [try file.count(matching: query), try memory.count(matching: query)]
      #expect(counts[0] == counts[1], "\(query)")
      for number in [counts[0].found - 1, counts[0].found] where number >= 0 {
        let isFewer = number < counts[0].found
        #expect(try file.finds(moreThan: number, matching: query) == isFewer, "\(query)")
      }
      let facets = [
        try file.counts(by: [.level, .category, .township], matching: query),
        try memory.counts(by: [.level, .category, .township], matching: query),
      ]
      #expect(facets[0] == facets[1], "\(query)")
      #expect(facets[0].reduce(0) { $0 + $1.count } == counts[0].found, "\(query)")
      var (count, pages) = (0, 0)
      repeat {
        let (a, b) = (try file.hits(matching: query), try memory.hits(matching: query))
        // Code, order, distance, bearing, certainty: a hit is all of them.
        #expect(a.items == b.items, "\(query)")
        #expect(a.next == b.next && a.possibleBeyond == b.possibleBeyond, "\(query)")
        count += a.items.count
        pages += 1
        query.cursor = a.next
      } while query.cursor != nil && pages < Cases.count(3)
      #expect(query.cursor != nil || count == counts[0].found, "\(query)")
    }
  }

  @Test(
    "Any question is answered alike by the file and by a hub with the same rows",
    .enabled(if: TestHub.isThere), arguments: 0..<50, Audience.allCases)
  func questionsOfHub(block: Int, audience: Audience) throws {
    let register = try TestRegister.lixian.get()
    let file = try register.openFile(audience)
    let hub = try TestHub.registry(of: register.path, audience)
    for number in 0..<10 {
      var questions = RandomQuestions(seed: UInt64(block * 10 + number))
      let query = questions.next()
      let counts = [try file.count(matching: query), try hub.count(matching: query)]
      #expect(counts[0] == counts[1], "\(query)")
      let (a, b) = (try file.dossiers(matching: query), try hub.dossiers(matching: query))
      #expect(a.items == b.items, "\(query)")
      #expect(a.next == b.next && a.possibleBeyond == b.possibleBeyond, "\(query)")
    }
  }

  @Test(
    "A hub lists, counts and knows what the file does", .enabled(if: TestHub.isThere),
    arguments: Audience.allCases)
  func listsOfHub(audience: Audience) throws {
    let register = try TestRegister.lixian.get()
    let file = try register.openFile(audience)
    let hub = try TestHub.registry(of: register.path, audience)
    #expect(try hub.version() == file.version())
    #expect(try hub.totals() == file.totals())
    #expect(try hub.extent() == file.extent())
  }

  @Test(
    "Totals and counts from one reading are those of two, by any facets",
    arguments: Audience.allCases)
  func totals(audience: Audience) throws {
    let register = try TestRegister.lixian.get()
    let (file, memory) = (try register.openFile(audience), register.memory.registry(for: audience))
    let sets: [[Facet]] = [
      [], [.level, .category, .township], [.method, .accuracy], [.era],
      [.accuracy, .level, .method], [.periodEnd, .periodStart], [.foundYear], [.disclosure],
    ]
    let (totals, counts) = try file.totals(withCountsBy: sets)
    #expect(try totals == memory.totals())
    #expect(counts.count == sets.count)
    for (set, counts) in zip(sets, counts) {
      #expect(try counts == memory.counts(by: set))
      #expect(try counts == file.counts(by: set))
      #expect(try counts == file.totals(withCountsBy: set).counts)
    }
    #expect(try memory.totals(withCountsBy: sets).counts == counts)
    #expect(try file.totals() == memory.totals())
  }

  @Test("The random questions are no empty ones", arguments: Audience.allCases)
  func questionsFind(audience: Audience) throws {
    let registry = try TestRegister.lixian.get().openFile(audience)
    let found = try (0..<500).map { seed in
      var questions = RandomQuestions(seed: UInt64(seed))
      return try registry.count(matching: questions.next()).found
    }
    #expect(found.count { $0 > 0 } > 200)
    #expect(found.count { $0 > 10 } > 80)
  }
}

/// Questions of every kind, the same for the same seed.
struct RandomQuestions {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func draw(_ low: Double, _ high: Double) -> Double {
    low + random.unit() * (high - low)
  }

  private mutating func chance(_ share: Double) -> Bool { random.unit() < share }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[Int(random.unit() * Double(values.count))]
  }

  private mutating func position() -> Coordinate {
    Coordinate(uncheckedLongitude: draw(111.3, 112.0), latitude: draw(29.4, 29.95))
  }

  private mutating func square() throws -> MultiPolygon {
    let (corner, side) = (position(), draw(0.02, 0.4))
    func at(_ x: Double, _ y: Double) -> Coordinate {
      Coordinate(
        uncheckedLongitude: corner.longitude + x * side, latitude: corner.latitude + y * side)
    }
    let ring = try LinearRing([at(0, 0), at(1, 0.1), at(1, 1), at(0.5, 0.4), at(0, 0)])
    return try MultiPolygon([Polygon(exterior: ring)])
  }

  /// A question with a few conditions, a place or none, an order and pages.
  mutating func next() -> SiteQuery {
    var query = SiteQuery()
    if chance(0.15) { query.text = one(of: ["山", "遗址", "城", "墓", "塔", "shan", "ta"]) }
    if chance(0.05) { query.codes = ["lx-0001", "LX-0005", "LX-0017"] }
    if chance(0.25) { query.levels = [one(of: ProtectionLevel.allCases), .national] }
    if chance(0.2) {
      query.categories = [one(of: [.unknown] + Category.allCases.map { .category($0) })]
    }
    if chance(0.15) {
      let first = Int(draw(-6000, 1500))
      query.years = try? YearRange(
        first: chance(0.8) ? first : nil, last: chance(0.8) ? first + 2000 : nil)
    }
    if chance(0.15) { query.townships = [one(of: ["城头山镇", "Mengxi Town", "430723002"])] }
    if chance(0.1) { query.group = "liyang-plain" }
    if chance(0.1) { query.access = [one(of: Access.allCases)] }
    if chance(0.1) { query.provenances = [one(of: Provenance.allCases)] }
    query.includesStandIns = chance(0.5)
    if chance(0.2) {
      let corner = position()
      query.boundingBox = try? BoundingBox(
        west: corner.longitude, south: corner.latitude, east: corner.longitude + draw(0.01, 0.5),
        north: corner.latitude + draw(0.01, 0.4))
    }
    if chance(0.2) {
      query.areas = (0..<Int(draw(1, 3))).compactMap { _ in try? square() }
    }
    if chance(0.15) {
      query.corridor = try? Corridor(
        along: [try LineString([position(), position(), position()])],
        distance: .metres(draw(100, 8000)))
    }
    if chance(0.6) {
      query.origin = chance(0.7) ? .position(position()) : .site(code: "LX-0002")
      if chance(0.7) { query.radius = .metres(draw(500, 30_000)) }
    }
    query.includesPossible = chance(0.5)
    query.sort = one(of: query.origin == nil ? [.code, .name, .level] : SiteQuery.Sort.allCases)
    if chance(0.6) { query.limit = Int(draw(1, 120)) }
    return query
  }
}
