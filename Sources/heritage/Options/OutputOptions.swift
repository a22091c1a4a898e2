public import ArgumentParser
import HeritageFormats
public import HeritageRegistry

/// How an answer is written.
@dynamicMemberLookup
struct OutputOptions: ParsableArguments {
  @Option(help: .help("output.format", value: "format"))
  var format: Format?

  @OptionGroup
  var writing: WritingOptions

  subscript<Value>(dynamicMember path: WritableKeyPath<WritingOptions, Value>) -> Value {
    get { writing[keyPath: path] }
    set { writing[keyPath: path] = newValue }
  }

  /// How answers can be written.
  enum Format: String, CaseIterable {
    case table, json, jsonl, csv, tsv, geojson

    /// The format in which relics leave as data; nil for what people read.
    var text: TextExport.Format? {
      switch self {
      case .table: nil
      case .json: .json
      case .jsonl: .jsonl
      case .csv: .csv
      case .tsv: .tsv
      case .geojson: .geojson
      }
    }
  }

  /// The language asked for, or the locale's.
  var language: Language { writing.lang ?? Self.localeLanguage }

  /// The language of the locale.
  static var localeLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The format asked for or told by the ending of the file, or the one that fits where the answer goes.
  var chosenFormat: Format {
    (try? Format.chosen(format, for: writing.output))
      ?? (writing.output == nil && Terminal.isTerminal(.output) ? .table : .tsv)
  }

  func validate() throws { _ = try Format.chosen(format, for: writing.output) }
}

extension Language: ExpressibleByArgument {}
