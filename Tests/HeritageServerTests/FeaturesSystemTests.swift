import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// OGC API Features, part 2: coordinate reference systems, and the order of their axes.
@Suite struct FeaturesSystemTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  static let systems = ReferenceSystem.allCases.map(\.rawValue)

  @Test("crs/crs-uri, crs/default-crs, crs/storageCrs")
  func lists() throws {
    for collection in try served.object("/collections")["collections"] as? [[String: Any]] ?? [] {
      let list = try #require(collection["crs"] as? [String])
      #expect(list == Self.systems)
      #expect(list.contains(try #require(collection["storageCrs"] as? String)))
    }
  }

  @Test("crs/crs-parameter, crs-parameter-default: Content-Crs stands on every answer")
  func header() {
    for target in ["/collections/sites/items", "/collections/sites/items/LX-0001"] {
      #expect(served.get(target)["Content-Crs"] == "<\(Self.systems[0])>")
      for system in Self.systems {
        #expect(served.get(target + "?crs=" + system)["Content-Crs"] == "<\(system)>")
      }
    }
  }

  @Test(
    "crs/crs-parameter-transform: EPSG:4326 and EPSG:4490 put latitude first",
    arguments: systems.dropFirst())
  func order(system: String) throws {
    for collection in ["sites", "townships", "designations"] {
      let plain = try served.object("/collections/\(collection)/items?limit=1000").features
      let other = try served.object("/collections/\(collection)/items?limit=1000&crs=\(system)")
        .features
      #expect(
        plain.map { FeaturesCoreTests.point($0)?.reversed() }
          == other.map { FeaturesCoreTests.point($0) })
    }
  }

  @Test(
    "crs/bbox-crs-parameter: the same box in each order finds the same",
    arguments: systems.dropFirst())
  func boxes(system: String) throws {
    let plain = try served.object("/collections/sites/items?limit=1000&bbox=111.6,29.6,111.8,29.8")
    let other = try served.object(
      "/collections/sites/items?limit=1000&bbox=29.6,111.6,29.8,111.8&bbox-crs=\(system)")
    #expect(!plain.features.isEmpty)
    #expect(
      plain.features.compactMap { $0["id"] as? String }
        == other.features.compactMap { $0["id"] as? String })
  }

  @Test("crs/bbox-crs-parameter-default: a box without a system is in longitude and latitude")
  func boxWithoutSystem() throws {
    let target = "/collections/sites/items?limit=1000&bbox=111.6,29.6,111.8,29.8"
    let (plain, said) = (
      try served.object(target), try served.object(target + "&bbox-crs=" + Self.systems[0])
    )
    #expect(!plain.features.isEmpty)
    #expect(
      plain.features.compactMap { $0["id"] as? String }
        == said.features.compactMap { $0["id"] as? String })
  }

  @Test("crs/crs-parameter-invalid, bbox-crs-parameter-invalid: 400")
  func refusals() {
    let unknown = "http://www.opengis.net/def/crs/EPSG/0/3857"
    #expect(served.get("/collections/sites/items?crs=\(unknown)").status == 400)
    #expect(served.get("/collections/sites/items/LX-0001?crs=\(unknown)").status == 400)
    #expect(
      served.get("/collections/sites/items?bbox=1,2,3,4&bbox-crs=\(unknown)").status == 400)
  }
}
