import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Areas and corridors", .everyStore)
struct RegionTests {
  private static func ring(_ positions: [(Double, Double)]) throws -> LinearRing {
    try LinearRing(positions.map { try Coordinate(longitude: $0.0, latitude: $0.1) })
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) throws -> MultiPolygon {
    try MultiPolygon([
      Polygon(
        exterior: try ring([
          (west, south), (east, south), (east, north), (west, north), (west, south),
        ]))
    ])
  }

  private static let villages = TestPack().sites([
    "T-1,里,,county,,111.2,29.2,,map,open,,,,,", "T-2,边,,county,,111.1,29.5,,map,open,,,,,",
    "T-3,角,,county,,111.1,29.1,,map,open,,,,,", "T-4,洞,,county,,111.5,29.5,,map,open,,,,,",
    "T-5,外,,county,,111.95,29.5,,map,open,,,,,", "T-6,无,,county,,,,,,open,,,,,",
  ])

  @Test("An area holds what lies inside it and on its edge, and not what lies in its hole")
  func edgeAndHole() throws {
    let registry = try TestRegister(Self.villages).open()
    var query = SiteQuery()
    query.areas = [
      try MultiPolygon([
        Polygon(
          exterior: try Self.ring([
            (111.1, 29.1), (111.9, 29.1), (111.9, 29.9), (111.1, 29.9), (111.1, 29.1),
          ]),
          interiors: [
            try Self.ring([
              (111.4, 29.4), (111.4, 29.6), (111.6, 29.6), (111.6, 29.4), (111.4, 29.4),
            ])
          ])
      ])
    ]
    #expect(try registry.sites(matching: query).items.map(\.code) == ["T-1", "T-2", "T-3"])
    query.levels = [.national]
    #expect(try registry.sites(matching: query).items.isEmpty)
  }

