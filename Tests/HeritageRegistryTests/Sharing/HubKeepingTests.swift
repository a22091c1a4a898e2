import Foundation
import HeritageTestSupport
import Testing

@testable import HeritagePostgres
@testable import HeritageRegistry
@testable import HeritageSQLite

/// What a hub keeps from whom, and how its states are told apart.
@Suite("A hub as its keeper has it", .enabled(if: TestHub.isThere))
struct HubKeepingTests {
  typealias County = HubExchangeTests.County

  @Test("Who cannot take the extents of PostGIS from the public makes no hub, and a superuser does")
  func extents() throws {
    let cluster = try #require(PrivateCluster.shared)
    try cluster.sql(
      "DROP ROLE IF EXISTS hub_keeper; CREATE ROLE hub_keeper LOGIN", in: "postgres")
    try cluster.create("keeper_hub")
    try cluster.create("bare_hub")
    try cluster.sql(
      "ALTER DATABASE keeper_hub OWNER TO hub_keeper; ALTER DATABASE bare_hub OWNER TO hub_keeper",
      in: "postgres")
    try cluster.sql("CREATE EXTENSION postgis; CREATE EXTENSION hstore", in: "keeper_hub")
    func hub(_ database: String, _ login: String) throws -> Hub {
      Hub(try #require(HubAddress(cluster.address(of: database, as: login))))
    }
    let keeper = try hub("keeper_hub", "hub_keeper")
    #expect(throws: HubError.tellsExtents(hub: keeper.name)) { try keeper.initialise() }
    #expect(throws: HubError.notAHub(hub: keeper.name)) { try keeper.identity() }
    let bare = try hub("bare_hub", "hub_keeper")
    #expect(
      throws: HubError.needsSuperuser(
        hub: bare.name, reason: "permission denied to create extension \"postgis\"")
    ) { try bare.initialise() }
    #expect(try hub("keeper_hub", "postgres").initialise())
    // What is given to everybody again, as by a newer PostGIS, is taken again.
    try cluster.sql(
      "GRANT EXECUTE ON FUNCTION st_estimatedextent(text, text, text) TO PUBLIC", in: "keeper_hub")
    #expect(try !hub("keeper_hub", "postgres").initialise())
    #expect(
      try cluster.sql(
        """
        SELECT has_function_privilege('heritage_public', 'st_estimatedextent(text, text, text)', 'EXECUTE')
        """, in: "keeper_hub") == "f\n")
  }

  @Test("The statistics of a table tell nothing that may be withheld one day")
  func statistics() throws {
    let county = try County(copies: 1)
    _ = try county.sql(
      """
      ANALYZE;
      DROP ROLE IF EXISTS statistics_reader;
      CREATE ROLE statistics_reader LOGIN IN ROLE heritage_public
      """)
    let cluster = try #require(PrivateCluster.shared)
    let reader = try HubConnection(
      try #require(HubAddress(cluster.address(of: county.database, as: "statistics_reader"))))
    let told = Set(
      try reader.query(
        "SELECT DISTINCT tablename || '.' || attname FROM pg_stats WHERE schemaname = 'heritage'"
      ).map { $0.requiredText(0) })
    #expect(told.contains("site.name_zh") && told.contains("site_43.protection_level"))
    for table in ["site", "site_43"] {
      for column in ["village", "address", "coord_verbatim", "coord_source"] {
        #expect(!told.contains("\(table).\(column)"))
      }
    }
    #expect(!told.contains("zone.rule") && !told.contains("zone.source"))
    let printed = try reader.query(
      """
      SELECT coalesce(string_agg(concat(most_common_vals::text, histogram_bounds::text), ' '), '')
      FROM pg_stats WHERE schemaname IN ('heritage', 'staff')
      """
    ).first?.text(0)
    let address = try county.sql("SELECT address FROM heritage.site WHERE code = 'LX-0002'")
    #expect(!address.isEmpty && printed?.contains(address) == false)
  }

  @Test("A state is known by what the counties count: other writes on the server change nothing")
  func versions() throws {
    let county = try County(copies: 1)
    let cluster = try #require(PrivateCluster.shared)
    let address = try #require(HubAddress(cluster.address(of: county.database)))
    let (reader, other) = (
      try HubReader(address, readers: 1), try HubReader(address, readers: 1)
    )
    func version() throws -> String { try reader.inOneState { $0.version } }
    var seen = [try version()]
    func isNew() throws -> Bool {
      let now = try version()
      defer { seen.append(now) }
      return !seen.contains(now)
    }
    _ = try county.sql("CREATE TABLE public.elsewhere (number integer); DROP TABLE elsewhere")
    _ = try county.sql("INSERT INTO staff.office_county VALUES ('nobody', '430723')")
    #expect(try version() == seen[0])
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    _ = try county.exchange(0).push(isRehearsal: true)
    #expect(try version() == seen[0])
    _ = try county.exchange(0).push()
    #expect(try isNew())
    _ = try county.sql("UPDATE heritage.site SET notes = '改' WHERE code = 'LX-0012'")
    #expect(try isNew())
    _ = try county.sql("UPDATE heritage.county SET credits = '改' WHERE code = '430723'")
    #expect(try isNew())
    let list = try county.copies[0].records().county
    _ = try county.hub.load("430799", list, [])
    #expect(try isNew())
    // What begins first and ends last: its numbers are smaller than those that are there already.
    let slow = try HubConnection(address)
    try slow.execute("BEGIN; UPDATE heritage.site SET notes = '慢' WHERE code = 'LX-0011'")
    _ = try county.sql("UPDATE heritage.county SET credits = '快' WHERE code = '430799'")
    #expect(try isNew())
    try slow.execute("COMMIT")
    #expect(try isNew())
    // Another server of the same hub says the same.
    #expect(try other.inOneState { $0.version } == seen.last)
  }

  @Test("An office gives no code in a county that is not its own, and signs with its own login")
  func foreignCodes() throws {
    let county = try County(copies: 1)
    let cluster = try #require(PrivateCluster.shared)
    _ = try county.sql(
      """
      DROP ROLE IF EXISTS one_county; CREATE ROLE one_county LOGIN IN ROLE heritage_office;
      INSERT INTO heritage.county (code, name_zh) VALUES ('430799', '邻县');
      INSERT INTO staff.office_county VALUES ('one_county', '430723')
      """)
    let office = try HubConnection(
      try #require(HubAddress(cluster.address(of: county.database, as: "one_county"))))
    let key = "INSERT INTO heritage.relic_key (uid, county, code) VALUES (gen_random_uuid(),"
    #expect(throws: HubFault.self) { try office.query("\(key) '430799', 'NX-0001')") }
    try office.query("\(key) '430723', 'LX-9001')")
    #expect(throws: HubFault.self) {
      try office.query(
        "UPDATE heritage.site SET county = '430799' WHERE code = 'LX-0011'")
    }
    #expect(throws: HubFault.self) {
      try office.query(
        "INSERT INTO staff.edit (push, login) VALUES (gen_random_uuid(), 'somebody')")
    }
    try office.query("INSERT INTO staff.edit (push, who) VALUES (gen_random_uuid(), '王芳')")
    #expect(try county.sql("SELECT login FROM staff.edit") == "one_county")
  }
}
