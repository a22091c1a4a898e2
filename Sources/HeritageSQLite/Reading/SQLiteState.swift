import CSpatiaLite
import GRDB
import Geodesy
import HeritageRegistry

/// One state of a register's file, inside a transaction.
struct SQLiteState: RegisterState {
  let db: Database
  /// The path of the file.
  let name: String
  /// From which tables positions are taken: what the audience may see.
  let siteRow: SiteRow
  private let cache: NameCache
  private let readers = DossierReaders()

  init(
    _ db: Database, name: String, as siteRow: SiteRow, names cache: NameCache = NameCache()
  ) {
    self.db = db
    self.name = name
    self.siteRow = siteRow
    self.cache = cache
  }

  func names() throws -> RegisterNames {
    let kept = try cache.index(db)
    let list = try RowID.fetchAll(
      db.cachedStatement(sql: "SELECT site_id FROM name_change ORDER BY site_id"))
    guard !list.isEmpty else { return RegisterNames(index: kept.index, own: kept.own) }
    return RegisterNames(
      index: kept.index, own: try OwnReadings(db), changed: Set(list),
      changes: try NameIndex(db, sites: list))
  }

  /// Reads relics with what belongs to them.
  var dossierReader: DossierReader {
    get throws { try readers.reader(db, as: siteRow) }
  }

  func test(of area: MultiPolygon, number: Int) throws -> any AreaTest {
    try GEOSAreaTest(area, number: number, in: db)
  }

  var largestAccuracy: Length? {
    get throws {
      let tables = siteRow.indexed.count > 1 ? ["site", "exact_position"] : ["site"]
      return try tables.compactMap { table in
        // In this form the index answers.
        try Double.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT coord_accuracy_m FROM \(table) WHERE coord_accuracy_m IS NOT NULL
              ORDER BY coord_accuracy_m DESC LIMIT 1
              """))
      }.max().map(Length.metres)
    }
  }

  func publicExtent() throws -> BoundingBox? {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(xmin), min(ymin), max(xmax), max(ymax) FROM idx_site_geom")
    guard let row, let west = row[0] as Double?, let south = row[1] as Double?,
      let east = row[2] as Double?, let north = row[3] as Double?
    else { return nil }
    // The tree's numbers are rounded outwards, over the edge of the world where a relic is near it.
    return try BoundingBox(
      west: max(west, -180), south: max(south, -90), east: min(east, 180), north: min(north, 90))
  }
}

/// Makes the reader of dossiers when the first is asked for.
private final class DossierReaders {
  private var reader: DossierReader?

  func reader(_ db: Database, as siteRow: SiteRow) throws -> DossierReader {
    if let reader { return reader }
    let made = try DossierReader(db, as: siteRow)
    reader = made
    return made
  }
}
