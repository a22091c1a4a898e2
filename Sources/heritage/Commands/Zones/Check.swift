import ArgumentParser
import Boundaries
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import SystemLibraries
import Words

/// Says whether one may build somewhere: what a project touches, and what nobody knows.
struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: .help("check"), discussion: .help("check.discussion"))
  }

  @Argument(help: .help("check.project", value: "file"), completion: .file())
  var project: String?

  @OptionGroup var boundary: BoundaryFileOptions

  @Option(help: .help("check.name", value: "text"))
  var name: String?

  @Option(help: .help("check.largeWorks", value: "yes|no"))
  var largeWorks: YesNo?

  @Option(help: .help("check.landTransfer", value: "yes|no"))
  var landTransfer: YesNo?

  @Option(help: .help("check.accuracy", value: "length"))
  var accuracy: String?

  @Option(parsing: .unconditional, help: .help("check.at", value: "point"))
  var at: PointArgument?

  @Option(help: .help("check.radius", value: "length"))
  var radius: String?

  @Option(help: .help("check.again", value: "number"))
  var again: Int?

  @Flag(help: .help("check.save"))
  var save = false

  @Option(help: .help("edit.who", value: "name"))
  var who: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: CheckOutputOptions

  func validate() throws {
    guard [project != nil, at != nil, again != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Sentence("option.checkOne"))
    }
    if (radius != nil) != (at != nil) { throw ValidationError(Sentence("option.checkRadius")) }
    for text in [radius, accuracy].compactMap({ $0 }) where LengthArgument.length(text) == nil {
      throw ValidationError(
        Sentence("option.radius", ["radius": text, "hint": LengthArgument.hint]))
    }
  }

  func run() throws {
    let registry = try register.open()
    let writer = output.writer
    if let again { return try repeatCheck(again, in: registry, writer) }
    let request = try request(in: registry, writer)
    let answer = try Self.answering { try registry.check(request) }
    var record: Int?
    if save {
      record = try Registrar(opening: register.path).save(
        CheckRecord(
          answer, madeAt: ImportSteps.now, madeBy: who ?? Environment["HERITAGE_WHO"],
          program: "heritage \(Heritage.configuration.version)",
          schemaVersion: RegisterFile.schemaVersion))
    }
    try write(CheckSheet(answer, record: record, language: writer.language), in: registry, writer)
    try Self.end(answer.verdict)
  }

  /// Ends the program so that no script takes "cannot say" for "clear".
  private static func end(_ verdict: CheckAnswer.Verdict) throws {
    switch verdict {
    case .clear: break
    case .touches: throw ExitCode(ExitStatus.failed.rawValue)
    case .cannotSay: throw ExitCode(ExitStatus.cannotSay.rawValue)
    }
  }

  /// What is asked: the plots of a file as one outline, or a circle.
  private func request(in registry: Registry, _ writer: Output) throws -> CheckRequest {
    var request: CheckRequest
    if let at, let radius = radius.flatMap(LengthArgument.length) {
      let place = try at.place(in: registry)
      guard let projection = GaussKruger(nearest: place.position.longitude) else {
        throw Failure(Sentence("boundary.outsideChina"), hint: nil, status: .badData)
      }
      request = CheckRequest(
        circleAround: place.position, radius: radius, name: "\(at.text) \(self.radius ?? "")",
        projection: projection)
      request.accuracy = place.accuracy ?? .metres(CheckRequest.usualAccuracy)
    } else {
      let path = project ?? "-"
      let file = try boundary.read(path)
      writer.note(file.remarks, of: file.name)
      request = CheckRequest(
        file: file.name, sha256: SHA256.hex(of: try InputFile.bytes(path)),
        datum: file.datum.datum.code, outline: file.plane, projection: file.projection)
      let declared = file.plots.compactMap(\.declared?.text)
      request.declaredArea = declared.isEmpty ? nil : declared.joined(separator: " + ")
      request.project = file.plots.count == 1 ? file.plots[0].name : nil
    }
    if let name { request.project = name }
    if let accuracy = accuracy.flatMap(LengthArgument.length) { request.accuracy = accuracy }
    (request.isLargeWorks, request.isLandTransfer) = (largeWorks?.flag, landTransfer?.flag)
    return request
  }

  /// Makes a saved check again, and says what is other than it was.
  private func repeatCheck(_ number: Int, in registry: Registry, _ writer: Output) throws {
    guard let record = try registry.check(numbered: number) else {
      throw Failure(
        ZoneError.noSuchCheck(number).sentence,
        hint: registry.audience == .public ? Sentence("advice.checkForStaff") : nil,
        status: .noInput)
    }
    let answer = try Self.answering { try registry.check(record.request) }
    try write(
      CheckSheet(answer, record: number, language: writer.language), in: registry, writer)
    let changes = CheckComparison(record.answerJSON, answer.json).changes
    writer.note(
      changes.isEmpty
        ? Sentence("check.same", ["number": number, "date": record.madeAt])
        : Sentence(
          "check.changed",
          [
            "number": number, "date": record.madeAt,
            "changes": Sentence.Value.list(changes.map { .text($0) }, .comma),
          ]))
    try Self.end(answer.verdict)
  }

  private static func answering(_ body: () throws -> CheckAnswer) throws -> CheckAnswer {
    do {
      return try body()
    } catch let error as any Cause where !(error is RegistryError) && !(error is MissingLibrary) {
      throw Failure(error.sentence, hint: Sentence("boundary.cureCrossing"), status: .badData)
    }
  }

  private func write(_ sheet: CheckSheet, in registry: Registry, _ writer: Output) throws {
    switch output.chosenFormat {
    case .json: try writer.write(JSONText.pretty(sheet.answer.value(in: writer.language)))
    case .geojson: try writer.write(sheet.geoJSON)
    case .html: try writer.write(try CheckPage(sheet, in: registry).text)
    case .table:
      let lines = [sheet.headline.spoken, sheet.project.spoken, ""]
      let remarks = sheet.remarks.map(\.spoken)
      try writer.write(
        lines.joined(separator: "\n") + writer.table(sheet.table)
          + (sheet.table.rows.isEmpty ? "" : "\n") + remarks.joined(separator: "\n") + "\n")
    }
    if output.chosenFormat != .table { writer.note(sheet.headline) }
  }
}
