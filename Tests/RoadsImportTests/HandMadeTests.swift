import Geodesy
import Roads
import RoadsImport
import Testing
import TourPlanner

@Suite("Maps written by hand")
struct HandMadeTests {
  /// Seconds from one place to another and back; nil where there is no way.
  private func times(
    _ map: HandMadeMap, _ mode: TravelMode, _ from: (Double, Double), _ to: (Double, Double),
    tracks: Bool = true
  ) throws -> [Int?] {
    let travel = try RoadTravel(ModeRoads(map.graph(tracks: tracks), by: mode))
    let matrix = try travel.matrix(
      of: [from, to].enumerated().map {
        TravelPlace(id: "\($0)", position: HandMadeMap.place($1.0, $1.1))
      })
    return [(0, 1), (1, 0)].map {
      matrix.hasWay(from: $0, to: $1) ? matrix.seconds(from: $0, to: $1) : nil
    }
  }

  /// A square of roads, two columns wide and one row high, with a road from A in the south-west to B.
  private func square(_ tags: [String: String], _ other: [String: String] = [:]) -> HandMadeMap {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("B", 2, 0)
    map.node("C", 2, 1)
    map.node("D", 0, 1)
    map.way("AB", tags)
    map.way("BCDA", other)
    return map
  }

  // Along AB are 193.5 m, round the other way 415.2 m: at 25 km/h 27.9 s and 59.8 s, rounded up.
  @Test(
    "One road of a square by car, from its start to its end and back",
    arguments: [
      ([:], [28, 28]), (["oneway": "yes"], [28, 60]), (["oneway": "-1"], [60, 28]),
      (["oneway": "no", "junction": "roundabout"], [28, 28]),
      (["junction": "roundabout"], [28, 60]),
      (["highway": "motorway"], [8, 60]), (["highway": "motorway", "oneway": "no"], [8, 8]),
      (["maxspeed": "50"], [18, 18]), (["maxspeed": "30 mph"], [19, 19]),
      (["maxspeed": "CN:urban"], [18, 18]), (["maxspeed:backward": "50"], [28, 18]),
      (["access": "no"], [60, 60]), (["access": "no", "motorcar": "yes"], [28, 28]),
      (["motor_vehicle": "forestry"], [60, 60]), (["highway": "track"], [47, 47]),
      (["highway": "path"], [60, 60]), (["highway": "track", "tracktype": "grade5"], [47, 47]),
      (["surface": "mud"], [60, 60]), (["area": "yes"], [60, 60]),
      (["oneway": "yes", "oneway:motor_vehicle": "no"], [28, 28]),
      (["oneway": "reversible"], [60, 60]), (["highway": "construction"], [60, 60]),
    ] as [([String: String], [Int])])
  func driven(tags: [String: String], seconds: [Int]) throws {
    #expect(try times(square(tags), .drive, (0, 0), (2, 0)) == seconds)
  }

  // At 15 km/h 46.4 s and 99.6 s; pushed at 4 km/h 174.1 s.
  @Test(
    "The same by bicycle",
    arguments: [
      (["oneway": "yes"], [47, 100]), (["oneway": "yes", "oneway:bicycle": "no"], [47, 47]),
      (["oneway": "yes", "cycleway": "opposite_lane"], [47, 47]), (["bicycle": "no"], [100, 100]),
      (["highway": "footway", "bicycle": "yes"], [47, 47]), (["highway": "trunk"], [100, 100]),
    ] as [([String: String], [Int])])
  func cycled(tags: [String: String], seconds: [Int]) throws {
    #expect(try times(square(tags), .cycle, (0, 0), (2, 0)) == seconds)
  }

  // At 5 km/h 139.5 s and 299.1 s.
  @Test(
    "The same on foot",
    arguments: [
      (["oneway": "yes"], [140, 140]), (["highway": "steps"], [140, 140]),
      (["highway": "motorway"], [300, 300]), (["foot": "no"], [300, 300]),
      (["surface": "gravel"], [186, 186]), (["highway": "motorway", "foot": "yes"], [140, 140]),
    ] as [([String: String], [Int])])
  func walked(tags: [String: String], seconds: [Int]) throws {
    let found = try times(square(tags), .walk, (0, 0), (2, 0))
    #expect(found == seconds)
  }

  // Straight 193.5 m, 27.9 s by car, 139.3 s on foot; round 59.8 s and 299.1 s, less a rounding.
  @Test(
    "What stands in the middle of a road, by car and on foot",
    arguments: [
      (["barrier": "bollard"], 60, 140), (["barrier": "gate"], 60, 140),
      (["barrier": "cattle_grid"], 28, 140), (["barrier": "wall"], 60, 299),
      (["barrier": "bollard", "motor_vehicle": "yes"], 28, 140),
      (["barrier": "border_control"], 28, 140),
      (["barrier": "toll_booth", "access": "no"], 60, 299),
    ] as [([String: String], Int, Int)])
  func barriers(tags: [String: String], car: Int, foot: Int) throws {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("M", 1, 0, tags)
    map.node("B", 2, 0)
    map.node("C", 2, 1)
    map.node("D", 0, 1)
    map.way("AMB")
    map.way("BCDA")
    #expect(try times(map, .drive, (0, 0), (2, 0)) == [car, car])
    #expect(try times(map, .walk, (0, 0), (2, 0)) == [foot, foot])
  }

