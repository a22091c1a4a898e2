import Geodesy
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("What brings the fewest relics of a large register")
struct NarrowingTests {
  private static let world = try? BoundingBox(west: -180, south: -90, east: 180, north: 90)
  private static let county = try? BoundingBox(west: 111, south: 29, east: 112, north: 30)

  /// The steps of SQLite for a question to 10,000 relics.
  private func steps(
    _ scope: CandidateScope = .ordered, _ change: (inout SiteQuery) -> Void
  ) throws -> [String] {
    let registry = try TestRegister.scattered.get().openFile(.public)
    var query = SiteQuery()
    change(&query)
    let plan = try registry.plans { state in
      try state.statements(SiteSearch(query, in: state).resolved, in: scope)
    }
    return try #require(plan.first)
  }

  private func looksUp(_ steps: [String]) -> Bool {
    !steps.contains { $0.hasPrefix("SCAN s") }
      && steps.contains { $0.hasPrefix("SEARCH site USING COVERING INDEX") }
  }

  @Test("Those of a rare level are looked up, whatever else is asked and in whatever order")
  func rare() throws {
    for scope in [CandidateScope.ordered, .every] {
      #expect(looksUp(try steps(scope) { $0.levels = [.national] }))
      #expect(looksUp(try steps(scope) { ($0.levels, $0.sort) = ([.national], .name) }))
      #expect(
        looksUp(
          try steps(scope) {
            ($0.levels, $0.categories) = ([.national], [.category(.ancientSite), .unknown])
          }))
      #expect(
        looksUp(try steps(scope) { ($0.levels, $0.boundingBox) = ([.national], Self.world) }))
    }
  }

  @Test("Those of a common level are met on the way through the register")
  func common() throws {
    #expect(!looksUp(try steps { $0.levels = [.registered] }))
    #expect(!looksUp(try steps { $0.levels = Set(ProtectionLevel.allCases) }))
    #expect(!looksUp(try steps { _ in }))
  }

  @Test(
    "A box brings its relics where they are fewer than those of a rare level, or than a quarter")
  func box() throws {
    func usesTree(_ change: (inout SiteQuery) -> Void) throws -> Bool {
      try steps(.ordered, change).contains { $0.contains("VIRTUAL TABLE") }
    }
    #expect(try usesTree { $0.boundingBox = Self.county })
    #expect(try usesTree { ($0.boundingBox, $0.levels) = (Self.county, [.registered]) })
    #expect(try !usesTree { $0.boundingBox = Self.world })
    #expect(try !usesTree { ($0.boundingBox, $0.levels) = (Self.world, [.national]) })
  }

  @Test("Whatever brings the relics, they are those of all that meet the question")
  func same() throws {
    let registry = try TestRegister.scattered.get().openFile(.public)
    let all = try registry.sites(matching: SiteQuery()).items
    let east = try BoundingBox(west: 0, south: -90, east: 180, north: 90)
    for box in [nil, Self.world, Self.county, east] {
      let held = all.filter { site in
        box.map { box in site.position.map { box.contains($0.coordinate) } ?? false } ?? true
      }
      for level in ProtectionLevel.allCases {
        var query = SiteQuery()
        (query.levels, query.boundingBox) = ([level], box)
        let expected = held.filter { $0.level == level }.map(\.code)
        #expect(try registry.sites(matching: query).items.map(\.code) == expected)
        #expect(try registry.count(matching: query).found == expected.count)
        query.categories = [.category(.ancientTomb), .unknown]
        let tombs = held.filter { $0.level == level && $0.category == .ancientTomb }.map(\.code)
        #expect(try registry.sites(matching: query).items.map(\.code) == tombs)
      }
    }
  }

  @Test("The nearer of two deadlines holds")
  func deadlines() {
    let far = ContinuousClock.now + .seconds(100)
    ReadingDeadline.at(far) {
      ReadingDeadline.within(.seconds(1)) { #expect(ReadingDeadline.end.map { $0 < far } == true) }
      ReadingDeadline.within(.seconds(1000)) { #expect(ReadingDeadline.end == far) }
    }
    ReadingDeadline.within(.seconds(1)) { #expect(ReadingDeadline.end != nil) }
  }
}
