import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("What is no clearance")
struct ClearanceTests {
  private static let relic = "T-1,古城,ancient_building,county,东镇,111.62,29.69,5,rtk,open,,,,,"
  private static let far = ZoneGround.request(ZoneGround.square(566_000, 3_286_000, 50))

  private static func certified(_ pack: TestPack) throws -> TestRegister {
    let register = try TestRegister(pack)
    try ZoneGround.certify(Registrar(opening: register.path))
    return register
  }

  @Test("Parts of a file that were not read leave an answer open, once and again")
  func unread() throws {
    let registry = try Self.certified(TestPack().sites([Self.relic])).open(.staff)
    #expect(try registry.check(Self.far).verdict == .clear)
    var request = Self.far
    request.unreadParts = 2
    for request in [request, try CheckRequest(json: request.json)] {
      let answer = try registry.check(request)
      #expect(answer.verdict == .cannotSay)
      #expect(answer.gaps == [.unreadParts(2)])
    }
  }

  @Test("Without an outline of the county nobody knows whether the ground is in it")
  func noCounty() throws {
    let register = try TestRegister(CountyPack(emptyCounty: "试县"))
    try ZoneGround.certify(Registrar(opening: register.path))
    let answer = try register.open(.staff).check(Self.far)
    #expect(answer.verdict == .cannotSay)
    #expect(answer.gaps == [.noCounty])
  }

  @Test("The ground of what was merged or split is still a relic's, of what was revoked no more")
  func former() throws {
    let register = try Self.certified(
      TestPack().sites([
        Self.relic, "T-2,东塔,ancient_building,county,东镇,111.66,29.69,5,rtk,open,,,,,",
        "T-3,西塔,ancient_building,county,东镇,111.70,29.69,5,rtk,open,,,,,",
      ]))
    let registrar = try Registrar(opening: register.path)
    func event(_ state: RelicState? = nil) -> LifecycleEvent {
      LifecycleEvent(state: state, date: "2020-01-01", document: "文件")
    }
    func verdict(_ longitude: Double) throws -> CheckAnswer.Verdict {
      let point = ZoneGround.projection.point(
        Coordinate(uncheckedLongitude: longitude, latitude: 29.69))
      return try register.open(.staff).check(
        ZoneGround.request(ZoneGround.square(point.x - 50, point.y - 50, 100))
      ).verdict
    }
    #expect(try verdict(111.66) == .touches)
    _ = try registrar.merge(["T-2"], into: "T-1", event(), note: ZoneGround.note)
    #expect(try verdict(111.66) == .touches)
    #expect(try verdict(111.70) == .touches)
    _ = try registrar.note(event(.revoked), of: "T-3", note: ZoneGround.note)
    #expect(try verdict(111.70) == .clear)
  }

  @Test("What the public hears of a cell is never clearer than what staff hear of its relic")
  func cells() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<10 {
      let x = Double.random(in: 0..<1, using: &random)
      let y = Double.random(in: 0..<1, using: &random)
      let accuracy = ["", "3", "900"].randomElement(using: &random) ?? ""
      let register = try Self.certified(
        TestPack().sites([
          "T-1,秘址,ancient_site,county,东镇,\(111.65 + x / 100),\(29.69 + y / 100),\(accuracy),rtk,"
            + "coarse,,,,,"
        ]))
      let (open, staff) = (try register.open(.public), try register.open(.staff))
      for _ in 0..<40 {
        let request = ZoneGround.request(
          ZoneGround.square(
            Double.random(in: 560_000..<567_000, using: &random),
            Double.random(in: 3_283_500..<3_289_500, using: &random), 60))
        guard try open.check(request).verdict == .clear else { continue }
        #expect(try staff.check(request).verdict == .clear, "\(x) \(y) \(accuracy)")
      }
    }
  }

  @Test("A circle is nowhere short of its radius", arguments: [1.0, 500, 4000, 50_000, 300_000])
  func circles(radius: Double) throws {
    let centre = Coordinate(uncheckedLongitude: 112.3, latitude: 29.69)
    let request = CheckRequest(
      circleAround: centre, radius: .metres(radius), accuracy: .metres(0), name: "",
      projection: ZoneGround.projection)
    #expect(request.accuracy.metres < 0.0001 * radius)
    for step in 0..<1000 {
      let edge = Geodesic.position(
        from: centre, bearing: Double(step) * 0.36, distance: .metres(radius))
      let beyond = request.outline.signedDistance(to: request.projection.point(edge))
      #expect(beyond <= request.accuracy.metres + 1e-6)
    }
  }

  @Test("A text that is given and says nothing is refused, not called damage")
  func emptyTexts() throws {
    let register = try TestRegister(ZoneGround.pack)
    let registrar = try Registrar(opening: register.path)
    #expect(throws: ZoneError.emptyText(Labels(zh: "认定者", en: "who certifies it"))) {
      try registrar.add(
        Coverage(
          what: .relics, level: nil, completeAsOf: "2026-11-01", certifiedBy: " ",
          document: "文件"),
        note: ZoneGround.note)
    }
    for change: (inout NewZone) -> Void in [
      { $0.zoneClass = "" }, { $0.name = " " }, { $0.rule = "" }, { $0.announcedBy = "" },
    ] {
      var zone = try ZoneGround.zone(ZoneGround.area(ZoneGround.protection))
      change(&zone)
      #expect(throws: ZoneError.self) {
        try registrar.add([zone], mayLieFar: true, note: ZoneGround.note)
      }
    }
  }
}
