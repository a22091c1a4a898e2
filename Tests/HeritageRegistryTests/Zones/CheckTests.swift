import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Overlays
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// A register with one open unit and zones around it, and questions to it in metres of zone 37.
struct ZoneGround {
  static let projection = GaussKruger(prefixOf: 37_500_000).unsafelyUnwrapped
  /// The protection zone of the samples.
  static let protection = [
    (563_447.873, 3_286_114.862), (563_460.218, 3_286_295.112), (563_668.273, 3_286_291.902),
    (563_662.773, 3_286_106.097), (563_447.873, 3_286_114.862),
  ]

  static func area(_ corners: [(Double, Double)]) -> PlaneArea {
    PlaneArea([
      PlaneArea.Polygon(exterior: corners.map { PlaneArea.Point(x: $0.0, y: $0.1) })
    ])
  }

  static func square(_ x: Double, _ y: Double, _ side: Double) -> PlaneArea {
    area([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)])
  }

  static func shape(_ area: PlaneArea) throws -> MultiPolygon {
    try projection.shape(of: area.withShortEdges)
  }

  static func request(_ outline: PlaneArea, accuracy: Double = 0.001) -> CheckRequest {
    CheckRequest(
      file: "a.txt", sha256: String(repeating: "0", count: 64), datum: "gk3:37", outline: outline,
      projection: projection, accuracy: .metres(accuracy), isLargeWorks: false,
      isLandTransfer: false)
  }

  /// A unit with its point far away from the zones, 3 km to the west.
  static let pack = TestPack().sites([
    "T-1,古城,ancient_building,county,东镇,111.62,29.69,5,rtk,open,,,,,"
  ])

  static let note = EditNote(who: "测试")

  static func zone(
    _ area: PlaneArea, _ kind: Zone.Kind = .protection, accuracy: Double? = 0.001,
    announced: String = "2011-01-24"
  ) throws -> NewZone {
    var zone = NewZone(code: "T-1", kind: kind, status: .surveyed)
    zone.shape = try shape(area)
    zone.accuracy = accuracy.map(Length.metres)
    (zone.instrument, zone.announcedOn) = ("湘政发[2011]21号", announced)
    return zone
  }

  /// Certifies everything.
  static func certify(_ registrar: Registrar) throws {
    for what in Coverage.What.allCases {
      try registrar.add(
        Coverage(
          what: what, level: nil, completeAsOf: "2026-11-01", certifiedBy: "文物局",
          document: "文件"), note: note)
    }
  }
}

@Suite("Checks of projects")
struct CheckTests {
  private struct Cases: Decodable {
    struct Case: Decodable {
      let project: [[Double]]
      let protection: Side
      let control: Side
    }
    struct Side: Decodable {
      let relation: String
      let overlap_m2: Double
      let share_of_project: Double
      let distance_m: Double
    }
    let cases: [String: Case]
  }

  private static let cases: [String: Cases.Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../BoundariesTests/Files/checks.json")
    return
      (try? JSONDecoder().decode(Cases.self, from: Data(contentsOf: file)).cases) ?? [:]
  }()

  @Test("Seven projects against a zone and its control zone are as another program found them")
  func samples() throws {
    #expect(Self.cases.count == 7)
    let register = try TestRegister(ZoneGround.pack)
    let protection = ZoneGround.area(ZoneGround.protection)
    let control = try OverlayArea(protection).grown(by: 20, segments: 32).less(
      OverlayArea(protection)
    ).area
    try Registrar(opening: register.path).add(
      [
        ZoneGround.zone(protection), ZoneGround.zone(control, .control),
      ], mayLieFar: true, note: ZoneGround.note)
    for (name, wanted) in Self.cases.sorted(by: { $0.key < $1.key }) {
      let outline = ZoneGround.area(wanted.project.map { ($0[0] - 37_000_000, $0[1]) })
      let answer = try register.open(.staff).check(ZoneGround.request(outline))
      for (kind, side) in [(Zone.Kind.protection, wanted.protection), (.control, wanted.control)] {
        let hit = try #require(answer.zones.first { $0.zone.zone.kind == kind })
        if side.relation != "touches" {
          #expect(hit.relation?.rawValue == side.relation, "\(name)")
        }
        #expect(abs((hit.overlap ?? -1) - side.overlap_m2) <= 0.05, "\(name) \(kind)")
        #expect(abs((hit.shareOfProject ?? -1) - side.share_of_project) <= 0.0001, "\(name)")
        #expect(abs((hit.distance?.metres ?? -1) - side.distance_m) <= 0.002, "\(name) \(kind)")
        let finding: CheckFinding =
          switch side.relation {
          case "overlaps": .touched
          case "touches": .possible
          default: .apart
          }
        #expect(hit.finding == finding, "\(name) \(kind)")
      }
    }
  }

