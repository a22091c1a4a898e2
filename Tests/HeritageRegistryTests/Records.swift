import Geodesy
import HeritageTestSupport

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

extension SiteRecord {
  /// A record of a table `t.csv`.
  init(
    _ site: Site, row: Int = 2, otherNames: [OtherName] = [], designations: [Designation] = [],
    sources: [String] = [], given: Set<SiteField>
  ) {
    self.init(
      place: Place(file: "t.csv", sheet: nil, row: row),
      dossier: Dossier(
        site, otherNames: otherNames, designations: designations, sources: sources),
      given: given)
  }

  /// What a register holds, as an export of every field for an audience would say it.
  static func export(
    of register: TestRegister, for audience: Audience = .staff, withStandIns: Bool = false
  ) throws -> [SiteRecord] {
    let registry = try register.open(audience)
    var query = SiteQuery()
    query.includesStandIns = withStandIns
    let sites = try registry.sites(matching: query).items
    return try sites.enumerated().map { index, site in
      let entry = try registry.dossier(site.code)
      return SiteRecord(
        rounded(site), row: index + 2, otherNames: entry.otherNames,
        designations: entry.designations, sources: entry.sources, given: Set(SiteField.allCases))
    }
  }

  /// The numbers as an export writes them and a reader reads them again.
  private static func rounded(_ site: Site) -> Site {
    func round(_ value: Double, _ scale: Double) -> Double { (value * scale).rounded() / scale }
    return site.with(
      position: site.position.map {
        Position(
          coordinate: Coordinate(
            uncheckedLongitude: round($0.coordinate.longitude, 1e7),
            latitude: round($0.coordinate.latitude, 1e7)),
          accuracy: $0.accuracy.map { .metres(round($0.metres, 1e3)) }, method: $0.method,
          source: $0.source, verbatim: $0.verbatim, declaredSystem: $0.declaredSystem)
      }, area: site.areaSquareMetres.map { round($0, 1e3) })
  }
}

extension Site {
  /// The site elsewhere, with another name, area, township or category.
  func with(
    code: String? = nil, name: String? = nil, category: Category?? = nil,
    level: ProtectionLevel? = nil, township: String?? = nil, position: Position?? = nil,
    area: Double?? = nil, notes: String?? = nil, disclosure: Disclosure? = nil,
    provenance: Provenance? = nil, address: String?? = nil, periodEnd: Int?? = nil
  ) -> Site {
    var site = self
    site.code = code ?? self.code
    site.nameZH = name ?? nameZH
    site.category = category ?? self.category
    site.level = level ?? self.level
    site.period.end = periodEnd ?? period.end
    site.township = township ?? self.township
    site.address = address ?? self.address
    site.position = position ?? self.position
    site.disclosure = disclosure ?? self.disclosure
    site.areaSquareMetres = area ?? areaSquareMetres
    site.provenance = provenance ?? self.provenance
    site.notes = notes ?? self.notes
    return site
  }
}

extension Position {
  /// A surveyed position.
  static func surveyed(
    _ longitude: Double, _ latitude: Double, accuracy: Double? = nil,
    method: PositionMethod = .survey
  ) -> Position {
    Position(
      coordinate: Coordinate(uncheckedLongitude: longitude, latitude: latitude),
      accuracy: accuracy.map(Length.metres), method: method, source: nil, verbatim: nil,
      declaredSystem: nil)
  }
}

extension TestRegister {
  /// Every row of every table that an import writes, as text: what a register is, but for ids and time
  /// stamps.
  func contents() throws -> [String] {
    let (registry, others) = (try open(.staff), try open(.public))
    var query = SiteQuery()
    query.includesStandIns = true
    return try registry.sites(matching: query).items.map { site in
      var entry = "\(try registry.entry(site.code))"
      let visible = try others.site(site.code)
      entry += "\(String(describing: visible.position)) \(visible.address ?? "")"
      return entry
    }
  }
}
