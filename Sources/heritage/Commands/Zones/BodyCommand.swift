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
      commandName: "body", abstract: .help("body"), subcommands: [BodyImport.self, BodyRetire.self])
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

  @Flag(help: .help("zone.far"))
  var far = false

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    try LengthArgument.check(accuracy, option: "--accuracy")
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
    try Failure.ofZones {
      try change.openOrRehearse().write(bodies, mayLieFar: far, note: change.edit.note())
    }
    change.done(Sentence("body.added", ["codes": bodies.map(\.code), "count": bodies.count]))
    try change.remark(on: bodies.map { ($0.code, $0.shape) }) {
      Sentence("body.beside", ["code": $0, "metres": $1])
    }
  }
}

/// Takes the outline of a relic away.
struct BodyRetire: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retire", abstract: .help("body.retire"),
      discussion: .help("body.retire.discussion"))
  }

  @Argument(help: .help("zone.relic", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @OptionGroup var change: ChangeOptions

  func run() throws {
    try Failure.ofZones {
      try change.openOrRehearse().retireBody(of: code, note: change.edit.note())
    }
    change.done(Sentence("body.retired", ["code": code]))
  }
}

extension ChangeOptions {
  /// Says which shapes do not reach their relics.
  func remark(
    on shapes: [(code: String, shape: MultiPolygon)], saying sentence: (String, Int) -> Sentence
  ) throws {
    let registry = try Registry(opening: register.path, audience: .staff)
    for (code, shape) in shapes {
      if let distance = try registry.distance(of: shape, besideRelic: code) {
        note(sentence(code, Int(distance.metres.rounded())))
      }
    }
  }
}
