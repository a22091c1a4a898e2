import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Who changes something, why, and on which source.
struct EditOptions: ParsableArguments {
  @Option(help: .help("edit.who", value: "name"))
  var who: String?

  @Option(help: .help("edit.why", value: "text"))
  var why: String?

  @Option(help: .help("edit.source", value: "text"))
  var source: String?

  /// What is said of the edit.
  ///
  /// - Throws: `EditError.nobody` where nobody says who makes it.
  func note() throws -> EditNote {
    guard let name = who ?? Environment["HERITAGE_WHO"] else { throw EditError.nobody }
    return EditNote(who: name, why: why, source: source)
  }

  /// The same for an import, which may be nobody's.
  func noteOfImport() -> EditNote {
    EditNote(who: who ?? Environment["HERITAGE_WHO"], why: why, source: source)
  }
}

/// What every command that changes a relic understands.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var edit: EditOptions
  @OptionGroup var register: RegisterFileOption

  @Flag(help: .help("edit.dryRun"))
  var dryRun = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  /// The register, opened for changes.
  func open() throws -> Registrar { try Registrar(opening: register.path) }

  /// The register, opened for changes that are only rehearsed where that was asked for.
  func openOrRehearse() throws -> Registrar { dryRun ? try open().rehearsal : try open() }

  /// Says what was done, or that nothing was.
  func done(_ sentence: Sentence) { note(dryRun ? Sentence("edit.dryRun") : sentence) }

  func note(_ sentence: Sentence) {
    if !quiet { Terminal.say(sentence) }
  }
}
