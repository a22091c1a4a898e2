import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Takes an edit back.
struct Undo: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: .help("undo"), discussion: .help("undo.discussion"))
  }

  @Argument(help: .help("undo.number", value: "edit"))
  var number: Int

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let plan = try options.open().undo(
      number, note: try options.edit.note(), rehearsing: options.dryRun)
    let registry = try Registry(opening: options.register.path, audience: .staff)
    for change in plan.changes
    where plan.hindrances.isEmpty && change.action != .insert && !HistoryWords.isKey(change) {
      options.note(
        Sentence(
          "undo.change",
          [
            "code": Self.subject(of: change), "field": HistoryWords.label(of: change),
            "old": HistoryWords.said(change.old, of: change),
            "new": HistoryWords.said(change.new, of: change),
          ]))
    }
    for change in plan.changes where plan.hindrances.isEmpty && change.action == .insert {
      options.note(
        Sentence(
          "undo.comesBack",
          ["code": Self.subject(of: change), "what": HistoryWords.label(of: change)]))
    }
    guard plan.hindrances.isEmpty else {
      for hindrance in plan.hindrances {
        Terminal.say(try registry.sentence(of: hindrance))
      }
      throw Failure(
        Sentence("undo.blocked", ["number": number, "count": plan.hindrances.count]),
        hint: Sentence("advice.history"), status: .busy)
    }
    if plan.changes.isEmpty { return options.note(Sentence("undo.nothing", ["number": number])) }
    if options.dryRun { return options.note(Sentence("edit.dryRun")) }
    try ChangeReport.sayNumber(of: options) {
      Sentence("undo.done", ["number": number, "edit": $0])
    }
  }
}

extension Undo {
  /// What a change is about: the relic by its code, or the table as people call it.
  private static func subject(of change: RowChange) -> Sentence.Value {
    change.code.map { .text($0) } ?? HistoryWords.subject(of: change).sentenceValue
  }
}

/// Stands for what another program changed.
struct Adopt: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "adopt", abstract: .help("adopt"), discussion: .help("adopt.discussion"))
  }

  @Argument(help: .help("adopt.number", value: "edit"))
  var number: Int

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let note = try options.edit.note()
    guard !options.dryRun else { return options.note(Sentence("edit.dryRun")) }
    try options.open().adopt(number, note: note)
    options.note(Sentence("adopt.done", ["number": number, "who": note.who ?? ""]))
  }
}
