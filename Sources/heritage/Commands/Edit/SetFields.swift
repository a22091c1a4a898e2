import ArgumentParser
import Geodesy
import HeritageRegistry
import HeritageSQLite
import Words

/// Changes fields of one relic.
struct SetFields: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set", abstract: .help("set"), discussion: .help("set.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Argument(help: .help("set.assignments", value: "field=value"))
  var assignments: [String]

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @Option(help: .help("set.as", value: "draft"))
  var `as`: Proposal?

  @OptionGroup var options: ChangeOptions

  /// How a change is made other than at once.
  enum Proposal: String, ExpressibleByArgument {
    case draft
  }

  func run() throws {
    let typed = try TypedRecord(assignments)
    let note = try options.edit.note()
    let registry = try Registry(opening: options.register.path, audience: .staff)
    let dossier = try registry.dossier(code)
    let code = dossier.site.code
    if self.as == .draft { return try propose(typed, of: dossier, note, in: registry) }
    let belongings = try typed.belongings()
    let (record, remarks) =
      typed.fields.pairs.isEmpty
      ? (nil, [])
      : try typed.fields.record(
        code: code, name: dossier.site.nameZH, datum: try datum?.datum(), in: registry)
    for remark in remarks { options.note(remark.sentence) }
    if options.dryRun, let record, belongings.isEmpty {
      let difference = try registry.difference(of: [record])
      try refuse(difference)
      return ChangeReport(difference: difference, options: options).sayRehearsed()
    }
    let groups = try registry.entry(code).groups.map(\.key)
    let outcome = try TypedRecord.refusing {
      try options.open().edit(
        record, belongings, of: code, note: note, rehearsing: options.dryRun)
    }
    BelongingsReport(belongings, of: code, before: groups, outcome).say(options)
    try ChangeReport(outcome: outcome, options: options).end()
  }

  /// Keeps the change until somebody else decides it.
  private func propose(
    _ typed: TypedRecord, of dossier: Dossier, _ note: EditNote, in registry: Registry
  ) throws {
    guard try typed.belongings().isEmpty else {
      throw ValidationError(Sentence("option.draftOfFields"))
    }
    let (record, remarks) = try typed.record(
      code: dossier.site.code, name: dossier.site.nameZH, datum: try datum?.datum(), in: registry)
    for remark in remarks { options.note(remark.sentence) }
    let difference = try registry.difference(of: [record])
    try refuse(difference)
    guard !difference.isEmpty else { throw EditError.nothingNew(code: dossier.site.code) }
    // Whoever approves the draft reads the position as it was meant.
    let system = SiteField.declaredSystem.rawValue
    let declared = try datum?.datum().code
    let pairs =
      typed.pairs + (declared.map { typed[system] == nil ? [(system, $0)] : [] } ?? [])
    let items = pairs.map { key, value in
      Draft.Item(
        key: key, base: SiteField(rawValue: key)?.definition.text(of: dossier), new: value)
    }
    if options.dryRun {
      return ChangeReport(difference: difference, options: options).sayRehearsed()
    }
    let number = try options.open().propose(items, of: dossier.site.code, note: note)
    options.note(Sentence("draft.made", ["number": number]))
  }

  private func refuse(_ difference: RegisterDifference) throws {
    guard difference.refused.isEmpty else {
      throw TypedRecord.refusal(difference.refused.map(\.problem))
    }
  }
}
