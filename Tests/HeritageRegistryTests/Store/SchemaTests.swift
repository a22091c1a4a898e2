import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The schema defends the data")
struct SchemaTests {
  /// The columns that a site cannot do without.
  private static let site =
    "INSERT INTO site (code, name_zh, protection_level, level_basis, provenance, coord_method"
  private static let values = "VALUES ('T-9', '九', 'county', 'listed', 'published', 'none'"

  /// A row of the log, good but for what is given.
  private static func logged(
    file: String = "'f.csv'", sha256: String = "lower(hex(zeroblob(32)))",
    time: String = "'2026-11-23T08:00:00Z'", rows: String = "3, 2, 1, 0, 3",
    options: String = "NULL"
  ) -> String {
    """
    INSERT INTO import_log (file, sha256, imported_at, new_rows, changed_rows, unchanged_rows,
      rejected_rows, left_stand_ins, options)
    VALUES (\(file), \(sha256), \(time), \(rows), \(options))
    """
  }

  /// A register of one relic, copied for each row.
  private static let oneSite = Result {
    try TestRegister(
      TestPack().sites(["T-1,一,ancient_site,county,东镇,111.5,29.5,50,map,open,,,,,"]))
  }

  @Test("A row of the log that breaks no rule is taken")
  func goodLog() throws {
    let register = try TestRegister(TestPack())
    let queue = try DatabaseQueue(path: register.path)
    try queue.write { try $0.execute(sql: Self.logged()) }
    #expect(try register.open().imports().map(\.newRows) == [3])
  }

  @Test(
    "A row of the log that breaks a rule is refused",
    arguments: [
      (logged(file: "''"), "CHECK"),
      (logged(file: "NULL"), "NOT NULL"),
      (logged(sha256: "'abc'"), "CHECK"),
      (logged(sha256: "upper(hex(zeroblob(31))) || 'FF'"), "CHECK"),
      (logged(time: "'yesterday'"), "CHECK"),
      (logged(time: "'2026-02-30T08:00:00Z'"), "CHECK"),
      (logged(time: "'2026-11-23 08:00:00'"), "CHECK"),
      (logged(time: "'2026-11-23T08:00:00+08:00'"), "CHECK"),
      (logged(rows: "-1, 0, 0, 0, 0"), "CHECK"),
      (logged(rows: "0, -1, 0, 0, 0"), "CHECK"),
      (logged(rows: "0, 0, -1, 0, 0"), "CHECK"),
      (logged(rows: "0, 0, 0, -1, 0"), "CHECK"),
      (logged(rows: "0, 0, 0, 0.5, 0"), "CHECK"),
      (logged(rows: "2, 0, 0, 0, 3"), "CHECK"),
      (logged(options: "''"), "CHECK"),
    ])
  func badLog(sql: String, complaint: String) throws { try badRow(sql: sql, complaint: complaint) }

