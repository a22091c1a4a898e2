import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import SurveyTables
import Words

/// Keeps what a source says of a field.
struct ClaimCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claim", abstract: .help("claim"), discussion: .help("claim.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Argument(help: .help("claim.assignment", value: "field=value"))
  var assignment: String

  @Option(help: .help("claim.asOf", value: "date"))
  var asOf: String?

  @Option(help: .help("claim.method", value: "text"))
  var method: String?

  @Option(help: .help("claim.note", value: "text"))
  var note: String?

  @Flag(help: .help("claim.prefer"))
  var prefer = false

  @Flag(help: .help("claim.deprecate"))
  var deprecate = false

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @OptionGroup var options: ChangeOptions

  func validate() throws {
    if prefer, deprecate { throw ValidationError(Sentence("option.preferOrDeprecate")) }
  }

  func run() throws {
    let note = try options.edit.note()
    guard let source = note.source else { throw EditError.noClaimSource }
    let typed = try TypedRecord([assignment])
    let registry = try Registry(opening: options.register.path, audience: .staff)
    let dossier = try registry.dossier(code)
    let (record, remarks) = try typed.record(
      code: dossier.site.code, name: dossier.site.nameZH, datum: try datum?.datum(), in: registry)
    for remark in remarks { options.note(remark.sentence) }
    let claim = try claim(typed, as: record, by: source)
    let outcome = try TypedRecord.refusing {
      try options.open().claim(
        claim, as: prefer ? .preferred : deprecate ? .deprecated : nil, of: dossier.site.code,
        record, note: note, today: Today.inChina, rehearsing: options.dryRun)
    }
    say(outcome, of: dossier.site.code)
  }

  /// The claim with its value as an export has it.
  private func claim(
    _ typed: TypedRecord, as record: SiteRecord, by source: String
  ) throws -> Claim {
    guard let key = typed.pairs.first?.key, let field = SiteField(rawValue: key),
      !Claim.unclaimed.contains(field)
    else {
      throw ValidationError(
        Sentence("option.noClaimOf", ["field": typed.pairs.first?.key ?? ""]))
    }
    guard let value = field.definition.text(of: record.dossier) else {
      throw ValidationError(Sentence("option.emptyClaim", ["field": key]))
    }
    return Claim(field, value, source: source, asOf: asOf, method: method, note: self.note)
  }

  private func say(_ outcome: ClaimOutcome, of code: String) {
    let claim = outcome.claim
    for change in outcome.difference?.changed ?? [] {
      for field in change.fields { options.note(ChangeReport.sentence(field, of: code)) }
    }
    if outcome.isKnown { return options.note(Sentence("claim.known", ["number": claim.number])) }
    options.note(
      Sentence(
        "claim.kept",
        [
          "code": code, "field": claim.field.definition.labels, "value": claim.value,
          "source": claim.source, "rank": claim.rank.labels,
        ]))
    if let replaced = outcome.replaced, claim.rank == .preferred {
      options.note(
        Sentence("claim.replaced", ["value": replaced.value, "source": replaced.source]))
    }
    if options.dryRun { return options.note(Sentence("edit.dryRun")) }
    if let number = outcome.edit { options.note(Sentence("edit.made", ["number": number])) }
  }
}

/// Lists what sources say of a relic.
struct ClaimsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "claims", abstract: .help("claims"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let claims = try common.open().claims(of: code)
    let full = Answer(
      columns: [
        Answer.Column("claim", zh: "序号", en: "Claim", isNumber: true),
        Answer.Column("field", zh: "字段", en: "Field"),
        Answer.Column("label", zh: "内容项", en: "What"),
        Answer.Column("value", zh: "内容", en: "Value"),
        Answer.Column("rank", zh: "取舍", en: "Rank"),
        Answer.Column("source", zh: "依据", en: "Source"),
        Answer.Column("as_of", zh: "截至", en: "As of"),
        Answer.Column("method", zh: "方法", en: "Method"),
        Answer.Column("note", zh: "备注", en: "Note"),
      ],
      rows: claims.map { claim in
        let labels = claim.field.definition.labels
        return [
          .integer(claim.number), .text(claim.field.rawValue),
          .word(labels.en, zh: labels.zh, en: labels.en), .text(claim.value),
          FieldValue(claim.rank), .text(claim.source), FieldValue(claim.asOf),
          FieldValue(claim.method), FieldValue(claim.note),
        ]
      })
    try Output(options: common.output).write(
      full,
      brief: full.selecting(
        ["claim", "label", "value", "rank", "source", "as_of", "method", "note"]))
  }
}
