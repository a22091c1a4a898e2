import ArgumentParser
import Foundation
import Geodesy
import HeritageRegistry
import Words

/// The filters of a ``SiteQuery``.
///
/// Repeated options widen the answer, different ones narrow it.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Part of a name, other names included.", valueName: "text"))
  var name: String?

  @Option(help: ArgumentHelp("A code; repeat for several.", valueName: "code"))
  var code: [String] = []

  @Option(
    help: "national, provincial, municipal, county or registered; repeat for several.",
    completion: .list(ProtectionLevel.allCases.map(\.rawValue)))
  var level: [String] = []

  @Option(
    help:
      "ancient_site, ancient_tomb, ancient_building, cave_temple_stone, modern_site, other or unknown; repeat for several.",
    completion: .list(Category.allCases.map(\.rawValue) + ["unknown"]))
  var category: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Years that the period overlaps, negative before the common era: -4500..-2000, 1368.., ..-221.",
      valueName: "years"))
  var period: String?

  @Option(
    help: ArgumentHelp("A township, present or former; repeat for several.", valueName: "name"))
  var township: [String] = []

  @Option(help: ArgumentHelp("The key of a group.", valueName: "key"))
  var group: String?

  @Option(help: "open, restricted, closed or unknown; repeat for several.")
  var access: [String] = []

  @Option(help: "published, survey or stand_in; repeat for several.")
  var provenance: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A box in degrees, west of east or across 180°.", valueName: "w,s,e,n"))
  var bbox: String?

  @Option(
    help: ArgumentHelp("A GeoJSON file whose polygons hold the position.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var within: String?

  @Option(
    help: ArgumentHelp(
      "A GeoJSON file with a line; with --distance, relics along it.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var along: String?

  @Option(
    help: ArgumentHelp(
      "How far from the line of --along: 500m, 2km; a bare number is metres.", valueName: "length"))
  var distance: String?

  @Flag(
    help: ArgumentHelp(
      "Add relics whose point lies outside the radius, area or corridor and whose circle of "
        + "accuracy reaches in."))
  var possible = false

  @Flag(help: "Include stand-ins, which are no relics.")
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
