import ArgumentParser
import Boundaries
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Roads
import RoadsImport
import Tables
import TourPlanner
import Words

/// Makes a file of roads from maps.
struct RoadsBuild: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: .help("roads.build"),
      discussion: .help("roads.build.discussion"))
  }

  @Argument(help: .help("roads.build.files", value: "file"), completion: .file())
  var files: [String]

  @Option(help: .help("roads.build.out", value: "file"), completion: .file(extensions: ["roads"]))
  var out: String

  @Option(help: .help("roads.build.mode", value: "mode"))
  var mode: [TravelMode] = []

  @Flag(help: .help("roads.build.noTracks"))
  var noTracks = false

  @Option(help: .help("roads.build.speed", value: "speed"))
  var speed: [String] = []

  @Option(help: .help("roads.build.datum", value: "datum"))
  var datum: DatumArgument?

  @Option(help: .help("roads.build.layer", value: "name"))
  var layer: String?

  @Option(help: .help("roads.build.map", value: "field=value"))
  var map: [String] = []

  @Option(help: .help("roads.build.tolerance", value: "length"))
  var tolerance = "2m"

  @Option(help: .help("roads.build.clip", value: "area"))
  var clip: String?

  @Option(help: .help("roads.build.licence", value: "text"))
  var licence: String?

  @Option(help: .help("roads.build.attribution", value: "text"))
  var attribution: String?

  @Flag(help: .help("roads.build.allowIslands"))
  var allowIslands = false

  @OptionGroup var common: CommonOptions

  /// Below this share of the length in one part somebody has to say that it is meant so.
  private static let leastShare = 0.8
  /// Below this share it is said.
  private static let usualShare = 0.95
  private static let roles = ["class", "speed", "oneway", "level"]
  private static let openStreetMap = "© OpenStreetMap contributors"
  private static let openLicence = "Open Database License (ODbL) 1.0"

  func validate() throws {
    _ = try profiles()
    _ = try fields()
    _ = try clip.map(RoadArea.init)
    guard let length = LengthArgument.length(tolerance), (0...20).contains(length.metres) else {
      throw ValidationError(Sentence("roads.badTolerance", ["text": tolerance]))
    }
  }

  func run() throws {
    let bar = ProgressBar(
      isShown: !common.output.quiet && Terminal.isTerminal(.error), unit: .roads)
    let writer = Output(options: common.output)
    let target = try OutputFile(out)
    for file in files {
      guard
        URL(fileURLWithPath: file).resolvingSymlinksInPath().path
          != URL(fileURLWithPath: out).resolvingSymlinksInPath().path
      else {
        throw Failure(
          Sentence("output.wasRead", ["path": out]), hint: Sentence("output.otherFile"),
          status: .usage)
      }
    }
    Interruption.remove()
    try checkLayerOptions()
    let profiles = try profiles()
    var options = RoadImport.Options(profiles: profiles)
    options.boundary.datum = try datum?.datum()
    options.boundary.layer = layer
    options.map = try fields()
    options.area = try clip.map { try RoadArea($0).box(common) }
    options.tolerance = LengthArgument.length(tolerance)?.metres ?? 2
    let read = try RoadImport(files, options: options) { bar.show(0, share: 0.3 * $0) }
    let digests = try files.map { SHA256.hex(of: try InputFile.bytes($0)) }
    var roads = RoadFileWriter(
      read.network, notes: notes(read, digests, profiles), profiles: RoadProfile.sum(of: profiles),
      modes: profiles.map(\.mode))
    var shares: [RoadFileWriter.Share] = []
    let count = read.network.edges.count
    try target.write { take in
      shares = try roads.write(
        progress: { bar.show(count, share: 0.3 + 0.7 * $0) }, to: take)
      bar.finish()
      try check(shares)
    }
    report(read, shares, writer)
    try writer.write(RoadsReport.answer(shares))
  }

  /// What goes with layers is not passed over where there is none: OpenStreetMap is on WGS 84 by its rules, and its
  /// tags are known.
  private func checkLayerOptions() throws {
    let isMap = files.allSatisfy { file in
      [".osm", ".pbf"].contains(where: file.lowercased().hasSuffix)
    }
    guard isMap else { return }
    guard datum == nil else { throw ValidationError(Sentence("roads.datumOfMap")) }
    for (option, isGiven) in [("--map", !map.isEmpty), ("--layer", layer != nil)] where isGiven {
      throw ValidationError(Sentence("roads.layerOption", ["option": option]))
    }
  }

  /// The profiles of the modes, with the speeds that were given.
  private func profiles() throws -> [RoadProfile] {
    let modes = mode.isEmpty ? TravelMode.allCases : TravelMode.allCases.filter(mode.contains)
    var profiles = modes.map { RoadProfile($0, tracks: !noTracks) }
    for text in speed {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let value = Double(parts[1]), value > 0, value <= 200,
        profiles.contains(where: { $0.speeds[parts[0]] != nil })
      else { throw ValidationError(Sentence("roads.badSpeed", ["text": text])) }
      for index in profiles.indices
      where profiles[index].mode == .drive && profiles[index].speeds[parts[0]] != nil {
        profiles[index].speeds[parts[0]] = value
      }
    }
    return profiles
  }

  private func fields() throws -> [String: String] {
    var fields: [String: String] = [:]
    for text in map {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, Self.roles.contains(parts[0]) else {
        throw ValidationError(
          Sentence("roads.badMap", ["text": text, "roles": Self.roles]))
      }
      fields[parts[0]] = parts[1]
    }
    return fields
  }

  private func notes(
    _ read: RoadImport, _ digests: [String], _ profiles: [RoadProfile]
  ) -> RoadNotes {
    let isOpen = read.readings.contains(where: \.isOpenStreetMap)
    return RoadNotes(
      sources: files.map { URL(fileURLWithPath: $0).lastPathComponent }, digests: digests,
      date: read.readings.compactMap(\.date).max(),
      licence: Self.joined(isOpen ? Self.openLicence : nil, licence),
      attribution: Self.joined(isOpen ? Self.openStreetMap : nil, attribution),
      profiles: profiles.map(\.text))
  }

  /// What OpenStreetMap asks for, and behind it what somebody says of the files: neither takes the other's place.
  private static func joined(_ own: String?, _ given: String?) -> String? {
    guard let own else { return given }
    guard let given, given != own else { return own }
    return own + "; " + given
  }

  /// Refuses roads that do not hang together, unless that is meant so.
  private func check(_ shares: [RoadFileWriter.Share]) throws {
    guard !allowIslands, let worst = shares.min(by: { $0.main < $1.main }),
      worst.main < Self.leastShare
    else { return }
    let error = RoadImportError.scattered(
      file: out, mode: worst.mode.rawValue, share: Int((worst.main * 100).rounded(.down)),
      parts: worst.parts - 1)
    let places = worst.islands.map {
      "\(DecimalText.string($0.place.longitude, places: 5)),\(DecimalText.string($0.place.latitude, places: 5))"
    }
    throw Failure(
      error.sentence, hint: Sentence("advice.allowIslands", ["places": places]), status: .badData)
  }

  private func report(
    _ read: RoadImport, _ shares: [RoadFileWriter.Share], _ writer: Output
  ) {
    for reading in read.readings {
      writer.note(RoadsReport.sentence(reading))
      if let datum = reading.datum {
        writer.note(RoadsReport.sentence(datum, of: reading, in: read))
      }
      if let fields = RoadsReport.fields(of: reading) { writer.note(fields) }
      if reading.outside > 0 {
        writer.note(Sentence("roads.outside", ["count": reading.outside]))
      }
      if reading.missingCorners > 0 {
        writer.note(Sentence("roads.missing", ["count": reading.missingCorners]))
      }
      if let noding = reading.noding { writer.note(RoadsReport.sentence(noding)) }
      if let noding = reading.noding, noding.unclassed > 0 {
        writer.note(Sentence("roads.unclassed", ["count": noding.unclassed]))
      }
    }
    for remark in read.remarks { writer.note(remark.sentence) }
    for share in shares where share.main < Self.usualShare {
      writer.note(RoadsReport.islands(share))
    }
  }
}
