import ArgumentParser
import Foundation
import Geodesy
import HeritageRegistry
import SurveyTables
import Words

/// The filters of a `SiteQuery`.
///
/// Repeated options widen the answer, different ones narrow it.
struct FilterOptions: ParsableArguments {
  @Option(help: .help("filter.name", value: "text"))
  var name: String?

  @Option(help: .help("filter.code", value: "code"))
  var code: [String] = []

  @Option(
    help: .help("filter.level", value: "level"),
    completion: .list(ProtectionLevel.allCases.map(\.rawValue)))
  var level: [String] = []

  @Option(
    help: .help("filter.category", value: "category"),
    completion: .list(Category.allCases.map(\.rawValue) + ["unknown"]))
  var category: [String] = []

  @Option(parsing: .unconditional, help: .help("filter.period", value: "years"))
  var period: String?

  @Option(help: .help("filter.township", value: "name"))
  var township: [String] = []

  @Option(help: .help("filter.group", value: "key"))
  var group: String?

  @Option(help: .help("filter.access", value: "access"))
  var access: [String] = []

  @Option(help: .help("filter.provenance", value: "provenance"))
  var provenance: [String] = []

  @Option(parsing: .unconditional, help: .help("filter.bbox", value: "box"))
  var bbox: String?

  @Option(
    help: .help("filter.within", value: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var within: String?

  @Option(
    help: .help("filter.along", value: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var along: String?

  @Option(help: .help("filter.distance", value: "length"))
  var distance: String?

  @Flag(help: .help("filter.possible"))
  var possible = false

  @Flag(help: .help("filter.includeStandIns"))
  var includeStandIns = false

  @Flag(help: .help("filter.includeFormer"))
  var includeFormer = false

  /// The query that the filters make.
  func query() throws -> SiteQuery {
    var texts: [QueryParameter: [String]] = [
      .code: code, .level: level, .category: category, .township: township, .access: access,
      .provenance: provenance, .possible: ["\(possible)"], .includeStandIns: ["\(includeStandIns)"],
      .includeFormer: ["\(includeFormer)"],
    ]
    texts[.name] = name.map { [$0] }
    texts[.period] = try period.map { [try Self.years($0)] }
    texts[.group] = group.map { [$0] }
    texts[.bbox] = bbox.map { [$0] }
    do {
      var query = try SiteQuery(texts)
      query.corridor = try corridor()
      query.areas = try within.map(InputFile.areas) ?? []
      return query
    } catch let error as QueryTextError {
      throw ValidationError(Self.sentence(error))
    }
  }

  /// Years as they are written, or those of a period in words: 清代 is 1644..1911, which is said.
  private static func years(_ text: String) throws -> String {
    guard try YearRange(text: text) == nil, let years = try YearRange(periodInWords: text) else {
      return text
    }
    let span = "\(years.first.map(String.init) ?? "")..\(years.last.map(String.init) ?? "")"
    Terminal.say(Sentence("filter.periodRead", ["text": text, "years": span]))
    return span
  }

  /// Why a text is no value of its option.
  private static func sentence(_ error: QueryTextError) -> Sentence {
    switch error.parameter {
    case .name: Sentence("option.emptyName")
    case .period: Sentence("option.period", ["text": error.text])
    case .bbox: Sentence("option.box", ["text": error.text])
    default: Sentence("option.standIns")
    }
  }

  private func corridor() throws -> Corridor? {
    guard let along, let length = distance.flatMap(LengthArgument.length) else { return nil }
    return try Corridor(along: try InputFile.lines(along), distance: length)
  }

  func validate() throws {
    if (along == nil) != (distance == nil) {
      throw ValidationError(Sentence("option.along"))
    }
    if let distance, LengthArgument.length(distance) == nil {
      throw ValidationError(
        Sentence("option.distance", ["distance": distance, "hint": LengthArgument.hint]))
    }
  }
}
