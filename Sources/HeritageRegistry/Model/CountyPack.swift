public import Geodesy

/// A county's data, read and checked, ready to become a register.
///
/// The layout of the folder is written down in `data/README.md`.
public struct CountyPack: Sendable {
  /// The county in Chinese.
  public var nameZH: String
  /// The county in English.
  public var nameEN: String?
  /// The county's code (GB/T 2260).
  public var countyCode: String?
  /// What is printed wherever the data are shown.
  public var credits: String?
  /// What codes of stand-ins begin with.
  public var codePrefix: String
  /// The generator's seed for the stand-ins.
  public var standInSeed: UInt64

  /// The sites, with their exact positions and their sources; names and designations stand apart, as the
  /// pack has them.
  package var sites: [Dossier] = []
  package var officialCounts: [OfficialCount] = []
  package var townships: [Township] = []
  package var formerTownships: [FormerTownship] = []
  package var names: [(site: String, name: OtherName)] = []
  package var readings: [(site: String, name: String, pinyin: String)] = []
  package var designations: [(site: String, designation: Designation)] = []
  package var groups: [SiteGroup] = []
  package var members: [(group: String, site: String, basis: String?)] = []
  package var zones: [(site: String, zone: Zone)] = []
  package var visits: [(site: String, visit: Visit)] = []
  package var intangibles: [(item: IntangibleItem, source: String?)] = []
  package var places: [Place] = []
  package var outlines: [Outline] = []
  package var rivers: [River] = []

  /// What a person should look at, though the pack can be used.
  public package(set) var warnings: [ImportProblem] = []

  /// The county's outline; nil where the pack has none.
  public package(set) var outline: MultiPolygon?

  /// A register without any relic.
  public init(emptyCounty name: String) {
    self.init(nameZH: name, codePrefix: "R", standInSeed: 0)
  }

  package init(nameZH: String, codePrefix: String, standInSeed: UInt64) {
    self.nameZH = nameZH
    self.codePrefix = codePrefix
    self.standInSeed = standInSeed
  }

  /// The stand-ins that bring the rows up to the official count.
  public var standIns: [Site] {
    guard let registered = officialCounts.first(where: { $0.what == "registered" }), let outline
    else { return [] }
    return Array(
      StandIns(
        count: registered.count - sites.count, seed: standInSeed, within: outline,
        prefix: codePrefix))
  }
}

package struct OfficialCount: Sendable {
  package let what: String
  package let count: Int
  package let source: String

  package init(what: String, count: Int, source: String) {
    self.what = what
    self.count = count
    self.source = source
  }
}
