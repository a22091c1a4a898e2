import HeritageFormats
import HeritageRegistry

/// The numbers of a register as text, JSON and cells.
struct StatsReport {
  let info: RegistryInfo
  let totals: RegistryTotals
  /// Counts by level, category and township.
  let counts: [FacetCount]

  private static let unknown = "unknown"

  /// The numbers with the keys that other programs read.
  var object: FieldValue {
    .object([
      .init("official", FieldValue(totals.official["registered"])),
      .init("official_national", FieldValue(totals.official["national"])),
      .init("rows", .integer(totals.rows)), .init("named", .integer(totals.named)),
      .init("unidentified", .integer(totals.unidentified)),
      .init("stand_ins", .integer(totals.standIns)), .init("located", .integer(totals.located)),
      .init("national", .integer(totals.national)),
      .init("by_level", object(facet: 0, known: ProtectionLevel.allCases.map(\.rawValue))),
      .init("by_category", object(facet: 1, known: Category.allCases.map(\.rawValue))),
      .init("by_township", object(facet: 2, known: [])),
    ])
  }

  /// A row for each level, category and township that has a relic.
  var cells: Answer {
    Answer(
      columns: [
        Answer.Column("protection_level", zh: "文物级别", en: "Level"),
        Answer.Column("category", zh: "类别", en: "Category"),
        Answer.Column("township", zh: "乡镇", en: "Township"),
        Answer.Column("relics", zh: "文物点数", en: "Relics", isNumber: true),
      ],
      rows: counts.map { cell in
        cell.values.map { .text($0 ?? Self.unknown) } + [.integer(cell.count)]
      })
  }

  /// The reconciliation and the tables for a person.
  func text(in language: Language, table: (Answer) -> String) -> String {
    let isChinese = language == .zh
    return info.name(in: language) + "\n\n" + reconciliation(isChinese) + "\n"
      + table(crossTable(facet: 1, language)) + "\n" + table(crossTable(facet: 2, language))
  }

  private func reconciliation(_ isChinese: Bool) -> String {
    let lines: [String]
    if isChinese {
      lines = [
        "登记总数　官方 \(official("registered"))，本库 \(totals.rows) 行"
          + " = 有名称 \(totals.named) + 名称待考 \(totals.unidentified) + 待补录占位 \(totals.standIns)",
        "全国重点　官方 \(official("national"))，本库 \(totals.national)"
          + " = 有名称 \(totals.national - totals.unidentifiedNational) + 名称待考 \(totals.unidentifiedNational)",
        "有位置　　\(totals.located)（不含占位）",
      ]
    } else {
      lines = [
        "Registered  official \(official("registered")), here \(totals.rows) rows"
          + " = \(totals.named) named + \(totals.unidentified) unidentified"
          + " + \(totals.standIns) stand-ins",
        "National    official \(official("national")), here \(totals.national)"
          + " = \(totals.national - totals.unidentifiedNational) named"
          + " + \(totals.unidentifiedNational) unidentified",
        "Located     \(totals.located) (without stand-ins)",
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func official(_ what: String) -> String {
    totals.official[what].map(String.init) ?? "–"
  }

  private func sum(where isCounted: (FacetCount) -> Bool) -> Int {
    counts.reduce(0) { $0 + (isCounted($1) ? $1.count : 0) }
  }

  /// The counts of one facet: the known values in their order, then others, then unknown.
  private func object(facet: Int, known: [String]) -> FieldValue {
    let found = values(of: facet)
    let names = known + found.compactMap { $0 }.filter { !known.contains($0) }
    let members = names.map { name in
      FieldValue.Member(name, .integer(sum { $0.values[facet] == name }))
    }
    let unknown = FieldValue.Member(
      Self.unknown, .integer(sum { $0.values[facet] == nil }))
    return .object(facet == 0 ? members : members + [unknown])
  }

  /// The values of a facet in the order of the register, unknown last.
  private func values(of facet: Int) -> [String?] {
    var seen: Set<String?> = []
    let found = counts.map { $0.values[facet] }.filter { seen.insert($0).inserted }
    guard facet != 1 else {
      return Category.allCases.map(\.rawValue).filter(found.contains)
        + (found.contains(nil) ? [nil] : [])
    }
    return found.compactMap { $0 }.sorted().map { $0 } + (found.contains(nil) ? [nil] : [])
  }

  /// Levels across, the values of a facet down, with sums that add up.
  private func crossTable(facet: Int, _ language: Language) -> Answer {
    let isChinese = language == .zh
    let heading = Answer.Column(
      "value", zh: facet == 1 ? "类别" : "乡镇", en: facet == 1 ? "Category" : "Township")
    let levels = ProtectionLevel.allCases
    let columns =
      [heading]
      + levels.map {
        Answer.Column(
          $0.rawValue, zh: $0.shortLabel(in: .zh), en: $0.shortLabel(in: .en), isNumber: true)
      } + [Answer.Column("total", zh: "合计", en: "Total", isNumber: true)]
    func row(_ label: String, _ isCounted: @escaping (FacetCount) -> Bool) -> [FieldValue] {
      [.text(label)]
        + levels.map { level in
          .integer(sum { isCounted($0) && $0.values[0] == level.rawValue })
        } + [.integer(sum(where: isCounted))]
    }
    let rows = values(of: facet).map { value in
      row(label(value, facet: facet, language)) { $0.values[facet] == value }
    }
    return Answer(
      columns: columns, rows: rows + [row(isChinese ? "合计" : "Total") { _ in true }])
  }

  private func label(_ value: String?, facet: Int, _ language: Language) -> String {
    guard let value else { return language == .zh ? "不详" : "Unknown" }
    return facet == 1 ? Category(rawValue: value)?.label(in: language) ?? value : value
  }
}
