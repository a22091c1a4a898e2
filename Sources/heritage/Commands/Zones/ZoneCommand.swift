public import ArgumentParser
import Boundaries
import Foundation
import Geodesy
import HeritageFormats
public import HeritageRegistry
import HeritageSQLite
import Words

/// Zones as they are announced.
struct ZoneCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "zone", abstract: .help("zone"), discussion: .help("zone.discussion"),
      subcommands: [
        ZoneImport.self, ZoneList.self, ZoneShow.self, ZoneExplain.self, ZoneRetire.self,
      ])
  }
}

/// Which kind of zone.
extension Zone.Kind: ExpressibleByArgument {}
extension Zone.Status: ExpressibleByArgument {}

/// Reads zones from a file of outlines into the register.
struct ZoneImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: .help("zone.import"),
      discussion: .help("zone.import.discussion"))
  }

  @Argument(help: .help("zone.file", value: "file"), completion: .file())
  var file: String

  @OptionGroup var boundary: BoundaryFileOptions

  @Option(help: .help("zone.kind", value: "kind"))
  var kind: Zone.Kind

  @Option(help: .help("zone.code", value: "code"))
  var code: String?

  @Option(help: .help("zone.codeField", value: "name"))
  var codeField: String?

  @Option(name: .customLong("class"), help: .help("zone.class", value: "text"))
  var zoneClass: String?

  @Option(help: .help("zone.name", value: "text"))
  var name: String?

  @Option(help: .help("zone.status", value: "status"))
  var status = Zone.Status.digitised

  @Option(help: .help("zone.accuracy", value: "length"))
  var accuracy: String?

  @Option(help: .help("zone.rule", value: "text"))
  var rule: String?

  @Option(help: .help("zone.instrument", value: "text"))
  var instrument: String

  @Option(help: .help("zone.announced", value: "date"))
  var announced: String?

  @Option(help: .help("zone.announcedBy", value: "text"))
  var announcedBy: String?

  @Flag(help: .help("zone.supersede"))
  var supersede = false

  @Flag(help: .help("zone.far"))
  var far = false

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    try LengthArgument.check(accuracy, option: "--accuracy")
    try DateArgument.checkPast(announced, option: "--announced")
    if status == .described { throw ValidationError(Sentence("zone.shapeAndStatus")) }
  }

  func run() throws {
    let read = try boundary.read(file)
    for remark in read.remarks {
      change.note(Sentence(quoting: remark.problem(in: read.name, .warning).saidLine))
    }
    let zones = try ZonePlots(read, kind: kind, code: code, field: codeField, name: name).zones.map
    {
      var zone = $0
      (zone.zoneClass, zone.status, zone.rule) = (zoneClass, status, rule)
      (zone.instrument, zone.announcedOn, zone.announcedBy) = (instrument, announced, announcedBy)
      zone.accuracy = accuracy.flatMap(LengthArgument.length)
      zone.source = read.name
      return zone
    }
    if accuracy == nil { change.note(Sentence("zone.noAccuracy")) }
    let numbers = try Failure.ofZones {
      try change.openOrRehearse().add(
        zones, superseding: supersede, mayLieFar: far, note: change.edit.note())
    }
    guard !change.dryRun else {
      for zone in zones { change.note(ZonePlots.line(zone)) }
      return change.note(Sentence("edit.dryRun"))
    }
    for (number, zone) in zip(numbers, zones) {
      change.note(
        Sentence("zone.added", ["number": number, "zone": ZonePlots.line(zone)]))
    }
    // A control zone may be a ring around what it protects.
    guard kind == .protection else { return }
    let shapes = zones.compactMap { zone in
      zone.code.flatMap { code in zone.shape.map { (code, $0) } }
    }
    try change.remark(on: shapes) { Sentence("zone.beside", ["code": $0, "metres": $1]) }
  }
}

/// The plots of a file as zones of relics.
struct ZonePlots {
  let zones: [NewZone]

  /// The names under which files have the code of a relic.
  private static let fields = ["code", "编号", "文物编号", "relic", "site_code"]

  /// - Parameters:
  ///   - code: The relic of all plots; nil where each names its own.
  ///   - field: The property that names it.
  init(
    _ file: BoundaryFile, kind: Zone.Kind, code: String?, field: String?, name: String?
  ) throws {
    var byCode: [(code: String?, name: String?, plots: [Plot])] = []
    for plot in file.plots {
      let names = field.map { [$0] } ?? Self.fields
      let own =
        code
        ?? names.lazy.compactMap { name in
          plot.properties.first { $0.key.caseInsensitiveCompare(name) == .orderedSame }?.value
        }.first
      if own == nil, kind.belongsToUnit {
        let problem = BoundaryNote(Sentence("zone.plotWithoutCode"), at: plot.place)
        throw Failure(
          Sentence("boundary.refused", ["file": file.name, "reason": problem.sentence]),
          hint: Sentence("advice.zoneCode"), status: .badData,
          only: problem.problem(in: file.name))
      }
      if let own, let index = byCode.firstIndex(where: { $0.code == own }) {
        byCode[index].plots.append(plot)
      } else {
        byCode.append((own, name ?? plot.name, [plot]))
      }
    }
    zones = try byCode.map { code, name, plots in
      var zone = NewZone(code: code, kind: kind, status: .digitised)
      zone.name = code == nil ? name : nil
      zone.shape = try Self.shape(plots, in: file)
      return zone
    }
  }

  /// The plots as one area; long edges of a grid get corners, for they are not straight in degrees.
  static func shape(_ plots: [Plot], in file: BoundaryFile) throws -> MultiPolygon {
    guard case .gaussKruger = file.datum.datum else {
      return try MultiPolygon(plots.flatMap(\.shape.polygons))
    }
    return try file.projection.shape(of: PlaneArea(plots.flatMap(\.plane.polygons)).withShortEdges)
  }

  /// A zone on one line.
  static func line(_ zone: NewZone) -> Sentence {
    Sentence(
      "zone.line",
      [
        "owner": zone.code ?? zone.name ?? "", "kind": zone.kind,
        "area": Int((zone.shape?.squareMetresOnEllipsoid ?? 0).rounded()),
      ])
  }
}

extension Failure {
  /// Says why zones are not written.
  static func ofZones<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as ZoneError {
      let hint: Sentence? =
        switch error {
        case .alreadyThere: Sentence("advice.supersede")
        case .noSuchZone: Sentence("advice.zoneList")
        case .noSuchCoverage: Sentence("advice.coverageList")
        case .missesRelic, .bodyMissesRelic: Sentence("advice.far")
        default: nil
        }
      let status: ExitStatus =
        switch error {
        case .noSuchZone, .noSuchCoverage, .noSuchCheck, .noBody: .noInput
        default: .badData
        }
      throw Failure(error.sentence, hint: hint, status: status)
    }
  }
}
