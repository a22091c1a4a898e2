import ArgumentParser
import Foundation
import HeritageRegistry

/// Loads a table of points into an empty register.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load a table of points into a register made with init --empty: every row, or none.",
    discussion: """
      The table is CSV with the columns id, name_zh, category, level, lon and lat. The headers lon \
      and lat mean WGS 84 in degrees; no accuracy is claimed, and the provenance is a survey.
      """)

  @Argument(
    help: ArgumentHelp("The table.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The register (default: $HERITAGE_DB, else ./heritage.sqlite).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var db: String?

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Option(help: "json prints errors as JSON.")
  var format: Init.Format?

  func run() throws {
    let path = db ?? Environment["HERITAGE_DB"] ?? "heritage.sqlite"
    let name = URL(fileURLWithPath: file).lastPathComponent
    let points = try PointTable(csv: InputFile.bytes(file), file: name)
    if !quiet { Terminal.writeError("\(name): lon and lat are read as WGS 84\n") }
    Interruption.remove()
    let bar = ProgressBar(isShown: !quiet && Terminal.isTerminal(.error), unit: "rows")
    defer { bar.finish() }
    let count = try Registry.load(points, into: path) { bar.show($0, share: $1) }
    bar.finish()
    if !quiet {
      Terminal.writeError("loaded \(count) \(count == 1 ? "relic" : "relics") into \(path)\n")
    }
  }
}