  @Test("Clear is said only where everything is certified and nothing is unknown")
  func clear() throws {
    let register = try TestRegister(ZoneGround.pack)
    let registrar = try Registrar(opening: register.path)
    try registrar.add(
      [ZoneGround.zone(ZoneGround.area(ZoneGround.protection))], mayLieFar: true,
      note: ZoneGround.note)
    let far = ZoneGround.request(ZoneGround.square(566_000, 3_286_000, 50))
    func verdict() throws -> CheckAnswer.Verdict { try register.open(.staff).check(far).verdict }
    #expect(try verdict() == .cannotSay)
    for what in Coverage.What.allCases {
      #expect(try verdict() == .cannotSay)
      try registrar.add(
        Coverage(
          what: what, level: nil, completeAsOf: "2026-11-01", certifiedBy: "文物局",
          document: "文件"), note: ZoneGround.note)
    }
    let answer = try register.open(.staff).check(far)
    #expect(answer.gaps == [])
    #expect(answer.verdict == .clear)
  }

  @Test("What is near within the accuracies is no clearance, and what overlaps within them no hit")
  func accuracies() throws {
    let register = try TestRegister(ZoneGround.pack)
    let registrar = try Registrar(opening: register.path)
    try registrar.add(
      [ZoneGround.zone(ZoneGround.square(563_000, 3_286_000, 100), accuracy: 5)], mayLieFar: true,
      note: ZoneGround.note)
    for (x, accuracy, finding) in [
      (563_100.5, 0.1, CheckFinding.possible), (563_106, 0.1, .apart), (563_106, 2, .possible),
      (563_097, 0.1, .possible), (563_090, 0.1, .touched), (563_050, 60, .possible),
    ] {
      let answer = try register.open(.staff).check(
        ZoneGround.request(ZoneGround.square(x, 3_286_020, 40), accuracy: accuracy))
      #expect(answer.zones.map(\.finding) == [finding], "\(x) \(accuracy)")
      #expect((answer.zones[0].reason == nil) == (finding != .possible))
    }
    // Of an unknown accuracy nothing near is sure.
    try registrar.retireZone(numbered: 1, on: "2020-01-01", note: ZoneGround.note)
    try registrar.add(
      [
        ZoneGround.zone(
          ZoneGround.square(563_000, 3_286_000, 100), accuracy: nil, announced: "2020")
      ],
      mayLieFar: true, note: ZoneGround.note)
    for (x, finding) in [
      (563_050.0, CheckFinding.touched), (563_900, .possible), (564_200, .apart),
    ] {
      let answer = try register.open(.staff).check(
        ZoneGround.request(ZoneGround.square(x, 3_286_020, 40)))
      #expect(answer.zones.map(\.finding) == [finding])
    }
  }

  @Test("Growing a project never turns a hit into less, and shrinking it never makes one")
  func growing() throws {
    let register = try TestRegister(ZoneGround.pack)
    try Registrar(opening: register.path).add(
      [ZoneGround.zone(ZoneGround.area(ZoneGround.protection), accuracy: 1)], mayLieFar: true,
      note: ZoneGround.note)
    let registry = try register.open(.staff)
    var generator = SeededGenerator(seed: 7)
    let order: [CheckFinding] = [.apart, .possible, .touched]
    for _ in 0..<HeritageTestSupport.Cases.count(60) {
      let (x, y) = (
        generator.number(in: 563_350...563_750), generator.number(in: 3_286_000...3_286_400)
      )
      var last = -1
      for side in [5.0, 20, 80, 200] {
        let outline = ZoneGround.square(x - side / 2, y - side / 2, side)
        let hit = try registry.check(ZoneGround.request(outline)).zones.first
        let rank = hit.flatMap { order.firstIndex(of: $0.finding) } ?? 0
        #expect(rank >= last, "\(x) \(y) \(side)")
        last = max(last, rank)
      }
    }
  }

  @Test("A relic counts with its body, with the circle of its area, and with its accuracy")
  func relics() throws {
    let position = ZoneGround.projection.position(PlaneArea.Point(x: 563_000, y: 3_286_000))
    func register(_ area: String) throws -> TestRegister {
      let register = try TestRegister(
        TestPack().sites([
          "T-1,古墓地,ancient_building,registered,东镇,\(position.longitude),\(position.latitude),10,rtk,open,,,,,"
        ]))
      if !area.isEmpty {
        let queue = try DatabaseQueue(path: register.path)
        try queue.write { try $0.execute(sql: "UPDATE site SET area_m2 = \(area)") }
      }
      return register
    }
    func finding(_ register: TestRegister, at x: Double) throws -> RelicHit {
      let answer = try register.open(.staff).check(
        ZoneGround.request(ZoneGround.square(x, 3_285_980, 40)))
      return try #require(answer.relics.first)
    }
    let point = try register("")
    #expect(try finding(point, at: 562_980).finding == .touched)
    #expect(try finding(point, at: 563_005).finding == .possible)
    #expect(try finding(point, at: 563_015).finding == .apart)
    #expect(try finding(point, at: 562_980).consequences == [.unclassifiedBody])
    // A circle of 100 m.
    let area = try register("31415.9265")
    #expect(try finding(area, at: 563_080).finding == .touched)
    #expect(try finding(area, at: 563_105).finding == .possible)
    #expect(try finding(area, at: 563_115).finding == .apart)
    #expect(try finding(area, at: 563_080).extent == .area)
    // A body to the east of the point.
    try Registrar(opening: area.path).write(
      [
        RelicBody(
          code: "T-1", shape: ZoneGround.shape(ZoneGround.square(563_100, 3_285_900, 200)),
          accuracy: .metres(1))
      ], mayLieFar: true, note: ZoneGround.note)
    #expect(try finding(area, at: 562_980).finding == .apart)
    #expect(try finding(area, at: 563_200).finding == .touched)
    #expect(try finding(area, at: 563_200).extent == .body)
  }

