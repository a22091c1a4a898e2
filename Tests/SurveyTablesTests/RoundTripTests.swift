import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import SurveyTables
import Tables
import Testing

@Suite("Rows of an export")
struct RoundTripTests {
  /// A record as an export holds it.
  private struct Draft {
    var site: Site
    var names: [OtherName]
    var designations: [Designation]
    var sources: [String]
    var visit: Visit?
  }

  /// Makes records with every kind of value, hostile texts among them.
  private struct Maker {
    var generator: SeededGenerator
    static let texts = [
      "城头山遗址", "=1+1", "'=x", "''@", "+86", "-5", "@某", "a;b", "[1] 志", "甲、乙；丙", "\"引\"", "O'Brien",
      "'", "无", "a,b",
    ]

    mutating func chance(_ share: Double = 0.5) -> Bool { generator.number(in: 0...1) < share }
    mutating func one<T>(_ values: [T]) -> T {
      values[Int.random(in: 0..<values.count, using: &generator)]
    }
    mutating func text() -> String { one(Self.texts) + (chance(0.3) ? one(Self.texts) : "") }
    mutating func maybe<T>(_ value: T) -> T? { chance() ? value : nil }
    mutating func texts(_ most: Int) -> [String] {
      var seen: Set<String> = []
      return (0..<Int.random(in: 0...most, using: &generator)).map { _ in
        text() + one(["", "一", "二"])
      }
      .filter { seen.insert($0).inserted }
    }

    mutating func draft(_ index: Int) throws -> Draft {
      let level = one(ProtectionLevel.allCases)
      let start = maybe(one([-4500, 1828, -200000, 1]))
      let position = chance(0.7) ? try position() : nil
      let names = texts(3)
      return Draft(
        site: Site(
          code: one(["LX-", "00", "'", "="]) + "\(index)", nameZH: text(), nameEN: maybe(text()),
          category: maybe(one(HeritageRegistry.Category.allCases)),
          subcategory: maybe(one(["城址", "牌坊影壁", "某类"])),
          level: level, levelBasis: one([.listed, .stated, .notStated, .unidentified]),
          period: Period(
            words: maybe(one(["清", "很早", "距今约6000年", "新石器时代"])), start: start,
            end: maybe((start ?? 1) + 100)),
          cultures: texts(3), township: maybe(one(["复兴镇", "城头山镇"])), village: maybe("某村"),
          address: maybe(text()), position: position,
          disclosure: position == nil ? .open : one(Disclosure.allCases),
          areaSquareMetres: maybe((generator.number(in: 1...1e6) * 1000).rounded() / 1000),
          foundYear: maybe(1979), excavated: maybe(one(["yes", "no", "1991-2011", "1967;1974"])),
          provenance: one([.published, .survey]), confidence: maybe(one(Confidence.allCases)),
          summaryZH: maybe(text()), summaryEN: maybe(text()), notes: maybe(text())),
        names: names.map { OtherName(name: $0, kind: .former) }
          + texts(2).filter { !names.contains($0) }.map { OtherName(name: $0, kind: .alias) },
        designations: designations(level), sources: texts(3),
        visit: maybe(
          Visit(
            access: one(Access.allCases), ticketYuan: maybe(one([0, 7.5, 55])),
            durationMinutes: maybe(one([1, 45, 1440])))))
    }

    private mutating func position() throws -> Position {
      let methods = PositionMethod.allCases.filter { $0 != .generalised && $0 != .generated }
      func printed(_ value: Double) -> Double { (value * 1e7).rounded() / 1e7 }
      return Position(
        coordinate: try Coordinate(
          longitude: printed(generator.number(in: 111...112)),
          latitude: printed(generator.number(in: 29...30))),
        accuracy: maybe(.metres(one([5, 300, 1500.125]))), method: one(methods),
        source: maybe(text()),
        verbatim: maybe("29.69167, 111.65556"),
        declaredSystem: maybe(one(["wgs84", "not stated", "bd09"])))
    }

