import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Clusters of relics", .everyStore)
struct ClusterTests {
  /// DBSCAN by its definitions, from every distance: core points, their connected sets, the border.
  static func twin(
    _ distances: [[Length]], epsilon: Length, minimum: Int
  ) -> (clusters: [Int], neighbours: [Int]) {
    let positions = distances.indices
    let near = distances.map { row in positions.filter { row[$0] <= epsilon } }
    let isCore = near.map { $0.count >= minimum }
    var root = Array(positions)
    func find(_ point: Int) -> Int { root[point] == point ? point : find(root[point]) }
    for point in positions where isCore[point] {
      for other in near[point] where isCore[other] {
        let (a, b) = (find(point), find(other))
        root[max(a, b)] = min(a, b)
      }
    }
    let roots = positions.filter { isCore[$0] && find($0) == $0 }
    let clusters = positions.map { point in
      near[point].filter { isCore[$0] && (!isCore[point] || $0 == point) }
        .compactMap { roots.firstIndex(of: find($0)) }.min() ?? -1
    }
    return (clusters, near.map { $0.count - 1 })
  }

  /// From each of the positions to each.
  private static func distances(_ positions: [Coordinate]) -> [[Length]] {
    positions.map { a in positions.map { Geodesic.distance(a, $0) } }
  }

  private static func site(
    _ index: Int, at position: Coordinate, accuracy: Length? = nil,
    method: PositionMethod = .survey
  ) -> Site {
    Site(
      code: "S" + String(10_000 + index), nameZH: "点\(index)", level: .county,
      levelBasis: .listed,
      position: Position(
        coordinate: position, accuracy: accuracy, method: method, source: nil, verbatim: nil,
        declaredSystem: nil), provenance: .survey)
  }

  private static func register(_ sites: [Site]) throws -> TestRegister {
    var pack = CountyPack(emptyCounty: "群县")
    pack.sites = sites.map { Dossier($0) }
    return try TestRegister(pack)
  }

  /// Dense and thin places, duplicates, on the antimeridian, at a pole and in Lixian.
  private static func positions(seed: UInt64) -> [Coordinate] {
    var random = SeededGenerator(seed: seed)
    let centres = [(111.6, 29.7), (180, 10), (-180, -40), (179.999, 60), (30, 89.99), (0, 0)]
    var positions = (0..<300).map { index in
      let centre = centres[index % centres.count]
      let spread = 1 / random.magnitude(in: 0.5...3)
      let longitude = centre.0 + random.number(in: -spread...spread)
      return Coordinate(
        uncheckedLongitude: longitude > 180
          ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
        latitude: min(90, centre.1 + random.number(in: -spread...spread)))
    }
    for index in 0..<60 { positions.append(positions[index * 5]) }
    return positions.shuffled(using: &random)
  }

  @Test(
    "The clusters are those of the definition, from every distance",
    arguments: Cases.seeds(1...1) as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    let positions = Self.positions(seed: seed)
    let sites = positions.enumerated().map { Self.site($0, at: $1) }
    let registry = try Self.register(sites).open()
    let distances = Self.distances(positions)
    for (metres, minimum) in [(200.0, 2), (1000, 4), (3000, 4), (5000, 12), (40_000, 3), (300, 1)] {
      let answer = try registry.clusters(epsilon: .metres(metres), minimum: minimum)
      let expected = Self.twin(distances, epsilon: .metres(metres), minimum: minimum)
      var found = Array(repeating: -1, count: positions.count)
      for cluster in answer.clusters {
        #expect(cluster.members.map(\.site.code) == cluster.members.map(\.site.code).sorted())
        for member in cluster.members {
          let index = try #require(sites.firstIndex { $0.code == member.site.code })
          found[index] = cluster.number - 1
          #expect(member.neighbourCount == expected.neighbours[index])
          #expect(member.isCore == (expected.neighbours[index] + 1 >= minimum))
        }
      }
      #expect(found == expected.clusters)
      #expect(answer.clusters.map(\.number) == answer.clusters.indices.map { $0 + 1 })
      #expect(answer.noiseCount == expected.clusters.count { $0 == -1 })
      #expect(answer.leftOut == ClusterAnswer.LeftOut())
    }
  }