  @Test(
    "A circle of accuracy that crosses the edge makes likely what is inside and possible what is not"
  )
  func certainties() throws {
    let registry = try TestRegister(
      TestPack().sites([
        "T-1,深,,county,,111.5,29.5,5000,map,open,,,,,",
        "T-2,浅,,county,,111.31,29.5,5000,map,open,,,,,",
        "T-3,近,,county,,111.29,29.5,5000,map,open,,,,,",
        "T-4,远,,county,,111.2,29.5,5000,map,open,,,,,",
        "T-5,不详,,county,,111.31,29.5,,map,open,,,,,", "T-6,外不详,,county,,111.29,29.5,,map,open,,,,,",
      ])
    ).open()
    var query = SiteQuery()
    query.areas = [try Self.box(111.3, 29.3, 111.7, 29.7)]
    #expect(try registry.hits(matching: query).possibleBeyond == 1)
    query.includesPossible = true
    #expect(
      try registry.hits(matching: query).items.map {
        "\($0.site.code) \($0.certainty?.rawValue ?? "")"
      }
        == ["T-1 certain", "T-2 likely", "T-3 possible", "T-5 unknown"])
  }

  @Test(
    "Another area never takes a relic away, whether it overlaps, repeats or lies within the first")
  func overlapping() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.areas = [try Self.box(111.3, 29.4, 111.9, 30)]
    let alone = try registry.sites(matching: query).items.map(\.code)
    #expect(alone.count == 29)
    for other in [(111.3, 29.4, 111.9, 30), (111.5, 29.6, 111.7, 29.8), (111.8, 29.5, 112.1, 29.8)]
    {
      query.areas = [
        try Self.box(111.3, 29.4, 111.9, 30), try Self.box(other.0, other.1, other.2, other.3),
      ]
      #expect(Set(try registry.sites(matching: query).items.map(\.code)).isSuperset(of: alone))
    }
  }

  @Test("Of areas that lie within each other the best counts")
  func nested() throws {
    let registry = try TestRegister(
      TestPack().sites(["T-1,深,,county,,111.5,29.5,500,map,open,,,,,"])
    ).open()
    var query = SiteQuery()
    query.areas = [
      try Self.box(111.3, 29.3, 111.7, 29.7), try Self.box(111.499, 29.499, 111.501, 29.501),
    ]
    #expect(try registry.hits(matching: query).items.map(\.certainty) == [.certain])
    #expect(
      try registry.nearest(
        to: .position(Coordinate(longitude: 111, latitude: 29)), count: 1, matching: query
      ).map(\.certainty) == [.certain])
  }

  @Test("More areas than an SQL expression is deep are asked one by one")
  func manyAreas() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.areas = try (0..<1200).map { number in
      let west = 111 + Double(number % 40) * 0.025
      let south = 29 + Double(number / 40) * 0.04
      return try Self.box(west, south, west + 0.025, south + 0.04)
    }
    var whole = SiteQuery()
    whole.areas = [try Self.box(111, 29, 112, 30.2)]
    #expect(
      try registry.sites(matching: query).items.map(\.code)
        == registry.sites(matching: whole).items.map(\.code))
  }

  @Test("A long edge is straight in degrees for the point and for the circle of its accuracy")
  func longEdge() throws {
    // The geodesic between the southern corners runs a kilometre north of the parallel.
    let registry = try TestRegister(
      TestPack().sites([
        "T-1,内,,county,,111.5,29.002,50,map,open,,,,,",
        "T-2,边,,county,,111.5,29.0002,50,map,open,,,,,",
        "T-3,外,,county,,111.5,28.9998,50,map,open,,,,,",
        "T-4,远,,county,,111.5,28.998,50,map,open,,,,,",
      ])
    ).open()
    var query = SiteQuery()
    query.areas = [try Self.box(109.5, 29, 113.5, 31)]
    query.includesPossible = true
    #expect(
      try registry.hits(matching: query).items.map {
        "\($0.site.code) \($0.certainty?.rawValue ?? "")"
      }
        == ["T-1 certain", "T-2 likely", "T-3 possible"])
  }

  @Test("The cut along the antimeridian is no edge")
  func seam() throws {
    let registry = try TestRegister(
      TestPack().sites(["T-1,缝,,county,,179.999,29.5,5000,map,open,,,,,"])
    ).open()
    var query = SiteQuery()
    let halves = try Self.box(179, 29, 180, 30).polygons + Self.box(-180, 29, -179, 30).polygons
    query.areas = [try MultiPolygon(halves)]
    #expect(try registry.hits(matching: query).items.map(\.certainty) == [.certain])
  }

  @Test("An area that crosses itself is refused with the reason")
  func bowTie() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.areas = [
      try MultiPolygon([
        Polygon(
          exterior: try Self.ring([(111, 29), (112, 30), (112, 29), (111, 30), (111, 29)]))
      ])
    ]
    #expect(throws: RegistryError.self) { try registry.sites(matching: query) }
  }

  @Test("An area gives what a look at every site gives", arguments: Audience.allCases)
  func bruteForce(audience: Audience) throws {
    let registry = try TestRegister.scattered.get().open(audience)
    var random = SplitMix64(seed: 21)
    for _ in 0..<Cases.count(6) {
      let centre = Scattered.origins[Int(random.unit() * 24)]
      let corners = (0..<7).map { index in
        let bearing = Double(index) / 7 * 360 + random.unit() * 40
        return Geodesic.position(
          from: centre, bearing: -bearing, distance: .metres(8000 + random.unit() * 40_000))
      }
      let area = try MultiPolygon([
        Polygon(exterior: try LinearRing(corners + [corners[0]]))
      ])
      var query = SiteQuery()
      query.areas = [area]
      query.includesPossible = true
      let found = try registry.hits(matching: query).items
      let expected = Scattered.visible(to: audience).compactMap { code, position -> String? in
        // The corners lie within 48 km of the centre, and no accuracy is more than 3.5 km.
        guard Geodesic.distance(centre, position.coordinate) < .kilometres(60) else { return nil }
        let isInside = area.contains(position.coordinate)
        guard let accuracy = position.accuracy else { return isInside ? "\(code) unknown" : nil }
        let crosses = area.distanceToEdge(from: position.coordinate) <= accuracy
        guard isInside || crosses else { return nil }
        let share = CircleShare.inArea(
          boundedBy: area.rightHanded.straightEdges, centre: position.coordinate,
          accuracy: accuracy)
        return "\(code) \(!crosses ? "certain" : share >= 0.5 ? "likely" : "possible")"
      }
      #expect(found.map { "\($0.site.code) \($0.certainty?.rawValue ?? "")" } == expected)
    }
  }

  @Test("A corridor gives what a look at every site gives", arguments: Audience.allCases)
  func corridors(audience: Audience) throws {
    let registry = try TestRegister.scattered.get().open(audience)
    var random = SplitMix64(seed: 22)
    for _ in 0..<Cases.count(6) {
      var road = [Scattered.origins[Int(random.unit() * 24)]]
      for _ in 0..<6 {
        road.append(
          Geodesic.position(
            from: road[road.count - 1], bearing: random.unit() * 360,
            distance: .metres(random.unit() * 15_000)))
      }
      let line = try LineString(road)
      var query = SiteQuery()
      query.corridor = try Corridor(along: [line], distance: .metres(900))
      query.includesPossible = true
      let found = try registry.hits(matching: query).items
      let expected = Scattered.visible(to: audience).compactMap { code, position -> String? in
        // The road goes no farther than 90 km from where it begins.
        guard Geodesic.distance(road[0], position.coordinate) < .kilometres(100) else { return nil }
        let (distance, width) = (line.distance(from: position.coordinate), Length.metres(900))
        guard let accuracy = position.accuracy else {
          return distance <= width ? "\(code) unknown" : nil
        }
        guard distance.metres - accuracy.metres <= width.metres else { return nil }
        if distance + accuracy <= width { return "\(code) certain" }
        let share = CircleShare.inCorridor(
          along: [line], distance: width, centre: position.coordinate, accuracy: accuracy)
        return "\(code) \(share >= 0.5 ? "likely" : "possible")"
      }
      #expect(!expected.isEmpty)
      #expect(found.map { "\($0.site.code) \($0.certainty?.rawValue ?? "")" } == expected)
    }
  }

  @Test("A corridor is as wide as it says, across the antimeridian too")
  func antimeridian() throws {
    let registry = try TestRegister.scattered.get().open()
    let line = try LineString([
      Coordinate(longitude: 179.9, latitude: 10), Coordinate(longitude: -179.9, latitude: 10),
    ])
    var query = SiteQuery()
    query.corridor = try Corridor(along: [line], distance: .kilometres(2))
    let found = try registry.sites(matching: query).items
    #expect(!found.isEmpty)
    #expect(
      found.contains { ($0.position?.coordinate.longitude ?? 0) > 0 }
        && found.contains { ($0.position?.coordinate.longitude ?? 0) < 0 })
    #expect(
      found.allSatisfy { site in
        site.position.map { line.distance(from: $0.coordinate) <= .kilometres(2) } ?? false
      })
  }
}
