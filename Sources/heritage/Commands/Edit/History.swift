import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Lists who changed what.
struct History: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history", abstract: .help("history"), discussion: .help("history.discussion"))
  }

  @Argument(help: .help("history.what", value: "code"), completion: SiteCompletion.kind)
  var what: String?

  @Option(help: .help("history.field", value: "field"))
  var field: String?

  @Option(help: .help("history.limit", value: "count"))
  var limit = 50

  @Option(help: .help("history.before", value: "edit"))
  var before: Int?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let output = Output(options: common.output)
    switch what {
    case nil:
      let (full, brief) = HistoryTable.answer(try registry.edits(before: before, limit: limit))
      try output.write(full, brief: brief)
      let pending = try registry.changes(of: nil).count
      if pending > 0 { output.note(Sentence("history.pending", ["count": pending])) }
    case "outside"?:
      try write(try registry.outsideChanges(), to: output)
    case let text? where Int(text) != nil:
      try write(try registry.changes(of: Int(text)), to: output)
    case let code?:
      try write(try registry.history(of: code), to: output)
    }
  }

  private func write(_ changes: [Registry.Remembered], to output: Output) throws {
    var shown = changes
    if let field {
      shown = changes.filter { remembered in
        let label = HistoryWords.label(of: remembered.change)
        return [remembered.change.field, label.zh, label.en].contains(field)
      }
    }
    let (full, brief) = HistoryTable.answer(shown)
    try output.write(full, brief: brief)
  }

  func validate() throws {
    if limit <= 0 { throw ValidationError(Sentence("option.historyLimit", ["limit": limit])) }
  }
}
