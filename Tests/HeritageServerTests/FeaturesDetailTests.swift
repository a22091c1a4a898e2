import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// OGC API Features, part 1: the abstract tests of documents, times, and the description.
@Suite struct FeaturesDetailTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  @Test("core/http: what is there is 200, what is not 404, what cannot be done 405")
  func statuses() {
    for method in ["GET", "HEAD"] {
      #expect(served.get("/collections", method: method).status == 200)
      #expect(served.get("/collections/none", method: method).status == 404)
    }
    for method in ["PUT", "PATCH", "DELETE"] {
      let response = served.get("/collections/sites/items", method: method)
      #expect(response.status == 405 && response["Allow"]?.contains("GET") == true)
    }
  }

  @Test("core/fc-md-success, fc-md-links, fc-md-items-links, sfc-md-success: the lists of links")
  func links() throws {
    let list = try served.object("/collections")
    #expect(list.href("self") == "http://register.test/collections")
    #expect(list.href("alternate") == "http://register.test/collections?f=html")
    for collection in list["collections"] as? [[String: Any]] ?? [] {
      let id = try #require(collection["id"] as? String)
      #expect(collection["title"] is String && collection["description"] is String)
      for rel in ["self", "alternate", "items"] {
        for link in collection.links where link["rel"] as? String == rel {
          let href = try #require(link["href"] as? String)
          #expect(href.hasPrefix("http://register.test/collections/\(id)"))
          #expect(link["type"] is String)
        }
        #expect(collection.href(rel) != nil)
      }
    }
  }

  @Test("core/fc-md-extent-multi: an extent is one box, that of the whole")
  func oneBox() throws {
    for name in FeaturesCoreTests.names {
      let collection = try served.object("/collections/\(name)")
      guard let extent = collection["extent"] as? [String: Any] else { continue }
      let spatial = try #require(extent["spatial"] as? [String: Any])
      #expect((spatial["bbox"] as? [[Double]])?.map(\.count) == [4])
      #expect(spatial["crs"] as? String == ReferenceSystem.crs84.rawValue)
    }
  }

  @Test("core/crs84, geojson/definition: longitude first, and the type of GeoJSON")
  func longitudeFirst() throws {
    for name in ["sites", "designations", "townships"] {
      let target = "/collections/\(name)/items?limit=1000"
      #expect(
        served.get(target, accept: "application/geo+json")["Content-Type"] == "application/geo+json"
      )
      for point in try served.object(target).features.compactMap(FeaturesCoreTests.point) {
        #expect((110...113).contains(point[0]) && (29...31).contains(point[1]))
      }
    }
  }

  @Test(
    "core/fc-time-response: what has a year meets its days, what has none meets any",
    arguments: [
      ("1996-11-20", 1996, 1996), ("1996-11-20T12:00:00Z", 1996, 1996),
      ("2001-01-01/..", 2001, 9999), ("../2001-12-31", 0, 2001), ("/2001-12-31", 0, 2001),
      ("2001-01-01/", 2001, 9999), ("2001-01-01T00:00:00Z/2013-12-31T23:59:59Z", 2001, 2013),
    ])
  func times(text: String, first: Int, last: Int) throws {
    let target = "/collections/designations/items?limit=1000"
    let all = try served.object(target).features
    let expected = all.filter { feature in
      let year = (feature["properties"] as? [String: Any])?["year"] as? Int
      return year.map { (first...last).contains($0) } ?? true
    }
    let found = try served.object(target + "&datetime=\(text)").features
    #expect(!found.isEmpty)
    #expect(found.compactMap { $0["id"] as? String } == expected.compactMap { $0["id"] as? String })
  }

  @Test("core/fc-timeStamp: an answer has none, so that the same tag means the same bytes")
  func noTime() throws {
    let (one, two) = (try served.object("/collections/sites/items"), "/collections/sites/items")
    #expect(one["timeStamp"] == nil)
    #expect(served.get(two).bytes == served.get(two).bytes)
  }

  @Test("html/content: a page of features says what the features say, and leads to them")
  func contentOfPages() throws {
    let page = served.page("/collections/sites/items?f=html&limit=5")
    for feature in try served.object("/collections/sites/items?limit=5").features {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(page.contains(try #require(properties["name_zh"] as? String)))
      #expect(page.contains(try #require(feature["id"] as? String)))
    }
    #expect(page.contains("rel=\"next\""))
  }

  private func operations() throws -> [(path: String, operation: [String: Any])] {
    let paths = try #require(try served.object("/api")["paths"] as? [String: [String: Any]])
    return try paths.sorted { $0.key < $1.key }
      .map { ($0.key, try #require($0.value["get"] as? [String: Any])) }
  }

  @Test("oas30/oas-definition-1, oas-definition-2: the description is JSON, and a page")
  func definitions() throws {
    #expect(
      served.get("/api", accept: "application/vnd.oai.openapi+json;version=3.0")["Content-Type"]
        == "application/vnd.oai.openapi+json;version=3.0")
    #expect(served.get("/api", accept: "text/html")["Content-Type"] == "text/html; charset=utf-8")
    let document = try served.object("/api")
    #expect(document["openapi"] as? String == "3.0.3")
    for member in ["info", "servers", "paths", "components"] { #expect(document[member] != nil) }
  }

  @Test(
    """
    oas30/completeness, exceptions-codes, core/api-definition-success: each operation has its \
    parameters, its formats and its faults
    """)
  func completeness() throws {
    var ids: Set<String> = []
    for (path, operation) in try operations() {
      let responses = try #require(operation["responses"] as? [String: [String: Any]])
      #expect(Set(responses.keys).isSuperset(of: ["200", "400", "404", "406", "503"]), "\(path)")
      #expect((responses["200"]?["content"] as? [String: Any])?["text/html"] != nil, "\(path)")
      ids.insert(try #require(operation["operationId"] as? String))
      let names = (operation["parameters"] as? [[String: Any]] ?? [])
        .compactMap { $0["name"] as? String }
      #expect(Set(names).count == names.count)
      #expect(names.contains("f") && names.contains("lang"))
    }
    #expect(ids.count == (try operations()).count)
  }

  @Test("oas30/oas-impl: every operation answers, in every format that it lists")
  func implementation() throws {
    for (path, operation) in try operations() {
      var target = path
      if path.contains("{featureId}") {
        let list = path.replacing("/{featureId}", with: "?limit=1")
        guard let id = try served.object(list).features.first?["id"] as? String else { continue }
        target = path.replacing("{featureId}", with: id)
      }
      let parameters = operation["parameters"] as? [[String: Any]] ?? []
      let formats = parameters.first { $0["name"] as? String == "f" }?["schema"] as? [String: Any]
      let keys = try #require(formats?["enum"] as? [String])
      let responses = operation["responses"] as? [String: [String: Any]]
      let content = try #require(responses?["200"]?["content"] as? [String: Any])
      for key in keys {
        let response = served.get("\(target)?f=\(key)")
        #expect(response.status == 200, "\(target) \(key)")
        let type = try #require(MediaType(rawValue: key))
        #expect(response["Content-Type"] == type.header, "\(target) \(key)")
        #expect(content[type.link] != nil, "\(target) \(key)")
      }
    }
  }

  @Test("oas30/security: a server with staff says how they come in, and that nobody has to")
  func security() throws {
    func schemes(_ document: [String: Any]) -> [String: Any]? {
      (document["components"] as? [String: Any])?["securitySchemes"] as? [String: Any]
    }
    #expect(schemes(try served.object("/api"))?.isEmpty == true)
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "0", count: 64), to: "token")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let service = try RegisterService(
      ServerOptions(
        register: served.folder.path("heritage.sqlite"), publicURL: "http://register.test",
        staffTokenFile: path))
    let response = service.respond(to: WebRequest(target: "/api"))
    let document = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
    let staff = schemes(document ?? [:])?["staff"] as? [String: Any]
    #expect(staff?["scheme"] as? String == "bearer")
    #expect((document?["security"] as? [[String: Any]])?.first?.isEmpty == true)
  }
}
