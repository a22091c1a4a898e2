import GRDB
import Geodesy

/// Writes sites: what the public may see into `site`, what it may not into `exact_position`.
struct SiteWriter {
  /// The ids of the townships by Chinese name.
  let townships: [String: Int64]

  /// Writes a new site with its exact position and its sources; gives its id.
  @discardableResult
  func write(_ site: Site, sources: [String], to db: Database) throws -> Int64 {
    try db.execute(Self.insertSite, values(site))
    let id = db.lastInsertedRowID
    if DisclosedPlace(site).isReduced {
      try db.execute(Self.insertExact, [id.databaseValue] + exactValues(site))
    }
    try cite(sources, for: id, in: db)
    return id
  }

  /// Writes what has changed of a site, in the order that the schema's rules ask for.
  func update(_ id: Int64, from old: Site, to new: Site, in db: Database) throws {
    if new.disclosure == .open, old.disclosure != .open {
      try db.execute("DELETE FROM exact_position WHERE site_id = ?", [id.databaseValue])
    }
    try update("site", Self.columns, values(old), values(new), where: "id", id, in: db)
    guard new.disclosure != .open else { return }
    let hasExact = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM exact_position WHERE site_id = ?)"),
      arguments: [id])
    if hasExact == true {
      try update(
        "exact_position", Self.exactColumns, exactValues(old), exactValues(new), where: "site_id",
        id, in: db)
    } else if new.position?.method != .generalised || new.address != nil {
      // Where nobody knows more than the public sees, nothing is kept apart.
      try db.execute(Self.insertExact, [id.databaseValue] + exactValues(new))
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
      try db.execute(
        "INSERT OR IGNORE INTO source (citation) VALUES (?)", [citation.databaseValue])
      try db.execute(
        """
        INSERT INTO site_source (site_id, source_id, position)
        VALUES (?, (SELECT id FROM source WHERE citation = ?), ?)
        """, [id.databaseValue, citation.databaseValue, (offset + 1).databaseValue])
    }
  }
}

/// The columns and what a site has there.
extension SiteWriter {
  private static let columns = [
    "code", "name_zh", "name_en", "category", "subcategory_zh", "protection_level", "level_basis",
    "period_zh", "period_start", "period_end", "culture_zh", "township_id", "village", "address",
    "geom", "coord_accuracy_m", "coord_method", "coord_source", "coord_verbatim", "coord_system",
    "disclosure", "area_m2", "found_year", "excavated", "provenance", "confidence", "summary_zh",
    "summary_en", "notes",
  ]
  private static let exactColumns = [
    "geom", "coord_accuracy_m", "coord_method", "coord_source", "coord_verbatim", "coord_system",
    "village", "address",
  ]
  private static let insertSite = insertion("site", columns)
  private static let insertExact = insertion("exact_position", ["site_id"] + exactColumns)

  private static func insertion(_ table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES ("
      + repeatElement("?", count: columns.count).joined(separator: ", ") + ")"
  }

  private func values(_ site: Site) -> [DatabaseValue] {
    let disclosed = DisclosedPlace(site)
    let cultures = site.cultures.isEmpty ? nil : site.cultures.joined(separator: ";")
    return [
      value(site.code), value(site.nameZH), value(site.nameEN), value(site.category?.rawValue),
      value(site.subcategory), value(site.level.rawValue), value(site.levelBasis.rawValue),
      value(site.period.words), value(site.period.start), value(site.period.end),
      value(cultures), value(site.township.flatMap { townships[$0] }), value(disclosed.village),
      value(disclosed.address),
    ] + values(disclosed.position) + [
      value(site.disclosure.rawValue), value(site.areaSquareMetres), value(site.foundYear),
      value(site.excavated), value(site.provenance.rawValue), value(site.confidence?.rawValue),
      value(site.summaryZH), value(site.summaryEN), value(site.notes),
    ]
  }

  private func exactValues(_ site: Site) -> [DatabaseValue] {
    values(site.position) + [value(site.village), value(site.address)]
  }

  private func values(_ position: Position?) -> [DatabaseValue] {
    [
      value(position.map { blob($0.coordinate) }), value(position?.accuracy?.metres),
      value(position?.method.rawValue ?? "none"), value(position?.source),
      value(position?.verbatim), value(position?.declaredSystem),
    ]
  }

  private func value(_ value: (some DatabaseValueConvertible)?) -> DatabaseValue {
    value?.databaseValue ?? .null
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
