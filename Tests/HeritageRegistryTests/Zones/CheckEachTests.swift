import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Overlays
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// Relics of every kind that a check looks at, some kilometres apart, on both sides of a line at which
/// what was read around outlines is read anew.
private enum ManyGround {
  static let rows = [
    "T-1,古城,ancient_building,county,东镇,111.62,29.69,5,rtk,open,,,,,",
    "T-2,塔,ancient_building,national,东镇,111.651,29.701,30,survey,open,,,,,",
    "T-3,秘墓,ancient_tomb,county,东镇,111.66,29.71,10,rtk,coarse,,,,,",
    "T-4,不公开,ancient_tomb,registered,东镇,111.64,29.68,10,rtk,withheld,,,,,",
    "T-5,桥,ancient_building,registered,东镇,111.65,29.70,,survey,open,,,,,",
    "T-6,窑,ancient_building,provincial,东镇,111.75,29.75,3000,survey,open,,,,,",
  ]

  static func register(_ generator: inout SeededGenerator) throws -> TestRegister {
    let register = try TestRegister(
      TestPack().sites(rows).with(
        "zones.csv",
        """
        code,kind,status,rule
        T-2,protection,described,塔基外30米以内
        T-2,control,described,保护范围外50米
        T-6,protection,described,西至民房
        """))
    try DatabaseQueue(path: register.path).write { db in
      try db.execute(sql: "UPDATE site SET area_m2 = 20000 WHERE code = 'T-5'")
    }
    let registrar = try Registrar(opening: register.path)
    var zones: [NewZone] = []
    for number in 0..<40 {
      var zone = try ZoneGround.zone(
        ZoneGround.square(
          generator.number(in: 555_000...572_000), generator.number(in: 3_280_000...3_296_000),
          generator.number(in: 5...1500)),
        number % 4 == 0 ? .burialArea : .protection,
        accuracy: number % 3 == 0 ? nil : generator.number(in: 0.01...50),
        announced: "\(1970 + number)")
      zone.zoneClass = "\(number)"
      zone.code = number % 4 == 0 ? nil : "T-\(number % 6 + 1)"
      zone.name = number % 4 == 0 ? "埋藏区\(number)" : nil
      zones.append(zone)
    }
    try registrar.add(zones, mayLieFar: true, note: ZoneGround.note)
    try registrar.write(
      [
        RelicBody(
          code: "T-2", shape: ZoneGround.shape(ZoneGround.square(563_000, 3_287_000, 60)),
          accuracy: .metres(2)),
        // Far from its point.
        RelicBody(
          code: "T-6", shape: ZoneGround.shape(ZoneGround.square(560_000, 3_285_000, 300)),
          accuracy: nil),
      ], mayLieFar: true, note: ZoneGround.note)
    return register
  }
}

@Suite("Checks of many outlines")
struct CheckEachTests {
  @Test("Outlines checked together have the answers that each has by itself, to the last digit")
  func together() throws {
    var generator = SeededGenerator(seed: 14)
    let register = try ManyGround.register(&generator)
    let west = try #require(GaussKruger(prefixOf: 36_500_000))
    var requests = (0..<HeritageTestSupport.Cases.count(120)).map { number -> CheckRequest in
      let outline = ZoneGround.square(
        generator.number(in: 553_000...574_000), generator.number(in: 3_278_000...3_298_000),
        generator.magnitude(in: 0...3.6))
      return ZoneGround.request(outline, accuracy: number % 5 == 0 ? 30 : 0.1)
    }
    // The plane of another zone, in the middle of the others.
    let plane = west.plane(of: try ZoneGround.shape(requests[1].outline))
    requests.insert(
      CheckRequest(
        file: "a.txt", sha256: String(repeating: "0", count: 64), datum: "gk3:36", outline: plane,
        projection: west), at: 60)
    for audience in [Audience.public, .staff] {
      let registry = try register.open(audience)
      var together: [CheckAnswer] = []
      try registry.check(each: requests) { together.append($0) }
      #expect(together.count == requests.count)
      for (request, answer) in zip(requests, together) {
        let alone = try registry.check(request)
        #expect(answer == alone)
        #expect(answer.json == alone.json)
      }
      // The draw meets all that there is.
      let verdicts = Set(together.map(\.verdict))
      #expect(verdicts == [.touches, .cannotSay])
      let findings = Set(together.flatMap(\.zones).map(\.finding))
      #expect(findings == [.touched, .possible, .apart])
      #expect(together.contains { !$0.relics.isEmpty })
    }
  }

  @Test("An outline that crosses itself ends the checks, and those before it have been given")
  func crossing() throws {
    let register = try TestRegister(ZoneGround.pack)
    let bow = ZoneGround.area(
      [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)].map {
        (563_000 + $0.0, 3_286_000 + $0.1)
      })
    var count = 0
    #expect(throws: OverlayError.self) {
      try register.open(.staff).check(
        each: [
          ZoneGround.request(ZoneGround.square(563_000, 3_286_000, 10)), ZoneGround.request(bow),
        ]
      ) { _ in count += 1 }
    }
    #expect(count == 1)
  }
}

