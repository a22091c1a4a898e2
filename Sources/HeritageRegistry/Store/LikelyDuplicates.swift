import GRDB
import Geodesy

/// Looks in a register for relics that new ones may be.
struct LikelyDuplicates {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The likeliest for each newcomer that has one.
  ///
  /// Names are read as the search has them packed, and from their tables where they have changed since.
  func among(
    _ newcomers: [RegisterDifference.Newcomer]
  ) throws -> [RegisterDifference.LikelyDuplicate] {
    guard !newcomers.isEmpty else { return [] }
    let finder = DuplicateFinder(
      newcomers.map { newcomer in
        let names = [newcomer.site.nameZH] + newcomer.dossier.otherNames.map(\.name)
        return DuplicateFinder.Relic(
          code: newcomer.site.code, names: names.map(NameFolding.fold).filter { !$0.isEmpty },
          coordinate: newcomer.site.position?.coordinate,
          accuracy: newcomer.site.position?.accuracy?.metres ?? 0,
          township: newcomer.site.township)
      })
    let (residents, names) = try residents(named: try likeNames(finder))
    return zip(newcomers, finder.matches(among: residents)).compactMap { newcomer, match in
      match.map {
        RegisterDifference.LikelyDuplicate(
          place: newcomer.place, code: newcomer.site.code, name: newcomer.site.nameZH,
          presentCode: residents[$0.resident].code, presentName: names[$0.resident],
          distance: $0.distance, hasSameName: $0.hasSameName)
      }
    }
  }

  /// The Chinese names that may be like a newcomer's, by site.
  private func likeNames(_ finder: DuplicateFinder) throws -> [Int64: [[UInt16]]] {
    let changed = try Int64.fetchAll(db, sql: "SELECT site_id FROM name_change")
    let outdated = Set(changed)
    var found: [Int64: [[UInt16]]] = [:]
    func look(in index: NameIndex, except outdated: Set<Int64>) {
      for pack in [index.han, index.latin] {
        for number in 0..<pack.count where pack.kinds[number] != .english {
          let name = pack.name(number)
          guard finder.mayMatch(name), !outdated.contains(pack.sites[number]) else { continue }
          found[pack.sites[number], default: []].append(Array(name))
        }
      }
    }
    look(in: try NameIndex(packedIn: db), except: outdated)
    if !changed.isEmpty { look(in: try NameIndex(db, sites: changed), except: []) }
    return found
  }

  /// The relics that have these names, in the order of their codes, and their names in use.
  private func residents(
    named names: [Int64: [[UInt16]]]
  ) throws -> ([DuplicateFinder.Relic], [String]) {
    let rows = try names.sorted { $0.key < $1.key }.compactMap { id, names in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT s.code, s.name_zh, t.name_zh,
              CASE WHEN e.site_id IS NULL THEN s.geom ELSE e.geom END,
              CASE WHEN e.site_id IS NULL THEN s.coord_accuracy_m ELSE e.coord_accuracy_m END
            FROM site s LEFT JOIN township t ON t.id = s.township_id
              LEFT JOIN exact_position e ON e.site_id = s.id
            WHERE s.id = ? AND s.provenance <> 'stand_in'
            """), arguments: [id]
      ).map { row in
        let relic = DuplicateFinder.Relic(
          code: row[0], names: names, coordinate: try point(row, at: 3), accuracy: row[4] ?? 0,
          township: row[2])
        return (relic: relic, name: row[1] as String)
      }
    }.sorted { CodeOrder.isBefore($0.relic.code, $1.relic.code) }
    return (rows.map(\.relic), rows.map(\.name))
  }
}
