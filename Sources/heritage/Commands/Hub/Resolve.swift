import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Decides a conflict.
struct Resolve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve", abstract: .help("resolve"), discussion: .help("resolve.discussion"))
  }

  @Argument(help: .help("resolve.code", value: "code"))
  var code: String

  @Flag(help: .help("resolve.mine"))
  var mine = false

  @Flag(help: .help("resolve.theirs"))
  var theirs = false

  @Option(help: .help("resolve.field", value: "field"))
  var field: String?

  @OptionGroup var edit: EditOptions
  @OptionGroup var register: RegisterFileOption
  @OptionGroup var language: LanguageOption

  /// Whether a third value is given, `condition=fair`.
  private var isAnother: Bool { field?.contains("=") ?? false }

  func validate() throws {
    if [mine, theirs, isAnother].count(where: \.self) != 1 {
      throw ValidationError(Sentence("option.oneSide"))
    }
  }

  func run() throws {
    let decisions = WorkingCopy(register.path).decisions
    let decided =
      if let field, isAnother { try decide(field, in: decisions) } else {
        try decisions.resolve(
          code, field: field, for: theirs ? .theirs : .mine, note: edit.noteOfImport())
      }
    Terminal.say(Sentence("resolve.done", ["count": decided.count, "code": code]))
  }

  /// Writes a value that is neither side's, as `set` does, and decides for what then stands here.
  private func decide(
    _ assignment: String, in decisions: CopyDecisions
  ) throws -> [HubConflict] {
    let typed = try TypedRecord([assignment])
    let key = typed.pairs.first?.key ?? assignment
    let note = try edit.note()
    guard
      try decisions.conflicts().contains(where: {
        CodeOrder.key($0.code) == CodeOrder.key(code) && CopyDecisions.name($0.field) == key
      })
    else { throw HubError.noConflict(code: code, field: key) }
    let registry = try Registry(opening: register.path, audience: .staff)
    let site = try registry.dossier(code).site
    let (record, remarks) = try typed.record(
      code: site.code, name: site.nameZH, datum: nil, in: registry)
    for remark in remarks { Terminal.say(remark.sentence) }
    if try !registry.difference(of: [record]).isEmpty {
      _ = try TypedRecord.refusing {
        try Registrar(opening: register.path).edit(
          record, typed.belongings(), of: site.code, note: note, rehearsing: false)
      }
    }
    return try decisions.resolve(code, field: key, for: .mine, note: note)
  }
}
