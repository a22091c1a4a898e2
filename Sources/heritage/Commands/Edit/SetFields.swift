import ArgumentParser
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
    if !typed.fields.pairs.isEmpty {
      let (record, remarks) = try typed.fields.record(
        code: code, name: dossier.site.nameZH, datum: try datum?.datum(), in: registry)
      for remark in remarks { options.note(remark.sentence) }
      if options.dryRun {
        let difference = try registry.difference(of: [record])
        try refuse(difference)
        ChangeReport(difference: difference, options: options).sayRehearsed()
      } else {
        let difference = try TypedRecord.refusing {
          try options.open().edit(record, note: note)
        }
        try ChangeReport(difference: difference, options: options).say {
          Sentence("edit.made", ["number": $0])
        }
      }
    }
    guard !options.dryRun else { return }
    if let groups = typed.groups {
      try options.open().setGroups(groups, of: code, note: note)
    }
    if let readings = try typed.readings() {
      try options.open().setReadings(readings, of: code, note: note)
    }
    if typed.fields.pairs.isEmpty {
      try ChangeReport.sayNumber(of: options) { Sentence("edit.made", ["number": $0]) }
    }
  }

  /// Keeps the change until somebody else decides it.
  private func propose(
    _ typed: TypedRecord, of dossier: Dossier, _ note: EditNote, in registry: Registry
  ) throws {
    guard typed.groups == nil, typed["readings"] == nil else {
      throw ValidationError(Sentence("option.draftOfFields"))
    }
    let (record, remarks) = try typed.record(
      code: dossier.site.code, name: dossier.site.nameZH, datum: try datum?.datum(), in: registry)
    for remark in remarks { options.note(remark.sentence) }
    let difference = try registry.difference(of: [record])
    try refuse(difference)
    guard !difference.isEmpty else { throw EditError.nothingNew(code: dossier.site.code) }
    let items = typed.pairs.map { key, value in
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
