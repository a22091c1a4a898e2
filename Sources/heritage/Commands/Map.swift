import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
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

  @Option(help: .help("map.title", value: "text"))
  var title: String?

  @Option(help: .help("map.date", value: "date"))
  var date: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: MapOutputOptions

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
    if let date, CivilDate(date) == nil {
      throw ValidationError(Sentence("option.date", ["option": "--date", "text": date]))
    }
  }

  func run() throws {
    let registry = try register.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    let writer = output.writer
    let (page, spread) = try found(by: query, in: registry)
    let scene = try scene(
      of: query, showing: page, spread, in: registry, language: writer.language)
    guard let map = MapWriter(width: width, language: writer.language).picture(scene) else {
      throw Failure(
        Sentence("map.nothing"),
        hint: nil, status: .failed)
    }
    try writer.write(map, as: output.chosenFormat, isEmpty: page.items.isEmpty && spread == nil)
    writer.remark(next: page.next, possibleBeyond: page.possibleBeyond)
  }

  /// More relics than these are drawn as counts.
  private static let most = 5000

  /// The relics that are drawn one by one, or where they lie if there are too many of them; stand-ins are no
  /// relics, and are not counted.
  private func found(
    by query: SiteQuery, in registry: Registry
  ) throws -> (page: Page<SiteHit>, spread: RelicSpread?) {
    var relics = query
    relics.includesStandIns = false
    guard try registry.count(matching: relics).found > Self.most else {
      return (try registry.hits(matching: query), nil)
    }
    let spread = try registry.spread(matching: relics)
    return (Page(items: [], next: nil, possibleBeyond: spread.possibleBeyond), spread)
  }

  private func scene(
    of query: SiteQuery, showing page: Page<SiteHit>, _ spread: RelicSpread?,
    in registry: Registry, language: Language
  ) throws -> MapScene {
    let (name, totals) = (registry.info.name(in: language), try registry.totals())
    var scene = MapScene(
      title: title ?? name, county: title == nil ? nil : name,
      date: date.flatMap { CivilDate($0) } ?? Today.inChina,
      coverage: totals.official["registered"].map {
        MapScene.Coverage(registered: $0, known: totals.named + totals.unidentified)
      },
      credits: registry.info.credits, audience: registry.audience,
      ground: try MapGround(of: registry), sites: page.items.map(\.site))
    scene.spread = spread
    let group = try query.group.map { try registry.group($0) }
    scene.conditions = MapConditions.texts(of: query, group: group, in: language)
    var centre: Site?
    if case .site(let code)? = query.origin {
      let site = try registry.site(code)
      // What is measured from belongs to the picture, whatever the filters say of it.
      if !scene.sites.contains(where: { $0.code == site.code }) { scene.sites.append(site) }
      centre = site
    }
    scene.shapes = shapes(of: query, around: centre, language)
    scene.extent = try extent(of: query, showing: page, scene, in: registry)
    return scene
  }

  /// What was asked for by its place.
  private func shapes(
    of query: SiteQuery, around centre: Site?, _ language: Language
  ) -> [MapShape] {
    var shapes = query.areas.map { MapShape.area($0) }
    if let corridor = query.corridor {
      shapes += corridor.lines.map { .corridor($0, corridor.distance) }
    }
    let origin: Coordinate? =
      switch query.origin {
      case .position(let position): position
      case .site: centre?.position?.coordinate
      case nil: nil
      }
    if let origin {
      shapes.append(
        .ring(centre: origin, radius: query.radius, name: centre?.name(in: language)))
    }
    return shapes
  }

  /// The box that was asked for, or that holds the area, the circle or the township that was, and what is
  /// found there; nil for the whole county.
  private func extent(
    of query: SiteQuery, showing page: Page<SiteHit>, _ scene: MapScene, in registry: Registry
  ) throws -> BoundingBox? {
    if let box = query.boundingBox {
      // A box without a width or a height gets some surroundings.
      let isThin = box.north - box.south < 0.001 || abs(box.east - box.west) < 0.001
      return isThin ? box.expanded(by: .metres(100)) : box
    }
    if !scene.shapes.isEmpty, query.origin == nil || query.radius != nil {
      // What possibly lies there is shown whole, and so is the relic that is measured from.
      let possible = page.items.filter { $0.certainty == .possible }.map(\.site)
      let centre: [Site] =
        if case .site(let code)? = query.origin {
          scene.sites.filter { $0.code.caseInsensitiveCompare(code) == .orderedSame }
        } else { [] }
      return MapScene.extent(around: scene.shapes, sites: possible + centre)
    }
    guard !query.townships.isEmpty else { return nil }
    let names = Set(query.townships + page.items.compactMap(\.site.township))
    return MapScene.extent(
      around: [], sites: page.items.map(\.site),
      townships: scene.ground.townships.filter {
        names.contains($0.nameZH) || names.contains($0.nameEN ?? "") || names.contains($0.code)
      })
  }
}
