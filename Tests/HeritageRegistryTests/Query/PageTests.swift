import Geodesy
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Pages", .everyStore)
struct PageTests {
  @Test("Pages laid end to end are the whole answer", arguments: SiteQuery.Sort.allCases)
  func wholeAnswer(sort: SiteQuery.Sort) throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.sort = sort
    query.includesStandIns = true
    query.origin = .position(Coordinate(uncheckedLongitude: 111.7, latitude: 29.7))
    let whole = try registry.sites(matching: query).items.map(\.code)
    #expect(whole.count == (sort == .distance ? 622 : 630))
    var pages: [String] = []
    query.limit = 97
    repeat {
      let page = try registry.sites(matching: query)
      pages += page.items.map(\.code)
      query.cursor = page.next
    } while query.cursor != nil
    #expect(pages == whole)
  }

  @Test(
    "Pages of a radius laid end to end are the whole answer", arguments: SiteQuery.Sort.allCases)
  func wholeRadius(sort: SiteQuery.Sort) throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.sort = sort
    query.includesStandIns = true
    query.origin = .position(Coordinate(uncheckedLongitude: 111.7, latitude: 29.7))
    query.radius = .kilometres(15)
    let whole = try registry.sites(matching: query).items.map(\.code)
    #expect(whole.count > 100)
    var pages: [String] = []
    query.limit = 23
    repeat {
      let page = try registry.sites(matching: query)
      pages += page.items.map(\.code)
      query.cursor = page.next
    } while query.cursor != nil && pages.count <= whole.count
    #expect(pages == whole)
  }

  @Test(
    "Pages of a box laid end to end are what the order of the whole register has in it",
    arguments: SiteQuery.Sort.allCases)
  func wholeBox(sort: SiteQuery.Sort) throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.sort = sort
    query.includesStandIns = true
    query.origin = .position(Coordinate(uncheckedLongitude: 111.7, latitude: 29.7))
    query.boundingBox = try BoundingBox(west: 111.5, south: 29.5, east: 111.85, north: 29.8)
    // Without a limit every relic is looked at in the order of the store.
    let whole = try registry.sites(matching: query).items.map(\.code)
    #expect(whole.count > 100)
    var pages: [String] = []
    query.limit = 23
    repeat {
      let page = try registry.dossiers(matching: query)
      #expect(page.total == whole.count)
      #expect(try registry.sites(matching: query).next == page.next)
      pages += page.items.map(\.dossier.site.code)
      query.cursor = page.next
    } while query.cursor != nil && pages.count <= whole.count
    #expect(pages == whole)
  }

  @Test("A cursor survives the characters that it is written with")
  func escaping() throws {
    let site = Site(
      code: "A:1%", nameZH: "名:称%3A", level: .county, levelBasis: .listed, provenance: .survey)
    for sort in [SiteQuery.Sort.code, .name, .level] {
      let cursor = PageCursor(sort: sort, after: SiteHit(site))
      #expect(try PageCursor(cursor.text, sort: sort) == cursor)
    }
  }

  @Test("The highest level comes first, ties by code")
  func levels() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.sort = .level
    let sites = try registry.sites(matching: query).items
    #expect(
      sites.map { "\($0.level.rank) \($0.code)" }
        == sites.map { "\($0.level.rank) \($0.code)" }.sorted())
    query.limit = 3
    #expect(try registry.sites(matching: query).next == "level:0:LX-0003")
  }

  @Test("A radius is paged too, and counts what lies beyond on every page")
  func radius() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.limit = 4
    let first = try registry.within(.kilometres(10), of: .site(code: "LX-0001"), matching: query)
    #expect(first.items.count == 4)
    #expect(first.possibleBeyond == 16)
    query.cursor = first.next
    let second = try registry.within(.kilometres(10), of: .site(code: "LX-0001"), matching: query)
    #expect(second.items.map(\.site.code) == ["LX-0019", "LX-0025"])
    #expect(second.next == nil)
  }

  @Test(
    "A cursor of another query is refused",
    arguments: [
      "", "code", "name:x:LX-0001", "level:high:LX-0001", "distance:far:LX-0001", "distance:nan:X",
    ])
  func badCursor(cursor: String) throws {
    let registry = try TestRegister.lixian.get().open()
    for sort in [SiteQuery.Sort.code, .level, .distance] {
      var query = SiteQuery()
      query.sort = sort
      query.origin = .position(Coordinate(uncheckedLongitude: 111.7, latitude: 29.7))
      query.cursor = cursor
      #expect(throws: RegistryError.badCursor(cursor)) { try registry.sites(matching: query) }
    }
  }
}
