import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Queries", .everyStore)
struct SiteQueryTests {
  private func lixian() throws -> Registry { try TestRegister.lixian.get().open() }

  /// Every site of the register, stand-ins too.
  private func everything(_ registry: Registry) throws -> [Site] {
    var query = SiteQuery()
    query.includesStandIns = true
    return try registry.sites(matching: query).items
  }

  /// A filter as a query, and its brute-force twin on a site.
  struct Twin: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout SiteQuery) throws -> Void
    let keeps: @Sendable (Site) -> Bool
    var testDescription: String { name }
  }

  static let twins: [Twin] = [
    Twin(name: "one level", change: { $0.levels = [.national] }, keeps: { $0.level == .national }),
    Twin(
      name: "two levels", change: { $0.levels = [.county, .provincial] },
      keeps: { [.county, .provincial].contains($0.level) }),
    Twin(
      name: "category or unknown", change: { $0.categories = [.category(.ancientTomb), .unknown] },
      keeps: { $0.category == nil || $0.category == .ancientTomb }),
    Twin(name: "codes", change: { $0.codes = ["LX-0009", "LX-0001"] }) {
      ["LX-0001", "LX-0009"].contains($0.code)
    },
    Twin(
      name: "years that overlap",
      change: { $0.years = try YearRange(first: -3000, last: -2500) },
      keeps: { site in
        guard let start = site.period.start ?? site.period.end,
          let end = site.period.end ?? site.period.start
        else { return false }
        return start <= -2500 && end >= -3000
      }),
    Twin(
      name: "years without an end", change: { $0.years = try YearRange(first: 1800, last: nil) },
      keeps: { ($0.period.end ?? $0.period.start).map { $0 >= 1800 } ?? false }),
    Twin(
      name: "township by its Chinese name", change: { $0.townships = ["城头山镇"] },
      keeps: { $0.township == "城头山镇" }),
    Twin(
      name: "township by its English name", change: { $0.townships = ["chengtoushan town"] },
      keeps: { $0.township == "城头山镇" }),
    Twin(
      name: "township by a former name", change: { $0.townships = ["车溪乡"] },
      keeps: { $0.township == "城头山镇" }),
    Twin(
      name: "provenance",
      change: {
        $0.provenances = [.standIn]
        $0.includesStandIns = true
      },
      keeps: { $0.provenance == .standIn }),
    Twin(
      name: "a box",
      change: {
        $0.boundingBox = try BoundingBox(west: 111.6, south: 29.6, east: 111.7, north: 29.7)
      },
      keeps: { site in
        guard let place = site.position?.coordinate else { return false }
        return (111.6...111.7).contains(place.longitude) && (29.6...29.7).contains(place.latitude)
      }),
  ]

  @Test("Each filter gives what a look at every site gives", arguments: twins)
  func filters(_ twin: Twin) throws {
    let registry = try lixian()
    var query = SiteQuery()
    try twin.change(&query)
    let expected = try everything(registry)
      .filter { $0.provenance != .standIn || query.includesStandIns }
      .filter(twin.keeps).map(\.code)
    #expect(!expected.isEmpty)
    #expect(try registry.sites(matching: query).items.map(\.code) == expected)
  }

  @Test("Filters of different kinds narrow the answer together")
  func conjunction() throws {
    var query = SiteQuery()
    query.levels = [.national]
    query.townships = ["城头山镇"]
    query.group = "liyang-plain"
    query.access = [.open]
    #expect(try lixian().sites(matching: query).items.map(\.code) == ["LX-0001"])
  }

  @Test("Access that nobody states is unknown")
  func access() throws {
    var query = SiteQuery()
    query.access = [.unknown]
    let codes = try lixian().sites(matching: query).items.map(\.code)
    #expect(codes.count == 30)
    #expect(codes.contains("LX-0017"))
    #expect(!codes.contains("LX-0001"))
  }

  @Test("Stand-ins stay out unless asked for")
  func standIns() throws {
    let registry = try lixian()
    #expect(try registry.sites(matching: SiteQuery()).items.count == 38)
    #expect(try everything(registry).count == 630)
  }

  @Test("A value that the register does not know is an error, never everything")
  func unknownValues() throws {
    let registry = try lixian()
    func expect(_ error: RegistryError, _ change: (inout SiteQuery) -> Void) {
      var query = SiteQuery()
      change(&query)
      #expect(throws: error) { try registry.sites(matching: query) }
    }
    expect(.townshipNotFound(name: "城头上镇", nearest: ["城头山镇", "码头铺镇"])) {
      $0.townships = ["城头上镇"]
    }
    expect(.townshipNotTraced(name: "中武乡")) { $0.townships = ["中武乡"] }
    expect(.groupNotFound(key: "liyang", known: ["liyang-plain", "lizhou-walls"])) {
      $0.group = "liyang"
    }
    // No code is near to it: four nines are no slip for LX-0009.
    expect(.siteNotFound(code: "LX-9999", nearest: [])) { $0.codes = ["LX-0001", "LX-9999"] }
    expect(.noOrigin) { $0.radius = .metres(5) }
    expect(.noOrigin) { $0.sort = .distance }
    expect(.badLimit(0)) { $0.limit = 0 }
    expect(.siteNotLocated(code: "LX-0016")) { $0.origin = .site(code: "LX-0016") }
    #expect(throws: RegistryError.emptyYearRange(first: 2, last: 1)) {
      try YearRange(first: 2, last: 1)
    }
    #expect(throws: RegistryError.self) { try ProtectionLevel(named: "natonal") }
    #expect(try ProtectionLevel(named: "省级文物保护单位") == .provincial)
    #expect(try Category(named: "ancient tomb") == .ancientTomb)
  }

  @Test("Names are found by any part, wildcards are plain characters")
  func names() throws {
    let registry = try lixian()
    func find(_ text: String) throws -> [String] {
      var query = SiteQuery()
      query.text = text
      return try registry.sites(matching: query).items.map(\.code)
    }
    #expect(try find("塔") == ["LX-0011", "LX-0017", "LX-0029"])
    #expect(try find("遇仙楼") == ["LX-0021"])
    #expect(try find("CHENGTOU") == ["LX-0001"])
    #expect(try find("%") == [])
    #expect(try find("_") == [])
    #expect(try find("\\") == [])
    #expect(try find("' OR 1=1 --") == [])
  }

  @Test("Counts add up to the relics, by every combination of facets")
  func counts() throws {
    let registry = try lixian()
    for facets in [
      [Facet.level], [.category], [.township], [.era], [.level, .category, .township],
      [.category, .era], [.foundYear], [.periodStart, .periodEnd],
      [.method, .accuracy, .disclosure],
    ] {
      #expect(try registry.counts(by: facets).reduce(0) { $0 + $1.count } == 38)
    }
    #expect(
      try registry.counts(by: [.level]).map { "\($0.values[0] ?? "") \($0.count)" }
        == ["national 16", "provincial 4", "county 2", "registered 16"])
    // Years stand by time, before the common era first, and unknown last.
    let starts = try registry.counts(by: [.periodStart]).map { $0.values[0].flatMap { Int($0) } }
    #expect(starts.last == .some(nil))
    let known = starts.compactMap { $0 }
    #expect(known == known.sorted() && (known.first ?? 0) < 0)
  }

  @Test("The totals reconcile with the official numbers")
  func totals() throws {
    let totals = try lixian().totals()
    #expect(totals.official == ["registered": 630, "national": 16])
    #expect(totals.rows == 630)
    #expect(totals.named + totals.unidentified + totals.standIns == totals.rows)
    #expect([totals.named, totals.unidentified, totals.standIns] == [37, 1, 592])
    #expect([totals.national, totals.unidentifiedNational] == [16, 1])
    #expect(totals.located == 30)
  }
}
