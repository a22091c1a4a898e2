import ArgumentParser
import Foundation
import Geodesy
import HeritageRegistry
import Words

/// The filters of a ``SiteQuery``.
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

  /// The query that the filters make.
  func query() throws -> SiteQuery {
    var query = SiteQuery()
    if let name {
      guard !name.isEmpty else { throw ValidationError(Sentence("option.emptyName")) }
      query.text = name
    }
    query.codes = code
    query.levels = Set(try level.map { try ProtectionLevel(named: $0) })
    query.categories = Set(try category.map { try CategoryFilter(named: $0) })
    query.years = try period.map(Self.years)
    query.townships = township
    query.group = group
    query.access = Set(try access.map { try Access(named: $0) })
    query.provenances = Set(try provenance.map { try Provenance(named: $0) })
    if query.provenances.contains(.standIn), !includeStandIns {
      throw ValidationError(Sentence("option.standIns"))
    }
    query.includesStandIns = includeStandIns
    query.boundingBox = try bbox.map(Self.box)
    query.corridor = try corridor()
    query.includesPossible = possible
    query.areas = try within.map(InputFile.areas) ?? []
    return query
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

  /// The years of `-4500..-2000`, `1368..`, `..-221` or `1804`.
  static func years(_ text: String) throws -> YearRange {
    let message = Sentence("option.period", ["text": text])
    func year(_ part: Substring) throws -> Int? {
      guard !part.isEmpty else { return nil }
      guard let year = Int(part) else { throw ValidationError(message) }
      return year
    }
    guard let dots = text.firstRange(of: "..") else {
      guard let only = try year(text[...]) else { throw ValidationError(message) }
      return try YearRange(first: only, last: only)
    }
    return try YearRange(
      first: try year(text[..<dots.lowerBound]), last: try year(text[dots.upperBound...]))
  }

  private static func box(_ text: String) throws -> BoundingBox {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1],
      let east = numbers[2], let north = numbers[3],
      let box = try? BoundingBox(west: west, south: south, east: east, north: north)
    else {
      throw ValidationError(
        Sentence("option.box", ["text": text]))
    }
    return box
  }
}
