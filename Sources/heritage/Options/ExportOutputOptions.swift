import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// How relics are written for other programs.
struct ExportOutputOptions: ParsableArguments {
  @Option(help: .help("export.format", value: "format"))
  var format: Format?

  @Option(help: .help("export.profile", value: "profile"))
  var profile: Profile?

  @Option(help: .help("export.datum", value: "datum"))
  var datum: DatumArgument?

  @Flag(help: .help("export.excel"))
  var excel = false

  @Flag(help: .help("output.raw"))
  var raw = false

  @Flag(help: .help("export.withUnlocated"))
  var withUnlocated = false

  @Option(
    name: [.customShort("o"), .long],
    help: .help("output.output", value: "file"),
    completion: .file())
  var output: String?

  @Option(help: .help("export.lang", value: "lang"))
  var lang: Language?

  @Flag(help: .help("output.failEmpty"))
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  /// Layers of others that zones can be written as.
  enum Profile: String, CaseIterable, ExpressibleByArgument {
    /// 历史文化保护线 of spatial planning's databases.
    case lswhbhx
  }

  /// The formats that relics leave in.
  enum Format: String, CaseIterable {
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

  /// The format asked for, or told by the ending of the file.
  var chosenFormat: Format { (try? Format.chosen(format, for: output)) ?? .geojson }

  func validate() throws {
    let format = try Format.chosen(format, for: output) ?? .geojson
    let datum = try chosenDatum()
    if profile != nil, format != .gpkg || self.datum != nil {
      throw ValidationError(Sentence("option.exportProfile"))
    }
    switch (format, datum) {
    case (_, .wgs84), (.gpkg, .cgcs2000), (.gpkg, .gaussKruger): break
    case (.kml, _), (.gpx, _):
      throw ValidationError(
        Sentence("option.datumWGS84", ["code": datum.code, "format": format.rawValue]))
    case (.gpkg, _):
      throw ValidationError(
        Sentence("option.datumGeoPackage", ["code": datum.code]))
    case (.geojson, .gaussKruger), (.geojsonseq, .gaussKruger):
      throw ValidationError(
        Sentence("option.datumGeoJSON", ["code": datum.code, "format": format.rawValue]))
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
    var options = ExportOptions(
      measures: measures, datum: try chosenDatum(), keepsUnlocated: withUnlocated, isRaw: raw,
      isForExcel: excel, title: registry.info.name(in: language), credits: registry.info.credits,
      language: language)
    if chosenFormat == .gpkg { options.ground = try MapGround(of: registry) }
    if chosenFormat == .kml { options.ground.zones = try registry.shapedZones() }
    options.isInternal = try registry.isInternal
    options.madeFrom = try registry.tableVersion()
    return options
  }

  /// The writer of remarks.
  var writer: Output {
    Output(output: output, lang: lang, quiet: quiet, raw: raw, failEmpty: failEmpty)
  }
}
