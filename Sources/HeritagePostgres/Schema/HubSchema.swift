import HeritageRegistry
import RegistrySchema

/// The schema of a hub: what version a database has, and how it comes to the newest.
enum HubSchema {
  /// The version that this program reads and writes.
  static var version: Int { RegistrySchema.hub.count }

  /// The advisory lock of who changes the schema, who is alone.
  static let schemaLock = 0x5245_4C49

  /// The version of a database; nil for one that is no hub.
  static func version(of hub: HubConnection) throws -> Int? {
    guard
      try hub.query("SELECT to_regclass('heritage.schema_version') IS NOT NULL").first?.flag(0)
        == true
    else { return nil }
    return try hub.query("SELECT max(version) FROM heritage.schema_version").first?.integer(0)
  }

  /// Refuses a database that is no hub of this version.
  ///
  /// - Throws: `HubError.notAHub(hub:)`, `HubError.otherSchema(hub:found:known:)`.
  static func check(_ hub: HubConnection) throws {
    guard let found = try version(of: hub) else { throw HubError.notAHub(hub: hub.name) }
    guard found == version else {
      throw HubError.otherSchema(hub: hub.name, found: found, known: version)
    }
  }

  /// Brings a database to the newest version, all of it or nothing; two that do so at once wait for each
  /// other.
  ///
  /// - Returns: Whether it was no hub before.
  /// - Throws: `HubError.notUTF8(hub:encoding:)`, `HubError.otherSchema(hub:found:known:)` for a newer
  ///   one, `HubError.tellsExtents(hub:)`.
  static func update(_ hub: HubConnection) throws -> Bool {
    let encoding = try hub.query("SHOW server_encoding").first?.text(0) ?? ""
    guard encoding == "UTF8" else { throw HubError.notUTF8(hub: hub.name, encoding: encoding) }
    return try hub.inTransaction {
      try hub.query("SELECT pg_advisory_xact_lock(\(schemaLock))")
      let found = try version(of: hub)
      guard found ?? 0 <= version else {
        throw HubError.otherSchema(hub: hub.name, found: found ?? 0, known: version)
      }
      for (number, migration) in zip(1..., RegistrySchema.hub) where number > found ?? 0 {
        do { try hub.execute(migration.sql) } catch let fault as HubFault where number == 1 {
          throw Self.error(making: hub, fault)
        }
        if number == 1 {
          try hub.execute(
            """
            CREATE TABLE heritage.schema_version (
              version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
            GRANT SELECT ON heritage.schema_version
            TO heritage_public, heritage_staff, heritage_office
            """)
          try hub.query(
            "INSERT INTO heritage.hub (id, uid) VALUES (1, $1::uuid)", [UniqueID.make()])
        }
        try hub.query(
          "INSERT INTO heritage.schema_version (version) VALUES ($1::int)", [number])
      }
      try withholdExtents(hub)
      return found == nil
    }
  }

  /// Why a database cannot become a hub: who installs PostGIS has to be a superuser, and it has to be there.
  private static func error(making hub: HubConnection, _ fault: HubFault) -> any Error {
    switch fault.state {
    case "42501": HubError.needsSuperuser(hub: hub.name, reason: fault.message)
    case "0A000", "58P01": HubError.noPostGIS(hub: hub.name, reason: fault.message)
    default: fault
    }
  }

  /// The functions of PostGIS that tell the public's role the box round all rows of any table.
  private static let telling = """
    FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
    JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'postgis'
    WHERE p.proname IN ('st_estimatedextent', '_postgis_stats', '_postgis_selectivity',
      '_postgis_join_selectivity', '_postgis_index_extent')
    AND has_function_privilege('heritage_public', p.oid, 'EXECUTE')
    """

  /// Takes those functions from everybody, and refuses a database in which they stay: to whom they do not belong
  /// PostgreSQL says no more than a warning.
  private static func withholdExtents(_ hub: HubConnection) throws {
    try hub.execute(
      """
      DO $$
      DECLARE function regprocedure;
      BEGIN
        FOR function IN SELECT p.oid \(telling) AND pg_has_role(p.proowner, 'USAGE') LOOP
          EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', function);
          EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO heritage_staff, heritage_office', function);
        END LOOP;
      END $$
      """)
    let tells = try hub.query("SELECT EXISTS (SELECT 1 \(telling))").first?.flag(0)
    if tells == true { throw HubError.tellsExtents(hub: hub.name) }
  }
}
