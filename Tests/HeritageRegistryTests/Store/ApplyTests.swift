import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Records written into a register")
struct ApplyTests {
  /// Two relics, a register of ten unless told otherwise: eight stand-ins.
  private static func register(total: Int = 10) throws -> TestRegister {
    try TestRegister(
      TestPack().sites([
        "T-1,大墓,ancient_tomb,county,东镇,111.55555,29.55555,50,map,withheld,,,东镇一号,,",
        "T-2,长桥,ancient_building,county,西镇,111.75555,29.55555,50,map,open,,,西镇三号,,",
      ])
      .with("official_counts.csv", "what,count,source\nregistered,\(total),test\n"))
  }

  private static func relic(
    _ code: String, _ name: String = "新亭", level: ProtectionLevel = .registered,
    category: HeritageRegistry.Category? = nil, township: String? = nil,
    position: Position? = nil
  ) -> Site {
    Site(
      code: code, nameZH: name, category: category, level: level, levelBasis: .stated,
      township: township, position: position, provenance: .survey)
  }

  private static let all = Set(SiteField.allCases).subtracting([.disclosure])

  private static func isSound(_ register: TestRegister) throws -> Bool {
    let findings = try RegisterFile(register.path).diagnose()
    for finding in findings where !finding.isSound { Issue.record("\(finding)") }
    return findings.allSatisfy(\.isSound)
  }

  @Test("New relics come, as many stand-ins leave, and the total stays the official one")
  func standIns() throws {
    let register = try Self.register()
    let difference = try Registrar(opening: register.path).apply(
      (1...3).map { SiteRecord(Self.relic("N-\($0)"), given: Self.all) })
    #expect(difference.leavingStandIns == ["T-X0001", "T-X0002", "T-X0003"])
    let totals = try register.open().totals()
    #expect((totals.rows, totals.standIns, totals.named) == (10, 5, 5))
    #expect(try Self.isSound(register))
    // More relics than stand-ins.
    let rest = try Registrar(opening: register.path).apply(
      (4...12).map { SiteRecord(Self.relic("N-\($0)"), given: Self.all) })
    #expect(rest.leavingStandIns == (4...8).map { "T-X000\($0)" })
    #expect(try register.open().totals().rows == 14)
  }

  @Test("A relic of which nobody knows more than the generalised position can change, and keeps it")
  func generalisedAlone() throws {
    let register = try Self.register()
    let position = Position(
      coordinate: Coordinate(uncheckedLongitude: 111.512345, latitude: 29.587654),
      accuracy: .metres(20), method: .rtk, source: nil, verbatim: nil, declaredSystem: nil)
    let relic = Self.relic("N-1", position: position).with(disclosure: .coarse)
    try Registrar(opening: register.path).apply([SiteRecord(relic, given: Set(SiteField.allCases))])
    let queue = try DatabaseQueue(
      path: register.path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      try db.execute(
        sql: """
          DELETE FROM exact_position
          WHERE site_id = (SELECT id FROM site WHERE code = 'N-1')
          """)
    }
    try queue.close()
    let seen = try register.open(.staff).site("N-1").position
    #expect(seen?.method == .generalised)
    let difference = try Registrar(opening: register.path).apply([
      SiteRecord(relic.with(notes: "已核"), given: [.notes])
    ])
    #expect(difference.changed.map(\.code) == ["N-1"])
    #expect(try register.open(.staff).site("N-1").notes == "已核")
    #expect(try register.open(.staff).site("N-1").position == seen)
    #expect(try Self.isSound(register))
  }

  @Test(
    "A stand-in of the relic's township and level leaves first, then of its township, then level")
  func queue() {
    func standIn(_ id: Int64, _ township: String?, _ level: ProtectionLevel) -> StandInQueue.StandIn
    {
      StandInQueue.StandIn(id: id, code: "X\(id)", township: township, level: level)
    }
    var queue = StandInQueue([
      standIn(1, nil, .registered), standIn(2, "东镇", .registered), standIn(3, "东镇", .county),
      standIn(4, nil, .county), standIn(5, "西镇", .registered), standIn(6, nil, .registered),
    ])
    let relics = [
      Self.relic("1", level: .county, township: "东镇"),
      Self.relic("2", level: .county, township: "东镇"),
      Self.relic("3", level: .county, township: "东镇"), Self.relic("4", township: "西镇"),
      Self.relic("5", level: .national, township: "北镇"), Self.relic("6"), Self.relic("7"),
    ]
    #expect(relics.map { queue.next(for: $0)?.id } == [3, 2, 4, 5, 1, 6, nil])
  }

