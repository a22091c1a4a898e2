import ArgumentParser
import CountyPacks
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import LixianPack
import Words

/// Creates a register.
struct Init: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: .help("init"),
      discussion: .help("init.discussion"))
  }

  @Option(help: .help("init.pack", value: "dir"), completion: .directory)
  var pack: String?

  @Flag(help: .help("init.empty"))
  var empty = false

  @Option(help: .help("init.name", value: "name"))
  var name: String?

  @Option(help: .help("init.db", value: "file"), completion: .file(extensions: ["sqlite"]))
  var db: String?

  @Flag(help: .help("init.force"))
  var force = false

  @Flag(help: .help("init.allowOutside"))
  var allowOutside = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  @Option(help: .help("init.format", value: "format"))
  var format: Format?

  enum Format: String, ExpressibleByArgument, CaseIterable { case json }

  func validate() throws {
    if empty, pack != nil { throw ValidationError(Sentence("option.emptyPack")) }
    if empty, name?.isEmpty ?? true { throw ValidationError(Sentence("option.emptyNeedsName")) }
    if !empty, name != nil { throw ValidationError(Sentence("option.nameNeedsEmpty")) }
  }

  func run() throws {
    let path = RegisterFileOption.path(db)
    let county = try countyPack()
    let partial = RegisterFile.temporaryPath(for: path)
    Interruption.remove([partial, partial + "-journal"])
    let old = try RegisterFile.create(at: path, from: county, replacing: force)
    let totals = try Registry(opening: path).totals()
    if format == .json {
      try Terminal.write(
        JSONText.pretty(
          .object([
            .init("path", .text(path)), .init("rows", .integer(totals.rows)),
            .init("old_file", FieldValue(old)),
            .init(
              "warnings",
              .list(county.warnings.map { .text($0.sentence(advising: $0.advice).spoken) })),
          ])))
    }
    guard !quiet, format == nil else { return }
    for warning in county.warnings { Terminal.say(warning.saidLine) }
    if let old { Terminal.say(Sentence("output.oldFile", ["path": old])) }
    Terminal.say(
      Sentence("init.created", ["path": path, "county": county.nameZH, "rows": totals.rows]))
  }

  private func countyPack() throws -> CountyPack {
    if let name, empty { return CountyPack(emptyCounty: name) }
    let files = try pack.map(PackFiles.init(folder:)) ?? PackFiles(LixianPack.files)
    return try CountyPack(files, allowsOutside: allowOutside)
  }
}
