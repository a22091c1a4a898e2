import ArgumentParser
import Foundation
import HeritageFormats
import Words

/// A format of files, which the endings of their names tell.
protocol FileFormat: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Equatable {
  /// The endings that fit, the format's own first.
  var endings: [String] { get }
}

extension FileFormat {
  /// The format for a file: the one that was asked for, else the one that the file's ending tells.
  ///
  /// A name without an ending tells nothing, and neither does an ending that no format here has, beside
  /// a format that was asked for.
  ///
  /// - Throws: `ValidationError` where ending and format contradict each other, or where nothing is
  ///   written under that ending.
  static func chosen(_ asked: Self?, for path: String?) throws -> Self? {
    guard let path, let ending = ending(of: path) else { return asked }
    guard let asked else {
      guard
        let told = allCases.first(where: { $0.endings.first == ending })
          ?? allCases.first(where: { $0.endings.contains(ending) })
      else {
        throw ValidationError(
          Sentence(
            "option.unknownEnding", ["path": path, "ending": ending, "endings": written]))
      }
      return told
    }
    guard asked.endings.contains(ending) || !KnownEndings.all.contains(ending) else {
      throw ValidationError(
        Sentence(
          "option.otherEnding",
          ["path": path, "format": asked.rawValue, "endings": asked.endings.map { "." + $0 }]))
    }
    return asked
  }

  /// What can be written, as endings.
  private static var written: [String] {
    var seen: Set<String> = []
    return allCases.flatMap(\.endings).filter { seen.insert($0).inserted }.map { "." + $0 }
  }

  private static func ending(of path: String) -> String? {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    return ending.isEmpty ? nil : ending
  }
}

/// The endings that say what a file is, here or in programs that people open answers with.
enum KnownEndings {
  static let all: Set<String> = {
    var endings: Set<String> = [
      "doc", "docx", "et", "gif", "jpeg", "jpg", "kmz", "ods", "odt", "shp", "wps", "xls",
    ]
    func add<Format: FileFormat>(_: Format.Type) {
      for format in Format.allCases { endings.formUnion(format.endings) }
    }
    add(OutputOptions.Format.self)
    add(ExportOutputOptions.Format.self)
    add(TourFormat.self)
    add(MapFormat.self)
    add(CardFormat.self)
    add(ReportFormat.self)
    add(CheckFormat.self)
    add(StatsFormat.self)
    return endings
  }()

  /// - Throws: `ValidationError` where a register is to be written under the name of another kind of file.
  static func refuse(_ path: String) throws {
    guard all.contains(URL(fileURLWithPath: path).pathExtension.lowercased()) else { return }
    throw ValidationError(Sentence("option.registerEnding", ["path": path]))
  }
}

extension OutputOptions.Format: FileFormat {
  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .json, .csv: [rawValue, "txt"]
    case .jsonl: ["jsonl", "ndjson", "txt"]
    case .tsv: ["tsv", "tab", "txt"]
    case .geojson: ["geojson", "json"]
    }
  }
}

extension ExportOutputOptions.Format: FileFormat {
  var endings: [String] {
    switch self {
    case .json, .csv: [rawValue, "txt"]
    case .jsonl: ["jsonl", "ndjson", "txt"]
    case .tsv: ["tsv", "tab", "txt"]
    case .geojson: ["geojson", "json"]
    case .geojsonseq: ["geojsonseq", "geojsonl"]
    case .kml, .gpx: [rawValue, "xml"]
    case .xlsx, .gpkg: [rawValue]
    }
  }
}

extension TourFormat: FileFormat {
  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .json, .csv: [rawValue, "txt"]
    case .geojson: ["geojson", "json"]
    case .gpx, .kml: [rawValue, "xml"]
    case .ics: ["ics", "ical"]
    case .html: ["html", "htm", "xhtml"]
    }
  }
}

/// How a map can be written.
enum MapFormat: String, FileFormat {
  case svg, png, pdf

  var endings: [String] { [rawValue] }
}
