import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Lists the changes that are proposed.
struct Drafts: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "drafts", abstract: .help("drafts"))
  }

  @Flag(help: .help("drafts.all"))
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let drafts = try common.open().drafts(all: all)
    let rows = drafts.flatMap { draft in draft.items.map { Self.row($0, of: draft) } }
    let full = Answer(columns: Self.columns, rows: rows)
    let output = Output(options: common.output)
    if rows.isEmpty {
      try output.write(empty: full)
      output.note(all ? Sentence("drafts.never") : Sentence("drafts.none"))
      if common.output.failEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
      return
    }
    try output.write(
      full, brief: full.selecting(["draft", "state", "who", "code", "field", "base", "new", "why"]))
  }

  private static let columns = [
    Answer.Column("draft", zh: "草稿", en: "Draft", isNumber: true),
    Answer.Column("state", zh: "状态", en: "State"),
    Answer.Column("at", zh: "时间(UTC)", en: "Time (UTC)"),
    Answer.Column("who", zh: "提出人", en: "Who"),
    Answer.Column("code", zh: "编号", en: "Code"),
    Answer.Column("field", zh: "字段", en: "Field"),
    Answer.Column("base", zh: "原内容", en: "Old"),
    Answer.Column("new", zh: "拟改为", en: "New"),
    Answer.Column("why", zh: "理由", en: "Why"),
    Answer.Column("source", zh: "依据", en: "Source"),
    Answer.Column("reviewer", zh: "审核人", en: "Reviewer"),
    Answer.Column("reason", zh: "退回理由", en: "Reason"),
    Answer.Column("edit", zh: "修改号", en: "Edit", isNumber: true),
  ]

  private static func row(_ item: Draft.Item, of draft: Draft) -> [FieldValue] {
    [
      .integer(draft.number), FieldValue(draft.state), FieldValue(draft.note.time),
      FieldValue(draft.note.who), .text(draft.code), .text(item.key), FieldValue(item.base),
      .text(item.new), FieldValue(draft.note.why), FieldValue(draft.note.source),
      FieldValue(draft.reviewer), FieldValue(draft.reason), FieldValue(draft.edit),
    ]
  }
}

/// Writes what a draft proposes.
struct Approve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "approve", abstract: .help("approve"), discussion: .help("approve.discussion"))
  }

  @Argument(help: .help("draft.number", value: "draft"))
  var number: Int

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let note = try options.edit.note()
    let registry = try Registry(opening: options.register.path, audience: .staff)
    guard let draft = try registry.drafts(all: true).first(where: { $0.number == number }) else {
      throw EditError.noSuchDraft(number)
    }
    let dossier = try registry.dossier(draft.code)
    let (record, _) = try TypedRecord(pairs: draft.items.map { ($0.key, $0.new) }).record(
      code: dossier.site.code, name: dossier.site.nameZH, datum: nil, in: registry)
    if options.dryRun {
      let difference = try registry.difference(of: [record])
      return ChangeReport(difference: difference, options: options).sayRehearsed()
    }
    let difference = try TypedRecord.refusing {
      try options.open().approve(number, as: record, note: note)
    }
    try ChangeReport(difference: difference, options: options).say {
      Sentence("draft.approved", ["number": number, "edit": $0])
    }
  }
}

/// Sends a draft back.
struct Reject: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reject", abstract: .help("reject"))
  }

  @Argument(help: .help("draft.number", value: "draft"))
  var number: Int

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let note = try options.edit.note()
    guard !options.dryRun else { return options.note(Sentence("edit.dryRun")) }
    try options.open().reject(number, note: note)
    options.note(Sentence("draft.rejected", ["number": number]))
  }
}