@Suite("No false clearance")
struct NoFalseClearTests {
  /// Three zones of a unit, a control zone and an area of its own.
  private static func zones() throws -> [(zone: NewZone, plane: PlaneArea)] {
    let planes: [(Zone.Kind, PlaneArea)] = [
      (.protection, ZoneGround.area(ZoneGround.protection)),
      (.control, ZoneGround.square(563_700, 3_286_000, 240)),
      (.burialArea, ZoneGround.square(563_350, 3_286_350, 90)),
      (.possibleUnderground, ZoneGround.square(563_600, 3_286_320, 140)),
      (
        .historicArea,
        ZoneGround.area([
          (563_250, 3_285_950), (563_400, 3_285_950), (563_400, 3_286_080), (563_250, 3_285_950),
        ])
      ),
    ]
    return try planes.map { kind, plane in
      var zone = try ZoneGround.zone(plane, kind)
      if !kind.belongsToUnit { (zone.code, zone.name) = (nil, "区") }
      return (zone, plane)
    }
  }

  /// A register with zones and certificates, as a kind of hiding leaves them.
  private static func registry(
    _ zones: [NewZone], certifying whats: [Coverage.What], disclosure: String = "open",
    for audience: Audience = .staff
  ) throws -> Registry {
    // The point lies 3 km to the west, where it decides nothing.
    let register = try TestRegister(
      TestPack().sites([
        "T-1,古城,ancient_building,county,东镇,111.62,29.69,5,rtk,\(disclosure),,,,,"
      ]))
    let registrar = try Registrar(opening: register.path)
    try registrar.add(zones, mayLieFar: true, note: ZoneGround.note)
    for what in whats {
      try registrar.add(
        Coverage(
          what: what, level: nil, completeAsOf: "2025-11-01", certifiedBy: "文物局",
          document: "文件"), note: ZoneGround.note)
    }
    return try register.open(audience)
  }

  private static func requests(_ seed: UInt64) -> [CheckRequest] {
    var generator = SeededGenerator(seed: seed)
    return (0..<HeritageTestSupport.Cases.count(1000)).map { _ in
      ZoneGround.request(
        ZoneGround.square(
          generator.number(in: 563_150...564_000), generator.number(in: 3_285_850...3_286_500),
          generator.magnitude(in: 0.3...2.2)))
    }
  }

  @Test("Whichever zone is hidden, in whichever way, no project that overlaps it is cleared")
  func hidden() throws {
    let all = try Self.zones()
    let requests = Self.requests(1001)
    let outlines = try requests.map { try OverlayArea($0.outline) }
    let everything = Coverage.What.allCases
    var (overlapping, clear) = (0, 0)
    for (number, hidden) in all.enumerated() {
      let others = all.enumerated().filter { $0.offset != number }.map(\.element.zone)
      let area = try OverlayArea(hidden.plane)
      let overlaps = try outlines.map { try $0.relation(to: area) == .overlaps }
      // Not in the register, and nobody certifies its kind.
      var registries = [
        try Self.registry(others, certifying: everything.filter { $0 != .zones(hidden.zone.kind) })
      ]
      if hidden.zone.code != nil {
        // In words that say nothing, with everything certified.
        var words = hidden.zone
        (words.status, words.shape, words.rule) = (.described, nil, "以界桩为准")
        registries.append(try Self.registry(others + [words], certifying: everything))
        // In the register, of a relic whose place the public may not know.
        registries.append(
          try Self.registry(
            all.map(\.zone), certifying: everything, disclosure: "withheld", for: .public))
      }
      for registry in registries {
        var index = 0
        try registry.check(each: requests) { answer in
          #expect(answer.verdict != .clear || !overlaps[index], "\(hidden.zone.kind) \(index)")
          if overlaps[index] { overlapping += 1 }
          index += 1
        }
      }
      // Where everything is certified and drawn, clear is said of what overlaps nothing, and touched of what
      // surely does.
      let whole = try Self.registry(all.map(\.zone), certifying: everything)
      var index = 0
      try whole.check(each: requests) { answer in
        #expect(answer.verdict != .clear || !overlaps[index])
        if answer.verdict == .clear { clear += 1 }
        index += 1
      }
    }
    #expect(overlapping > 300 && clear > 300)
  }

  @Test("A project that grows never gets a better answer")
  func growing() throws {
    let all = try Self.zones()
    var described = try ZoneGround.zone(all[0].plane, .protection, announced: "1999")
    (described.status, described.shape) = (.described, nil)
    (described.rule, described.zoneClass) = ("以中心为基点，半径2900米", "二类")
    for zones in [all.map(\.zone), all.map(\.zone) + [described]] {
      let registry = try Self.registry(zones, certifying: Coverage.What.allCases)
      let order: [CheckAnswer.Verdict] = [.clear, .cannotSay, .touches]
      let sides = [1.0, 10, 60, 300]
      let requests = Self.requests(77).flatMap { request -> [CheckRequest] in
        let middle = request.outline.polygons[0].exterior[0]
        return sides.map { side in
          ZoneGround.request(
            ZoneGround.square(middle.x - side / 2, middle.y - side / 2, side), accuracy: 0.2)
        }
      }
      var verdicts: [CheckAnswer.Verdict] = []
      try registry.check(each: requests) { verdicts.append($0.verdict) }
      let ranks = verdicts.map { order.firstIndex(of: $0) ?? 0 }
      for start in stride(from: 0, to: ranks.count, by: sides.count) {
        let own = Array(ranks[start..<start + sides.count])
        #expect(own == own.sorted(), "\(start)")
      }
      #expect(Set(verdicts).count >= 2)
    }
  }
}
