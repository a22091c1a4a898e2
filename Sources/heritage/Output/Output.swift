import ArgumentParser
import Foundation
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Writes answers to the standard output or a file, and remarks to the standard error.
struct Output {
  let options: OutputOptions
  var language: Language { options.language }

  /// A writer of text and remarks, for a command with a format of its own.
  init(
    output: String?, lang: Language?, quiet: Bool, raw: Bool = false, failEmpty: Bool = false,
    noColor: Bool = true, format: OutputOptions.Format? = nil
  ) {
    var (options, writing) = (OutputOptions(), WritingOptions())
    (writing.output, writing.lang, writing.raw) = (output, lang, raw)
    (writing.failEmpty, writing.quiet, writing.noColor) = (failEmpty, quiet, noColor)
    (options.format, options.writing) = (format, writing)
    self.init(options: options)
  }

  /// Writes what a command asks for, as its options say.
  init(options: OutputOptions) { self.options = options }

  /// A remark for a person.
  func note(_ text: any SentenceValue) {
    if !options.quiet { Terminal.writeError(text.spoken + "\n") }
  }

  /// Writes an answer in the format asked for.
  ///
  /// - Parameters:
  ///   - answer: All fields, for data.
  ///   - brief: The fields that a table shows; the same when nil.
  /// - Throws: `ValidationError` where the answer is no map.
  func write(_ answer: Answer, brief: Answer? = nil) throws {
    switch options.chosenFormat {
    case .table: try writeTable(brief ?? answer)
    case .json: try write(answer.json)
    case .jsonl: try write(answer.jsonLines)
    case .csv, .tsv:
      let (text, neutralised) = answer.separated(
        options.chosenFormat == .csv ? .csv : .tsv, header: true, isRaw: options.raw)
      try write(text)
      noteNeutralised(neutralised)
    case .geojson:
      throw ValidationError(Sentence("option.noPositions"))
    }
    if answer.rows.isEmpty { try endEmpty() }
  }

  /// Writes an answer without rows of which something better is said than that nothing was found.
  func write(empty answer: Answer) throws {
    switch options.chosenFormat {
    case .table: try write("")
    case .json: try write(answer.json)
    case .jsonl: try write(answer.jsonLines)
    case .csv: try write(answer.csv)
    case .tsv: try write(answer.tsv)
    case .geojson: throw ValidationError(Sentence("option.noPositions"))
    }
  }

  /// Writes relics: in a format of data every field, as an export has them.
  ///
  /// - Parameters:
  ///   - measures: Whether distance, bearing and certainty are among the fields.
  ///   - added: Columns beside the fields of the relics.
  ///   - areas: Areas that a map shows before the relics; made for a map alone.
  ///   - source: Who is to be named beside the register's sources.
  ///   - registry: Where the relics are from.
  func write<Hits: RandomAccessCollection>(
    _ hits: Hits, measures: Measures, adding added: [AddedColumn] = [],
    areas: @autoclosure () -> [AreaFeature] = [], naming source: String? = nil,
    in registry: Registry
  ) throws where Hits.Element == SiteHit, Hits.Index == Int {
    let named = [registry.info.credits, source].compactMap { $0 }
    let credits = named.isEmpty ? nil : named.joined(separator: "; ")
    guard let format = options.chosenFormat.text else {
      try write(SiteColumns.answer(Array(hits), .brief, measures).adding(added))
      let seats = hits.count { $0.site.position?.method == .townshipSeat }
      if measures == .distance, seats > 0 {
        note(Sentence("answer.townshipSeats", ["count": seats]))
      }
      if let credits { note(credits) }
      return
    }
    var export = ExportOptions(
      measures: measures, isRaw: options.raw, credits: credits, language: language)
    export.add(added, to: hits.lazy.map(\.site.code))
    export.areas = format == .geojson ? areas() : []
    export.offersUnlocated = false
    export.isInternal = try registry.isInternal
    export.madeFrom = try registry.tableVersion()
    // The dossiers of a long answer are never in memory together.
    func make(_ sink: @escaping TextExport.Sink) throws -> [ExportRemark] {
      var writer = TextExport(format, export, to: sink)
      for start in stride(from: 0, to: hits.count, by: 1000) {
        try writer.write(
          try registry.dossiers(of: Array(hits[start..<min(start + 1000, hits.count)])))
      }
      try writer.finish()
      return writer.remarks
    }
    var remarks: [ExportRemark] = []
    if let path = options.output {
      try OutputFile(path).write { remarks = try make($0) }
      note(Sentence("answer.wrote", ["path": path]))
    } else {
      remarks = try make { try Terminal.write($0) }
    }
    for remark in remarks { note(Advice.on(remark)) }
    let count = InternalFile.count(hits.lazy.map(\.site), for: registry.audience)
    if let warning = InternalFile.remark(on: options.output, holding: count) { note(warning) }
    if hits.isEmpty { try endEmpty() }
  }

  /// Writes a map, which may show no relic.
  func write(map: String, isEmpty: Bool) throws {
    try write(map)
    if isEmpty { try endEmpty() }
  }

  /// A table that fits the terminal.
  func table(_ answer: Answer) -> String { layout.text(answer) }

  /// Writes a table that fits the terminal, and says which columns it has no room for.
  private func writeTable(_ answer: Answer) throws {
    try write(table(answer))
    let dropped = layout.columns(of: answer).dropped.map { answer.columns[$0].label(in: language) }
    if !dropped.isEmpty { note(Sentence("answer.narrow", ["columns": dropped])) }
  }

  private var layout: TableText {
    TableText(
      language: language, width: options.output == nil ? Terminal.width() : nil,
      isColoured: isColoured)
  }

  private var isColoured: Bool {
    return !options.noColor && options.output == nil && Terminal.isTerminal(.output)
      && Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb"
  }

  /// Writes text to where the answer goes.
  ///
  /// - Throws: ``Failure`` when it cannot be written; a file then keeps what it had.
  func write(_ text: String) throws {
    guard let path = options.output else { return try Terminal.write(text) }
    try OutputFile(path).write(text)
    note(Sentence("answer.wrote", ["path": path]))
  }

  /// Says how many cells could have run as a formula in a spreadsheet.
  func noteNeutralised(_ count: Int) {
    if count > 0 { note(Advice.on(ExportRemark.neutralised(count))) }
  }

  func endEmpty() throws {
    note(Sentence("answer.nothing"))
    if options.failEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
  }
}
