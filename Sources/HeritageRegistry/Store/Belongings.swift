import GRDB

/// Reads what belongs to some relics at once: names, designations, sources.
struct Belongings {
  private let db: Database
  private let hasNames: Bool
  private let hasDesignations: Bool
  private let hasSources: Bool

  /// Looks which tables hold anything.
  init(_ db: Database) throws {
    self.db = db
    func isFilled(_ table: String) throws -> Bool {
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
    }
    hasNames = try isFilled("site_name")
    hasDesignations = try isFilled("designation")
    hasSources = try isFilled("site_source")
  }

  /// The dossiers of hits, in their order; `ids` are those of their rows.
  func dossiers(of hits: [SiteHit], withIDs ids: [Int64]) throws -> [SiteDossier] {
    guard hasNames || hasDesignations || hasSources else { return hits.map { SiteDossier($0) } }
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    var names = [[OtherName]](repeating: [], count: hits.count)
    var designations = [[Designation]](repeating: [], count: hits.count)
    var sources = [[String]](repeating: [], count: hits.count)
    if hasNames {
      try rows(
        "j.key, n.name, n.kind", of: "site_name n ON n.site_id = j.value",
        by: "n.kind DESC, n.name", list
      ) {
        names[$0].append(
          OtherName(name: $1.requiredText(1), kind: try required($1.requiredText(2))))
      }
    }
    if hasDesignations {
      try rows(
        "j.key, d.level, d.batch, d.year, d.official_code, d.standing, d.source",
        of: "designation d ON d.site_id = j.value", by: "d.standing DESC, d.year DESC, d.id", list
      ) {
        designations[$0].append(
          Designation(
            level: try required($1.requiredText(1)), batch: $1.text(2), year: $1.integer(3),
            officialCode: $1.text(4), standing: try required($1.requiredText(5)),
            source: $1.requiredText(6)))
      }
    }
    if hasSources {
      try rows(
        "j.key, c.citation",
        of: "site_source l ON l.site_id = j.value JOIN source c ON c.id = l.source_id",
        by: "l.position", list
      ) { sources[$0].append($1.requiredText(1)) }
    }
    return hits.indices.map {
      SiteDossier(
        hits[$0], otherNames: names[$0], designations: designations[$0], sources: sources[$0])
    }
  }

  /// Gives `body` each row that belongs to the listed sites, with the place of the site in the list.
  private func rows(
    _ columns: String, of table: String, by order: String, _ list: String,
    _ body: (Int, SiteCursor) throws -> Void
  ) throws {
    // CROSS JOIN keeps the list outermost.
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(columns) FROM json_each(?) j CROSS JOIN \(table) ORDER BY j.key, \(order)",
        arguments: [list]), in: db)
    while try row.next() { try body(row.integer(0) ?? 0, row) }
  }
}