  @Test(
    "A row that breaks a rule is refused",
    arguments: [
      // Words of fixed lists.
      ("\(site)) VALUES ('T-9', '九', 'regional', 'listed', 'published', 'none')", "CHECK"),
      ("\(site)) VALUES ('T-9', '九', 'county', 'rumour', 'published', 'none')", "CHECK"),
      ("\(site)) VALUES ('T-9', '九', 'county', 'listed', 'guess', 'none')", "CHECK"),
      ("\(site), category) \(values), 'bridge')", "CHECK"),
      ("\(site), disclosure) \(values), 'secret')", "CHECK"),
      ("\(site), confidence) \(values), 'certain')", "CHECK"),
      // What must be there, once.
      ("\(site)) VALUES ('T-9', NULL, 'county', 'listed', 'published', 'none')", "NOT NULL"),
      ("\(site)) VALUES ('T-9', '', 'county', 'listed', 'published', 'none')", "CHECK"),
      ("\(site)) VALUES ('T-1', '又一', 'county', 'listed', 'published', 'none')", "UNIQUE"),
      ("\(site)) VALUES (' T-9', '九', 'county', 'listed', 'published', 'none')", "CHECK"),
      // Years and numbers.
      ("\(site), period_start, period_end) \(values), -100, -200)", "CHECK"),
      ("\(site), period_start) \(values), 0)", "CHECK"),
      ("\(site), area_m2) \(values), -1)", "CHECK"),
      ("\(site), found_year) \(values), 20260)", "CHECK"),
      // Numbers of surveys.
      ("\(site), code_survey2) \(values), '')", "CHECK"),
      ("\(site), code_survey3) \(values), '')", "CHECK"),
      ("\(site), code_survey4) \(values), '')", "CHECK"),
      // Positions.
      (
        "\(site), geom) VALUES ('T-9', '九', 'county', 'listed', 'published', 'map', "
          + "MakePoint(190, 20, 4326))", "outside longitude"
      ),
      (
        "\(site), geom) VALUES ('T-9', '九', 'county', 'listed', 'published', 'map', "
          + "MakePoint(111, 29, 3857))", "Geometry constraint"
      ),
      (
        "\(site), geom) VALUES ('T-9', '九', 'county', 'listed', 'published', 'map', "
          + "GeomFromText('LINESTRING(111 29, 112 29)', 4326))", "Geometry constraint"
      ),
      (
        "\(site), geom) VALUES ('T-9', '九', 'county', 'listed', 'published', 'map', 'here')",
        "Geometry constraint"
      ),
      ("\(site)) VALUES ('T-9', '九', 'county', 'listed', 'published', 'map')", "CHECK"),
      (
        "\(site), geom) VALUES ('T-9', '九', 'county', 'listed', 'published', 'none', "
          + "MakePoint(111, 29, 4326))", "CHECK"
      ),
      ("\(site), coord_accuracy_m) \(values), 10)", "CHECK"),
      (
        "\(site), geom, coord_accuracy_m) VALUES ('T-9', '九', 'county', 'listed', 'published', "
          + "'map', MakePoint(111, 29, 4326), 0)", "CHECK"
      ),
      ("UPDATE site SET geom = MakePoint(0, 91, 4326) WHERE code = 'T-1'", "outside longitude"),
      // Disclosure.
      ("UPDATE site SET disclosure = 'withheld' WHERE code = 'T-1'", "CHECK"),
      ("UPDATE site SET disclosure = 'coarse' WHERE code = 'T-1'", "CHECK"),
      (
        "INSERT INTO exact_position (site_id, geom, coord_method) "
          + "VALUES (1, MakePoint(111, 29, 4326), 'map')", "belongs in the table site"
      ),
      // Stand-ins.
      ("UPDATE site SET provenance = 'stand_in' WHERE code = 'T-1'", "CHECK"),
      // References.
      ("\(site), township_id) \(values), 99)", "FOREIGN KEY"),
      ("INSERT INTO site_name VALUES (99, '别名', 'alias')", "FOREIGN KEY"),
      ("INSERT INTO site_name VALUES (1, '别名', 'nickname')", "CHECK"),
      ("INSERT INTO site_source VALUES (1, 1, 99)", "FOREIGN KEY"),
      ("INSERT INTO group_member VALUES (99, 1, NULL)", "FOREIGN KEY"),
      (
        "INSERT INTO designation (site_id, level, standing, source) "
          + "VALUES (99, 'county', 'former', 's')", "FOREIGN KEY"
      ),
      (
        "INSERT INTO designation (site_id, level, standing, source) "
          + "VALUES (1, 'registered', 'former', 's')", "CHECK"
      ),
      (
        "INSERT INTO designation (site_id, level, standing, source) "
          + "VALUES (1, 'county', 'present', 's'), (1, 'national', 'present', 's')", "UNIQUE"
      ),
      // Zones.
      (
        "INSERT INTO zone (site_id, kind, status, rule) VALUES (1, 'buffer', 'described', 'r')",
        "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule) VALUES (1, 'control', 'surveyed', 'r')",
        "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule, withheld) "
          + "VALUES (1, 'control', 'described', 'r', 'secret')", "CHECK"
      ),
      (
        "INSERT INTO zone (id, site_id, kind, status, rule) VALUES (1, 1, 'control', 'described', 'r'); "
          + "INSERT INTO exact_zone VALUES (1, 'described', 'r', NULL)",
        "belongs in the table zone"
      ),
      ("INSERT INTO exact_zone VALUES (99, 'described', 'r', NULL)", "FOREIGN KEY"),
      ("INSERT INTO telling_words VALUES ('', 'no pattern')", "CHECK"),
      (
        "INSERT INTO zone (kind, status, rule) VALUES ('burial_area', 'described', 'r')", "CHECK"
      ),
      (
        "INSERT INTO zone (kind, name_zh, status, rule) VALUES ('control', 'a', 'described', 'r')",
        "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule, announced_on) "
          + "VALUES (1, 'control', 'described', 'r', '2011-02-30')", "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule, announced_on, superseded_on) "
          + "VALUES (1, 'control', 'described', 'r', '2011', '2001-01-01')", "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule, accuracy_m) "
          + "VALUES (1, 'control', 'described', 'r', 0)", "CHECK"
      ),
      (
        "INSERT INTO zone (site_id, kind, status, rule) VALUES (1, 'control', 'described', 'a'), "
          + "(1, 'control', 'described', 'b')", "UNIQUE"
      ),
      ("INSERT INTO body (site_id) VALUES (1)", "NOT NULL"),
      (
        "INSERT INTO coverage (what, complete_as_of, certified_by, document) "
          + "VALUES ('everything', '2026-01-01', 'a', 'b')", "CHECK"
      ),
      (
        "INSERT INTO coverage (what, complete_as_of, certified_by, document) "
          + "VALUES ('relics', '2026', 'a', 'b')", "CHECK"
      ),
      // Claims.
      (
        "INSERT INTO claim (site_id, field, value, source) VALUES (1, 'village', '', 'a')", "CHECK"
      ),
      ("INSERT INTO claim (site_id, field, value) VALUES (1, 'village', 'a')", "NOT NULL"),
      (
        "INSERT INTO claim (site_id, field, value, source, rank) "
          + "VALUES (1, 'village', 'a', 'b', 'best')", "CHECK"
      ),
      (
        "INSERT INTO claim (site_id, field, value, source, as_of) "
          + "VALUES (1, 'village', 'a', 'b', '2024-02-30')", "CHECK"
      ),
      (
        "INSERT INTO claim (site_id, field, value, source, rank) VALUES "
          + "(1, 'village', 'a', 'b', 'preferred'), (1, 'village', 'c', 'd', 'preferred')", "UNIQUE"
      ),
      // Visits.
      ("INSERT INTO visit (site_id, access) VALUES (1, 'maybe')", "CHECK"),
      ("INSERT INTO visit (site_id, access, ticket_cny) VALUES (1, 'open', -5)", "CHECK"),
      (
        "INSERT INTO opening (site_id, weekday, opens, closes) VALUES (1, 8, '09:00', '17:00')",
        "CHECK"
      ),
      (
        "INSERT INTO opening (site_id, weekday, opens, closes) VALUES (1, 1, '17:00', '09:00')",
        "CHECK"
      ),
      (
        "INSERT INTO opening (site_id, weekday, opens, closes, last_admission) "
          + "VALUES (1, 1, '09:00', '17:00', '18:00')", "CHECK"
      ),
      ("INSERT INTO opening_exception (site_id, date) VALUES (1, '2026-02-30')", "CHECK"),
      ("INSERT INTO opening_exception (site_id) VALUES (1)", "CHECK"),
      // The rest.
      ("INSERT INTO township (code, name_zh, kind) VALUES ('1', '南镇', 'town')", "CHECK"),
      ("INSERT INTO site_group (key, name_zh) VALUES ('Not A Key', '群')", "CHECK"),
      ("INSERT INTO official_count VALUES ('registered', -1, 's')", "CHECK"),
      ("INSERT INTO registry (id, name_zh) VALUES (2, '二县')", "CHECK"),
      (
        "INSERT INTO intangible (name_zh, category_zh, level) VALUES ('歌', '传统音乐', 'world')",
        "CHECK"
      ),
      ("INSERT INTO outline (kind, name_zh) VALUES ('county', '县')", "NOT NULL"),
    ])
  func badRow(sql: String, complaint: String) throws {
    let register = try TestRegister(copying: Self.oneSite.get())
    let queue = try DatabaseQueue(
      path: register.path, configuration: SpatialConnection.configuration(readonly: false))
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try SpatialConnection.requireSpatiaLite(db)
        try db.execute(sql: sql)
      }
    }
    #expect("\(try #require(error?.message))".contains(complaint))
  }

  @Test(
    "A row of a withheld zone that breaks a rule is refused",
    arguments: [
      ("UPDATE exact_zone SET status = 'surveyed'", "CHECK"),
      ("UPDATE exact_zone SET status = 'secret'", "CHECK"),
      ("UPDATE exact_zone SET rule = ''", "CHECK"),
      ("UPDATE exact_zone SET rule = NULL", "NOT NULL"),
      ("UPDATE exact_zone SET zone_id = 2", "cannot become that of another"),
      ("DELETE FROM exact_zone", "delete its zone from the table zone"),
      ("UPDATE exact_zone SET geom = MakePoint(111, 29, 4326)", "Geometry constraint"),
    ])
  func badZone(sql: String, complaint: String) throws {
    try badRow(
      sql: """
        INSERT INTO site (id, code, name_zh, protection_level, level_basis, provenance,
          coord_method, disclosure)
        VALUES (9, 'T-9', '九', 'county', 'listed', 'published', 'none', 'withheld');
        INSERT INTO zone (id, site_id, kind, status, rule)
        VALUES (1, 9, 'control', 'described', '东至大河'), (2, 9, 'protection', 'described', '30 m');
        \(sql)
        """, complaint: complaint)
  }

  @Test("Geometry columns are registered with their type, and the R*Trees are there")
  func layers() throws {
    let register = try TestRegister.lixian.get()
    let queue = try DatabaseQueue(path: register.path)
    let layers = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f_table_name, geometry_type, srid, spatial_index_enabled
          FROM geometry_columns ORDER BY f_table_name
          """
      )
      .map { "\($0[0] as String) \($0[1] as Int) \($0[2] as Int) \($0[3] as Int)" }
    }
    #expect(
      layers == [
        "body 6 4326 1", "exact_position 1 4326 1", "exact_zone 6 4326 1",
        "former_township 1 4326 0",
        "outline 6 4326 0", "place 1 4326 0", "river 2 4326 0", "site 1 4326 1",
        "township 1 4326 0", "zone 6 4326 1",
      ])
  }
}
