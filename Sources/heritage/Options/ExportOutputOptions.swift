import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// How relics are written for other programs.
struct ExportOutputOptions: ParsableArguments {
  @Option(help: "csv, tsv, json, jsonl, xlsx, geojson, geojsonseq, kml, gpx or gpkg.")
  var format: Format = .geojson

  @Option(
    help: ArgumentHelp(
      "The datum of the coordinates: wgs84, cgcs2000, gcj02 (Amap, Tencent), bd09 (Baidu) or gk3:37.",
      valueName: "datum"))
  var datum: DatumArgument?

  @Flag(help: "csv for Excel: a byte order mark, and =\"00123\" for text that looks like a number.")
  var excel = false

  @Flag(
    help: ArgumentHelp(
      "Leave text of csv and tsv as it is where a spreadsheet could run it as a formula."))
  var raw = false

  @Flag(help: "Keep relics without a position in formats of maps.")
  var withUnlocated = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the answer to a file instead.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: "The language of names, labels and explanations: zh or en (default: from the locale).")
  var lang: Language?

  @Flag(help: "Exit with 1 when the answer is empty.")
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  /// The formats that relics leave in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, json, jsonl, xlsx, geojson, geojsonseq, kml, gpx, gpkg

    /// The format of text; nil for those that are files by nature.
    var text: TextExport.Format? {
      switch self {
      case .csv: .csv
      case .tsv: .tsv
      case .json: .json
      case .jsonl: .jsonl
      case .geojson: .geojson
      case .geojsonseq: .geojsonseq
      case .kml: .kml
      case .gpx: .gpx
      case .xlsx, .gpkg: nil
      }
    }
  }

  func validate() throws {
    let datum = try chosenDatum()
    switch (format, datum) {
    case (_, .wgs84), (.gpkg, .cgcs2000): break
    case (.kml, _), (.gpx, _):
      throw ValidationError(
        Sentence("option.datumWGS84", ["code": datum.code, "format": format]))
    case (.gpkg, _):
      throw ValidationError(
        Sentence("option.datumGeoPackage", ["code": datum.code]))
    case (.geojson, .gaussKruger), (.geojsonseq, .gaussKruger):
      throw ValidationError(
        Sentence("option.datumGeoJSON", ["code": datum.code, "format": format]))
    default: break
    }
    if excel, format != .csv { throw ValidationError(Sentence("option.excel")) }
    if raw, format != .csv, format != .tsv {
      throw ValidationError(Sentence("option.raw"))
    }
    if format == .gpkg, output == nil {
      throw ValidationError(Sentence("option.geoPackageFile"))
    }
    if format == .xlsx, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.workbookFile"))
    }
  }

  /// The datum asked for, or that of the register.
  func chosenDatum() throws -> Datum { try datum?.datum() ?? .wgs84 }

  /// How the writer of a format is to write.
  func options(for registry: Registry, measures: Measures) throws -> ExportOptions {
    let language = writer.language
    return ExportOptions(
      measures: measures, datum: try chosenDatum(), keepsUnlocated: withUnlocated, isRaw: raw,
      isForExcel: excel, title: registry.info.name(in: language), credits: registry.info.credits,
      language: language)
  }

  /// The writer of remarks.
  var writer: Output {
    var options = OutputOptions()
    (options.format, options.output, options.lang) = (nil, output, lang)
    (options.failEmpty, options.quiet, options.noColor) = (failEmpty, quiet, true)
    options.raw = raw
    return Output(options: options)
  }
}
