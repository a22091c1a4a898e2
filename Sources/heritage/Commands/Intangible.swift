import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Lists intangible heritage.
struct Intangible: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "intangible", abstract: .help("intangible"))
  }

  @Option(help: .help("intangible.level", value: "level"))
  var level: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let levels = Set(try level.map { try ProtectionLevel(named: $0) })
    guard !levels.contains(.registered) else {
      throw ValidationError(
        "intangible heritage is listed as national, provincial, municipal or county")
    }
    let items = try registry.intangibleItems()
      .filter { levels.isEmpty || levels.contains($0.level) }
    let brief = ["name_zh", "category_zh", "level", "year", "official_code", "area_zh", "place_zh"]
    let full = Answer(columns: Self.columns, rows: items.map(Self.row))
    try Output(options: common.output)
      .write(full, brief: full.selecting(brief))
  }

  private static let columns = [
    Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
    Answer.Column("category_zh", zh: "类别", en: "Category (Chinese)"),
    Answer.Column("level", zh: "级别", en: "Level"),
    Answer.Column("batch", zh: "批次", en: "Batch"),
    Answer.Column("year", zh: "年份", en: "Year", isNumber: true),
    Answer.Column("official_code", zh: "编号", en: "Code"),
    Answer.Column("entry_type_zh", zh: "项目类型", en: "Entry"),
    Answer.Column("area_zh", zh: "申报地区", en: "Area (Chinese)"),
    Answer.Column("place_zh", zh: "流布地", en: "Where (Chinese)"),
    Answer.Column("confidence", zh: "可信度", en: "Confidence"),
    Answer.Column("notes", zh: "备注", en: "Notes"),
  ]

  private static func row(_ item: IntangibleItem) -> [FieldValue] {
    [
      .text(item.nameZH), .text(item.category), listLevel(item.level), FieldValue(item.batch),
      FieldValue(item.year), FieldValue(item.officialCode), FieldValue(item.entryType),
      FieldValue(item.area), FieldValue(item.place), FieldValue(item.confidence),
      FieldValue(item.notes),
    ]
  }

  /// The level as people say it of a list, not of a protected unit.
  private static func listLevel(_ level: ProtectionLevel) -> FieldValue {
    .word(level.rawValue, zh: level.shortLabel(in: .zh), en: level.shortLabel(in: .en))
  }
}
