import Foundation
import GRDB
import Geodesy
import HeritageRegistry

extension SQLiteState {
  /// The zones of a relic, the protection zone first, as the audience may see them.
  ///
  /// For the public no statement names the table of exact zones, and no shape of a relic that is not open
  /// is read, whatever the table of zones holds.
  func zones(of id: RowID) throws -> [Zone] {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    return try Row.fetchAll(
      db.cachedStatement(sql: "\(columns.selection) WHERE z.site_id = ?"), arguments: [id]
    ).map { try zone($0) }.sorted(by: Self.isBefore)
  }

  func shapedZones() throws -> [ShapedZone] {
    try drawnZones(meeting: nil).filter(\.zone.isInForce).map { owned in
      ShapedZone(
        code: owned.owner?.code, nameZH: owned.owner?.nameZH ?? owned.zone.nameZH ?? "",
        nameEN: owned.owner?.nameEN, zone: owned.zone)
    }.sorted { a, b in
      a.code == b.code
        ? Self.isBefore(a.zone, b.zone) : CodeOrder.isBefore(a.code ?? "~", b.code ?? "~")
    }
  }

  /// By kind, then those in force, then by class, date and number.
  private static func isBefore(_ a: Zone, _ b: Zone) -> Bool {
    func key(_ zone: Zone) -> (Int, Int, String, String, Int) {
      (
        zone.kind.rank, zone.isInForce ? 0 : 1, zone.zoneClass ?? "", zone.announcedOn ?? "",
        zone.number ?? 0
      )
    }
    return key(a) < key(b)
  }

  func drawnZones(meeting box: BoundingBox?) throws -> [OwnedZone] {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    guard let box else {
      return try Row.fetchAll(db, sql: "\(columns.selection) WHERE \(columns.shape) IS NOT NULL")
        .map(owned)
    }
    var found: [OwnedZone] = []
    for part in box.parts {
      // The tree's numbers are rounded outwards.
      let boxes = columns.indexes.map {
        "SELECT pkid FROM \($0) WHERE xmax >= ?1 AND xmin <= ?2 AND ymax >= ?3 AND ymin <= ?4"
      }.joined(separator: " UNION ")
      found += try Row.fetchAll(
        db.cachedStatement(
          sql: "\(columns.selection) WHERE z.id IN (\(boxes)) AND \(columns.shape) IS NOT NULL"),
        arguments: [part.west, part.east, part.south, part.north]
      ).map(owned)
    }
    return found
  }

  func describedZones() throws -> [OwnedZone] {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "\(columns.selection) WHERE \(columns.isDescribed)")
    ).map(owned)
  }

  func zone(numbered number: Int) throws -> OwnedZone? {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    return try Row.fetchOne(
      db.cachedStatement(sql: "\(columns.selection) WHERE z.id = ?"), arguments: [number]
    ).map(owned)
  }

  private func zone(_ row: Row) throws -> Zone {
    var zone = Zone(
      kind: try required(row[0]), status: try required(row[1]), rule: row[2], instrument: row[3],
      source: row[4], shape: try area(row, at: 5))
    (zone.number, zone.zoneClass, zone.nameZH) = (row[6], row[7], row[8])
    (zone.announcedOn, zone.announcedBy, zone.supersededOn) = (row[9], row[10], row[11])
    zone.accuracy = (row[12] as Double?).map(Length.metres)
    return zone
  }

  /// The zone with its relic, at the position that the audience sees.
  private func owned(_ row: Row) throws -> OwnedZone {
    let zone = try zone(row)
    guard let code = row[13] as String? else { return OwnedZone(zone: zone, owner: nil) }
    let position = try point(row, at: 17).map {
      CheckedPlace(coordinate: $0, accuracy: (row[18] as Double?).map(Length.metres))
    }
    return OwnedZone(
      zone: zone,
      owner: ZoneOwner(
        id: row[20], code: code, nameZH: row[14], nameEN: row[15], level: try required(row[16]),
        position: position, squareMetres: row[19], isHidden: row[21] && siteRow.columns.isPublic))
  }
}

extension DisclosedColumns {
  /// Whether nothing but the public's table is read.
  var isPublic: Bool { if case .visible = self { true } else { false } }
}

/// Where the facts of a zone are taken from: of `zone z`, its relic `s` and, for staff, `exact_zone e`.
private struct DisclosedZones {
  var status = "z.status"
  var rule = "z.rule"
  var shape = "z.geom"
  /// Often the name of a file, which the public has no use for where the relic is hidden.
  var source = "z.source"
  var join = ""
  /// The R*Trees in which shapes are found.
  var indexes = ["idx_zone_geom"]
  /// The condition that there is no shape which the audience may see.
  var isDescribed = ""
  private var announcement = "NULL, NULL, NULL, NULL, NULL, NULL"
  private var position = ("s.geom", "s.coord_accuracy_m")

  /// What is read of a zone, and of the relic that it is for.
  var selection: String {
    """
    SELECT z.kind, \(status), nullif(\(rule), '不公开'), z.instrument, \(source), \(shape), z.id,
      \(announcement), s.code, s.name_zh, s.name_en, s.protection_level, \(position.0),
      \(position.1), s.area_m2, s.id, coalesce(s.disclosure <> 'open', 0)
    FROM zone z LEFT JOIN site s ON s.id = z.site_id \(join)
    """
  }

  init(_ db: Database, as positions: DisclosedColumns) throws {
    let names = Set(try db.columns(in: "zone").map(\.name))
    // A file of schema 2 or less has all zones in one table, and one of 6 or less no announcements.
    let isCut = names.contains("withheld")
    if names.contains("class") {
      announcement =
        "z.class, z.name_zh, z.announced_on, z.announced_by, z.superseded_on, z.accuracy_m"
    }
    switch (positions, isCut) {
    case (.visible, let isCut):
      shape = "CASE WHEN coalesce(s.disclosure, 'open') = 'open' THEN z.geom END"
      source = "CASE WHEN coalesce(s.disclosure, 'open') = 'open' THEN z.source END"
      if isCut {
        status = "coalesce(z.withheld, z.status)"
      } else {
        // Nobody has looked yet whether the words tell where the relic is.
        rule = "CASE WHEN s.disclosure = 'open' THEN z.rule ELSE '不公开' END"
      }
    case (_, true):
      status = "coalesce(e.status, z.status)"
      rule = "coalesce(e.rule, z.rule)"
      shape = "coalesce(e.geom, z.geom)"
      join = "LEFT JOIN exact_zone e ON e.zone_id = z.id"
      indexes.append("idx_exact_zone_geom")
    case (_, false): break
    }
    // Since schema 3 the table of zones has no shape of a relic that is not open.
    isDescribed = isCut ? "z.geom IS NULL AND \(shape) IS NULL" : "\(shape) IS NULL"
    guard !positions.isPublic else { return }
    join += " LEFT JOIN exact_position p ON p.site_id = s.id"
    position = (
      "CASE WHEN p.site_id IS NULL THEN s.geom ELSE p.geom END",
      "CASE WHEN p.site_id IS NULL THEN s.coord_accuracy_m ELSE p.coord_accuracy_m END"
    )
  }
}