  @Test("A gate without a way round takes a minute more")
  func gate() throws {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("M", 1, 0, ["barrier": "gate"])
    map.node("B", 2, 0)
    map.way("AMB")
    #expect(try times(map, .drive, (0, 0), (2, 0)) == [88, 88])
  }

  @Test("A private road is used at the ends of a way alone, or where there is no other")
  func privateRoads() throws {
    let round = try times(square(["access": "private"]), .drive, (0, 0.1), (2, 0.1))
    #expect(round == [57, 57])
    // From its middle one drives out, 14 s, whatever one is.
    #expect(try times(square(["access": "private"]), .drive, (1, 0), (2, 0)) == [14, 14])
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("B", 1, 0)
    map.node("C", 2, 0)
    map.node("D", 3, 0)
    map.way("AB")
    map.way("BC", ["access": "destination"])
    map.way("CD")
    #expect(try times(map, .drive, (0, 0), (3, 0)) == [42, 42])
  }

  @Test("A bridge over a road joins nothing; a way that ends in the middle of another is joined")
  func crossings() throws {
    var map = HandMadeMap()
    for (name, column, row) in [
      ("A", 0.0, 1.0), ("B", 2, 1), ("C", 1, 0), ("D", 1, 2), ("E", 1, 1),
    ] as [(Character, Double, Double)] { map.node(name, column, row) }
    map.way("AB", ["bridge": "yes", "layer": "1"])
    map.way("CD")
    let apart = try map.graph()
    #expect(apart.nodeCount == 4 && apart.edgeCount == 2)
    var joined = HandMadeMap()
    joined.nodes = map.nodes
    joined.way("AEB")
    joined.way("CE")
    // 96.75 m and 110.85 m: 13.9 s and 16.0 s.
    #expect(try times(joined, .drive, (0, 1), (1, 0)) == [30, 30])
  }

  @Test("A ferry takes the time it says, or goes at 5 km/h")
  func ferries() throws {
    for (tags, seconds) in [(["duration": "00:12"], 720), (["duration": "PT3M"], 180), ([:], 140)]
      as [([String: String], Int)]
    {
      var map = HandMadeMap()
      map.node("A", 0, 0)
      map.node("B", 2, 0)
      map.way("AB", tags.merging(["route": "ferry"]) { first, _ in first })
      #expect(try times(map, .drive, (0, 0), (2, 0)) == [seconds, seconds])
    }
  }

  @Test("Two places on one road, in both orders, and against a one-way road round the square")
  func oneRoad() throws {
    #expect(try times(square([:]), .drive, (0.5, 0), (1.5, 0)) == [14, 14])
    // 96.75 m along; back 48.4 m, round 415.2 m and 48.4 m again: 13.9 s and 73.7 s.
    #expect(try times(square(["oneway": "yes"]), .drive, (0.5, 0), (1.5, 0)) == [14, 74])
  }

  @Test(
    "An island and a place far from any road are no errors: they have no way, and the reason is said"
  )
  func unreachable() throws {
    var map = square([:])
    map.node("X", 60, 0)
    map.node("Y", 61, 0)
    map.way("XY")
    let travel = try RoadTravel(ModeRoads(map.graph(), by: .drive))
    let places = [(0.0, 0.0), (60.5, 0), (1, 28)].enumerated().map {
      TravelPlace(id: "\($0)", position: HandMadeMap.place($1.0, $1.1))
    }
    let matrix = try travel.matrix(of: places)
    #expect(matrix.problems == [nil, .island, .farFromRoad(metres: 2993)])
    #expect(!matrix.hasWay(from: 0, to: 1) && !matrix.hasWay(from: 2, to: 0))
    #expect(matrix.offRoad == [0, 0, 2993])
    // Near an island, but the main part is within the limit: that one is taken.
    map.node("P", 4, 0)
    map.node("Q", 5, 0)
    map.way("PQ")
    let snap = try ModeRoads(map.graph(), by: .drive).snap(
      HandMadeMap.place(4.5, 0), within: .kilometres(1))
    #expect(snap?.isMain == true)
    #expect(snap.map { Int($0.metres) } == 242)
  }

  @Test("Without tracks a car stays away from them; a way over one says how far")
  func tracks() throws {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("B", 2, 0)
    map.node("C", 4, 0)
    map.way("AB")
    map.way("BC", ["highway": "track"])
    #expect(try times(map, .drive, (0, 0), (4, 0)) == [75, 75])
    let travel = try RoadTravel(ModeRoads(map.graph(), by: .drive))
    let leg = try travel.leg(
      from: TravelPlace(id: "a", position: HandMadeMap.place(0, 0)),
      to: TravelPlace(id: "c", position: HandMadeMap.place(4, 0)))
    #expect(leg?.trackMetres == 194)
    // 193.5 m on foot, times 1.3 at 4.5 km/h, after the road.
    #expect(try times(map, .drive, (0, 0), (4, 0), tracks: false) == [230, 230])
  }
}
