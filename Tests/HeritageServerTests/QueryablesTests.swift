import Foundation
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// OGC API Features, part 3: what can be asked of a collection, and a parameter for each of it.
@Suite struct QueryablesTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  static let relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables"

  @Test("queryables/get-conformance, queryables-query-parameters/get-conformance: both are listed")
  func conformance() throws {
    let classes = try served.object("/conformance")["conformsTo"] as? [String] ?? []
    for name in ["queryables", "queryables-query-parameters"] {
      #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/\(name)"))
    }
  }

  @Test(
    "queryables/get-queryables-uris: the header of items leads to them, for HEAD and GET",
    arguments: FeaturesCoreTests.names)
  func header(name: String) throws {
    for method in ["HEAD", "GET"] {
      let response = served.get("/collections/\(name)/items", method: method)
      #expect(response.status == 200)
      let link = try #require(response["Link"])
      let place = "<http://register.test/collections/\(name)/queryables>"
      #expect(link.contains("\(place); rel=\"\(Self.relation)\"; type=\"application/schema+json\""))
    }
  }

  @Test(
    "queryables/get-queryables: a closed schema of draft 2020-12 under its own address",
    arguments: FeaturesCoreTests.names)
  func schema(name: String) throws {
    let target = "/collections/\(name)/queryables"
    let response = served.get(target, accept: "application/schema+json")
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/schema+json")
    let schema = try served.object(target)
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"] as? String == "http://register.test" + target)
    #expect(schema["type"] as? String == "object")
    #expect(schema["additionalProperties"] as? Bool == false)
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(!properties.isEmpty)
    for (key, property) in properties {
      let format = property["format"] as? String ?? ""
      // A geometry has a format and no type, everything else a type.
      #expect(format.hasPrefix("geometry-") == (property["type"] == nil), "\(key)")
      #expect(property["title"] is String)
    }
  }

  @Test(
    "queryables-query-parameters/query-param: each simple queryable is a parameter that selects",
    arguments: FeaturesCoreTests.names)
  func parameters(name: String) throws {
    let schema = try served.object("/collections/\(name)/queryables")
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let paths = try #require(try served.object("/api")["paths"] as? [String: [String: Any]])
    let operation = paths["/collections/\(name)/items"]?["get"] as? [String: Any]
    let described = (operation?["parameters"] as? [[String: Any]] ?? [])
      .compactMap { $0["name"] as? String }
    let all = try served.object("/collections/\(name)/items?limit=1000").features
    func value(_ feature: [String: Any], _ key: String) -> String? {
      switch (feature["properties"] as? [String: Any])?[key] {
      case let text as String: text
      case let number as NSNumber: "\(number)"
      default: nil
      }
    }
    var count = 0
    // `code`, `name` and the like are asked for as the command line asks: words, not equality.
    let words = name == "sites" ? Set(ItemsRequest.ofSites.map(\.rawValue)) : []
    for key in properties.keys.sorted() where properties[key]?["type"] != nil {
      #expect(described.contains(key), "\(key)")
      guard !words.contains(key), let sample = all.lazy.compactMap({ value($0, key) }).first else {
        continue
      }
      let text = WebRequest.escaped(sample)
      let found = try served.object("/collections/\(name)/items?limit=1000&\(key)=\(text)").features
      #expect(
        found.compactMap { $0["id"] as? String }
          == all.filter { value($0, key) == sample }.compactMap { $0["id"] as? String },
        "\(key)=\(sample)")
      count += 1
    }
    #expect(count > 0 || all.isEmpty)
  }
}
