import ArgumentParser
import CountyPacks
import Geodesy
import HeritageFormats
import HeritageRegistry
import LixianPack
import Tables
import Words

/// Prints stand-ins.
struct Synthesize: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "synthesize",
      abstract: .help("synthesize"),
      discussion: .help("synthesize.discussion"))
  }

  @Option(help: .help("synthesize.count", value: "n"))
  var count: Int

  @Option(help: .help("synthesize.seed", value: "s"))
  var seed: UInt64

  @Option(
    help: .help("synthesize.within", value: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var within: String?

  @Option(help: .help("synthesize.prefix", value: "text"))
  var prefix = "LX"

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if count < 0 { throw ValidationError(Sentence("option.count", ["count": count])) }
    if options.chosenFormat == .geojson {
      throw ValidationError(Sentence("option.standInsAlone"))
    }
  }

  func run() throws {
    guard
      let outline = try within.map(InputFile.areas).map({ try MultiPolygon($0.flatMap(\.polygons)) }
      )
        ?? CountyPack(PackFiles(LixianPack.files)).outline
    else {
      throw Failure(
        Sentence("synthesize.noOutline"), hint: Sentence("synthesize.nameOutline"), status: .badData
      )
    }
    var standIns = StandIns(count: count, seed: seed, within: outline, prefix: prefix)
    var options = options
    options.format = try OutputOptions.Format.chosen(options.format, for: options.output) ?? .csv
    let output = Output(options: options)
    guard options.output == nil, options.format == .csv || options.format == .tsv else {
      return try output.write(Self.answer(Array(standIns)))
    }
    // A long list is printed as it is made.
    var isFirst = true
    repeat {
      var rows: [Site] = []
      while rows.count < 10_000, let site = standIns.next() { rows.append(site) }
      let text = Self.answer(rows).separated(options.format == .csv ? .csv : .tsv, header: isFirst)
        .text
      try Terminal.write(text)
      isFirst = false
    } while !standIns.isDone
  }

  private static let columns = [
    "code", "name_zh", "name_en", "category", "protection_level", "level_basis", "lon", "lat",
    "coord_method", "provenance",
  ]

  private static func answer(_ standIns: [Site]) -> Answer {
    SiteColumns.answer(standIns.map { SiteHit($0) }, .full, .none).selecting(columns)
  }
}
