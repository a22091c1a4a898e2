import Geodesy
import HeritageRegistry

/// Zones, bodies and what is certified, as the audience may see them.
extension HubState {
  /// What is read of a zone, and of the relic that it is for.
  private var selection: String {
    let exact = isForStaff
    func part(_ column: String) -> String {
      exact ? "coalesce(x.\(column), z.\(column))" : "z.\(column)"
    }
    // For the public the table of zones has no shape and no source of a relic that is not open.
    let status = exact ? part("status") : "coalesce(z.withheld, z.status)"
    return """
      SELECT z.kind, \(status), nullif(\(part("rule")), '不公开'), z.instrument, \(part("source")),
        \(part("geom")), z.id, z.class, z.name_zh, z.announced_on, z.announced_by, z.superseded_on,
        z.accuracy_m, s.code, s.name_zh, s.name_en, s.protection_level,
        \(columns.expression("geom")), \(columns.expression("coord_accuracy_m")), s.area_m2, s.id,
        coalesce(s.disclosure <> 'open', false)
      FROM heritage.zone z
      LEFT JOIN heritage.site s ON s.province = left(z.county, 2) AND s.id = z.site_id
      \(exact ? "LEFT JOIN staff.exact_zone x ON x.zone_id = z.id "
        + "LEFT JOIN staff.exact_position e ON e.site_id = s.id" : "")
      """
  }

  private var shape: String { isForStaff ? "coalesce(x.geom, z.geom)" : "z.geom" }

  func zones(of id: RowID) throws -> [Zone] {
    try hub.query("\(selection) WHERE z.site_id = $1::bigint", [id]).map(zone)
      .sorted(by: Self.isBefore)
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
    guard let box else {
      return try hub.query("\(selection) WHERE \(shape) IS NOT NULL").map(owned)
    }
    let tables =
      [("id", "heritage.zone")] + (isForStaff ? [("zone_id", "staff.exact_zone")] : [])
    return try box.parts.flatMap { part in
      let boxes = tables.map { id, table in
        "SELECT \(id) FROM \(table) WHERE geom && ST_MakeEnvelope($1::float8, $2::float8, "
          + "$3::float8, $4::float8, 4326)"
      }.joined(separator: " UNION ")
      return try hub.query(
        "\(selection) WHERE z.id IN (\(boxes)) AND \(shape) IS NOT NULL",
        [part.west, part.south, part.east, part.north]
      ).map(owned)
    }
  }

  func describedZones() throws -> [OwnedZone] {
    try hub.query("\(selection) WHERE z.geom IS NULL AND \(shape) IS NULL").map(owned)
  }

  func zone(numbered number: Int) throws -> OwnedZone? {
    try hub.query("\(selection) WHERE z.id = $1::bigint", [number]).first.map(owned)
  }

  private func zone(_ row: HubRow) throws -> Zone {
    var zone = Zone(
      kind: try row.word(0), status: try row.word(1), rule: row.text(2), instrument: row.text(3),
      source: row.text(4), shape: try row.area(5))
    (zone.number, zone.zoneClass, zone.nameZH) = (row.integer(6), row.text(7), row.text(8))
    (zone.announcedOn, zone.announcedBy) = (row.text(9), row.text(10))
    zone.supersededOn = row.text(11)
    zone.accuracy = row.length(12)
    return zone
  }

  /// The zone with its relic, at the position that the audience sees.
  private func owned(_ row: HubRow) throws -> OwnedZone {
    let zone = try zone(row)
    guard let code = row.text(13) else { return OwnedZone(zone: zone, owner: nil) }
    let position = try row.point(17).map {
      CheckedPlace(coordinate: $0, accuracy: row.length(18))
    }
    return OwnedZone(
      zone: zone,
      owner: ZoneOwner(
        id: row.id(20), code: code, nameZH: row.requiredText(14), nameEN: row.text(15),
        level: try row.word(16), position: position, squareMetres: row.number(19),
        isHidden: row.flag(21) && !isForStaff))
  }

  func bodies(meeting box: BoundingBox) throws -> [RelicBody] {
    guard isForStaff else { return [] }
    return try box.parts.flatMap { part in
      try hub.query(
        """
        SELECT k.code, b.geom, b.accuracy_m, b.method, b.source
        FROM staff.body b JOIN heritage.relic_key k ON k.id = b.site_id
        WHERE b.geom && ST_MakeEnvelope($1::float8, $2::float8, $3::float8, $4::float8, 4326)
        ORDER BY k.code_key
        """, [part.west, part.south, part.east, part.north]
      ).compactMap { row in
        try row.area(1).map { shape in
          RelicBody(
            code: row.requiredText(0), shape: shape, accuracy: row.length(2), method: row.text(3),
            source: row.text(4))
        }
      }
    }
  }

  func coverage() throws -> [Coverage] {
    try hub.query(
      """
      SELECT id, what, level, complete_as_of, certified_by, document FROM heritage.coverage
      ORDER BY id
      """
    ).compactMap { row in
      try Coverage.What(code: row.requiredText(1)).map { what in
        Coverage(
          number: row.integer(0), what: what, level: try row.optionalWord(2),
          completeAsOf: row.requiredText(3), certifiedBy: row.requiredText(4),
          document: row.requiredText(5))
      }
    }
  }
}