    private mutating func designations(_ level: ProtectionLevel) -> [Designation] {
      var designations: [Designation] = []
      if level != .registered, chance() {
        designations.append(
          Designation(
            level: level, batch: maybe("第七批"), year: maybe(2013), officialCode: maybe("7-0001"),
            standing: .present,
            source: text()))
      }
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        designations.append(
          Designation(
            level: one([.provincial, .municipal, .county]), batch: maybe("第一批"), year: maybe(1959),
            officialCode: maybe("1-2"), standing: .former, source: text()))
      }
      return designations
    }
  }

  /// The cells of a row under the keys of an export, by the rules that exports keep.
  private static func cells(_ draft: Draft) throws -> [String: Sheet.Value] {
    let site = draft.site
    let present = draft.designations.first { $0.standing == .present }
    func text(_ value: String?) -> Sheet.Value { value.map { .text(neutralised($0)) } ?? .empty }
    func number(_ value: Double?) -> Sheet.Value {
      value.map { .text(CSVNumber.text($0)) } ?? .empty
    }
    func list(_ values: [String]) throws -> Sheet.Value {
      guard !values.isEmpty else { return .empty }
      let needsJSON = values.contains { $0.contains(";") || $0.hasPrefix("[") || $0 == "无" }
      return needsJSON
        ? .text(String(decoding: try JSONEncoder().encode(values), as: UTF8.self))
        : text(values.joined(separator: ";"))
    }
    let former = draft.designations.filter { $0.standing == .former }.map { designation in
      [
        "level": designation.level.rawValue, "batch": designation.batch as Any?,
        "year": designation.year,
        "official_code": designation.officialCode, "source": designation.source,
      ].compactMapValues { $0 }
    }
    let json = String(
      decoding: try JSONSerialization.data(withJSONObject: former, options: .sortedKeys),
      as: UTF8.self)
    return [
      "code": text(site.code), "name_zh": text(site.nameZH), "name_en": text(site.nameEN),
      "protection_level": text(site.level.rawValue), "category": text(site.category?.rawValue),
      "township": text(site.township), "lon": number(site.position?.coordinate.longitude),
      "lat": number(site.position?.coordinate.latitude),
      "coord_accuracy_m": number(site.position?.accuracy?.metres),
      "coord_method": text(site.position?.method.rawValue ?? "none"),
      "coord_source": text(site.position?.source), "coord_verbatim": text(site.position?.verbatim),
      "coord_system": text(site.position?.declaredSystem),
      "disclosure": text(site.disclosure.rawValue),
      "subcategory_zh": text(site.subcategory), "level_basis": text(site.levelBasis.rawValue),
      "period_zh": text(site.period.words),
      "period_start": number(site.period.start.map(Double.init)),
      "period_end": number(site.period.end.map(Double.init)), "culture_zh": try list(site.cultures),
      "village": text(site.village), "address": text(site.address),
      "area_m2": number(site.areaSquareMetres),
      "found_year": number(site.foundYear.map(Double.init)), "excavated": text(site.excavated),
      "provenance": text(site.provenance.rawValue), "confidence": text(site.confidence?.rawValue),
      "summary_zh": text(site.summaryZH), "summary_en": text(site.summaryEN),
      "notes": text(site.notes),
      "former_names": try list(draft.names.filter { $0.kind == .former }.map(\.name)),
      "aliases": try list(draft.names.filter { $0.kind == .alias }.map(\.name)),
      "batch": text(present?.batch), "batch_year": number(present?.year.map(Double.init)),
      "official_code": text(present?.officialCode), "designation_source": text(present?.source),
      "former_designations": former.isEmpty ? .empty : .text(json),
      "access": text(draft.visit?.access.rawValue),
      "ticket_cny": number(draft.visit?.ticketYuan),
      "visit_min": number(draft.visit?.durationMinutes.map(Double.init)),
      "sources": try list(draft.sources),
    ]
  }

  /// The rule of the export for what a spreadsheet would run.
  private static func neutralised(_ text: String) -> String {
    let sign = text.unicodeScalars.drop { $0 == "'" }.first
    return sign.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
  }

  private enum CSVNumber {
    /// As an export prints: seven decimals at most, and no zeros at the end.
    static func text(_ value: Double) -> String {
      var text = String(format: "%.7f", value)
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
      return text
    }
  }

  @Test("Any record comes back from its row, its position to the seventh decimal")
  func everyRecord() throws {
    var maker = Maker(generator: SeededGenerator(seed: 20))
    let drafts = try (0..<400).map { try maker.draft($0) }
    let keys = SiteField.allCases.flatMap { $0 == .position ? ["lon", "lat"] : [$0.rawValue] }
    let rows = try drafts.map { draft in
      let cells = try Self.cells(draft)
      return keys.map { cells[$0] ?? .empty }
    }
    let sheet = Sheets.sheet(values: [keys.map(Sheet.Value.text)] + rows)
    let reading = SurveyReader().read([sheet], known: try Sheets.lixian())
    #expect(reading.problems.filter { $0.severity == .error } == [])
    #expect(reading.records.count == drafts.count)
    for (record, draft) in zip(reading.records, drafts) {
      #expect(record.site == draft.site)
      #expect(record.dossier.otherNames == draft.names)
      #expect(record.dossier.designations == draft.designations)
      #expect(record.dossier.sources == draft.sources)
      #expect(record.dossier.visit == draft.visit)
      let withheld = draft.site.position == nil && draft.site.disclosure != .open
      #expect(withheld || record.given == Set(SiteField.allCases))
    }
  }

  @Test("The pack's own table of relics is read, every row and every position")
  func pack() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data/lixian")
    func table(_ name: String) throws -> Table {
      try Table(csv: Array(Data(contentsOf: folder.appending(path: name))), file: name)
    }
    let sites = try table("sites.csv")
    let context = SurveyContext(
      townships: try table("townships.csv").rows.map {
        Township(code: $0["code"].text, nameZH: $0["name_zh"].text, nameEN: nil, seat: nil)
      })
    let rows = sites.rows.map { row in sites.header.map { row[$0].text } }
    let reading = Sheets.read([sites.header] + rows, known: context)
    #expect(reading.lines == [])
    #expect(reading.records.count == sites.rows.count && sites.rows.count > 30)
    for (record, row) in zip(reading.records, sites.rows) {
      #expect(record.site.code == row["code"].text)
      #expect(record.site.position?.coordinate.longitude == Double(row["lon"].text))
      #expect(record.site.period.start == Int(row["period_start"].text))
      #expect(record.site.category?.rawValue ?? "" == row["category"].text)
    }
  }

  @Test("Columns in another order, under labels, read the same")
  func labels() throws {
    let keyed = Sheets.read([
      ["lat", "code", "name_zh", "lon", "protection_level"], ["29.7", "1", "甲", "111.6", "county"],
    ])
    let labelled = Sheets.read(
      [["纬度", "编号", "名称", "经度", "文物级别"], ["29.7", "1", "甲", "111.6", "县级文物保护单位"]],
      SurveyOptions(datum: .wgs84))
    #expect(keyed.records.map(\.site) == labelled.records.map(\.site))
  }
}
