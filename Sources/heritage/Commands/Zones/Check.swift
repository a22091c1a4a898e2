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

  @Option(help: .help("check.largeWorks", value: "yes-no"))
  var largeWorks: YesNo?

  @Option(help: .help("check.landTransfer", value: "yes-no"))
  var landTransfer: YesNo?

  @Option(help: .help("check.accuracy", value: "length"))
  var accuracy: String?

  @Option(parsing: .unconditional, help: .help("check.at", value: "point"))
  var at: PointArgument?

  @Option(help: .help("check.radius", value: "length"))
  var radius: String?

  @Option(help: .help("check.again", value: "number"))
  var again: Int?

  @Option(help: .help("check.forget", value: "number"))
  var forget: Int?

  @Flag(help: .help("check.each"))
  var each = false

  @Option(help: .help("check.builder", value: "text"))
  var builder: String?

  @Option(help: .help("check.place", value: "text"))
  var place: String?

  @Flag(help: .help("check.save"))
  var save = false

  @Option(help: .help("edit.who", value: "name"))
  var who: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: CheckOutputOptions

  func validate() throws {
    guard
      [project != nil, at != nil, again != nil, forget != nil].count(where: { $0 }) == 1
    else {
      throw ValidationError(Sentence("option.checkOne"))
    }
    if each, project == nil || save { throw ValidationError(Sentence("option.checkEach")) }
    if again != nil || forget != nil,
      save || name != nil || accuracy != nil || largeWorks != nil || landTransfer != nil
    {
      throw ValidationError(Sentence("option.checkAgain"))
    }
    if (radius != nil) != (at != nil) { throw ValidationError(Sentence("option.checkRadius")) }
    try LengthArgument.check(radius, option: "--radius")
    try LengthArgument.check(accuracy, option: "--accuracy")
    if let radius, let length = LengthArgument.length(radius), length.metres > Self.farthest {
      throw ValidationError(
        Sentence(
          "option.largeRadius", ["radius": radius, "kilometres": Int(Self.farthest / 1000)]))
    }
  }

  /// A circle that is larger leaves the plane in which it would be measured, and every county.
  private static let farthest = 300_000.0

  func run() throws {
    if let forget { return try forgetCheck(forget) }
    let registry = try register.open()
    // What the public asks has an answer of its own, and saved checks are staff's.
    if save, registry.audience == .public {
      throw Failure(
        Sentence("check.saveForStaff"), hint: Sentence("advice.saveForStaff"), status: .usage)
    }
    let writer = output.writer
    if let again { return try repeatCheck(again, in: registry, writer) }
    if each { return try checkEach(in: registry, writer) }
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
      // A relic is measured with its own area, not as a point.
      let place = try at.place(in: registry, relicsBy: "--at")
      guard let projection = GaussKruger(nearest: place.position.longitude) else {
        throw Failure(Sentence("boundary.outsideChina"), hint: nil, status: .badData)
      }
      request = CheckRequest(
        circleAround: place.position, radius: radius,
        accuracy: accuracy.flatMap(LengthArgument.length) ?? place.accuracy
          ?? .metres(CheckRequest.usualAccuracy),
        name: "\(at.text) \(self.radius ?? "")", projection: projection)
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
      request.unreadParts = file.unreadParts
      if let accuracy = accuracy.flatMap(LengthArgument.length) { request.accuracy = accuracy }
    }
    if let name { request.project = name }
    (request.isLargeWorks, request.isLandTransfer) = (largeWorks?.flag, landTransfer?.flag)
    return request
  }

  /// Checks every plot of the file by itself, a row each.
  private func checkEach(in registry: Registry, _ writer: Output) throws {
    let path = project ?? "-"
    let file = try boundary.read(path)
    writer.note(file.remarks, of: file.name)
    let digest = SHA256.hex(of: try InputFile.bytes(path))
    var worst = CheckAnswer.Verdict.clear
    var rows: [[FieldValue]] = []
    let requests = file.plots.map { plot in
      var request = CheckRequest(
        project: plot.name, file: file.name, sha256: digest, datum: file.datum.datum.code,
        outline: plot.plane, projection: file.projection, unreadParts: file.unreadParts)
      if let accuracy = accuracy.flatMap(LengthArgument.length) { request.accuracy = accuracy }
      (request.isLargeWorks, request.isLandTransfer) = (largeWorks?.flag, landTransfer?.flag)
      return request
    }
    func add(_ answer: CheckAnswer) {
      let plot = file.plots[rows.count]
      func codes(_ finding: CheckFinding) -> FieldValue {
        let zones = answer.zones.filter { $0.finding == finding }.map {
          $0.zone.code ?? $0.zone.nameZH
        }
        let relics = answer.relics.filter { $0.finding == finding }.map(\.code)
        var seen: Set<String> = []
        return .list((zones + relics).filter { seen.insert($0).inserted }.map(FieldValue.text))
      }
      rows.append([
        .integer(rows.count + 1), FieldValue(plot.number), FieldValue(plot.name),
        FieldValue(answer.verdict), .decimal(answer.squareMetres, places: 2), codes(.touched),
        codes(.possible),
      ])
      if answer.verdict == .touches || worst == .clear { worst = answer.verdict }
    }
    try Self.answering { try registry.check(each: requests) { add($0) } }
    let answer = Answer(
      columns: [
        Answer.Column("plot", zh: "序号", en: "No.", isNumber: true),
        Answer.Column("number", zh: "地块编号", en: "Plot"),
        Answer.Column("name", zh: "地块名称", en: "Name"),
        Answer.Column("answer", zh: "结论", en: "Answer"),
        Answer.Column("area_m2", zh: "面积(m²)", en: "Area (m²)", isNumber: true),
        Answer.Column("touched", zh: "涉及", en: "Touched"),
        Answer.Column("possible", zh: "可能涉及", en: "Possible"),
      ], rows: rows)
    try writer.write(output.chosenFormat == .json ? answer.json : writer.table(answer))
    try Self.end(worst)
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

  /// Takes a saved check away; the history keeps what it said.
  private func forgetCheck(_ number: Int) throws {
    guard let name = who ?? Environment["HERITAGE_WHO"] else { throw EditError.nobody }
    guard try register.open().audience == .staff else {
      throw Failure(
        Sentence("check.forgetForStaff"), hint: Sentence("advice.saveForStaff"), status: .usage)
    }
    try Failure.ofZones {
      try Registrar(opening: register.path)
        .forgetCheck(numbered: number, note: EditNote(who: name))
    }
    output.writer.note(Sentence("check.forgotten", ["number": number]))
  }

  private static func answering<Value>(_ body: () throws -> Value) throws -> Value {
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
    case .docx:
      let bytes = try CheckLetter(sheet, builder: builder, place: place, in: registry).docx()
      if let path = output.output {
        try OutputFile(path).write { try $0(bytes) }
        writer.note(Sentence("answer.wrote", ["path": path]))
      } else {
        try Terminal.write(bytes)
      }
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