  @Test("Zones in words have an inner and an outer bound")
  func words() throws {
    let position = ZoneGround.projection.position(PlaneArea.Point(x: 563_000, y: 3_286_000))
    func findings(_ rule: String, at xs: [Double]) throws -> [CheckFinding?] {
      let register = try TestRegister(
        TestPack().sites([
          "T-1,塔,ancient_building,county,东镇,\(position.longitude),\(position.latitude),5,rtk,open,,,,,"
        ]).with("zones.csv", "code,kind,status,rule\nT-1,protection,described,\"\(rule)\"\n"))
      let registry = try register.open(.staff)
      return try xs.map { x in
        try registry.check(ZoneGround.request(ZoneGround.square(x, 3_285_995, 10))).zones.first?
          .finding
      }
    }
    // From the middle: 100 m ± 5 m.
    #expect(
      try findings("以中心为基点，半径100米", at: [563_050, 563_090, 563_096, 563_104, 563_106])
        == [.touched, .touched, .possible, .possible, .apart])
    // Around the body, whose size nobody knows: its point is in it.
    #expect(
      try findings("塔基外100米以内", at: [563_050, 563_106, 564_000, 574_000])
        == [.touched, .possible, .possible, nil])
    #expect(
      try findings("以中心为基点,东100米,南50米,西100米,北50米以内", at: [563_020, 563_099, 563_106])
        == [.touched, .possible, .apart])
    #expect(try findings("西至民房", at: [563_050, 570_000, 574_000]) == [.possible, .possible, nil])
  }

  @Test("The same question has the same bytes, and a zone that moves by a metre is named")
  func again() throws {
    let register = try TestRegister(ZoneGround.pack)
    let registrar = try Registrar(opening: register.path)
    try registrar.add(
      [ZoneGround.zone(ZoneGround.area(ZoneGround.protection))], mayLieFar: true,
      note: ZoneGround.note)
    let request = ZoneGround.request(ZoneGround.square(563_640, 3_286_150, 50))
    let answer = try register.open(.staff).check(request)
    let record = CheckRecord(
      answer, madeAt: "2026-11-27T00:00:00Z", madeBy: "张三", program: "heritage", schemaVersion: 9)
    let number = try registrar.save(record)
    let saved = try #require(try register.open(.staff).check(numbered: number))
    #expect(saved.request == request)
    let again = try register.open(.staff).check(saved.request)
    #expect(again.json == saved.answerJSON)
    #expect(again.dataDigest == saved.dataDigest)
    #expect(try register.open(.public).checks() == [])
    let moved = ZoneGround.protection.map { ($0.0 + 1, $0.1) }
    try registrar.add(
      [ZoneGround.zone(ZoneGround.area(moved), announced: "2020-01-01")], superseding: true,
      mayLieFar: true, note: ZoneGround.note)
    let later = try register.open(.staff).check(saved.request)
    #expect(CheckComparison(saved.answerJSON, later.json).changes == ["T-1 protection"])
    #expect(later.dataDigest != saved.dataDigest)
  }

  @Test("The public learns the cell of a hidden relic, and no more")
  func hidden() throws {
    func register(_ longitude: Double) throws -> TestRegister {
      let register = try TestRegister(
        TestPack().sites([
          "T-1,秘墓,ancient_tomb,county,东镇,\(longitude),29.6923,10,rtk,coarse,,,,,"
        ]))
      let position = ZoneGround.projection.point(
        Coordinate(uncheckedLongitude: longitude, latitude: 29.6923))
      try Registrar(opening: register.path).add(
        [ZoneGround.zone(ZoneGround.square(position.x - 50, position.y - 50, 100))],
        note: ZoneGround.note)
      return register
    }
    // Two places in one cell: the public's answers are the same, byte for byte, wherever it asks.
    let registers = try [register(111.6534), register(111.6571)]
    for x in stride(from: 562_000.0, to: 565_000, by: 150) {
      let request = ZoneGround.request(ZoneGround.square(x, 3_286_200, 20))
      let answers = try registers.map { try $0.open(.public).check(request) }
      #expect(answers[0].json == answers[1].json)
      #expect(answers[0].zones.allSatisfy { $0.overlap == nil && $0.zone.zone.shape == nil })
    }
    let point = ZoneGround.projection.point(
      Coordinate(uncheckedLongitude: 111.6534, latitude: 29.6923))
    let staff = try registers[0].open(.staff).check(
      ZoneGround.request(ZoneGround.square(point.x - 20, point.y - 20, 40)))
    #expect(staff.zones.map(\.finding) == [.touched])
  }
}
