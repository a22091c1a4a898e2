import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The difference of a table to the register")
struct DifferenceTests {
  /// A tomb that is withheld, an ancient site that is coarse, an open bridge, and a relic without a place.
  private static let register = Result {
    try TestRegister(
      TestPack().sites([
        "T-1,大墓,ancient_tomb,county,东镇,111.55555,29.55555,50,map,withheld,,,东镇一号,大墓在此,",
        "T-2,老遗址,ancient_site,county,东镇,111.65432,29.54321,50,map,coarse,-300,-200,东镇二号,,",
        "T-3,长桥,ancient_building,county,西镇,111.75555,29.55555,50,map,open,,,西镇三号,,",
        "T-4,失考亭,ancient_building,registered,西镇,,,,,open,,,,,",
      ])
      .with("names.csv", "code,kind,name\nT-3,former,木桥\nT-3,alias,花桥\n")
      .with(
        "designations.csv",
        "code,level,batch,year,official_code,standing,source\nT-3,county,第一批,1990,,present,县志\n"))
  }

  private static func site(_ code: String) throws -> Site {
    try register.get().open(.staff).site(code)
  }

  private static func difference(_ records: SiteRecord...) throws -> RegisterDifference {
    try Registry(opening: register.get().path).difference(of: records)
  }

  /// The changes of the only relic that changes, a line each.
  private static func changes(_ record: SiteRecord) throws -> [String] {
    let difference = try difference(record)
    #expect(difference.refused.isEmpty, "\(difference.refused)")
    return difference.changed.flatMap(\.fields).map {
      "\($0.field.rawValue): \($0.old ?? "-") → \($0.new ?? "-")"
    }
  }

  @Test("An unchanged export for staff changes nothing")
  func unchanged() throws {
    let records = try SiteRecord.export(of: Self.register.get())
    let difference = try Registry(opening: Self.register.get().path).difference(of: records)
    #expect(difference.unchanged == ["T-1", "T-2", "T-3", "T-4"])
    #expect(difference.isEmpty)
    #expect(difference.refused.isEmpty)
    #expect(difference.missing.isEmpty)
  }

