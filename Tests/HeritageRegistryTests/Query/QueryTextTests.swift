import Geodesy
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Questions as text")
struct QueryTextTests {
  @Test("Parameters make the query that their words say, in either language")
  func query() throws {
    let query = try SiteQuery([
      .name: ["城头山"], .code: ["LX-0001", "lx-2"], .level: ["national", "省级文物保护单位"],
      .category: ["ancient_site", "unknown"], .period: ["-4500..-2000"], .township: ["城头山镇"],
      .group: ["liyang-plain"], .access: ["open"], .provenance: ["survey"],
      .bbox: ["111.5, 29.5,112,30"], .possible: ["true"], .near: ["111.65556，29.69167"],
      .radius: ["5公里"], .sort: ["distance"], .limit: ["20"], .after: ["distance:1.5:LX-0001"],
    ])
    var expected = SiteQuery()
    expected.text = "城头山"
    expected.codes = ["LX-0001", "lx-2"]
    expected.levels = [.national, .provincial]
    expected.categories = [.category(.ancientSite), .unknown]
    expected.years = try YearRange(first: -4500, last: -2000)
    expected.townships = ["城头山镇"]
    expected.group = "liyang-plain"
    expected.access = [.open]
    expected.provenances = [.survey]
    expected.boundingBox = try BoundingBox(west: 111.5, south: 29.5, east: 112, north: 30)
    expected.includesPossible = true
    expected.origin = .position(try Coordinate(longitude: 111.65556, latitude: 29.69167))
    expected.radius = .kilometres(5)
    expected.sort = .distance
    expected.limit = 20
    expected.cursor = "distance:1.5:LX-0001"
    #expect(query == expected)
    #expect(try SiteQuery([:]) == SiteQuery())
  }

  @Test(
    "A text that is no value of its parameter says which and why",
    arguments: [
      (QueryParameter.name, "", QueryTextError.Fault.empty), (.period, "long ago", .noYears),
      (.period, "1..2..3", .noYears), (.bbox, "1,2,3", .noBox), (.bbox, "1,2,3,four", .noBox),
      (.bbox, "1,,2,3,4", .noBox), (.bbox, "0,60,1,50", .noBox), (.radius, "-5km", .noLength),
      (.radius, "far", .noLength), (.radius, "0", .noLength), (.near, "Lixian", .noPoint),
      (.near, "29.69,111.65", .pointOutOfRange(swapped: "111.65,29.69")),
      (.near, "400,500", .pointOutOfRange(swapped: nil)), (.limit, "0", .noCount),
      (.limit, "ten", .noCount), (.possible, "maybe", .noFlag), (.sort, "beauty", .noOrder),
      (.provenance, "stand_in", .standInsNotIncluded),
    ])
  func faults(parameter: QueryParameter, text: String, fault: QueryTextError.Fault) {
    #expect(throws: QueryTextError(parameter: parameter, text: text, fault: fault)) {
      try SiteQuery([parameter: [text]])
    }
  }

  @Test("Parameters that take one text, need or exclude another say so")
  func combinations() {
    #expect(throws: QueryTextError(parameter: .sort, text: "name", fault: .several)) {
      try SiteQuery([.sort: ["code", "name"]])
    }
    #expect(throws: QueryTextError(parameter: .radius, text: "5km", fault: .needs(.near))) {
      try SiteQuery([.radius: ["5km"]])
    }
    #expect(
      throws: QueryTextError(parameter: .near, text: "111,29", fault: .excludes(.nearSite))
    ) { try SiteQuery([.near: ["111,29"], .nearSite: ["LX-0001"]]) }
  }

  @Test(
    "Words that are in no list, and years that end before they begin, are the register's errors")
  func words() {
    #expect(throws: RegistryError.self) { try SiteQuery([.level: ["galactic"]]) }
    #expect(throws: RegistryError.emptyYearRange(first: 5, last: 1)) {
      try SiteQuery([.period: ["5..1"]])
    }
  }

  @Test(
    "A length has a unit in either language, and a bare number is metres",
    arguments: [
      ("5km", 5000.0), ("5 KM", 5000), ("５ｋｍ", 5000), ("800m", 800), ("800", 800), ("1.5公里", 1500),
      ("2千米", 2000), ("300米", 300),
    ])
  func lengths(text: String, metres: Double) {
    #expect(Length(text: text) == .metres(metres))
  }
}
