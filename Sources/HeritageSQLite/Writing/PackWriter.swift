import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// Writes a county pack into the tables of a new register.
struct PackWriter {
  let pack: CountyPack

  func write(to db: Database) throws {
    try db.insert(
      "registry",
      [
        "id": 1, "name_zh": pack.nameZH, "name_en": pack.nameEN, "county_code": pack.countyCode,
        "credits": pack.credits, "stand_in_seed": Int64(bitPattern: pack.standInSeed),
      ])
    for count in pack.officialCounts {
      try db.insert(
        "official_count", ["what": count.what, "count": count.count, "source": count.source])
    }
    try writeTownships(db)
    try writeOutlines(db)
    let writer = try SiteWriter(db)
    for dossier in pack.sites {
      try writer.write(dossier.site, sources: dossier.sources, to: db)
    }
    for site in pack.standIns { try writer.write(site, sources: [], to: db) }
    try writeBelongings(db, ids: try db.siteIDs())
    for (item, source) in pack.intangibles {
      try db.insert(
        "intangible",
        [
          "name_zh": item.nameZH, "category_zh": item.category, "level": item.level.rawValue,
          "batch": item.batch, "year": item.year, "official_code": item.officialCode,
          "entry_type_zh": item.entryType, "area_zh": item.area, "place_zh": item.place,
          "confidence": item.confidence?.rawValue, "source": source, "notes": item.notes,
        ])
    }
    for place in pack.places {
      try db.insert(
        "place",
        [
          "key": place.key, "name_zh": place.nameZH, "name_en": place.nameEN,
          "kind": place.kind.rawValue, "geom": blob(place.coordinate),
          "coord_accuracy_m": place.accuracy.metres, "source": place.source,
        ])
    }
  }

  private func writeTownships(_ db: Database) throws {
    for township in pack.townships {
      try db.insert(
        "township",
        [
          "code": township.code, "name_zh": township.nameZH, "name_en": township.nameEN,
          "kind": township.kind.rawValue, "geom": township.seat.map(blob),
          "coord_accuracy_m": township.seatAccuracy?.metres, "source": township.source,
        ])
    }
    for township in pack.formerTownships {
      try db.insert(
        "former_township",
        [
          "name_zh": township.nameZH,
          "merged_into": try township.successor.flatMap(db.townshipID(ofName:)),
          "geom": township.seat.map(blob), "coord_accuracy_m": township.seatAccuracy?.metres,
          "source": township.source,
        ])
    }
  }

  private func writeOutlines(_ db: Database) throws {
    for outline in pack.outlines {
      try db.insert(
        "outline",
        [
          "kind": outline.kind.rawValue, "name_zh": outline.nameZH, "name_en": outline.nameEN,
          "code": outline.code,
          "source": outline.source, "geom": SpatiaLiteBlob.encode(outline.area).databaseBytes,
        ])
    }
    for river in pack.rivers {
      try db.insert(
        "river",
        [
          "name_zh": river.nameZH, "name_en": river.nameEN,
          "coord_accuracy_m": river.accuracy?.metres,
          "source": river.source, "geom": SpatiaLiteBlob.encode(river.line).databaseBytes,
        ])
    }
  }

  /// What belongs to sites: names, designations, groups, zones, visits.
  private func writeBelongings(_ db: Database, ids: [String: Int64]) throws {
    for (site, name) in pack.names {
      try db.insert(
        "site_name", ["site_id": ids[site], "name": name.name, "kind": name.kind.rawValue])
    }
    for (site, name, pinyin) in pack.readings {
      try db.insert(
        "name_reading", ["site_id": ids[site], "name": name, "pinyin": pinyin])
    }
    for (site, designation) in pack.designations {
      try db.insert(
        "designation",
        [
          "site_id": ids[site], "level": designation.level.rawValue, "batch": designation.batch,
          "year": designation.year, "official_code": designation.officialCode,
          "standing": designation.standing.rawValue, "source": designation.source,
        ])
    }
    for group in pack.groups {
      try db.insert(
        "site_group",
        [
          "key": group.key, "name_zh": group.nameZH, "name_en": group.nameEN,
          "summary_en": group.summaryEN, "source": group.source,
        ])
    }
    let groups = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT key, id FROM site_group")
        .map { ($0[0] as String, $0[1] as Int64) })
    for (group, site, basis) in pack.members {
      try db.insert(
        "group_member",
        ["group_id": groups[group], "site_id": ids[site], "basis": basis])
    }
    for (site, zone) in pack.zones { try db.insert(zone, of: ids[site]) }
    for (site, visit) in pack.visits { try db.insert(visit, of: ids[site]) }
  }
}

extension Database {
  /// Inserts a zone of a relic, or of none.
  ///
  /// - Returns: Its number.
  @discardableResult
  func insert(_ zone: Zone, of id: Int64?) throws -> Int {
    let shape = zone.shape.map { SpatiaLiteBlob.encode($0).databaseBytes }
    let announced: [(any DatabaseValueConvertible)?] = [
      zone.zoneClass, zone.nameZH, zone.announcedOn, zone.announcedBy, zone.supersededOn,
      zone.accuracy?.metres,
    ]
    var names = "site_id, kind, status, rule, instrument, source, geom"
    var values: [(any DatabaseValueConvertible)?] = [
      id, zone.kind.rawValue, zone.status.rawValue, zone.rule, zone.instrument, zone.source, shape,
    ]
    // A file of an older schema has no announcements.
    if announced.contains(where: { $0 != nil }) {
      names += ", class, name_zh, announced_on, announced_by, superseded_on, accuracy_m"
      values += announced
    }
    let marks = repeatElement("?", count: values.count).joined(separator: ", ")
    try cachedStatement(sql: "INSERT INTO zone (\(names)) VALUES (\(marks))")
      .execute(arguments: StatementArguments(values))
    // Triggers may have written since.
    return try Int.fetchOne(self, sql: "SELECT max(id) FROM zone") ?? 0
  }
}

/// A point as SpatiaLite stores it.
func blob(_ coordinate: Coordinate) -> Data { SpatiaLiteBlob.encode(coordinate).databaseBytes }

extension Database {
  /// Inserts one row.
  ///
  /// Names of tables and columns come from the program, values are bound.
  func insert(
    _ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws {
    let columns = values.map(\.key).joined(separator: ", ")
    let marks = repeatElement("?", count: values.count).joined(separator: ", ")
    let statement = try cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values.map(\.value)))
  }

  /// The id of the present township of a Chinese name; nil for none.
  func townshipID(ofName name: String) throws -> Int64? {
    try Int64.fetchOne(
      cachedStatement(sql: "SELECT id FROM township WHERE name_zh = ?"), arguments: [name])
  }

  /// The ids of the sites by code.
  func siteIDs() throws -> [String: Int64] {
    Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(self, sql: "SELECT code, id FROM site")
        .map { ($0[0], $0[1]) })
  }
}
