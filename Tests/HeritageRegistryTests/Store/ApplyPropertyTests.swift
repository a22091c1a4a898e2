import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// Random registers and random tables over them.
@Suite("Whatever is imported")
struct ApplyPropertyTests {
  /// A source of random choices.
  private final class Draw {
    var random: SplitMix64

    init(random: SplitMix64) { self.random = random }

    func chance(_ share: Double) -> Bool { random.unit() < share }

    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.unit() * Double(values.count))]
    }

    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
      chance(0.6) ? value() : nil
    }

    func name() -> String {
      (0..<Int(9 + random.unit() * 4)).map { _ in pick(["山", "水", "城", "庙", "亭", "桥"]) }.joined()
    }

    func position() -> Position? {
      guard chance(0.8) else { return nil }
      return Position(
        coordinate: Coordinate(
          uncheckedLongitude: 111 + random.unit(), latitude: 29 + random.unit()),
        accuracy: maybe(.metres(pick([3, 50.123456, 2000]))),
        method: pick([.map, .rtk, .survey, .townshipSeat]), source: maybe("图"),
        verbatim: maybe("原文\(Int(random.unit() * 1e6))"), declaredSystem: maybe("CGCS2000"))
    }

    func site(_ code: String) -> Site {
      let start = maybe(pick([-4000, -200, 960]))
      return Site(
        code: code, nameZH: name(), nameEN: maybe("Site"),
        category: maybe(pick(Category.allCases)), subcategory: maybe("类"),
        level: pick(ProtectionLevel.allCases), levelBasis: pick([.listed, .stated, .notStated]),
        period: Period(words: maybe("宋"), start: start, end: start.map { $0 + 100 }),
        cultures: maybe(["甲文化", "乙文化"]) ?? [], township: maybe(pick(["东镇", "西镇"])),
        village: maybe("村"), address: maybe("某路甲号\(Int(random.unit() * 1e6))"),
        position: position(),
        disclosure: pick(Disclosure.allCases), areaSquareMetres: maybe(random.unit() * 1000 + 1),
        foundYear: maybe(1984), excavated: maybe("yes"), provenance: pick([.survey, .published]),
        confidence: maybe(pick(Confidence.allCases)), summaryZH: maybe("简"), notes: maybe("注"))
    }

    func record(_ code: String, row: Int) -> SiteRecord {
      let site = site(code)
      let given =
        chance(0.4)
        ? Set(SiteField.allCases)
        : Set(SiteField.allCases.filter { _ in chance(0.5) }).union([.code, .nameZH])
      let names = Set((0..<3).map { _ in name() }).sorted()
      var designations: [Designation] = []
      if site.level != .registered, given.contains(.level) {
        designations = [
          Designation(
            level: site.level, batch: maybe("第一批"), year: maybe(1990), officialCode: maybe("1-1"),
            standing: .present, source: "表")
        ]
      }
      if chance(0.3) {
        designations.append(
          Designation(
            level: .county, batch: nil, year: 1980, officialCode: nil, standing: .former,
            source: "志"))
      }
      return SiteRecord(
        site, row: row,
        otherNames: names.enumerated().map {
          OtherName(name: $0.element, kind: $0.offset == 0 ? .former : .alias)
        }, designations: designations, sources: maybe(["甲志", "乙志"]) ?? [], given: given)
    }

    /// A table over the codes, in any order, of relics that are there and of others.
    func table(_ count: Int) -> [SiteRecord] {
      var codes = (1...60).map { "T-\($0)" }
      codes.shuffle(using: &random)
      var records: [SiteRecord] = []
      for code in codes.prefix(count) { records.append(record(code, row: records.count + 2)) }
      return records
    }
  }

  /// A register of 70 rows, 30 of them relics, and the random choices that follow.
  private static func register(_ seed: UInt64) throws -> (register: TestRegister, draw: Draw) {
    let draw = Draw(random: SplitMix64(seed: seed))
    let pack = TestPack().with("official_counts.csv", "what,count,source\nregistered,70,test\n")
    let register = try TestRegister(pack)
    var records = (1...30).map { draw.record("T-\($0)", row: $0) }
    records.shuffle(using: &draw.random)
    try Registrar(opening: register.path).apply(records, skippingRefused: true)
    return (register, draw)
  }

  private static func expectSound(_ register: TestRegister, _ note: Comment) throws {
    for finding in try RegisterFile(register.path).diagnose() where !finding.isSound {
      // Where a seat is drawn is no matter here.
      guard finding.check.key != "doctor.seats" else { continue }
      Issue.record("\(finding): \(note)")
    }
  }

  @Test(
    "The same again changes nothing, the file is sound, the total stays",
    arguments: Cases.seeds(1...3))
  func again(seed: UInt64) throws {
    let (register, draw) = try Self.register(seed)
    for round in 1...3 {
      let records = draw.table(35)
      let said = try Registry(opening: register.path).difference(of: records)
      let before = try register.open().totals()
      let done = try Registrar(opening: register.path).apply(records, skippingRefused: true)
      #expect(done.new.map(\.site) == said.new.map(\.site))
      #expect(done.changed.map(\.fields) == said.changed.map(\.fields))
      #expect(done.leavingStandIns == said.leavingStandIns)
      let after = try register.open().totals()
      #expect(after.rows == 70)
      #expect(before.standIns - after.standIns == done.new.count)
      #expect(done.leavingStandIns.count == done.new.count)
      try Self.expectSound(register, "round \(round)")
      let again = try Registry(opening: register.path).difference(of: records)
      #expect(again.new.isEmpty)
      #expect(again.changed.isEmpty, "\(again.changed.map { ($0.code, $0.fields) })")
      #expect(again.refused.map(\.code) == said.refused.map(\.code))
    }
    // What is exported for staff is what is imported.
    let export = try SiteRecord.export(of: register, withStandIns: true)
    let difference = try Registry(opening: register.path).difference(of: export)
    #expect(difference.isEmpty, "\(difference.changed.map { ($0.code, $0.fields) })")
    #expect(difference.refused.isEmpty)
    #expect(difference.missing.isEmpty)
    #expect(difference.skipped.count == 70 - difference.unchanged.count)
  }

  @Test("Two halves are a whole", arguments: Cases.seeds(101...102))
  func halves(seed: UInt64) throws {
    let (whole, draw) = try Self.register(seed)
    let (halves, _) = try Self.register(seed)
    #expect(try whole.contents() == halves.contents())
    let records = draw.table(40)
    try Registrar(opening: whole.path).apply(records, skippingRefused: true)
    for half in [records.prefix(20), records.suffix(20)] {
      try Registrar(opening: halves.path).apply(Array(half), skippingRefused: true)
    }
    #expect(try whole.contents() == halves.contents())
  }

  @Test(
    "A public export, imported again, takes nothing from what staff see",
    arguments: Cases.seeds(201...202))
  func publicExport(seed: UInt64) throws {
    let (register, _) = try Self.register(seed)
    let before = try register.contents()
    let export = try SiteRecord.export(of: register, for: .public, withStandIns: true)
    // Whatever columns are left out of it.
    var random = SplitMix64(seed: seed)
    for _ in 0..<4 {
      let given = Set(SiteField.allCases.filter { _ in random.unit() < 0.7 })
      let records = export.map {
        SiteRecord(
          place: $0.place, dossier: $0.dossier, given: given)
      }
      try Registrar(opening: register.path).apply(records, skippingRefused: true)
      #expect(try register.contents() == before, "\(given)")
    }
  }

  @Test(
    "The stand-ins that leave are the first that suit, one for each",
    arguments: Cases.seeds(301...312))
  func standIns(seed: UInt64) {
    let draw = Draw(random: SplitMix64(seed: seed))
    let standIns = (0..<80).map { index in
      StandInQueue.StandIn(
        id: Int64(index), code: "X\(100 + index)", township: draw.pick([nil, "东镇", "西镇"]),
        level: draw.pick(ProtectionLevel.allCases))
    }
    var queue = StandInQueue(standIns)
    var rest = standIns
    for index in 0..<100 {
      let site = draw.site("N-\(index)")
      let rules: [(StandInQueue.StandIn) -> Bool] = [
        { $0.township == site.township && site.township != nil && $0.level == site.level },
        { $0.township == site.township && site.township != nil }, { $0.level == site.level },
        { _ in true },
      ]
      let expected = rules.lazy.compactMap { rule in rest.first(where: rule) }.first
      #expect(queue.next(for: site)?.id == expected?.id)
      rest.removeAll { $0.id == expected?.id }
    }
    #expect(rest.isEmpty)
  }
}
