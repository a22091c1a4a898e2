import Geodesy
import Tables

/// What a table can say of a relic: the relic with its exact position, its other names, its announcements
/// and its sources.
struct SiteFacts: Hashable, Sendable {
  var site: Site
  var otherNames: [OtherName] = []
  var designations: [Designation] = []
  var sources: [String] = []

  /// The announcement that stands.
  var present: Designation? { designations.first { $0.standing == .present } }

  /// What is said of a field, as an export writes it: coordinates with seven decimals, lengths and areas
  /// with three; nil for nothing.
  ///
  /// Two relics of which the texts of a field are equal are equal there.
  func text(of field: SiteField) -> String? {
    switch field {
    case .code: site.code
    case .nameZH: site.nameZH
    case .nameEN: site.nameEN
    case .level: site.level.rawValue
    case .category: site.category?.rawValue
    case .township: site.township
    case .position: site.position.map { Self.text($0.coordinate) }
    case .accuracy: site.position?.accuracy.map { DecimalText.string($0.metres, places: 3) }
    case .method: site.position?.method.rawValue
    case .positionSource: site.position?.source
    case .verbatim: site.position?.verbatim
    case .declaredSystem: site.position?.declaredSystem
    case .disclosure: site.disclosure.rawValue
    case .subcategory: site.subcategory
    case .levelBasis: site.levelBasis.rawValue
    case .periodWords: site.period.words
    case .periodStart: site.period.start.map(String.init)
    case .periodEnd: site.period.end.map(String.init)
    case .cultures: Self.list(site.cultures)
    case .village: site.village
    case .address: site.address
    case .area: site.areaSquareMetres.map { DecimalText.string($0, places: 3) }
    case .foundYear: site.foundYear.map(String.init)
    case .excavated: site.excavated
    case .provenance: site.provenance.rawValue
    case .confidence: site.confidence?.rawValue
    case .summaryZH: site.summaryZH
    case .summaryEN: site.summaryEN
    case .notes: site.notes
    case .formerNames: Self.list(names(.former))
    case .aliases: Self.list(names(.alias))
    case .batch: present?.batch
    case .batchYear: present?.year.map(String.init)
    case .officialCode: present?.officialCode
    case .designationSource: present?.source
    case .formerDesignations:
      Self.list(designations.filter { $0.standing == .former }.map(Self.text).sorted())
    case .sources: Self.list(sources)
    }
  }

  /// The names of a kind, in the order of their characters.
  func names(_ kind: OtherName.Kind) -> [String] {
    otherNames.filter { $0.kind == kind }.map(\.name).sorted()
  }

  /// Longitude and latitude.
  static func text(_ coordinate: Coordinate) -> String {
    DecimalText.string(coordinate.longitude, places: 7) + ", "
      + DecimalText.string(coordinate.latitude, places: 7)
  }

  /// Level, batch, year, code and source.
  private static func text(_ designation: Designation) -> String {
    [
      designation.level.rawValue, designation.batch, designation.year.map(String.init),
      designation.officialCode, "(\(designation.source))",
    ].compactMap { $0 }.joined(separator: " ")
  }

  private static func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: "; ")
  }
}
