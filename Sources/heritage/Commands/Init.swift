import ArgumentParser
import CountyPacks
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import LixianPack
import Words

/// Creates a register.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a register from a county pack.",
    discussion: """
      Without --pack it is Lixian's (澧县), which the program carries. Every problem of every file is \
      reported before anything is written; the register appears whole, or not at all.
      """)

  @Option(
    help: ArgumentHelp("A folder in the layout of data/README.md.", valueName: "dir"),
    completion: .directory)
  var pack: String?

  @Flag(help: "Create a register without relics; needs --name.")
  var empty = false

  @Option(help: ArgumentHelp("The county of an empty register, in Chinese.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Where to create it (default: $HERITAGE_DB, else ./heritage.sqlite).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var db: String?

  @Flag(help: "Replace an existing file, which is kept beside the new one.")
  var force = false

  @Flag(help: "Let in sites more than 500 m outside the county's outline.")
  var allowOutside = false

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Option(help: "json prints what was done, or why not, as JSON.")
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