  @Test("Only the fields that a file has are compared, and a code is known in small letters too")
  func given() throws {
    let other = Site(
      code: "t-3", nameZH: "短桥", level: .national, levelBasis: .listed, provenance: .survey)
    #expect(try Self.changes(SiteRecord(other, given: [.code])) == [])
    #expect(
      try Self.changes(SiteRecord(other, given: [.code, .nameZH])) == ["name_zh: 长桥 → 短桥"])
    #expect(
      try Self.difference(SiteRecord(other, given: [.code])).missing == ["T-1", "T-2", "T-4"])
  }

  @Test("A field that an export writes the same is unchanged")
  func rounding() throws {
    let bridge = try Self.site("T-3")
    func moved(_ degrees: Double, accuracy: Double) -> SiteRecord {
      SiteRecord(
        bridge.with(
          position: .some(
            .surveyed(111.75555 + degrees, 29.55555, accuracy: accuracy, method: .map))),
        given: [.code, .position, .accuracy])
    }
    #expect(try Self.changes(moved(0.000_000_04, accuracy: 50.0004)) == [])
    #expect(
      try Self.changes(moved(0.000_000_1, accuracy: 50.001)) == [
        "position: 111.75555, 29.55555 → 111.7555501, 29.55555", "coord_accuracy_m: 50 → 50.001",
      ])
  }

  @Test(
    "A position that moves brings its accuracy and method; an empty one removes them; none leaves it"
  )
  func positions() throws {
    let bridge = try Self.site("T-3")
    #expect(
      try Self.changes(
        SiteRecord(
          bridge.with(position: .some(.surveyed(111.76, 29.56))), given: [.code, .position])) == [
          "position: 111.75555, 29.55555 → 111.76, 29.56", "coord_accuracy_m: 50 → -",
          "coord_method: map → survey",
        ])
    #expect(
      try Self.changes(
        SiteRecord(bridge.with(position: .some(nil)), given: [.code, .position])) == [
          "position: 111.75555, 29.55555 → -", "coord_accuracy_m: 50 → -", "coord_method: map → -",
        ])
    #expect(
      try Self.changes(
        SiteRecord(bridge.with(position: .some(nil)), given: [.code, .accuracy, .method])) == [])
  }

  @Test(
    "What the public sees becomes stricter where a change asks for it, and never looser by itself")
  func disclosure() throws {
    let (bridge, ruin) = (try Self.site("T-3"), try Self.site("T-2"))
    #expect(
      try Self.changes(SiteRecord(bridge.with(category: .some(.ancientTomb)), given: [.category]))
        == ["category: ancient_building → ancient_tomb", "disclosure: open → withheld"])
    #expect(
      try Self.changes(
        SiteRecord(ruin.with(category: .some(.ancientBuilding)), given: [.category]))
        == ["category: ancient_site → ancient_building"])
    #expect(
      try Self.changes(SiteRecord(ruin.with(disclosure: .open), given: [.disclosure]))
        == ["disclosure: coarse → open"])
    let kiosk = try Self.site("T-4").with(category: .some(.ancientTomb))
    #expect(
      try Self.changes(SiteRecord(kiosk, given: [.category]))
        == ["category: ancient_building → ancient_tomb"])
    #expect(
      try Self.changes(
        SiteRecord(
          kiosk.with(position: .some(.surveyed(111.5, 29.5))),
          given: [.category, .position])) == [
          "category: ancient_building → ancient_tomb", "position: - → 111.5, 29.5",
          "coord_method: - → survey", "disclosure: open → withheld",
        ])
  }

  @Test("A new relic is disclosed by rule where the file does not say")
  func newRelic() throws {
    let tomb = Site(
      code: "T-9", nameZH: "新墓", category: .ancientTomb, level: .registered, levelBasis: .stated,
      position: .surveyed(111.2, 29.2), provenance: .survey)
    let difference = try Self.difference(SiteRecord(tomb, given: [.code, .nameZH, .position]))
    #expect(difference.new.map(\.site.disclosure) == [.withheld])
    #expect(
      try Self.difference(SiteRecord(tomb, given: [.disclosure])).new.map(\.site.disclosure)
        == [.open])
  }

  @Test("Rows of a public export never wipe out what it left out")
  func publicExport() throws {
    let register = try Self.register.get()
    let records = try SiteRecord.export(of: register, for: .public)
    let difference = try Registry(opening: register.path).difference(of: records)
    #expect(
      difference.refused.map { "\($0.code) \($0.field?.rawValue ?? "")" } == [
        "T-1 position", "T-2 coord_method",
      ])
    #expect(difference.unchanged == ["T-3", "T-4"])
    // Nor with fewer columns, nor with other changes in the row.
    for given: Set<SiteField> in [
      [.code, .position], [.code, .position, .notes], [.code, .address],
    ] {
      let records = records.map { record in
        SiteRecord(record.site.with(notes: .some("新")), given: given)
      }
      let difference = try Registry(opening: register.path).difference(of: records)
      #expect(Set(difference.refused.map(\.code)) == ["T-1", "T-2"], "\(given)")
    }
    // The rest of such a row can be taken.
    let notes = try Registry(opening: register.path).difference(
      of: records.map { SiteRecord($0.site.with(notes: .some("新")), given: [.code, .notes]) })
    #expect(notes.changed.map(\.code) == ["T-1", "T-2", "T-3", "T-4"])
    #expect(notes.refused.isEmpty)
  }

  @Test("Rows that cannot be written are refused, each with its field")
  func refusals() throws {
    let bridge = try Self.site("T-3")
    let tomb = try Self.site("T-1")
    func refusal(_ record: SiteRecord) throws -> [String] {
      try Self.difference(record).refused.map { "\($0.field?.rawValue ?? "-"): \($0.rule)" }
    }
    func record(_ site: Site, _ given: Set<SiteField>) -> SiteRecord {
      SiteRecord(site, given: given)
    }
    #expect(try refusal(record(bridge.with(code: ""), [.code])).first == "code: must not be empty")
    #expect(try refusal(record(bridge.with(name: ""), [.nameZH])) == ["name_zh: must not be empty"])
    #expect(
      try refusal(record(bridge.with(township: .some("南镇")), [.township]))
        == ["township: the register has no such township"])
    #expect(
      try refusal(record(try Self.site("T-2").with(periodEnd: .some(-400)), [.periodEnd]))
        == ["period_end: must not be before period_start -300"])
    #expect(
      try refusal(record(bridge.with(provenance: .standIn), [.provenance]))
        == ["provenance: T-3 is a relic of the register, and cannot become a stand-in"])
    #expect(
      try refusal(record(tomb.with(notes: .some("在 111.5556, 29.5556")), [.notes]))
        == ["notes: prints the place of T-1, which is withheld; take it out"])
    #expect(
      try refusal(record(tomb.with(notes: .some("大墓在此的北面")), [.notes]))
        == ["notes: prints the place of T-1, which is withheld; take it out"])
    #expect(
      try refusal(
        SiteRecord(
          bridge,
          otherNames: [OtherName(name: "花桥", kind: .former), OtherName(name: "花桥", kind: .alias)],
          given: [.formerNames, .aliases])) == ["former_names: stands among the aliases too"])
    #expect(
      try refusal(
        SiteRecord(
          try Self.site("T-4"),
          designations: [
            Designation(
              level: .county, batch: "第二批", year: nil, officialCode: nil, standing: .present,
              source: "表")
          ], given: [.batch]))
        == ["protection_level: is not announced, and so has no designation"])
    #expect(try refusal(record(bridge.with(level: .national), [.level])) == [])
  }

  @Test("A code that stands twice is refused the second time")
  func repeated() throws {
    let bridge = try Self.site("T-3")
    let difference = try Self.difference(
      SiteRecord(bridge, row: 2, given: [.code]),
      SiteRecord(bridge.with(code: "t-3"), row: 3, given: [.code]))
    #expect(difference.unchanged == ["T-3"])
    #expect(
      difference.refused.map(\.problem.description) == [
        "t.csv, row 3, column code: \"t-3\": the code stands in row 2 of t.csv already"
      ])
  }

  @Test("Names and announcements are compared by what the file has of them")
  func belongings() throws {
    let bridge = try Self.site("T-3")
    func designation(_ batch: String?, _ year: Int?, _ source: String = "表") -> Designation {
      Designation(
        level: .county, batch: batch, year: year, officialCode: nil, standing: .present,
        source: source)
    }
    #expect(
      try Self.changes(
        SiteRecord(
          bridge, otherNames: [OtherName(name: "木桥", kind: .alias)], given: [.aliases]))
        == ["former_names: 木桥 → -", "aliases: 花桥 → 木桥"])
    #expect(
      try Self.changes(
        SiteRecord(bridge, designations: [designation("第二批", 1999)], given: [.batch]))
        == ["batch: 第一批 → 第二批"])
    #expect(
      try Self.changes(SiteRecord(bridge, given: [.batch, .batchYear]))
        == ["batch: 第一批 → -", "batch_year: 1990 → -", "designation_source: 县志 → -"])
    #expect(
      try Self.changes(
        SiteRecord(bridge.with(level: .provincial), given: [.level])) == [
          "protection_level: county → provincial", "batch: 第一批 → -", "batch_year: 1990 → -",
          "designation_source: 县志 → -",
          #"former_designations: - → [{"level":"county","batch":"第一批","year":1990,"#
            + #""official_code":null,"source":"县志"}]"#,
        ])
    #expect(
      try Self.changes(SiteRecord(bridge, sources: ["甲", "乙", "甲"], given: [.sources]))
        == ["sources: - → 甲;乙"])
  }

  @Test("A new code with the name and the place of a relic is named, with its distance")
  func duplicates() throws {
    func new(_ code: String, _ name: String, _ latitude: Double) -> SiteRecord {
      SiteRecord(
        Site(
          code: code, nameZH: name, level: .registered, levelBasis: .stated,
          position: .surveyed(111.75555, latitude), provenance: .survey), given: [.code, .nameZH])
    }
    let difference = try Self.difference(
      new("N-1", "長橋", 29.5565), new("N-2", "木桥", 29.55555), new("N-3", "長橋", 29.6),
      SiteRecord(
        Site(
          code: "N-4", nameZH: "失考古亭", level: .registered, levelBasis: .stated, township: "西镇",
          provenance: .survey), given: [.code, .nameZH, .township]))
    #expect(difference.new.count == 4)
    #expect(
      difference.likelyDuplicates.map {
        let metres = $0.distance.map { String(Int($0.metres)) } ?? "-"
        return
          "\($0.code) \($0.name) \($0.presentCode) \($0.presentName) \(metres) \($0.hasSameName)"
      } == ["N-1 長橋 T-3 长桥 105 true", "N-2 木桥 T-3 长桥 0 true", "N-4 失考古亭 T-4 失考亭 - false"])
  }

  @Test("A public copy takes no import")
  func publicCopy() throws {
    let register = try TestRegister(TestPack().sites([]))
    _ = try Program.shell(
      "spatialite heritage.sqlite \"SELECT DropTable(NULL, 'exact_position')\"",
      in: register.folder.url)
    #expect(throws: RegistryError.publicCopy(path: register.path)) {
      try Registry(opening: register.path).difference(of: [])
    }
    #expect(throws: RegistryError.publicCopy(path: register.path)) {
      try Registrar(opening: register.path).apply([])
    }
  }
}
