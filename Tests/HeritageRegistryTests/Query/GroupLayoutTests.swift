import Geodesy
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The layout of a group", .everyStore)
struct GroupLayoutTests {
  @Test("The nearest neighbours are those of a look at every pair, ties by code")
  func bruteForce() {
    let sites = Array(Scattered.sites.suffix(1_500))
    let layout = GroupLayout(sites)
    for (index, site) in sites.enumerated() where index % 5 == 0 {
      guard let position = site.position else { continue }
      let expected = sites.filter { $0.code != site.code }
        .compactMap { other in
          other.position.map {
            (Geodesic.distance(position.coordinate, $0.coordinate).metres, other.code)
          }
        }
        .min { $0 < $1 }
      let found = layout.nearest[site.code]
      #expect(found?.code == expected?.1)
      #expect(found?.distance.metres == expected?.0)
    }
  }

  @Test("The Liyang Plain: twelve positions, one member without, accuracies summed")
  func liyangPlain() throws {
    let layout = try TestRegister.lixian.get().open().layout(ofGroup: "liyang-plain")
    #expect(layout.located.count == 12)
    #expect(layout.unlocatedCount == 1)
    #expect(layout.nearest.count == 12)
    let nearest = try #require(layout.nearest["LX-0001"])
    #expect(nearest.code == "LX-0002")
    #expect(nearest.nameZH == "彭头山遗址")
    #expect(abs(nearest.distance.metres - 1889.792) < 0.001)
    #expect(nearest.accuracy == .metres(1300))
    let hull = try #require(layout.hull)
    #expect(abs(hull.extent.width.metres - 21_342) < 1)
    #expect(abs(hull.extent.height.metres - 12_710) < 1)
  }

  @Test("Without a position, or alone, a relic has no neighbour; an unknown accuracy stays unknown")
  func alone() {
    func site(_ code: String, _ longitude: Double?, _ accuracy: Length?) -> Site {
      Site(
        code: code, nameZH: code, level: .county, levelBasis: .listed,
        position: longitude.map {
          Position(
            coordinate: Coordinate(uncheckedLongitude: $0, latitude: 29), accuracy: accuracy,
            method: .map, source: nil, verbatim: nil, declaredSystem: nil)
        }, provenance: .published)
    }
    let one = GroupLayout([site("A", 111, nil), site("B", nil, nil)])
    #expect(one.nearest.isEmpty)
    #expect(one.hull?.shape == .point(Coordinate(uncheckedLongitude: 111, latitude: 29)))
    #expect(GroupLayout([site("B", nil, nil)]).hull == nil)
    let two = GroupLayout([site("A", 111, nil), site("B", 111, .metres(5))])
    #expect(two.nearest["A"]?.code == "B")
    #expect(two.nearest["A"]?.distance == .metres(0))
    #expect(two.nearest["A"]?.accuracy == nil)
  }

  @Test("A group that the register does not know is an error with those it knows")
  func unknown() throws {
    let registry = try TestRegister.lixian.get().open()
    #expect(
      throws: RegistryError.groupNotFound(
        key: "nowhere", known: ["liyang-plain", "lizhou-walls"])
    ) { try registry.layout(ofGroup: "nowhere") }
  }
}
