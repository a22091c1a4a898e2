import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("What is changed in one cell is not vouched for by what stood beside it")
struct ChangedCellTests {
  /// A listed provincial unit with years, one at its township's seat, and others to be mistaken for.
  private static let register = Result {
    try TestRegister(
      TestPack().sites([
        "T-1,长寿桥,ancient_building,provincial,西镇,111.75555,29.55555,50,map,open,1644,1911,,,",
        "T-2,余家牌坊,ancient_building,county,东镇,111.6,29.5,2500,township_seat,open,,,,29.5 111.6,",
        "T-3,鸡公垱遗址,ancient_site,county,东镇,111.65,29.52,2000,map,open,,,,,",
        "T-4,土地庙,ancient_building,registered,西镇,111.76,29.56,2000,map,open,,,,,",
      ])
      .with(
        "designations.csv",
        "code,level,batch,year,official_code,standing,source\n"
          + "T-1,provincial,第七批,2002,69-28,present,湘政发\n"))
  }

  private static func exported(_ code: String) throws -> SiteRecord {
    try #require(
      try SiteRecord.export(of: register.get()).first { $0.site.code == code })
  }

  /// The row of an export in which cells were changed by hand.
  private static func edited(
    _ code: String, years: Period? = nil, _ change: (inout Dossier) -> Void
  ) throws -> SiteRecord {
    let record = try exported(code)
    var dossier = record.dossier
    change(&dossier)
    return SiteRecord(
      place: record.place, dossier: dossier, given: record.given, isExport: true,
      inferredYears: years)
  }

  private static func difference(_ records: SiteRecord...) throws -> RegisterDifference {
    try Registry(opening: register.get().path).difference(of: records)
  }

  private static func level(_ level: ProtectionLevel, in dossier: inout Dossier) {
    dossier.site.level = level
    dossier.designations = dossier.designations.map {
      Designation(
        level: level, batch: $0.batch, year: $0.year, officialCode: $0.officialCode,
        standing: $0.standing, source: $0.source)
    }
  }

  @Test("A level raised in its cell alone is only stated, and what stood before is a former one")
  func raised() throws {
    let difference = try Self.difference(
      Self.edited("T-1") {
        $0.site.levelBasis = .listed
        Self.level(.national, in: &$0)
      })
    let after = try #require(difference.changed.first?.after)
    #expect(after.site.level == .national && after.site.levelBasis == .stated)
    #expect(after.present == nil)
    #expect(
      after.designations == [
        Designation(
          level: .provincial, batch: "第七批", year: 2002, officialCode: "69-28", standing: .former,
          source: "湘政发")
      ])
    #expect(
      difference.remarks.map(\.rule.description) == [
        "the level changes from provincial to national, and the file names no announcement, so it is only stated; the announcement of provincial is kept as a former one"
      ])
  }

  @Test("The same file again changes nothing: the old announcement does not come back")
  func again() throws {
    let register = try TestRegister(
      TestPack().sites([
        "T-1,长桥,ancient_building,provincial,西镇,111.75555,29.55555,50,map,open,,,,,"
      ])
      .with(
        "designations.csv",
        "code,level,batch,year,official_code,standing,source\n"
          + "T-1,provincial,第七批,2002,69-28,present,湘政发\n"))
    var dossier = try #require(try SiteRecord.export(of: register).first).dossier
    dossier.site.levelBasis = .listed
    Self.level(.national, in: &dossier)
    let record = SiteRecord(
      place: .init(file: "t.csv", sheet: nil, row: 2), dossier: dossier,
      given: Set(SiteField.allCases), isExport: true)
    #expect(try Registrar(opening: register.path).apply([record]).changed.count == 1)
    let second = try Registry(opening: register.path).difference(of: [record])
    #expect(second.changed.isEmpty, "\(second.changed.flatMap(\.fields))")
    #expect(second.unchanged == ["T-1"])
  }

  @Test("A level that comes with its announcement is the file's, without the number of the old one")
  func announced() throws {
    let difference = try Self.difference(
      Self.edited("T-1") {
        $0.site.level = .national
        $0.site.levelBasis = .listed
        $0.designations = [
          Designation(
            level: .national, batch: "第七批", year: 2013, officialCode: "69-28", standing: .present,
            source: "湘政发")
        ]
      })
    let after = try #require(difference.changed.first?.after)
    #expect(after.site.levelBasis == .listed)
    #expect(
      after.present
        == Designation(
          level: .national, batch: "第七批", year: 2013, standing: .present, source: "t.csv"))
    #expect(after.designations.count == 2)
    #expect(difference.remarks.isEmpty)
  }

  @Test("Years follow other words of the period, unless the file changes them too")
  func years() throws {
    let years = Period(words: "明代", start: 1368, end: 1644)
    let record = try Self.edited("T-1", years: years) { $0.site.period.words = "明代" }
    #expect(try Self.difference(record).changed.first?.after.site.period == years)
    let own = try Self.edited("T-1", years: years) {
      $0.site.period = Period(words: "明代", start: 1500, end: 1600)
    }
    #expect(
      try Self.difference(own).changed.first?.after.site.period
        == Period(words: "明代", start: 1500, end: 1600))
    // The last year stands in its cell as it was, and is one of the old words.
    let first = try Self.edited("T-1", years: years) {
      $0.site.period = Period(words: "明代", start: 1500, end: $0.site.period.end)
    }
    #expect(
      try Self.difference(first).changed.first?.after.site.period
        == Period(words: "明代", start: 1500, end: 1644))
    let unknown = try Self.difference(
      Self.edited("T-1", years: Period(words: "从前", start: nil, end: nil)) {
        $0.site.period.words = "从前"
      })
    #expect(
      unknown.changed.first?.after.site.period == Period(words: "从前", start: nil, end: nil))
    #expect(
      unknown.remarks.map(\.rule.description)
        == ["no years follow from these words, and those of the old words go"])
    let added = SiteRecord(
      place: .init(file: "t.csv", sheet: nil, row: 9),
      dossier: Dossier(
        Site(
          code: "T-9", nameZH: "新桥", category: .ancientBuilding, level: .registered,
          levelBasis: .stated, period: Period(words: "明代", start: nil, end: nil),
          provenance: .survey)), given: Set(SiteField.allCases), isExport: true,
      inferredYears: years, isAdded: true)
    #expect(try Self.difference(added).new.first?.site.period == years)
  }

  @Test("A point that moves leaves behind what was said of the old one, and the warning says what")
  func moved() throws {
    let difference = try Self.difference(
      Self.edited("T-2") {
        $0.site.position = Position(
          coordinate: Coordinate(uncheckedLongitude: 111.61, latitude: 29.5), accuracy: .metres(50),
          method: .townshipSeat, source: $0.site.position?.source,
          verbatim: $0.site.position?.verbatim, declaredSystem: nil)
      })
    let position = try #require(difference.changed.first?.after.site.position)
    #expect(position.method == .survey && position.verbatim == nil)
    #expect(position.accuracy == .metres(50))
    #expect(
      difference.remarks.map(\.rule.description) == [
        "the point moves by 970 m, so what was said of the old one goes: Position by, Coordinate as printed"
      ])
    #expect(
      difference.changed.flatMap(\.fields).filter { !$0.isGiven }.map(\.field)
        == [.method, .verbatim])
  }

  @Test("A code whose relic has another name, where the name is another's, is an error")
  func wrongCode() throws {
    func row(_ code: String, _ name: String, former: String? = nil) -> SiteRecord {
      SiteRecord(
        Site(
          code: code, nameZH: name, level: .county, levelBasis: .stated, provenance: .survey),
        otherNames: former.map { [OtherName(name: $0, kind: .former)] } ?? [],
        given: former == nil ? [.code, .nameZH] : [.code, .nameZH, .formerNames])
    }
    let wrong = try Self.difference(row("T-3", "余家牌坊"))
    #expect(wrong.changed.isEmpty)
    #expect(
      wrong.refused.map(\.problem.description) == [
        "t.csv, row 2, column name_zh: \"余家牌坊\": the register has T-3 as 鸡公垱遗址, and this name is that of T-2; correct the code; if the relic was renamed, give 鸡公垱遗址 among its former names"
      ])
    let other = try Self.difference(row("T-3", "王家坪"))
    #expect(other.changed.count == 1)
    #expect(
      other.remarks.map(\.rule.description)
        == ["the register has T-3 as 鸡公垱遗址, which shares no character with this name"])
    #expect(try Self.difference(row("T-3", "鸡公垱旧石器遗址")).remarks.isEmpty)
    let meant = try Self.difference(row("T-3", "余家牌坊", former: "鸡公垱遗址"))
    #expect(meant.refused.isEmpty && meant.changed.count == 1 && meant.remarks.isEmpty)
  }

  @Test("A changed row may be another relic too, and never itself")
  func duplicates() throws {
    let difference = try Self.difference(
      SiteRecord(
        Site(
          code: "T-4", nameZH: "长大寿桥", level: .registered, levelBasis: .stated,
          position: .surveyed(111.7556, 29.5556), provenance: .survey),
        given: [.code, .nameZH, .position]))
    #expect(difference.likelyDuplicates.map(\.presentCode) == ["T-1"])
    let itself = try Self.difference(
      SiteRecord(
        Site(
          code: "T-1", nameZH: "长寿桥", level: .provincial, levelBasis: .stated,
          position: .surveyed(111.7556, 29.5556), provenance: .survey),
        given: [.code, .nameZH, .position]))
    #expect(itself.likelyDuplicates.isEmpty)
  }

  @Test("A position that a file opens is named, and a cell that nobody touched opens none")
  func opened() throws {
    let register = try TestRegister(
      TestPack().sites([
        "T-1,大墓,ancient_tomb,county,东镇,111.55555,29.55555,50,map,withheld,,,,,",
        "T-2,平屋,ancient_building,county,东镇,111.55555,29.55555,50,map,open,,,,,",
      ]))
    let registry = try Registry(opening: register.path)
    let records = try SiteRecord.export(of: register)
    let tomb = SiteRecord(records[0].site.with(disclosure: .open), given: [.code, .disclosure])
    #expect(
      try registry.difference(of: [tomb]).remarks.map(\.rule.description)
        == ["the position of T-1 was withheld, and becomes finer for the public"])
    let house = SiteRecord(
      place: records[1].place,
      dossier: Dossier(records[1].site.with(category: .some(.ancientTomb))),
      given: Set(SiteField.allCases), isExport: true)
    #expect(
      try registry.difference(of: [house]).changed.first?.after.site.disclosure == .withheld)
  }

  @Test(
    "A table with one of the two years takes the other from its words, and from none that contradict it",
    arguments: [
      (Period(words: "宋", start: 1100, end: nil), Period(words: "宋", start: 960, end: 1279), 1279),
      (Period(words: "宋", start: 1300, end: nil), Period(words: "宋", start: 960, end: 1279), nil),
      (Period(words: "某年", start: 1100, end: nil), Period(words: "某年", start: nil, end: nil), nil),
    ] as [(Period, Period, Int?)])
  func oneYear(period: Period, read: Period, last: Int?) throws {
    let old = try Self.exported("T-1").dossier
    var dossier = old
    dossier.site.period = period
    let record = SiteRecord(
      place: .init(file: "t.csv", sheet: nil, row: 2), dossier: dossier,
      given: [.periodWords, .periodStart], inferredYears: read)
    let after = try Self.difference(record).changed.first?.after.site.period
    #expect(after == Period(words: period.words, start: period.start, end: last))
  }
}
