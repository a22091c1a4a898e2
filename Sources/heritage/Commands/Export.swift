import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// Writes relics for other programs.
struct Export: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: .help("export"),
      discussion: .help("export.discussion"))
  }

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: ExportOutputOptions

  func run() throws {
    let registry = try register.open()
    if output.profile == .lswhbhx, let path = output.output {
      return try writeProtectionLines(of: registry, to: path)
    }
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    page.apply(to: &query)
    let run = ExportRun(
      registry: registry, query: query, format: output.chosenFormat,
      options: try output.options(for: registry, measures: Measures(of: query)),
      isQuiet: output.quiet)
    let result = try run.write(to: output.output)
    let remarks = output.writer
    if let path = output.output { remarks.note(Sentence("answer.wrote", ["path": path])) }
    if let warning = InternalFile.remark(on: output.output, holding: result.withheld) {
      remarks.note(warning)
    }
    let datum = try output.chosenDatum()
    if datum != .wgs84, output.chosenFormat == .geojson || output.chosenFormat == .geojsonseq {
      remarks.note(
        Sentence("export.otherDatum", ["code": datum.code]))
    }
    for remark in result.remarks { remarks.note(Advice.on(remark)) }
    remarks.remark(next: result.rest.next, possibleBeyond: result.rest.possibleBeyond)
    if result.count == 0 { try remarks.endEmpty() }
  }

  /// Writes the zones in force as the layer of spatial planning, and says what is to be confirmed.
  private func writeProtectionLines(of registry: Registry, to path: String) throws {
    let lines = ProtectionLines(try registry.zones(), of: registry.info)
    try OutputFile(path).writeFile { try lines.write(to: $0) }
    output.writer.note(Sentence("answer.wrote", ["path": path]))
    output.writer.note(Sentence("export.protectionLines", ["count": lines.count]))
  }
}

/// One export: a query, a format, and where the bytes go.
struct ExportRun {
  let registry: Registry
  let query: SiteQuery
  let format: ExportOutputOptions.Format
  let options: ExportOptions
  let isQuiet: Bool

  /// What was written.
  struct Result {
    var count = 0
    /// How many positions are written of which the public sees less.
    var withheld = 0
    var remarks: [ExportRemark] = []
    var rest: Registry.Remainder
  }

  /// Writes to a file, or to the standard output where there is none.
  func write(to path: String?) throws -> Result {
    var result: Result?
    if let format = format.text {
      func make(_ sink: @escaping TextExport.Sink) throws {
        result = try fill(TextExport(format, options, to: sink))
      }
      if let path { try OutputFile(path).write(make) } else { try make { try Terminal.write($0) } }
    } else {
      func make(_ file: String) throws {
        result =
          format == .gpkg
          ? try fill(try GeoPackageExport(path: file, options))
          : try fill(try WorkbookExport(path: file, options))
      }
      if let path {
        try OutputFile(path).writeFile(make)
      } else {
        try OutputFile.writeToStandardOutput(make)
      }
    }
    return result ?? Result(rest: .init(next: nil, possibleBeyond: 0))
  }

  private func fill(_ writer: some ExportWriter) throws -> Result {
    var writer = writer
    var (count, withheld) = (0, 0)
    let bar = ProgressBar(isShown: !isQuiet && Terminal.isTerminal(.error), unit: .relics)
    defer { bar.finish() }
    let total = Terminal.isTerminal(.error) ? try registry.totals().rows : 0
    let rest = try registry.forEachBatch(matching: query) { dossiers in
      try writer.write(dossiers)
      count += dossiers.count
      withheld += InternalFile.count(dossiers.lazy.map(\.dossier.site), for: registry.audience)
      if count % 10_000 == 0 { bar.show(count, share: Double(count) / Double(max(1, total))) }
    }
    try writer.finish()
    return Result(count: count, withheld: withheld, remarks: writer.remarks, rest: rest)
  }
}
