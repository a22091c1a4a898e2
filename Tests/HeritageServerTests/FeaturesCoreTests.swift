import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// OGC API Features, part 1: the abstract tests by their names, on the register of Lixian.
@Suite struct FeaturesCoreTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  static let names = [
    "sites", "designations", "zones", "townships", "groups", "intangible",
  ]

  @Test("core/root-op, core/root-success: the landing page leads to everything")
  func landingPage() throws {
    let response = served.get("/")
    #expect(response.status == 200)
    let page = try served.object("/")
    #expect(page.href("service-desc") == "http://register.test/api")
    #expect(page.href("conformance") == "http://register.test/conformance")
    #expect(page.href("data") == "http://register.test/collections")
    let api = page.links.first { $0["rel"] as? String == "service-desc" }
    #expect(api?["type"] as? String == "application/vnd.oai.openapi+json;version=3.0")
  }

  @Test("core/conformance-op, core/conformance-success: the classes are those of version 1.0")
  func conformance() throws {
    let classes = try served.object("/conformance")["conformsTo"] as? [String] ?? []
    for name in ["core", "geojson", "html", "oas30"] {
      #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\(name)"))
    }
    #expect(classes == (try served.object("/")["conformsTo"] as? [String]))
  }

  @Test("core/api-definition-op: the description is OpenAPI 3.0 and names every path")
  func description() throws {
    let response = served.get("/api", accept: "*/*")
    #expect(response["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0")
    let document = try served.object("/api")
    #expect((document["openapi"] as? String)?.hasPrefix("3.0") == true)
    let paths = try #require(document["paths"] as? [String: Any])
    for name in Self.names {
      #expect(paths["/collections/\(name)/items"] != nil)
      #expect(paths["/collections/\(name)/items/{featureId}"] != nil)
    }
  }

  @Test("core/fc-limit-definition, fc-bbox-definition, fc-time-definition")
  func parameterDefinitions() throws {
    let paths = try #require(try served.object("/api")["paths"] as? [String: [String: Any]])
    let operation = try #require(paths["/collections/sites/items"]?["get"] as? [String: Any])
    let parameters = try #require(operation["parameters"] as? [[String: Any]])
    func parameter(_ name: String) -> [String: Any]? {
      parameters.first { $0["name"] as? String == name }
    }
    let limit = try #require(parameter("limit"))
    let schema = try #require(limit["schema"] as? [String: Any])
    #expect(limit["style"] as? String == "form" && limit["explode"] as? Bool == true)
    #expect(schema["minimum"] as? Int == 1 && schema["maximum"] as? Int == 10_000)
    #expect(schema["default"] as? Int == 10)
    let box = try #require(parameter("bbox"))
    #expect(box["style"] as? String == "form" && box["explode"] as? Bool == false)
    #expect((box["schema"] as? [String: Any])?["type"] as? String == "array")
    #expect((parameter("datetime")?["schema"] as? [String: Any])?["type"] as? String == "string")
    // A parameter is either described or refused: every name that the server knows is here.
    let names = Set(parameters.compactMap { $0["name"] as? String })
    #expect(names.isSuperset(of: FeatureCollection.sites.parameters))
  }

  @Test("core/fc-md-op, fc-md-items, sfc-md-op: each collection is described, twice alike")
  func collections() throws {
    let list = try #require(try served.object("/collections")["collections"] as? [[String: Any]])
    #expect(list.compactMap { $0["id"] as? String } == Self.names)
    for collection in list {
      let id = try #require(collection["id"] as? String)
      let alone = try served.object("/collections/\(id)")
      #expect(NSDictionary(dictionary: alone).isEqual(to: collection))
      #expect(collection["itemType"] as? String == "feature")
      let items = collection.links.filter { $0["rel"] as? String == "items" }
      #expect(items.contains { $0["type"] as? String == "application/geo+json" })
      #expect(items.contains { $0["type"] as? String == "text/html" })
    }
  }

  @Test("core/fc-md-extent: the extent holds every position of the collection")
  func extent() throws {
    let collection = try served.object("/collections/sites")
    let spatial = (collection["extent"] as? [String: Any])?["spatial"] as? [String: Any]
    let box = try #require((spatial?["bbox"] as? [[Double]])?.first)
    for feature in try served.object("/collections/sites/items?limit=10000").features {
      guard let point = Self.point(feature) else { continue }
      #expect(point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3])
    }
  }

  @Test(
    "core/fc-op, fc-response, fc-links, fc-numberReturned, fc-numberMatched, geojson/content",
    arguments: names,
    ["", "limit=2", "bbox=111.5,29.5,112,30", "datetime=2001-01-01/..", "limit=10000"])
  func items(collection: String, query: String) throws {
    let target = "/collections/\(collection)/items?\(query)"
    let response = served.get(target, accept: "application/geo+json")
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/geo+json")
    let page = try served.object(target)
    #expect(page["type"] as? String == "FeatureCollection")
    #expect(page["numberReturned"] as? Int == page.features.count)
    #expect(page.features.allSatisfy { $0["type"] as? String == "Feature" && $0["id"] is String })
    for link in page.links {
      #expect((link["href"] as? String)?.hasPrefix("http://register.test/") == true)
      #expect(link["rel"] is String && link["type"] is String)
    }
    #expect(page.href("self") != nil && page.href("alternate") != nil)
    // Pages, one after the other, hold what was counted, each once.
    var (ids, next) = ([String](), Optional("http://register.test" + target))
    while let place = next {
      let part = try served.object(String(place.dropFirst("http://register.test".count)))
      ids += part.features.compactMap { $0["id"] as? String }
      next = part.href("next")
    }
    #expect(ids.count == page["numberMatched"] as? Int)
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "core/fc-bbox-response: only what lies in the box, across 180° too",
    arguments: [
      "-1.5,50,1.5,53", "-80,-5,-70,5", "177,65,-177,70", "-180,85,180,90", "-180,-90,180,-85",
      "111.6,29.6,111.8,29.8", "111.6,29.6,0,111.8,29.8,100", "-180,-90,180,90", "100,20,-170,40",
    ])
  func boxes(text: String) throws {
    let numbers = text.split(separator: ",").compactMap { Double($0) }
    let half = numbers.count / 2
    let (west, south) = (numbers[0], numbers[1])
    let (east, north) = (numbers[half], numbers[half + 1])
    func holds(_ point: [Double]) -> Bool {
      point[1] >= south && point[1] <= north
        && (west <= east
          ? point[0] >= west && point[0] <= east : point[0] >= west || point[0] <= east)
    }
    let all = try served.object("/collections/sites/items?limit=10000").features
    let found = try served.object("/collections/sites/items?limit=10000&bbox=\(text)").features
    let expected = all.filter { Self.point($0).map(holds) ?? false }
    #expect(found.compactMap { $0["id"] as? String } == expected.compactMap { $0["id"] as? String })
  }

  @Test("core/fc-limit-response: a limit above the greatest is answered with the greatest")
  func limits() throws {
    #expect(try served.object("/collections/sites/items?limit=3").features.count == 3)
    for text in ["100000", "99999999999999999999"] {
      #expect(served.get("/collections/sites/items?limit=\(text)").status == 200)
    }
    for text in ["0", "-1", "ten", "1.5", ""] {
      #expect(served.get("/collections/sites/items?limit=\(text)").status == 400)
    }
  }

  @Test(
    "core/query-param-unknown, query-param-invalid: 400, and the parameter is named",
    arguments: [
      ("foo=bar", "foo"), ("bbox=1,2,3", "bbox"), ("bbox=a,b,c,d", "bbox"),
      ("bbox=0,91,1,92", "bbox"), ("datetime=yesterday", "datetime"),
      ("datetime=2020-13-01", "datetime"), ("datetime=2021-01-01/2020-01-01", "datetime"),
      ("near=29.69,111.65", "near"), ("radius=5km", "radius"), ("level=royal", "royal"),
      ("sortby=-code", "sortby"), ("properties=secret", "properties"),
      ("crs=EPSG:4326", "crs"), ("limit=1&limit=2", "limit"), ("found_year=soon", "found_year"),
    ])
  func refusals(query: String, name: String) throws {
    let response = served.get("/collections/sites/items?\(query)")
    #expect(response.status == 400)
    #expect(response["Content-Type"] == "application/problem+json")
    let problem = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
    #expect((problem?["detail"] as? String)?.contains(name) == true)
  }

  @Test("No properties at all are an object without members")
  func noProperties() throws {
    let feature = try served.object("/collections/sites/items?properties=&limit=1").features[0]
    #expect((feature["properties"] as? [String: Any])?.isEmpty == true)
  }

  @Test("A name that is nearly one is asked after")
  func nearMiss() {
    let text = served.get("/collections/sites/items?limt=3&lang=en").text
    #expect(text.contains("there is no parameter limt here; limit was perhaps meant"))
  }

  @Test("core/f-op, f-links, f-success: each feature stands alone under its id")
  func features() throws {
    for collection in Self.names {
      let features = try served.object("/collections/\(collection)/items?limit=5").features
      for feature in features {
        let id = try #require(feature["id"] as? String)
        let alone = try served.object("/collections/\(collection)/items/\(id)")
        #expect(alone["id"] as? String == id)
        #expect(
          NSDictionary(dictionary: alone["properties"] as? [String: Any] ?? [:])
            .isEqual(to: feature["properties"] as? [String: Any] ?? [:]))
        #expect(alone.href("self") != nil && alone.href("alternate") != nil)
        #expect(alone.href("collection") == "http://register.test/collections/\(collection)")
      }
    }
    #expect(served.get("/collections/sites/items/LX-9999").status == 404)
    #expect(served.get("/collections/relics/items").status == 404)
  }

  @Test(
    "html/definition: every document of the API is a page too",
    arguments: [
      "/", "/api", "/conformance", "/functions", "/collections", "/collections/sites",
      "/collections/sites/items", "/collections/sites/items/LX-0001",
      "/collections/sites/queryables", "/collections/sites/schema", "/collections/zones/items",
      "/collections/townships/items",
    ])
  func pages(path: String) {
    for accept in ["text/html", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"] {
      let response = served.get(path, accept: accept)
      #expect(response.status == 200)
      #expect(response["Content-Type"] == "text/html; charset=utf-8")
      #expect(response.text.hasPrefix("<!DOCTYPE html>"))
    }
    #expect(
      served.get(path + "?f=html", accept: "*/*")["Content-Type"]?.hasPrefix("text/html") == true)
  }

  /// Longitude and latitude of a feature; nil where it has none.
  static func point(_ feature: [String: Any]) -> [Double]? {
    (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double]
  }
}
