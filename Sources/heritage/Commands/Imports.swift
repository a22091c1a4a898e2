import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Lists what was imported.
struct Imports: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "imports",
      abstract: .help("imports"),
      discussion: .help("imports.discussion"))
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let imports = try common.open().imports()
    let full = Answer(columns: Self.columns, rows: imports.map(Self.row))
    try Output(options: common.output).write(
      full,
      brief: full.selecting([
        "number", "imported_at", "file", "new", "changed", "unchanged", "rejected",
      ]))
  }

  private static let columns = [
    Answer.Column("number", zh: "序号", en: "No.", isNumber: true),
    Answer.Column("imported_at", zh: "时间(UTC)", en: "Time (UTC)"),
    Answer.Column("file", zh: "文件", en: "File"),
    Answer.Column("sha256", zh: "SHA-256", en: "SHA-256"),
    Answer.Column("new", zh: "新增", en: "New", isNumber: true),
    Answer.Column("changed", zh: "变更", en: "Changed", isNumber: true),
    Answer.Column("unchanged", zh: "未变", en: "Unchanged", isNumber: true),
    Answer.Column("rejected", zh: "未采用", en: "Rejected", isNumber: true),
    Answer.Column("left_stand_ins", zh: "退出占位", en: "Stand-ins that left", isNumber: true),
    Answer.Column("options", zh: "选项", en: "Options"),
  ]

  private static func row(_ logged: LoggedImport) -> [FieldValue] {
    [
      .integer(logged.number), .text(logged.time), .text(logged.file), .text(logged.sha256),
      .integer(logged.newRows), .integer(logged.changedRows), .integer(logged.unchangedRows),
      .integer(logged.rejectedRows), .integer(logged.leftStandIns), FieldValue(logged.options),
    ]
  }
}
