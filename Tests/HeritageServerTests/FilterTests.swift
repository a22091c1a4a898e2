import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// OGC API Features, part 3: filters, and how they go together with the other parameters.
@Suite struct FilterTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  private static let spec = "http://www.opengis.net/spec/"
  private static let latitudeFirst = ReferenceSystem.wgs84.rawValue

  private func target(_ filter: String, _ more: String = "") -> String {
    "/collections/sites/items?limit=1000&filter=\(WebRequest.escaped(filter))" + more
  }

  private func ids(_ target: String) throws -> [String] {
    try served.object(target).features.compactMap { $0["id"] as? String }
  }

  private func refusal(_ target: String) throws -> String {
    let response = served.get(target)
    #expect(response.status == 400)
    #expect(response["Content-Type"] == "application/problem+json")
    let problem = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
    return "\(problem?["type"] ?? "") \(problem?["detail"] ?? "")"
  }

  @Test("filter/get-conformance, features-filter/get-conformance, get-collections, get-collection")
  func conformance() throws {
    let classes = try served.object("/conformance")["conformsTo"] as? [String] ?? []
    for name in ["filter", "features-filter"] {
      #expect(classes.contains(Self.spec + "ogcapi-features-3/1.0/conf/\(name)"))
    }
    for collection in try served.object("/collections")["collections"] as? [[String: Any]] ?? [] {
      let id = try #require(collection["id"] as? String)
      let place = "http://register.test/collections/\(id)/queryables"
      #expect(collection.href(QueryablesTests.relation) == place)
      #expect(try served.object("/collections/\(id)").href(QueryablesTests.relation) == place)
    }
  }

  @Test("filter/filter-param, features-filter/filter-on-items: text and JSON select the same")
  func selects() throws {
    let all = try served.object("/collections/sites/items?limit=1000").features
    let expected = all.filter {
      ($0["properties"] as? [String: Any])?["protection_level"] as? String == "national"
    }.compactMap { $0["id"] as? String }
    #expect(expected.count == 16)
    let text = "protection_level = 'national'"
    let json = #"{"op":"=","args":[{"property":"protection_level"},"national"]}"#
    #expect(try ids(target(text, "&filter-lang=cql2-text")) == expected)
    #expect(try ids(target(json, "&filter-lang=cql2-json")) == expected)
    #expect(try served.object(target(text))["numberMatched"] as? Int == 16)
    // Every collection has filters, and a filter goes with the page that follows.
    let townships = try served.object(
      "/collections/townships/items?limit=2&filter=\(WebRequest.escaped("name_zh LIKE '%镇'"))")
    let next = try #require(townships.href("next"))
    #expect(next.contains("filter=name_zh%20LIKE%20%27%25%E9%95%87%27"))
  }

  @Test(
    "A filter finds the same whether the register is asked for a part of it or for everything",
    arguments: [
      "protection_level = 'national'", "'county' = protection_level",
      "protection_level IN ('provincial','county','none of them')",
      "category = 'ancient_site' AND protection_level <> 'national'",
      "provenance = 'survey' AND name_zh LIKE '%山%'",
      "S_INTERSECTS(geom,BBOX(111.5,29.5,111.8,29.8))",
      "protection_level = 'national' AND S_WITHIN(geom,POLYGON((111 29,112 29,112 30,111 29)))",
      "category = 'ancient_site' AND category = 'ancient_building'",
      "protection_level = 'National'",
    ], ["", "&bbox=111.6,29.6,112,30", "&bbox=179,-80,111.7,80", "&protection_level=national"])
  func narrowed(filter: String, more: String) throws {
    // Nothing narrows an OR down.
    let whole = try ids(target("(\(filter)) OR 1=0", more))
    #expect(try ids(target(filter, more)) == whole)
    #expect(
      try served.object(target(filter, more))["numberMatched"] as? Int == whole.count)
  }

  @Test("What the register is asked of a filter is no more than it says")
  func narrowing() throws {
    func query(_ text: String) throws -> SiteQuery {
      let request = WebRequest(target: "/?filter=" + WebRequest.escaped(text))
      let filter = try FeatureFilter(of: request, for: FeatureCollection.sites.queryables)
      var query = SiteQuery()
      filter?.narrow(&query)
      return query
    }
    #expect(try query("protection_level IN ('national','county')").levels == [.national, .county])
    #expect(try query("category = 'ancient_site'").categories == [.category(.ancientSite)])
    #expect(try query("S_INTERSECTS(geom,BBOX(111,29,112,30))").boundingBox?.west == 111)
    for text in ["protection_level = 'x'", "NOT protection_level = 'national'", "name_zh = 'a'"] {
      #expect(try query(text) == SiteQuery())
    }
  }

  @Test("filter/filter-lang-default: text where nothing is said, and no other language")
  func language() throws {
    #expect(try ids(target("protection_level = 'national'")).count == 16)
    #expect(try refusal(target("1=1", "&filter-lang=cql-text")).contains("filter-lang"))
    #expect(try refusal(target("{}", "&filter-lang=cql2-json")).contains("filter"))
  }

  @Test(
    "filter/expression-construction: what is no queryable is refused by its name",
    arguments: [
      ("secret = 1", "secret"),
      ("protection_level = 'national' AND NOT (secret IS NULL)", "secret"),
      ("foo(name_zh) = 'a'", "foo"), ("sources = 'a'", "sources"),
    ])
  func undeclared(filter: String, name: String) throws {
    #expect(try refusal(target(filter)).contains(name))
  }

  @Test("filter/filter-crs-wgs84: longitude first, and nothing beyond the system's numbers")
  func longitudeFirst() throws {
    let inside = try ids(target("S_INTERSECTS(geom,BBOX(111.6,29.6,111.8,29.8))"))
    #expect(inside == (try ids("/collections/sites/items?limit=1000&bbox=111.6,29.6,111.8,29.8")))
    #expect(!inside.isEmpty)
    for wrong in [
      "S_INTERSECTS(geom,BBOX(1000000,29,1000001,30))", "S_INTERSECTS(geom,POINT(1000000 29))",
    ] {
      #expect(try refusal(target(wrong)).contains("filter-out-of-range"))
    }
  }

  @Test(
    "filter/filter-crs-param: latitude first where the system has it so; others are refused",
    arguments: [ReferenceSystem.wgs84.rawValue, ReferenceSystem.cgcs2000.rawValue])
  func systems(system: String) throws {
    let plain = try ids(target("S_INTERSECTS(geom,BBOX(111.6,29.6,111.8,29.8))"))
    let swapped = "S_INTERSECTS(geom,BBOX(29.6,111.6,29.8,111.8))"
    #expect(try ids(target(swapped, "&filter-crs=\(system)")) == plain)
    #expect(
      try ids(
        target(
          "S_WITHIN(geom,POLYGON((29.6 111.6,29.8 111.6,29.8 111.8,29.6 111.8,29.6 111.6)))",
          "&filter-crs=\(system)")) == plain)
    #expect(try refusal(target(swapped, "&filter-crs=EPSG:3857")).contains("filter-crs"))
  }

  @Test("filter/get-functions: the functions are listed with what they take and give")
  func functions() throws {
    let response = served.get("/functions", accept: "*/*")
    #expect(response.status == 200 && response["Content-Type"] == "application/json")
    let list = try #require(try served.object("/functions")["functions"] as? [[String: Any]])
    let near = try #require(list.first { $0["name"] as? String == "near" })
    #expect(near["returns"] as? [String] == ["boolean"])
    #expect((near["arguments"] as? [[String: Any]])?.count == 4)
    #expect(try served.object("/").href(Relation.functions) == "http://register.test/functions")
  }

  @Test("functions/functions: near() selects by distance, alone and with other predicates")
  func near() throws {
    let all = try ids(target("near(geom,111.65556,29.69167,5000)"))
    let within = try served.object(
      "/collections/sites/items?limit=1000&near=111.65556,29.69167&radius=5km")
    #expect(Set(all).isSuperset(of: within.features.compactMap { $0["id"] as? String }))
    #expect(all.contains("LX-0001"))
    let fewer = try ids(
      target("near(geom,111.65556,29.69167,5000) = TRUE AND protection_level = 'national'"))
    #expect(!fewer.isEmpty && Set(fewer).isSubset(of: all))
  }

  @Test(
    "A place that is none is no empty answer",
    arguments: [
      ("29.69167,111.65556,5000", "latitude is 111.65556"), ("181,29,5000", "longitude is 181"),
      ("111.65556,29.69167,-1", "metres is -1"), ("111.65556,29.69167,1e9", "metres is 1000000000"),
    ])
  func nearNowhere(arguments: String, words: String) throws {
    let response = served.get(target("near(geom,\(arguments))") + "&lang=en")
    #expect(response.status == 400 && response.text.contains(words), "\(response.text)")
  }

  @Test("features-filter/mixing-expression: filter, box, days and parameters all hold")
  func mixed() throws {
    let filter = "protection_level = 'national'"
    let box = "&bbox=111.6,29.6,111.8,29.8"
    let days = "&datetime=2001-01-01/.."
    let level = "&category=ancient_site"
    func alone(_ more: String) throws -> Set<String> {
      Set(try ids("/collections/sites/items?limit=1000" + more))
    }
    let expected = Set(try ids(target(filter))).intersection(try alone(box))
      .intersection(try alone(days)).intersection(try alone(level))
    #expect(!expected.isEmpty && expected.count < 16)
    #expect(Set(try ids(target(filter, box + days + level))) == expected)
    // A box without any relic in it is an empty answer, not a fault.
    let none = served.get(target(filter, "&bbox=0,0,1,1"))
    #expect(none.status == 200)
    #expect(try ids(target(filter, "&bbox=0,0,1,1")).isEmpty)
    #expect(try ids(target("S_INTERSECTS(geom,BBOX(0,0,1,1))", box)).isEmpty)
  }
}
