import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@Suite("Long answers, some relics at a time")
struct DossierTests {
  /// Queries of every way in which an answer is found and ordered.
  private static let queries: [SiteQuery] = {
    var queries: [SiteQuery] = []
    for sort in [SiteQuery.Sort.code, .name, .level] {
      var query = SiteQuery()
      query.sort = sort
      queries.append(query)
      query.levels = [.national, .county]
      query.limit = 137
      queries.append(query)
      query.limit = nil
      query.boundingBox = try? BoundingBox(west: 100, south: 20, east: 120, north: 40)
      queries.append(query)
      query.boundingBox = nil
      query.origin = .position(Coordinate(uncheckedLongitude: 111.6, latitude: 29.7))
      query.radius = .kilometres(40)
      queries.append(query)
      query.includesPossible = true
      query.limit = 10
      queries.append(query)
    }
    var nearest = SiteQuery()
    nearest.origin = .position(Coordinate(uncheckedLongitude: 179.9, latitude: 10))
    nearest.sort = .distance
    queries.append(nearest)
    nearest.limit = 1001
    queries.append(nearest)
    return queries
  }()

  @Test(
    "They are the hits of the same query, in the same order, with the same remarks",
    arguments: [Audience.public, .staff], Cases.factor > 1 ? [1, 250, 1000] : [1, 1000])
  func twins(audience: Audience, size: Int) throws {
    let registry = try TestRegister.scattered.get().open(audience)
    for query in Self.queries where size > 1 || query.limit == 10 {
      let page = try registry.hits(matching: query)
      var hits: [SiteHit] = []
      let rest = try registry.forEachBatch(matching: query, of: size) { batch in
        #expect((1...size).contains(batch.count))
        hits += batch.map(\.hit)
      }
      #expect(hits == page.items)
      #expect(rest.next == page.next)
      #expect(rest.possibleBeyond == page.possibleBeyond)
      // Not every reading sees the whole answer; what it says of it is right.
      if let total = rest.total { #expect(try total == registry.count(matching: query).found) }
    }
  }

  @Test("A cursor goes on where a part ended")
  func cursor() throws {
    let registry = try TestRegister.scattered.get().open()
    for sort in [SiteQuery.Sort.code, .level, .distance] {
      var query = SiteQuery()
      query.sort = sort
      query.origin = .position(Coordinate(uncheckedLongitude: 0, latitude: 0))
      let whole = try registry.hits(matching: query).items.map(\.site.code)
      query.limit = 3333
      var (codes, parts): ([String], Int) = ([], 0)
      repeat {
        let rest = try registry.forEachBatch(matching: query) {
          codes += $0.map(\.dossier.site.code)
        }
        query.cursor = rest.next
        parts += 1
      } while query.cursor != nil
      #expect(codes == whole)
      #expect(parts == (whole.count + 3332) / 3333)
    }
  }

  @Test("Names, designations and sources are those of the entry")
  func belongings() throws {
    let registry = try TestRegister.lixian.get().open()
    var dossiers: [DossierHit] = []
    try registry.forEachBatch(matching: SiteQuery(), of: 5) { dossiers += $0 }
    var seen = 0
    for found in dossiers {
      let entry = try registry.entry(found.dossier.site.code).dossier
      #expect(found.dossier == entry)
      seen += entry.otherNames.count + entry.designations.count + entry.sources.count
    }
    #expect(seen > 100)
    #expect(try registry.dossiers(of: dossiers.map(\.hit)) == dossiers)
    #expect(try registry.dossiers(of: dossiers.reversed().map(\.hit)) == dossiers.reversed())
  }

  @Test("An error ends the reading, and the register answers again")
  func stops() throws {
    struct Enough: Error {}
    let registry = try TestRegister.lixian.get().open()
    var count = 0
    #expect(throws: Enough.self) {
      try registry.forEachBatch(matching: SiteQuery(), of: 10) { batch in
        count += batch.count
        throw Enough()
      }
    }
    #expect(count == 10)
    #expect(try registry.sites(matching: SiteQuery()).items.count == 38)
  }
}
