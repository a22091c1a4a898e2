import ArgumentParser
import Boundaries
import Geodesy
import HeritageRegistry
import HeritageSQLite
import Words

/// Outlines of relics themselves.
struct BodyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "body", abstract: .help("body"), subcommands: [BodyImport.self])
  }
}

/// Reads bodies of relics from a file of outlines.
struct BodyImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: .help("body.import"),
      discussion: .help("body.import.discussion"))
  }

  @Argument(help: .help("zone.file", value: "file"), completion: .file())
  var file: String

  @OptionGroup var boundary: BoundaryFileOptions

  @Option(help: .help("zone.code", value: "code"))
  var code: String?

  @Option(help: .help("zone.codeField", value: "name"))
  var codeField: String?

  @Option(help: .help("zone.accuracy", value: "length"))
  var accuracy: String?

  @Option(help: .help("body.method", value: "text"))
  var method: String?

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    if let accuracy, LengthArgument.length(accuracy) == nil {
      throw ValidationError(
        Sentence("option.radius", ["radius": accuracy, "hint": LengthArgument.hint]))
    }
  }

  func run() throws {
    let read = try boundary.read(file)
    for remark in read.remarks {
      change.note(Sentence(quoting: remark.problem(in: read.name, .warning).saidLine))
    }
    let bodies = try ZonePlots(
      read, kind: .protection, code: code, field: codeField, name: nil
    ).zones.compactMap { zone in
      zone.code.flatMap { code in
        zone.shape.map {
          RelicBody(
            code: code, shape: $0, accuracy: accuracy.flatMap(LengthArgument.length),
            method: method, source: read.name)
        }
      }
    }
    guard !change.dryRun else { return }
    try change.open().write(bodies, note: change.edit.note())
    change.note(Sentence("body.added", ["codes": bodies.map(\.code), "count": bodies.count]))
  }
}
