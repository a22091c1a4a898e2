import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// Draws relics on a map.
struct Map: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "map",
      abstract: .help("map"),
      discussion: .help("map.discussion"))
  }

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions

  @Option(help: .help("map.width", value: "pixels"))
  var width = 1200

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard MapWriter.widths.contains(width) else {
      throw ValidationError(
        Sentence(
          "option.width",
          [
            "lowerBound": MapWriter.widths.lowerBound, "upperBound": MapWriter.widths.upperBound,
            "width": width,
          ]))
    }
    guard common.output.format == nil else {
      throw ValidationError(Sentence("option.mapFormat"))
    }
  }

  func run() throws {
    let registry = try common.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    let page = try registry.hits(matching: query)
    let output = Output(options: common.output)
    let scene = MapScene(
      title: registry.info.name(in: output.language), credits: registry.info.credits,
      audience: registry.audience, outlines: try registry.outlines(), rivers: try registry.rivers(),
      townships: try registry.townships(), sites: page.items.map(\.site),
      extent: try extent(of: query, showing: page, in: registry))
    guard let map = MapWriter(width: width, language: output.language).map(scene) else {
      throw Failure(
        Sentence("map.nothing"),
        hint: nil, status: .failed)
    }
    try output.write(map: map, isEmpty: page.items.isEmpty)
    SiteListing(registry: registry, common: common).remark(on: page)
  }

  /// The box or the circle that was asked for, wide enough for what is but possible; nil for the whole
  /// county.
  private func extent(
    of query: SiteQuery, showing page: Page<SiteHit>, in registry: Registry
  ) throws -> BoundingBox? {
    if let box = query.boundingBox {
      // A box without a width or a height gets some surroundings.
      let isThin = box.north - box.south < 0.001 || abs(box.east - box.west) < 0.001
      return isThin ? box.expanded(by: .metres(100)) : box
    }
    guard var radius = query.radius else { return nil }
    for hit in page.items where hit.certainty == .possible {
      radius = max(radius, hit.distance ?? radius)
    }
    switch query.origin {
    case .position(let position): return BoundingBox(around: position, radius: radius)
    case .site(let code):
      return try registry.site(code).position.map {
        BoundingBox(around: $0.coordinate, radius: radius + ($0.accuracy ?? .metres(0)))
      }
    case nil: return nil
    }
  }
}
