import Geodesy

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// What belongs to relics, and what a register lists beside them.
extension MemoryState {
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) -> [DossierHit] {
    zip(hits, ids).map { hit, id in
      let row = store.rows[Int(id) - 1]
      return DossierHit(
        hit,
        otherNames: row.otherNames.sorted {
          ($0.kind == .former ? 0 : 1, $0.name) < ($1.kind == .former ? 0 : 1, $1.name)
        },
        designations: row.designations.filter { $0.standing == .present }
          + row.designations.filter { $0.standing == .former }.sorted {
            ($0.year ?? 0) > ($1.year ?? 0)
          }, sources: row.sources, visit: row.visit)
    }
  }

  func groups(of id: RowID?) -> [SiteGroup] {
    zip(RowID(1)..., store.pack.groups).filter { number, _ in
      id.map { store.rows[Int($0) - 1].groups.contains(number) } ?? true
    }
    .map { number, group in
      SiteGroup(
        key: group.key, nameZH: group.nameZH, nameEN: group.nameEN, summaryEN: group.summaryEN,
        source: group.source, memberCount: store.rows.count { $0.groups.contains(number) })
    }
    .sorted { $0.key < $1.key }
  }

  func zones(of id: RowID) -> [Zone] {
    let row = store.rows[Int(id) - 1]
    let isHidden = audience == .public && row.site.disclosure != .open
    return row.zones.sorted { $0.kind.rank < $1.kind.rank }.map { zone in
      var seen = Zone(
        kind: zone.kind, status: zone.status, rule: isHidden ? nil : zone.rule,
        instrument: zone.instrument, source: isHidden ? nil : zone.source,
        shape: isHidden ? nil : zone.shape)
      (seen.zoneClass, seen.announcedOn) = (zone.zoneClass, zone.announcedOn)
      (seen.announcedBy, seen.supersededOn) = (zone.announcedBy, zone.supersededOn)
      (seen.accuracy, seen.number) = (zone.accuracy, zone.number)
      return seen
    }
  }

  /// Every zone with its relic.
  private var ownedZones: [OwnedZone] {
    store.rows.flatMap { row in
      let seen = audience == .public ? candidates[Int(row.id) - 1].visible : row.site
      return zones(of: row.id).map { zone in
        OwnedZone(
          zone: zone,
          owner: ZoneOwner(
            id: row.id, code: seen.code, nameZH: seen.nameZH, nameEN: seen.nameEN,
            level: seen.level,
            position: seen.position.map {
              CheckedPlace(coordinate: $0.coordinate, accuracy: $0.accuracy)
            }, squareMetres: seen.areaSquareMetres,
            isHidden: audience == .public && seen.disclosure != .open))
      }
    }
  }

  func drawnZones(meeting box: BoundingBox?) -> [OwnedZone] {
    ownedZones.filter { $0.zone.shape != nil }
  }

  func describedZones() -> [OwnedZone] { ownedZones.filter { $0.zone.shape == nil } }

  func zone(numbered number: Int) -> OwnedZone? { ownedZones.first { $0.zone.number == number } }

  func bodies(meeting box: BoundingBox) -> [RelicBody] { [] }

  var largestSquareMetres: Double? { store.rows.compactMap(\.site.areaSquareMetres).max() }

  func coverage() -> [Coverage] { [] }

  func checks() -> [CheckRecord] { [] }

  func check(numbered number: Int) -> CheckRecord? { nil }

  func shapedZones() -> [ShapedZone] {
    store.rows.sorted { $0.site.code.uppercased() < $1.site.code.uppercased() }.flatMap { row in
      zones(of: row.id).filter { $0.shape != nil }.map {
        ShapedZone(
          code: row.site.code, nameZH: row.site.nameZH, nameEN: row.site.nameEN, zone: $0)
      }
    }
  }

  func visits(ofCodes codes: [String]) -> [String: Visit] {
    Dictionary(
      uniqueKeysWithValues: store.rows.compactMap { row in
        codes.contains(row.site.code) ? row.visit.map { (row.site.code, $0) } : nil
      })
  }

  /// A county pack has no files.
  func attachments(of id: RowID) -> [Attachment] { [] }

  func content(of attachment: Attachment) throws -> [UInt8] {
    throw AttachmentError.missing(attachment, file: store.name)
  }

  func outlines() -> [Outline] { store.pack.outlines }

  func rivers() -> [River] { store.pack.rivers }

  func townships() -> [Township] { store.pack.townships.sorted { $0.code < $1.code } }

  func formerTownships() -> [FormerTownship] {
    store.pack.formerTownships.sorted { $0.nameZH < $1.nameZH }
  }

  func places() -> [Place] { store.pack.places.sorted { $0.key < $1.key } }

  func intangibleItems() -> [IntangibleItem] { store.pack.intangibles.map(\.item) }

  func imports() -> [LoggedImport] { [] }

  func counts(by facets: [Facet], of question: ResolvedQuery?) throws -> [FacetCount] {
    var relics: [Site] = []
    if let question {
      try forEachCandidate(question, in: .every) { row in
        relics.append(try row.site(at: try row.coordinate()))
        return true
      }
    } else {
      relics = candidates.map(\.visible).filter { $0.provenance != .standIn }
    }
    let values = relics.map { site in
      facets.map { facet -> String? in
        switch facet {
        case .level: site.level.rawValue
        case .category: site.category?.rawValue
        case .township: site.township
        case .era: Era(site.period)?.rawValue
        case .foundYear: site.foundYear.map(String.init)
        case .periodStart: site.period.start.map(String.init)
        case .periodEnd: site.period.end.map(String.init)
        case .method: site.position?.method.rawValue
        case .accuracy: site.position?.accuracy.map { AccuracyClass($0.metres).rawValue }
        case .disclosure: site.disclosure.rawValue
        }
      }
    }
    return Dictionary(grouping: values) { $0 }.map { FacetCount(values: $0, count: $1.count) }
  }

  func totals() -> RegistryTotals {
    let sites = candidates.map(\.visible)
    let relics = sites.filter { $0.provenance != .standIn }
    let unidentified = sites.filter { $0.levelBasis == .unidentified }
    return RegistryTotals(
      official: Dictionary(
        uniqueKeysWithValues: store.pack.officialCounts.map { ($0.what, $0.count) }),
      rows: sites.count, named: relics.count { $0.levelBasis != .unidentified },
      unidentified: unidentified.count, standIns: sites.count - relics.count,
      located: relics.count { $0.position != nil },
      national: relics.count { $0.level == .national },
      unidentifiedNational: unidentified.count { $0.level == .national })
  }

  func publicExtent() -> BoundingBox? {
    BoundingBox(containing: store.candidates[.public, default: []].compactMap { $0.coordinate() })
  }
}

/// What changes are compared with.
extension MemoryState {
  var holdsExactPositions: Bool { true }

  var holdsWithheldPositions: Bool {
    store.rows.contains { $0.site.disclosure != .open && $0.site.position != nil }
  }

  func knownRelic(withCode code: String) -> KnownRelic? {
    guard let id = id(withCode: code) else { return nil }
    let row = store.rows[Int(id) - 1]
    return KnownRelic(
      id: id, dossier: dossiers(of: [SiteHit(row.site)], withIDs: [id])[0].dossier)
  }

  func forEachCode(_ body: (String) throws -> Void) rethrows {
    for row in store.rows.filter({ $0.site.provenance != .standIn })
      .sorted(by: { CodeOrder.isBefore($0.site.code, $1.site.code) })
    { try body(row.site.code) }
  }

  func standIns() -> [StandInQueue.StandIn] {
    store.rows.filter { $0.site.provenance == .standIn }
      .sorted { CodeOrder.isBefore($0.site.code, $1.site.code) }
      .map {
        .init(id: $0.id, code: $0.site.code, township: $0.site.township, level: $0.site.level)
      }
  }

  func isTownship(_ name: String) -> Bool { store.pack.townships.contains { $0.nameZH == name } }
}
