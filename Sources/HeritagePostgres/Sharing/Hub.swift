import Foundation
public import HeritageRegistry

/// A hub of many counties, for those who keep it and for the working copies of its offices.
public struct Hub: SharedHub {
  /// The hub as a person names it.
  public let name: String
  let pool: HubPool

  /// The hub at an address; nothing is opened yet.
  public init(_ address: HubAddress) {
    name = address.name
    pool = HubPool(address, limit: 1)
  }

  /// Makes a database a hub, or brings a hub to the newest schema; names are packed anew, and rows counted for
  /// the plans of PostgreSQL.
  ///
  /// - Returns: Whether it was no hub before.
  /// - Throws: `HubError`.
  public func initialise() throws -> Bool {
    try pool.use { hub in
      let isNew = try HubSchema.update(hub)
      try hub.execute("ANALYZE")
      try NameIndex.repack(hub)
      return isNew
    }
  }

  package func identity() throws -> String {
    try pool.use { hub in
      try HubSchema.check(hub)
      return try hub.query("SELECT uid FROM heritage.hub").first?.text(0) ?? ""
    }
  }

  package func changes(of county: String, behind seq: Int) throws -> HubChanges {
    try pool.use { hub in
      try hub.inTransaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") {
        let place = try hub.query(
          """
          SELECT c.seq, c.rev,
            greatest(c.seq, (SELECT max(k.seq) FROM heritage.relic_key k WHERE k.county = c.code))
          FROM heritage.county c WHERE c.code = $1::text
          """, [county]
        ).first
        guard let place, let listed = place.integer(0) else {
          throw HubError.noCounty(hub: name, code: county)
        }
        let records = HubRecords(hub: hub)
        var found: [HubRecord] = []
        if listed > seq {
          found.append(
            HubRecord(
              uid: county, code: county, record: try records.county(county),
              revision: place.integer(1) ?? 0, isGone: false, note: EditNote(who: nil)))
        }
        let keys = try hub.query(Self.changedKeys, [county, seq])
        let ids = keys.map { $0.id(0) }
        var relics: [RowID: SharedRecord] = [:]
        for start in stride(from: 0, to: ids.count, by: 2000) {
          let part = Array(ids[start..<min(start + 2000, ids.count)])
          relics.merge(try records.relics(part)) { $1 }
        }
        found += keys.map { key in
          HubRecord(
            uid: key.requiredText(1), code: key.requiredText(2),
            record: relics[key.id(0)] ?? SharedRecord(), revision: key.integer(3) ?? 0,
            isGone: key.flag(4),
            note: EditNote(
              who: key.text(5), why: key.text(6), source: key.text(7), at: key.text(8)))
        }
        // Less than the copy has fetched where the hub was restored from a backup.
        return HubChanges(records: found, seq: place.integer(2) ?? listed)
      }
    }
  }

  /// The relics of a county that have changed behind a change, and who changed them.
  private static let changedKeys = """
    SELECT k.id, k.uid, k.code, k.rev, k.gone, coalesce(e.who, e.login, a.login), e.why, e.source,
      to_char(coalesce(e.at, a.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), k.seq
    FROM heritage.relic_key k LEFT JOIN staff.edit e ON e.id = k.edit
    LEFT JOIN LATERAL (
      SELECT x.login, x.at FROM staff.audit x WHERE x.relic = k.id ORDER BY x.seq DESC LIMIT 1
    ) a ON e.id IS NULL
    WHERE k.county = $1::text AND k.seq > $2::bigint ORDER BY k.seq, k.id
    """

  /// What a hub holds of a county.
  public struct County: Hashable, Sendable {
    /// Its code, its name, and how many relics it has, stand-ins left out.
    public let code: String
    /// Its name.
    public let name: String
    /// How many relics it has, without stand-ins.
    public let relics: Int
    /// The last change.
    public let seq: Int
  }

  /// The counties, by code.
  public func counties() throws -> [County] {
    try pool.use { hub in
      try HubSchema.check(hub)
      return try hub.query(
        """
        SELECT c.code, c.name_zh,
          (SELECT count(*) FROM heritage.site s
           WHERE s.province = left(c.code, 2) AND s.county = c.code AND s.provenance <> 'stand_in'),
          greatest(c.seq, (SELECT max(k.seq) FROM heritage.relic_key k WHERE k.county = c.code))
        FROM heritage.county c ORDER BY c.code
        """
      ).map {
        County(
          code: $0.requiredText(0), name: $0.requiredText(1), relics: $0.integer(2) ?? 0,
          seq: $0.integer(3) ?? 0)
      }
    }
  }
}
