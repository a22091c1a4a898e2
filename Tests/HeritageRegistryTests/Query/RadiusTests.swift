import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Radius queries", .everyStore)
struct RadiusTests {
  private static let chengtoushan = Coordinate(uncheckedLongitude: 111.65556, latitude: 29.69167)

  @Test(
    "From Chengtoushan the answer is certain, likely and possible as the accuracies say",
    arguments: [
      (5.0, false, [2, 3, 2], 2), (10, false, [6, 1, 16], 16), (5, true, [1, 2, 3], 2),
      (10, true, [5, 1, 16], 16),
    ])
  func certainties(kilometres: Double, isSite: Bool, expected: [Int], beyond: Int) throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    let origin: SiteQuery.Origin =
      isSite ? .site(code: "LX-0001") : .position(Self.chengtoushan)
    let page = try registry.within(.kilometres(kilometres), of: origin, matching: query)
    #expect(page.possibleBeyond == beyond)
    query.includesPossible = true
    let all = try registry.within(.kilometres(kilometres), of: origin, matching: query).items
    #expect(
      [Certainty.certain, .likely, .possible].map { wanted in
        all.count { $0.certainty == wanted }
      } == expected)
  }

  @Test("The certainty of a distance and an accuracy follows the rule")
  func rule() {
    func certainty(_ distance: Double, _ accuracy: Double?) -> Certainty? {
      Presence(
        distance: .metres(distance), accuracy: accuracy.map(Length.metres), radius: .metres(1000)
      )?.certainty
    }
    #expect(certainty(900, 100) == .certain)
    #expect(certainty(900, 101) == .likely)
    #expect(certainty(990, 40) == .likely)
    #expect(certainty(1000, 1) == .possible)
    #expect(certainty(1000.5, 1) == .possible)
    #expect(certainty(1001, 1) == nil)
    // A township's seat with its kilometres is no finding for a hundred metres around it.
    #expect(certainty(0, 2500) == .possible)
    #expect(certainty(1000, nil) == .unknown)
    #expect(certainty(1001, nil) == nil)
  }

  @Test(
    "Distances and bearings agree with pyproj's Geod to a millimetre",
    arguments: [
      ("LX-0002", 1889.792, 113.686), ("LX-0020", 3927.581, 359.351),
      ("LX-0008", 4081.353, 224.711),
      ("LX-0004", 4410.372, 50.656), ("LX-0019", 5125.480, 204.938), ("LX-0025", 6814.114, 341.606),
    ])
  func distances(code: String, metres: Double, bearing: Double) throws {
    let registry = try TestRegister.lixian.get().open()
    let hits = try registry.within(.kilometres(10), of: .site(code: "LX-0001")).items
    let hit = try #require(hits.first { $0.site.code == code })
    #expect(abs(try #require(hit.distance).metres - metres) < 0.001)
    #expect(abs(try #require(hit.bearing) - bearing) < 0.001)
  }

  @Test(
    "The answer is what a look at every site gives", arguments: Scattered.lookouts,
    Audience.allCases)
  func bruteForce(origin: Coordinate, audience: Audience) throws {
    let registry = try TestRegister.scattered.get().open(audience)
    let distances = Scattered.visible(to: audience).map { code, position in
      (code: code, distance: Geodesic.distance(origin, position.coordinate), position.accuracy)
    }
    for radius in [Length.metres(300), .kilometres(5), .kilometres(60), .kilometres(3000)] {
      var query = SiteQuery()
      query.includesPossible = true
      let found = try registry.within(radius, of: .position(origin), matching: query).items
      let expected =
        distances
        .compactMap { code, distance, accuracy -> (String, Double, Certainty)? in
          Presence(distance: distance, accuracy: accuracy, radius: radius)
            .map { (code, distance.metres, $0.certainty) }
        }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      #expect(found.map(\.site.code) == expected.map(\.0))
      #expect(found.map(\.certainty) == expected.map(\.2))
    }
  }

  @Test("What is but possible is answered where its point lies within, with its share")
  func seats() throws {
    let registry = try TestRegister.lixian.get().open()
    // The seat of the county's town, at which eight relics stand with ±2.5 km and more.
    let seat = Coordinate(uncheckedLongitude: 111.75024, latitude: 29.64484)
    let found = try registry.within(.metres(50), of: .position(seat)).items
    #expect(found.count > 3)
    for hit in found {
      let accuracy = try #require(hit.site.position?.accuracy).metres
      #expect(hit.certainty == .possible)
      #expect(abs(try #require(hit.presence?.share) - (50 / accuracy) * (50 / accuracy)) < 1e-9)
    }
  }

  @Test("A larger radius holds the smaller one, and 5 km are 5000 m")
  func metamorphic() throws {
    let registry = try TestRegister.scattered.get().open()
    for origin in Scattered.lookouts.prefix(4) {
      var previous: Set<String> = []
      for radius in [1.0, 2, 5, 20, 100, 1000] {
        let found = Set(
          try registry.within(.kilometres(radius), of: .position(origin)).items.map(\.site.code))
        #expect(found.isSuperset(of: previous))
        previous = found
      }
      #expect(
        try registry.within(.kilometres(5), of: .position(origin)).items
          == registry.within(.metres(5000), of: .position(origin)).items)
    }
  }

  @Test("A relic that is the origin is left out, and bearings are null at its own point")
  func origin() throws {
    let registry = try TestRegister.lixian.get().open()
    let fromPoint = try registry.within(.metres(10), of: .position(Self.chengtoushan)).items
    #expect(fromPoint.map(\.site.code) == ["LX-0001"])
    #expect(fromPoint.first?.distance == .metres(0))
    #expect(fromPoint.first?.bearing == nil)
    #expect(try registry.within(.metres(10), of: .site(code: "LX-0001")).items.isEmpty)
  }

  @Test("A radius that is no positive length is refused", arguments: [0, -5, .nan, .infinity])
  func badRadius(metres: Double) throws {
    let registry = try TestRegister.lixian.get().open()
    #expect(throws: RegistryError.self) {
      try registry.within(.metres(metres), of: .position(Self.chengtoushan))
    }
  }

  @Test("The R*Tree brings the candidates, for both audiences", arguments: Audience.allCases)
  func plan(audience: Audience) throws {
    let registry = try TestRegister.scattered.get().openFile(audience)
    var query = SiteQuery()
    query.origin = .position(Self.chengtoushan)
    query.radius = .kilometres(5)
    query.sort = .distance
    let plan = try registry.plans { state in
      let search = try SiteSearch(query, in: state)
      return try state.statements(
        search.resolved,
        in: .boxes(search.region.boxes(reach: try state.largestAccuracy ?? .metres(0))))
    }
    #expect(plan.count == (audience == .staff ? 2 : 1))
    for steps in plan {
      #expect(steps.first?.hasPrefix("SCAN r VIRTUAL TABLE INDEX 2:") == true)
      #expect(steps.contains("SEARCH s USING INTEGER PRIMARY KEY (rowid=?)"))
      #expect(audience == .staff || !steps.contains { $0.contains(" e ") })
    }
  }
}
