import GRDB
import Geodesy
import HeritageRegistry

/// Writes a difference in the transaction that is open.
struct DifferenceWriter {
  private let db: Database
  private let sites: SiteWriter

  /// So many names may be read from their tables by every search before all are packed anew.
  private static let mostChangedNames = 200

  /// From so many new relics on, triggers are off while they are written.
  private static let manyNewcomers = 1000

  init(_ db: Database) throws {
    self.db = db
    sites = try SiteWriter(db)
  }

  func write(
    _ difference: RegisterDifference, progress: (ImportStep, Int, Int) throws -> Void
  ) throws {
    guard !difference.isEmpty else { return }
    // The functions that SpatiaLite's triggers call; to open them takes longer than to write a field.
    if difference.touchesPositions { try SpatialConnection.requireSpatiaLite(db) }
    let count = difference.new.count + difference.changed.count
    var done = 0
    func step() throws {
      if done % 100 == 0 { try progress(.writing, done, count) }
      done += 1
    }
    // Counting all relics is for those who add some.
    let before =
      difference.new.isEmpty ? 0 : try Int.fetchOne(db, sql: "SELECT count(*) FROM site") ?? 0
    for id in difference.leavingIDs {
      try db.execute("DELETE FROM site WHERE id = ?", [id.databaseValue])
    }
    // SpatiaLite's triggers would take half of the time.
    let isLarge = difference.new.count >= Self.manyNewcomers
    let suspended = isLarge ? try db.suspend([.trigger]) : []
    var entries: [SpatialEntry] = []
    for newcomer in difference.new {
      try step()
      try at(newcomer.place, newcomer.site.code) {
        let id = try insert(newcomer.dossier)
        if isLarge { entries += SpatialEntry.all(of: newcomer.site, id: id) }
      }
    }
    if isLarge {
      try index(entries)
      for statement in suspended { try db.execute(sql: statement) }
    }
    for change in difference.changed {
      try step()
      try at(change.place, change.code) { try update(change) }
    }
    try progress(.indexing, count, count)
    try removeUncited(difference)
    let changedNames = try Int.fetchOne(db, sql: "SELECT count(*) FROM name_change") ?? 0
    if isLarge || changedNames > Self.mostChangedNames { try NameIndex.rebuild(db) }
    // The planner's numbers are those of another register.
    if difference.new.count > before { try db.execute(sql: "ANALYZE") }
  }

  /// Removes the sources that the changed relics cited and none cites any more.
  private func removeUncited(_ difference: RegisterDifference) throws {
    let dropped = difference.changed.reduce(into: Set<String>()) { dropped, change in
      dropped.formUnion(Set(change.before.sources).subtracting(change.after.sources))
    }
    for citation in dropped.sorted() {
      try db.execute(
        """
        DELETE FROM source WHERE citation = ?
          AND NOT EXISTS (SELECT 1 FROM site_source l WHERE l.source_id = source.id)
        """, [citation.databaseValue])
    }
  }

  /// Names the row that the schema refuses.
  private func at(_ place: SiteRecord.Place, _ code: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      let refusal = RegisterDifference.Refusal(
        place: place, index: 0, code: code, field: nil, value: nil,
        rule: Sentence(
          "record.refused", ["code": code, "error": error.message ?? "\(error.resultCode)"]),
        remedy: nil)
      throw ImportFailure(problems: [refusal.problem])
    }
  }

  private func insert(_ dossier: Dossier) throws -> Int64 {
    let id = try sites.write(dossier.site, sources: dossier.sources, to: db)
    let none = Dossier(dossier.site, otherNames: [], designations: [], sources: [], visit: nil)
    try Belongings(db, of: id).update(from: none, to: dossier)
    return id
  }

  /// Puts positions into the R*Trees, neighbours on the ground one after the other.
  private func index(_ entries: [SpatialEntry]) throws {
    for entry in entries.sorted(by: { ($0.curve, $0.id) < ($1.curve, $1.id) }) {
      let (x, y) = (entry.coordinate.longitude, entry.coordinate.latitude)
      try db.execute(
        "INSERT INTO \(entry.index.table) (pkid, xmin, xmax, ymin, ymax) VALUES (?1, ?2, ?2, ?3, ?3)",
        [entry.id.databaseValue, x.databaseValue, y.databaseValue])
    }
  }

  private func update(_ change: RegisterDifference.Change) throws {
    let (id, old, new) = (change.id, change.before, change.after)
    try sites.update(id, from: old.site, to: new.site, in: db)
    let belongings = Belongings(db, of: id)
    try belongings.update(from: old, to: new)
    if old.site.nameZH != new.site.nameZH || old.otherNames != new.otherNames {
      // How a name is read goes with the name.
      try db.execute(
        """
        DELETE FROM name_reading WHERE site_id = ?1
          AND name <> (SELECT name_zh FROM site WHERE id = ?1)
          AND name NOT IN (SELECT name FROM site_name WHERE site_id = ?1)
        """, [id.databaseValue])
    }
    if old.sources != new.sources { try sites.recite(new.sources, for: id, in: db) }
  }
}

extension RegisterDifference {
  /// Whether relics come or leave, or one is somewhere else or seen otherwise.
  fileprivate var touchesPositions: Bool {
    !new.isEmpty || !leavingIDs.isEmpty
      || changed.contains { change in
        change.before.site.position != change.after.site.position
          || change.before.site.disclosure != change.after.site.disclosure
      }
  }
}

/// A position that belongs into an R*Tree.
private struct SpatialEntry {
  let index: SpatialIndex
  let id: Int64
  let coordinate: Coordinate
  let curve: UInt32

  /// The public position of a site and, where that is less, the exact one.
  static func all(of site: Site, id: Int64) -> [SpatialEntry] {
    let visible = DisclosedPlace(site).position
    let exact = site.disclosure == .open ? nil : site.position
    return [(SpatialIndex.publicPositions(exceptExact: false), visible), (.exactPositions, exact)]
      .compactMap { index, position in
        position.map {
          SpatialEntry(
            index: index, id: id, coordinate: $0.coordinate,
            curve: HilbertCurve.index(of: $0.coordinate))
        }
      }
  }
}
