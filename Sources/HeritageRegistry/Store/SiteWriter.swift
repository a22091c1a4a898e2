import GRDB
import Geodesy

/// Writes sites: what the public may see into `site`, what it may not into `exact_position`.
struct SiteWriter {
  /// The ids of the townships by Chinese name.
  let townships: [String: Int64]

  /// Writes a site with its exact position and its sources.
  func write(_ site: Site, sources: [String], to db: Database) throws {
    let disclosed = DisclosedPlace(site)
    try db.insert(
      "site",
      [
        "code": site.code, "name_zh": site.nameZH, "name_en": site.nameEN,
        "category": site.category?.rawValue, "subcategory_zh": site.subcategory,
        "protection_level": site.level.rawValue, "level_basis": site.levelBasis.rawValue,
        "period_zh": site.period.words, "period_start": site.period.start,
        "period_end": site.period.end,
        "culture_zh": site.cultures.isEmpty ? nil : site.cultures.joined(separator: ";"),
        "township_id": site.township.flatMap { townships[$0] }, "village": disclosed.village,
        "address": disclosed.address, "geom": disclosed.position.map { blob($0.coordinate) },
        "coord_accuracy_m": disclosed.position?.accuracy?.metres,
        "coord_method": disclosed.position?.method.rawValue ?? "none",
        "coord_source": disclosed.position?.source,
        "coord_verbatim": disclosed.position?.verbatim,
        "coord_system": disclosed.position?.declaredSystem,
        "disclosure": site.disclosure.rawValue, "area_m2": site.areaSquareMetres,
        "found_year": site.foundYear, "excavated": site.excavated,
        "provenance": site.provenance.rawValue, "confidence": site.confidence?.rawValue,
        "summary_zh": site.summaryZH, "summary_en": site.summaryEN, "notes": site.notes,
      ])
    let id = db.lastInsertedRowID
    if disclosed.isReduced {
      let position = site.position
      try db.insert(
        "exact_position",
        [
          "site_id": id, "geom": position.map { blob($0.coordinate) },
          "coord_accuracy_m": position?.accuracy?.metres,
          "coord_method": position?.method.rawValue ?? "none",
          "coord_source": position?.source, "coord_verbatim": position?.verbatim,
          "coord_system": position?.declaredSystem, "village": site.village,
          "address": site.address,
        ])
    }
    for (offset, citation) in sources.enumerated() {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO source (citation) VALUES (?)")
        .execute(arguments: [citation])
      try db.cachedStatement(
        sql: """
          INSERT INTO site_source (site_id, source_id, position)
          VALUES (?, (SELECT id FROM source WHERE citation = ?), ?)
          """
      ).execute(arguments: [id, citation, offset + 1])
    }
  }
}