  @Test("Each neighbourhood is asked for once, and a border point goes to the first cluster")
  func border() {
    // Two dense places at 0 and 10 on a line; 5 is within 4 of 1 and 9, and is no core point.
    let line = [10.0, 9, 11, 5, 0, 1, -1]
    var asked: [Int32] = []
    let scan = DensityScan(count: line.count, minimum: 4) { point, found in
      asked.append(point)
      found = line.indices.filter { abs(line[$0] - line[Int(point)]) <= 4 }.map(Int32.init)
    }
    #expect(asked.sorted() == Array(0..<7))
    #expect(scan.clusters == [0, 0, 0, 0, 1, 1, 1])
    #expect(scan.neighbourCounts == [2, 3, 2, 2, 2, 3, 2])
  }

  @Test("The county town's eight relics share its seat and are no cluster")
  func countyTown() throws {
    let registry = try TestRegister.lixian.get().open()
    let town = Coordinate(uncheckedLongitude: 111.75024, latitude: 29.64484)
    #expect(try registry.within(.metres(1), of: .position(town)).items.count == 8)
    for kilometres in [1.0, 3, 5, 10, 50] {
      let answer = try registry.clusters(epsilon: .kilometres(kilometres), minimum: 2)
      let members = answer.clusters.flatMap(\.members).map(\.site)
      #expect(!members.contains { $0.position?.coordinate == town })
      #expect(!members.contains { $0.position?.method == .townshipSeat })
      #expect(answer.leftOut.townshipSeats == 22)
      #expect(answer.leftOut.unlocated == 8)
      #expect(
        members.count + answer.noiseCount + answer.leftOut.townshipSeats
          + answer.leftOut.inaccurate + answer.leftOut.unlocated == 38)
    }
  }

  @Test(
    "Lixian's clusters around Chengtoushan",
    arguments: [
      (3.0, 4, []), (3, 3, []), (3, 2, [[1, 2], [8, 19]]), (5, 3, [[1, 2, 8, 19, 20]]),
      (5, 4, [[1, 2, 8, 20]]), (2, 2, [[1, 2]]),
    ] as [(Double, Int, [[Int]])])
  func lixian(kilometres: Double, minimum: Int, expected: [[Int]]) throws {
    let answer = try TestRegister.lixian.get().open()
      .clusters(epsilon: .kilometres(kilometres), minimum: minimum)
    #expect(
      answer.clusters.map { $0.members.map { Int($0.site.code.suffix(4)) ?? 0 } } == expected)
    #expect(answer.leftOut.inaccurate == (kilometres == 2 ? 4 : 0))
  }

  @Test("What cannot tell how dense relics lie is left out, and counted by its reason")
  func leftOut() throws {
    let place = Coordinate(uncheckedLongitude: 111.5, latitude: 29.5)
    let sites = [
      Self.site(1, at: place, accuracy: .metres(1000)), Self.site(2, at: place),
      Self.site(3, at: place, accuracy: .metres(1000.5)),
      Self.site(4, at: place, accuracy: .metres(10), method: .townshipSeat),
      Self.site(5, at: place, method: .townshipSeat),
      Self.site(6, at: place, accuracy: .metres(1000), method: .generalised),
    ]
    let registry = try Self.register(sites).open()
    let near = try registry.clusters(epsilon: .metres(1000), minimum: 3)
    #expect(near.clusters.map { $0.members.map(\.site.code) } == [["S10001", "S10002", "S10006"]])
    #expect(near.leftOut.inaccurate == 1)
    #expect(near.leftOut.townshipSeats == 2)
    #expect(near.clusters.first?.hull.shape == .point(place))
    let nearer = try registry.clusters(epsilon: .metres(999), minimum: 2)
    #expect(nearer.clusters.isEmpty)
    #expect(nearer.noiseCount == 1)
    #expect(nearer.leftOut.inaccurate == 3)
    // The centre of a cell is never better than the cell.
    func use(_ metres: Double) -> ClusterUse {
      ClusterUse(method: .generalised, accuracy: nil, epsilon: .metres(metres))
    }
    #expect(use(999) == .inaccurate)
    #expect(use(1000) == .usable)
  }

  @Test("Filters choose the relics, and neighbours outside them do not count")
  func filters() throws {
    let registry = try TestRegister.scattered.get().open()
    let epsilon = Length.kilometres(8)
    var query = SiteQuery()
    query.categories = [.category(.ancientSite)]
    query.boundingBox = try BoundingBox(west: 111, south: 29, east: 112.2, north: 30.4)
    let sites = Scattered.sites.filter { site in
      guard let position = site.position, let box = query.boundingBox else { return false }
      return site.category == .ancientSite && box.contains(position.coordinate)
        && (position.accuracy ?? .metres(0)) <= epsilon
    }
    let positions = sites.compactMap(\.position?.coordinate)
    let answer = try registry.clusters(epsilon: epsilon, minimum: 3, matching: query)
    let expected = Self.twin(Self.distances(positions), epsilon: epsilon, minimum: 3)
    #expect(!answer.clusters.isEmpty)
    let found = sites.map { site in
      answer.clusters.firstIndex { $0.members.contains { $0.site.code == site.code } } ?? -1
    }
    #expect(found == expected.clusters)
    #expect(answer.leftOut.unlocated == 0)
  }

  @Test("An area is asked of GEOS, and stand-ins are part of it only when asked for")
  func areas() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = SiteQuery()
    query.areas = [
      try MultiPolygon([
        Polygon(
          exterior: try LinearRing(
            [(111.6, 29.6), (111.74, 29.6), (111.74, 29.8), (111.6, 29.8), (111.6, 29.6)]
              .map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) }))
      ])
    ]
    let answer = try registry.clusters(epsilon: .kilometres(5), minimum: 3, matching: query)
    #expect(answer.clusters.map(\.members.count) == [5])
    #expect(answer.noiseCount == 0)
    #expect(answer.possibleBeyond > 0)
    query.includesStandIns = true
    let all = try registry.clusters(epsilon: .kilometres(5), minimum: 3, matching: query)
    #expect(
      all.clusters.flatMap(\.members).contains { $0.site.position?.method == .generated })
  }

  @Test("The public's clusters are made of public positions, staff's of exact ones")
  func disclosure() throws {
    // Three tombs some 20 m apart, withheld; three sites some 20 m apart, generalised.
    func rows(_ prefix: String, _ category: String, _ latitude: Double) -> [String] {
      (1...3).map { index in
        "T-\(prefix)\(index),秘\(prefix)\(index),\(category),county,,111.5231\(index),"
          + "\(latitude),20,rtk,,,,,,"
      }
    }
    let register = try TestRegister(
      TestPack().sites(rows("A", "ancient_tomb", 29.58) + rows("B", "ancient_site", 29.372)))
    let open = try register.open().clusters(epsilon: .kilometres(2), minimum: 3)
    #expect(open.clusters.map { $0.members.map(\.site.code) } == [["T-B1", "T-B2", "T-B3"]])
    #expect(
      open.clusters.first?.hull.shape
        == .point(Coordinate(uncheckedLongitude: 111.525, latitude: 29.375)))
    #expect(open.leftOut.unlocated == 3)
    #expect(try register.open().clusters(epsilon: .metres(100), minimum: 3).clusters.isEmpty)
    let staff = try register.open(.staff).clusters(epsilon: .metres(100), minimum: 3)
    #expect(staff.clusters.map(\.members.count) == [3, 3])
    #expect(staff.clusters.first?.members.map(\.neighbourCount) == [2, 2, 2])
  }

  @Test("A distance or number that is not positive is refused")
  func refused() throws {
    let registry = try TestRegister.lixian.get().open()
    for metres in [0, -1, .nan, .infinity] as [Double] {
      #expect(throws: RegistryError.self) { try registry.clusters(epsilon: .metres(metres)) }
    }
    #expect(throws: RegistryError.badLimit(0)) {
      try registry.clusters(epsilon: .metres(1), minimum: 0)
    }
  }
}
