import Geodesy

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// A register in arrays: every question looks at every relic.
///
/// It is the twin of the stores that people use: what they answer by indexes, it answers by brute force. It
/// is small enough to be read at once, and shares no statement, index or order with them.
struct MemoryStore: RegisterStore {
  /// A relic with what a store knows of it.
  struct Row {
    let id: RowID
    /// With the exact position.
    let site: Site
    var otherNames: [OtherName] = []
    var designations: [Designation] = []
    var sources: [String] = []
    var readings: [(name: String, pinyin: String)] = []
    var groups: Set<RowID> = []
    var zones: [Zone] = []
    var visit: Visit?
  }

  let name = "memory"
  let pack: CountyPack
  let rows: [Row]
  /// Every row as each audience may see it.
  let candidates: [Audience: [MemoryCandidate]]
  /// The rows by protection level and code.
  let ranked: [Row]
  let names: RegisterNames

  init(_ pack: CountyPack) {
    self.pack = pack
    let belongings = Dictionary(grouping: pack.members, by: \.site)
    let groups = Dictionary(
      uniqueKeysWithValues: zip(pack.groups.map(\.key), RowID(1)...))
    let (names, designations) = (
      Dictionary(grouping: pack.names, by: \.site),
      Dictionary(grouping: pack.designations, by: \.site)
    )
    let relics = pack.sites.map { (site: $0.site, sources: $0.sources) }
    let rows = (relics + pack.standIns.map { (site: $0, sources: []) }).enumerated().map {
      let code = $1.site.code
      return Row(
        id: RowID($0 + 1), site: $1.site, otherNames: names[code, default: []].map(\.name),
        designations: designations[code, default: []].map(\.designation), sources: $1.sources,
        readings: pack.readings.filter { $0.site == code }.map { ($0.name, $0.pinyin) },
        groups: Set(belongings[code, default: []].compactMap { groups[$0.group] }),
        zones: pack.zones.filter { $0.site == code }.map(\.zone),
        visit: pack.visits.first { $0.site == code }?.visit)
    }
    self.rows = rows
    ranked = rows.sorted {
      if $0.site.level != $1.site.level { return $0.site.level.rank < $1.site.level.rank }
      return CodeOrder.isBefore($0.site.code, $1.site.code)
    }
    self.names = RegisterNames(of: ranked)
    candidates = Dictionary(
      uniqueKeysWithValues: Audience.allCases.map { audience in
        (audience, rows.map { MemoryCandidate($0, for: audience) })
      })
  }

  func read<Value>(
    for audience: Audience, _ amount: ReadingAmount, _ body: (any RegisterState) throws -> Value
  ) throws -> Value {
    try body(MemoryState(store: self, audience: audience))
  }

  /// The register, as an audience may see it.
  func registry(for audience: Audience) -> Registry {
    Registry(
      self, for: audience,
      info: RegistryInfo(
        nameZH: pack.nameZH, nameEN: pack.nameEN, countyCode: pack.countyCode,
        credits: pack.credits))
  }
}

/// A row as an audience may see it.
struct MemoryCandidate: CandidateRow {
  let row: MemoryStore.Row
  let visible: Site

  init(_ row: MemoryStore.Row, for audience: Audience) {
    self.row = row
    var site = row.site
    if audience == .public {
      let place = DisclosedPlace(site)
      (site.position, site.village, site.address) = (place.position, place.village, place.address)
    }
    visible = site
  }

  var id: RowID { row.id }
  var code: String { visible.code }
  func coordinate() -> Coordinate? { visible.position?.coordinate }
  var accuracy: Length? { visible.position?.accuracy }
  func method() -> PositionMethod? { visible.position?.method }
  func site(at coordinate: Coordinate?) -> Site { visible }
}