  @Test("The code of a stand-in is refused, and the rows of stand-ins are passed over")
  func standInCodes() throws {
    let register = try Self.register()
    let before = try register.contents()
    let taken = SiteRecord(Self.relic("T-X0001"), given: Self.all)
    let failure = #expect(throws: ImportFailure.self) {
      try Registrar(opening: register.path).apply([taken])
    }
    #expect(
      failure?.problems.map(\.rule.description) == [
        "is the code of a stand-in, which leaves by itself; give the relic a code of its own"
      ])
    let export = try SiteRecord.export(of: register, withStandIns: true)
    #expect(export.count == 10)
    let difference = try Registrar(opening: register.path).apply(export)
    #expect(difference.skipped.count == 8)
    #expect(difference.unchanged.count == 2)
    #expect(difference.isEmpty && difference.refused.isEmpty)
    #expect(try register.contents() == before)
  }

  @Test("What the public may not see of a relic stands in the table of exact positions alone")
  func disclosure() throws {
    let register = try Self.register()
    let place = Position.surveyed(111.23456, 29.34567, accuracy: 5)
    try Registrar(opening: register.path).apply([
      SiteRecord(
        Self.relic("N-1", "古墓", category: .ancientTomb, position: place), given: Self.all),
      SiteRecord(
        Self.relic("N-2", "古址", category: .ancientSite, position: place), given: Self.all),
      SiteRecord(
        Self.relic("N-3", "古塔", category: .ancientBuilding, position: place), given: Self.all),
    ])
    let (publicView, staff) = (try register.open(), try register.open(.staff))
    #expect(try publicView.site("N-1").position == nil)
    #expect(try publicView.site("N-2").position?.method == .generalised)
    #expect(try publicView.site("N-3").position == place)
    for code in ["N-1", "N-2", "N-3"] { #expect(try staff.site(code).position == place) }
    // From withheld to open and back, each position where it belongs.
    for (disclosure, seen) in [
      (Disclosure.open, place), (.coarse, nil), (.withheld, nil), (.open, place),
    ] {
      try Registrar(opening: register.path).apply(
        [SiteRecord(try staff.site("N-1").with(disclosure: disclosure), given: [.disclosure])])
      #expect(try register.open().site("N-1").disclosure == disclosure)
      if disclosure != .coarse { #expect(try register.open().site("N-1").position == seen) }
      #expect(try register.open(.staff).site("N-1").position == place)
      #expect(try Self.isSound(register))
    }
  }

  @Test("A relic that moves is found where it is, by both audiences")
  func moving() throws {
    let register = try Self.register()
    let staff = try register.open(.staff)
    let moved = Position.surveyed(111.1, 29.1, accuracy: 5)
    try Registrar(opening: register.path).apply(
      ["T-1", "T-2"].map { code in
        SiteRecord(
          try staff.site(code).with(position: .some(moved)), given: [.position, .accuracy])
      })
    let origin = SiteQuery.Origin.position(moved.coordinate)
    let found = try register.open(.staff).within(.kilometres(1), of: origin)
    #expect(found.items.map(\.site.code) == ["T-1", "T-2"])
    #expect(
      try register.open().within(.kilometres(1), of: origin).items.map(\.site.code) == ["T-2"])
    #expect(try Self.isSound(register))
  }

  @Test("Names that change are found at once, few or many, and no longer by the old name")
  func names() throws {
    for count in [1, 500] {
      let register = try Self.register(total: count + 2)
      try Registrar(opening: register.path).apply(
        (1...count).map {
          SiteRecord(
            Self.relic("N-\($0)", "观音阁\($0)号"),
            otherNames: [OtherName(name: "白塔\($0)号", kind: .former)],
            given: Self.all)
        } + [SiteRecord(try register.open().site("T-2").with(name: "短桥"), given: [.nameZH])])
      let registry = try register.open()
      #expect(try registry.search("观音阁\(count)号").items.first?.site.code == "N-\(count)")
      #expect(try registry.search("白塔\(count)号").items.first?.site.code == "N-\(count)")
      #expect(try registry.search("短桥").items.first?.site.code == "T-2")
      #expect(try registry.search("长桥").items.first { !$0.match.kind.isNearMiss } == nil)
      #expect(try Self.isSound(register))
      let pending = try DatabaseQueue(path: register.path).read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM name_change")
      }
      #expect((pending == 0) == (count == 500))
    }
  }

  @Test("A source that several relics cite is stored once, and goes with the last of them")
  func sources() throws {
    let register = try Self.register()
    func citations() throws -> [String] {
      try DatabaseQueue(path: register.path).read {
        try String.fetchAll($0, sql: "SELECT citation FROM source ORDER BY citation")
      }
    }
    func apply(_ one: [String], _ two: [String]) throws {
      try Registrar(opening: register.path).apply([
        SiteRecord(Self.relic("N-1"), sources: one, given: Self.all),
        SiteRecord(Self.relic("N-2"), sources: two, given: Self.all),
      ])
    }
    try apply(["乙志", "甲志"], ["甲志"])
    #expect(try citations() == ["乙志", "甲志"].sorted())
    #expect(try register.open().dossier("N-1").sources == ["乙志", "甲志"])
    try apply(["甲志"], ["甲志"])
    #expect(try citations() == ["甲志"])
    try apply([], [])
    #expect(try citations() == [])
  }

  @Test("Announcements and names are written, and a reading goes with its name")
  func belongings() throws {
    let register = try Self.register()
    try DatabaseQueue(path: register.path).write { db in
      try db.execute(
        sql: "INSERT INTO name_reading SELECT id, '长桥', 'cháng qiáo' FROM site WHERE code = 'T-2'")
    }
    let present = Designation(
      level: .county, batch: "第二批", year: 1999, officialCode: "2-7", standing: .present,
      source: "县府")
    let bridge = try register.open(.staff).site("T-2")
    try Registrar(opening: register.path).apply([
      SiteRecord(
        bridge.with(name: "短桥"), otherNames: [OtherName(name: "花桥", kind: .alias)],
        designations: [present], given: [.nameZH, .aliases, .batch, .batchYear, .officialCode])
    ])
    let entry = try register.open().dossier("T-2")
    #expect(entry.designations == [present])
    #expect(entry.otherNames == [OtherName(name: "花桥", kind: .alias)])
    let readings = try DatabaseQueue(path: register.path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM name_reading")
    }
    #expect(readings == 0)
    try Registrar(opening: register.path).apply([
      SiteRecord(bridge.with(level: .national), given: [.level])
    ])
    #expect(try register.open().dossier("T-2").designations.map(\.standing) == [.former])
  }

  @Test("One refused row stops all, or is left out; the log tells")
  func refused() throws {
    let register = try Self.register()
    let before = try register.contents()
    let records = [
      SiteRecord(Self.relic("N-1"), row: 2, given: Self.all),
      SiteRecord(Self.relic("N-2", township: "南镇"), row: 3, given: Self.all),
      // No rule of the comparison, but one of the schema.
      SiteRecord(Self.relic("N-3"), row: 4, given: Self.all),
    ]
    #expect(throws: ImportFailure.self) { try Registrar(opening: register.path).apply(records) }
    #expect(try register.contents() == before)
    let label = ImportLabel(
      file: "t.csv", sha256: SHA256.hex(of: []), time: "2026-11-23T08:00:00Z", rejectedRows: 2)
    try Registrar(opening: register.path).apply(records, labels: [label], skippingRefused: true)
    #expect(
      try register.open().imports().map { [$0.newRows, $0.rejectedRows, $0.leftStandIns] }
        == [[2, 3, 2]])
    // The same again changes nothing, and is noted.
    try Registrar(opening: register.path).apply(records, labels: [label], skippingRefused: true)
    #expect(
      try register.open().imports().map { [$0.newRows, $0.unchangedRows] } == [[2, 0], [0, 2]])
  }

  @Test("A row that the schema refuses stops all, and is named")
  func schema() throws {
    let register = try Self.register()
    let before = try register.contents()
    let bad = Site(
      code: "N-2", nameZH: "二", level: .registered, levelBasis: .stated,
      period: Period(words: nil, start: 0, end: nil), provenance: .survey)
    let failure = #expect(throws: ImportFailure.self) {
      try Registrar(opening: register.path).apply(
        [SiteRecord(Self.relic("N-1"), given: Self.all), SiteRecord(bad, row: 7, given: Self.all)])
    }
    #expect(failure?.problems.first?.line == 7)
    #expect(
      failure?.problems.first?.rule.description.hasPrefix("the register refuses N-2: CHECK") == true
    )
    #expect(try register.contents() == before)
  }

  @Test(
    "An import that is stopped, at any row, leaves the register as it was",
    arguments: [0, 1, 2, 3, 4, 5])
  func stopped(call: Int) throws {
    let register = try Self.register()
    let before = try register.contents()
    struct Stop: Error {}
    var calls = 0
    func count() throws {
      calls += 1
      if calls > call { throw Stop() }
    }
    let records = (1...1500).map { SiteRecord(Self.relic("N-\($0)"), given: Self.all) }
    #expect(throws: Stop.self) {
      try Registrar(opening: register.path).apply(records, review: { _ in try count() }) {
        _, _, _ in
        try count()
      }
    }
    #expect(try register.contents() == before)
    #expect(try Self.isSound(register))
  }

  @Test("Others read the register during the review, and a backup can be made of it")
  func review() throws {
    let register = try Self.register()
    let copy = RegisterFile(register.path).backupPath
    try Registrar(opening: register.path).apply(
      [SiteRecord(Self.relic("N-1"), given: Self.all)],
      review: { difference in
        #expect(difference.new.count == 1)
        try RegisterFile(register.path).backup(to: copy)
        #expect(throws: RegistryError.busy(path: register.path)) {
          try Registrar(opening: register.path).apply([])
        }
      })
    #expect(throws: RegistryError.self) { try Registry(opening: copy).site("N-1") }
    #expect(try register.open().site("N-1").nameZH == "新亭")
  }
}
