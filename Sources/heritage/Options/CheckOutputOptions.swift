import ArgumentParser
import HeritageRegistry
import Words

/// How a check is written.
struct CheckOutputOptions: ParsableArguments {
  @Option(help: .help("check.format", value: "format"))
  var format: CheckFormat?

  @Option(
    name: [.customShort("o"), .long], help: .help("output.output", value: "file"),
    completion: .file())
  var output: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  /// The format asked for, or told by the ending of the file.
  var chosenFormat: CheckFormat { (try? CheckFormat.chosen(format, for: output)) ?? .table }

  func validate() throws {
    let format = try CheckFormat.chosen(format, for: output)
    if format == .docx, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.pictureFile"))
    }
  }

  /// The writer of text and remarks.
  var writer: Output {
    Output(output: output, lang: lang, quiet: quiet)
  }
}

/// How a check can be written.
enum CheckFormat: String, FileFormat {
  case table, json, geojson, html, docx

  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .json: ["json", "txt"]
    case .geojson: ["geojson", "json"]
    case .html: ["html", "htm", "xhtml"]
    case .docx: ["docx"]
    }
  }
}

/// A question that is answered with yes or no.
enum YesNo: String, CaseIterable, ExpressibleByArgument {
  case yes, no

  var flag: Bool { self == .yes }
}
