import GRDB
import Geodesy
import HeritageRegistry

/// Writes sites: what the public may see into `site`, what it may not into `exact_position`.
struct SiteWriter {
  private let (siteFields, exactFields): ([Field], [Field])
  private let (siteColumns, exactColumns): ([String], [String])
  private let (insertSite, insertExact): (String, String)

  /// Prepares the statements.
  init(_ db: Database) throws {
    let absent = try db.absentColumns()
    let fields = Field.stored.compactMap { field in field.column.map { (field, $0.name) } }
    let (visible, exact) = (
      fields.filter { !absent.contains($0.1) },
      fields.filter { if case .exact? = $0.0.column { true } else { false } }
    )
    (siteFields, siteColumns) = (visible.map(\.0), visible.map(\.1))
    (exactFields, exactColumns) = (exact.map(\.0), exact.map(\.1))
    insertSite = Self.insertion("site", siteColumns)
    insertExact = Self.insertion("exact_position", ["site_id"] + exactColumns)
  }

  /// Writes a new site with its exact position and its sources; gives its id.
  @discardableResult
  func write(_ site: Site, sources: [String], to db: Database) throws -> Int64 {
    try db.execute(insertSite, values(site, in: db))
    let id = db.lastInsertedRowID
    if DisclosedPlace(site).isReduced {
      try db.execute(insertExact, [id.databaseValue] + exactValues(site, in: db))
    }
    try cite(sources, for: id, in: db)
    return id
  }

  /// Writes what has changed of a site, in the order that the schema's rules ask for.
  func update(_ id: Int64, from old: Site, to new: Site, in db: Database) throws {
    if new.disclosure == .open, old.disclosure != .open {
      try db.execute("DELETE FROM exact_position WHERE site_id = ?", [id.databaseValue])
    }
    try update(
      "site", siteColumns, values(old, in: db), values(new, in: db), where: "id", id, in: db)
    guard new.disclosure != .open else { return }
    let hasExact = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM exact_position WHERE site_id = ?)"),
      arguments: [id])
    if hasExact == true {
      try update(
        "exact_position", exactColumns, exactValues(old, in: db), exactValues(new, in: db),
        where: "site_id",
        id, in: db)
    } else if new.position?.method != .generalised || new.address != nil {
      // Where nobody knows more than the public sees, nothing is kept apart.
      try db.execute(insertExact, [id.databaseValue] + exactValues(new, in: db))
    }
  }

  /// Sets the columns whose values differ.
  private func update(
    _ table: String, _ columns: [String], _ old: [DatabaseValue], _ new: [DatabaseValue],
    where key: String, _ id: Int64, in db: Database
  ) throws {
    let changed = columns.indices.filter { old[$0] != new[$0] }
    guard !changed.isEmpty else { return }
    let settings = changed.map { "\(columns[$0]) = ?" }.joined(separator: ", ")
    try db.execute(
      "UPDATE \(table) SET \(settings) WHERE \(key) = ?",
      changed.map { new[$0] } + [id.databaseValue])
  }

  /// Cites sources for a site in their order; a citation that others have too is stored once.
  func cite(_ sources: [String], for id: Int64, in db: Database) throws {
    for (offset, citation) in sources.enumerated() {
      try cite(citation, at: offset + 1, for: id, in: db)
    }
  }

  private func cite(
    _ citation: String, at place: Int, for id: Int64, in db: Database
  ) throws {
    try db.execute("INSERT OR IGNORE INTO source (citation) VALUES (?)", [citation.databaseValue])
    try db.execute(
      """
      INSERT INTO site_source (site_id, source_id, position)
      VALUES (?, (SELECT id FROM source WHERE citation = ?), ?)
      """, [id.databaseValue, citation.databaseValue, place.databaseValue])
  }
}

extension SiteWriter {
  /// Cites other sources than before: what stays in its place is not written again.
  func recite(_ sources: [String], for id: Int64, in db: Database) throws {
    try db.execute(
      "DELETE FROM site_source WHERE site_id = ? AND position > ?",
      [id.databaseValue, sources.count.databaseValue])
    let before = try String.fetchAll(
      db,
      sql: """
        SELECT c.citation FROM site_source x JOIN source c ON c.id = x.source_id
        WHERE x.site_id = ? ORDER BY x.position
        """, arguments: [id])
    for (offset, citation) in sources.enumerated() {
      guard offset < before.count else {
        try cite(citation, at: offset + 1, for: id, in: db)
        continue
      }
      guard before[offset] != citation else { continue }
      try db.execute(
        "INSERT OR IGNORE INTO source (citation) VALUES (?)", [citation.databaseValue])
      try db.execute(
        """
        UPDATE site_source SET source_id = (SELECT id FROM source WHERE citation = ?)
        WHERE site_id = ? AND position = ?
        """, [citation.databaseValue, id.databaseValue, (offset + 1).databaseValue])
    }
  }
}

/// What a site has in each column.
extension SiteWriter {
  private static func insertion(_ table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES ("
      + repeatElement("?", count: columns.count).joined(separator: ", ") + ")"
  }

  private func values(_ site: Site, in db: Database) throws -> [DatabaseValue] {
    let (place, known) = (DisclosedPlace(site), site)
    var site = known
    (site.position, site.village, site.address) = (place.position, place.village, place.address)
    return try siteFields.map { try value($0, site, in: db) }
  }

  private func exactValues(_ site: Site, in db: Database) throws -> [DatabaseValue] {
    try exactFields.map { try value($0, site, in: db) }
  }

  private func value(_ field: Field, _ site: Site, in db: Database) throws -> DatabaseValue {
    if case .township? = field.column {
      return value(try site.township.flatMap(db.townshipID(ofName:)))
    }
    switch field.slot {
    case nil: return value(site.position.map { blob($0.coordinate) })
    case .text(let get, _)?: return value(get(site))
    case .whole(let get, _)?: return value(get(site))
    case .number(let get, _)?: return value(get(site))
    case .word(let set, let get, _)?:
      // The one column that holds a word for what there is not.
      let absent = field.key == .method ? WordSet.Word.none.code : nil
      return value(get(site).map { set.words[$0].code } ?? absent)
    }
  }

  private func value(_ value: (some DatabaseValueConvertible)?) -> DatabaseValue {
    value?.databaseValue ?? .null
  }
}

extension Field.Column {
  /// The name of the column in the table of sites.
  fileprivate var name: String {
    switch self {
    case .site(let name), .exact(let name): name
    case .township: "township_id"
    }
  }
}

extension Database {
  /// Runs a statement that the connection keeps prepared.
  func execute(_ sql: String, _ values: [DatabaseValue]) throws {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}
