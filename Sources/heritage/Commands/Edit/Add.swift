import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Adds one relic.
struct Add: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: .help("add"), discussion: .help("add.discussion"))
  }

  @Argument(help: .help("add.assignments", value: "field=value"))
  var assignments: [String] = []

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    var typed = try TypedRecord(assignments)
    let note = try options.edit.note()
    let registry = try Registry(opening: options.register.path, audience: .staff)
    let questions = [
      ("name_zh", Sentence("add.ask.name")), ("township", Sentence("add.ask.township")),
    ]
    for (key, question) in questions where typed[key]?.isEmpty != false {
      guard let answer = Terminal.ask(question), !answer.isEmpty else {
        throw ValidationError(Sentence("add.missing", ["key": key]))
      }
      typed = TypedRecord(pairs: typed.pairs.filter { $0.key != key } + [(key, answer)])
    }
    let code = try typed["code"] ?? registry.nextCode()
    if let reason = CodeForm.fault(of: code) { throw EditError.badCode(code, reason: reason) }
    guard try !registry.isUsed(code) else { throw EditError.usedCode(code) }
    if typed["protection_level"] == nil {
      typed = TypedRecord(
        pairs: typed.pairs + [("protection_level", ProtectionLevel.registered.rawValue)])
    }
    let fields = TypedRecord(pairs: typed.fields.pairs.filter { $0.key != "code" })
    let (record, remarks) = try fields.record(
      code: code, name: typed["name_zh"] ?? "", datum: try datum?.datum(), in: registry)
    for remark in remarks { options.note(remark.sentence) }
    let belongings = try typed.belongings()
    if options.dryRun, belongings.isEmpty {
      let difference = try registry.difference(of: [record])
      guard difference.refused.isEmpty else {
        throw TypedRecord.refusal(difference.refused.map(\.problem))
      }
      return ChangeReport(difference: difference, options: options).sayRehearsed()
    }
    let outcome = try TypedRecord.refusing {
      try options.open().edit(
        record, belongings, of: code, note: note, rehearsing: options.dryRun)
    }
    BelongingsReport(belongings, of: code, before: [], outcome).say(options)
    try ChangeReport(outcome: outcome, options: options).end()
  }
}
