public import ArgumentParser
public import HeritageRegistry

/// What every command that reads a register understands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The register (default: $HERITAGE_DB, else ./heritage.sqlite).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var db: String?

  @Option(
    help: ArgumentHelp(
      "Who reads: the public sees sensitive positions generalised or not at all "
        + "(default: $HERITAGE_AUDIENCE, else public)."))
  var audience: Audience?

  @OptionGroup var output: OutputOptions

  /// The path of the register.
  var path: String {
    db ?? Environment["HERITAGE_DB"] ?? "heritage.sqlite"
  }

  /// Opens the register.
  func open() throws -> Registry {
    let registry = try Registry(opening: path, audience: try chosenAudience())
    Self.opened = registry
    return registry
  }

  /// The register stays open until the process ends: closing a file that was only read is work that
  /// the system does better.
  nonisolated(unsafe) private static var opened: Registry?

  private func chosenAudience() throws -> Audience {
    if let audience { return audience }
    guard let name = Environment["HERITAGE_AUDIENCE"] else { return .public }
    guard let audience = Audience(rawValue: name) else {
      throw ValidationError("$HERITAGE_AUDIENCE is '\(name)': it must be public or staff")
    }
    return audience
  }
}

extension Audience: ExpressibleByArgument {}

/// How an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, json, jsonl, csv, tsv or geojson (default: table on a terminal, tsv into a pipe)."))
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the answer to a file instead.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "The language of labels: zh or en (default: from the locale).")
  var lang: Language?

  @Flag(help: "Exit with 1 when the answer is empty.")
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Flag(help: "Print no colours ($NO_COLOR does the same).")
  var noColor = false

  /// How answers can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv, tsv, geojson
  }

  /// The language asked for, or the locale's.
  var language: Language {
    if let lang { return lang }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The format asked for, or the one that fits where the answer goes.
  var chosenFormat: Format {
    format ?? (output == nil && Terminal.isTerminal(.output) ? .table : .tsv)
  }
}

extension Language: ExpressibleByArgument {}
