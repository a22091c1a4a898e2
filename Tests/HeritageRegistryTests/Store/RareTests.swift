import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Rare relics of a large register")
struct RareTests {
  /// The steps of SQLite for a question, and whether the rare ones are looked up first.
  private func looksUp(_ scope: CandidateScope, _ change: (inout SiteQuery) -> Void) throws -> Bool
  {
    let registry = try TestRegister.scattered.get().openFile(.public)
    var query = SiteQuery()
    change(&query)
    let plan = try registry.plans { state in
      try state.statements(SiteSearch(query, in: state).resolved, in: scope)
    }
    let steps = try #require(plan.first)
    return !steps.contains { $0.hasPrefix("SCAN s") }
      && steps.contains { $0.hasPrefix("SEARCH site USING COVERING INDEX") }
  }

  @Test("Those of a rare level are looked up, whatever else is asked and in whatever order")
  func rare() throws {
    for scope in [CandidateScope.ordered, .every] {
      #expect(try looksUp(scope) { $0.levels = [.national] })
      #expect(try looksUp(scope) { ($0.levels, $0.sort) = ([.national], .name) })
      #expect(
        try looksUp(scope) {
          ($0.levels, $0.categories) = ([.national], [.category(.ancientSite), .unknown])
        })
    }
  }

  @Test("Those of a common level are met on the way through the register")
  func common() throws {
    #expect(try !looksUp(.ordered) { $0.levels = [.registered] })
    #expect(try !looksUp(.ordered) { $0.levels = Set(ProtectionLevel.allCases) })
    #expect(try !looksUp(.ordered) { _ in })
  }

  @Test("A rare level and any other condition find the same as all relics looked at")
  func same() throws {
    let registry = try TestRegister.scattered.get().openFile(.public)
    let all = try registry.sites(matching: SiteQuery()).items
    for level in ProtectionLevel.allCases {
      var query = SiteQuery()
      query.levels = [level]
      let expected = all.filter { $0.level == level }.map(\.code)
      #expect(try registry.sites(matching: query).items.map(\.code) == expected)
      #expect(try registry.count(matching: query).found == expected.count)
      query.categories = [.category(.ancientTomb), .unknown]
      let tombs = all.filter { $0.level == level && $0.category == .ancientTomb }.map(\.code)
      #expect(!tombs.isEmpty)
      #expect(try registry.sites(matching: query).items.map(\.code) == tombs)
    }
  }
}
