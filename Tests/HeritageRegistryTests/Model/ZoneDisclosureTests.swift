import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Zones obey disclosure")
struct ZoneDisclosureTests {
  /// A triangle whose corners have digits of their own.
  private static let corners = [
    (111.612345, 29.612345), (111.623456, 29.613456), (111.618888, 29.627777),
    (111.612345, 29.612345),
  ]
  private static let wkt =
    "MULTIPOLYGON(((" + corners.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")))"

  private static func shape() throws -> MultiPolygon {
    let ring = try LinearRing(
      corners.map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) })
    return try MultiPolygon([Polygon(exterior: ring)])
  }

  /// An open relic with a surveyed zone, whose words tell where it lies, and one in harmless words; and a
  /// tomb that nobody is to find.
  private static let pack = TestPack().sites([
    "T-1,明楼,ancient_building,county,东镇,111.618,29.618,20,rtk,open,,,东镇明楼巷九号,,",
    "T-2,秘墓,ancient_tomb,county,东镇,111.712345,29.712345,20,rtk,withheld,,,东镇秘村三组,,",
  ])
  .with(
    "zones.csv",
    "code,kind,status,rule\nT-1,protection,surveyed,东至明楼巷\nT-1,control,described,向外延伸50米\n"
  )
  .with(
    "zones.geojson",
    #"{"type":"Feature","properties":{"code":"T-1","kind":"protection"},"geometry":"#
      + #"{"type":"Polygon","coordinates":[["#
      + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]]}}")

  /// Runs statements as QGIS would: with SpatiaLite, and no function of this program.
  private static func execute(_ sql: String, in path: String) throws {
    let queue = try DatabaseQueue(
      path: path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  /// The zones as an audience reads them: kind, status, words, and whether there is a shape or one is
  /// withheld.
  private static func zones(
    _ code: String, in path: String, for audience: Audience
  ) throws -> [String] {
    try Registry(opening: path, audience: audience).entry(code).zones.map { zone in
      let shape = zone.shape == nil ? zone.isShapeWithheld ? "withheld" : "none" : "shape"
      return "\(zone.kind.rawValue) \(zone.status.rawValue) \(zone.rule ?? "-") \(shape)"
    }
  }

  /// What any program finds in the table of zones and in its R*Tree.
  private static func publicTable(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT z.kind, z.status, z.rule, z.geom IS NOT NULL,
            (SELECT count(*) FROM idx_zone_geom i WHERE i.pkid = z.id)
          FROM zone z ORDER BY z.id
          """
      ).map {
        "\($0[0] as String) \($0[1] as String) \($0[2] as String) \($0[3] as Int) \($0[4] as Int)"
      }
    }
  }

  private static let open = [
    "protection surveyed 东至明楼巷 shape", "control described 向外延伸50米 none",
  ]
  private static let closed = [
    "protection surveyed - withheld", "control described 向外延伸50米 none",
  ]

  private static func disclose(_ disclosure: Disclosure, in register: TestRegister) throws {
    let site = try register.open(.staff).site("T-1").with(disclosure: disclosure)
    try Registrar(opening: register.path).apply([SiteRecord(site, given: [.code, .disclosure])])
  }

  @Test(
    "An import that closes a relic takes the shape of its zone from the public, one that opens it gives it back",
    arguments: [Disclosure.coarse, .withheld])
  func imports(disclosure: Disclosure) throws {
    let register = try TestRegister(Self.pack)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.open)
    #expect(try register.open().entry("T-1").zones.first?.shape == Self.shape())
    let before = try Self.publicTable(register.path)

    try Self.disclose(disclosure, in: register)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.closed)
    #expect(try Self.zones("T-1", in: register.path, for: .staff) == Self.open)
    #expect(try register.open(.staff).entry("T-1").zones.first?.shape == Self.shape())
    #expect(
      try Self.publicTable(register.path) == [
        "protection described 不公开 0 0", "control described 向外延伸50米 0 0",
      ])
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))

    try Self.disclose(.open, in: register)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.open)
    #expect(try Self.publicTable(register.path) == before)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("So does the SQL of another program")
  func otherPrograms() throws {
    let register = try TestRegister(Self.pack)
    try Self.execute(
      """
      UPDATE site SET disclosure = 'withheld', geom = NULL, coord_method = 'none',
        coord_accuracy_m = NULL, address = NULL WHERE code = 'T-1'
      """, in: register.path)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.closed)
    #expect(try Self.zones("T-1", in: register.path, for: .staff) == Self.open)
    // From withheld to coarse nothing comes back.
    try Self.execute(
      "UPDATE site SET disclosure = 'coarse' WHERE code = 'T-1'", in: register.path)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.closed)
    try Self.execute("UPDATE site SET disclosure = 'open' WHERE code = 'T-1'", in: register.path)
    #expect(try Self.zones("T-1", in: register.path, for: .public) == Self.open)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("A zone that is drawn, changed or deleted for a hidden relic never shows it")
  func drawing() throws {
    let register = try TestRegister(Self.pack)
    let path = register.path
    func both() throws -> [[String]] {
      try Audience.allCases.map { try Self.zones("T-2", in: path, for: $0) }
    }
    try Self.execute(
      """
      INSERT INTO zone (site_id, kind, status, rule, geom)
      SELECT id, 'protection', 'digitised', '封土边缘外30米', GeomFromText('\(Self.wkt)', 4326)
      FROM site WHERE code = 'T-2'
      """, in: path)
    #expect(
      try both() == [
        ["protection digitised 封土边缘外30米 withheld"], ["protection digitised 封土边缘外30米 shape"],
      ])
    try Self.execute(
      """
      UPDATE zone SET status = 'surveyed', rule = '南至秘村小学', geom = GeomFromText('\(Self.wkt)', 4326)
      WHERE rule = '封土边缘外30米'
      """, in: path)
    #expect(
      try both() == [["protection surveyed - withheld"], ["protection surveyed 南至秘村小学 shape"]])
    try Self.execute("UPDATE zone SET rule = '封土外50米' WHERE rule = '不公开'", in: path)
    #expect(
      try both() == [
        ["protection surveyed 封土外50米 withheld"], ["protection surveyed 封土外50米 shape"],
      ])
    // Staff may edit the layer of exact zones as well.
    try Self.execute(
      "UPDATE exact_zone SET status = 'described', geom = NULL, rule = '北至秘河'", in: path)
    #expect(try both() == [["protection described - none"], ["protection described 北至秘河 none"]])
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
    try Self.execute("PRAGMA foreign_keys = OFF; DELETE FROM zone WHERE rule = '不公开'", in: path)
    #expect(try both() == [[], []])
    let left = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM exact_zone")
    }
    #expect(left == 0)
  }

  @Test(
    "Words are withheld where they may tell the place, and only there",
    arguments: [
      ("30 m on each side of the foot of the wall", true),
      ("墙基两侧各30米；建设控制地带再向外20米", true), ("面积1234.5平方米", true),
      ("东至环城路", false), ("在秘村三组", false), ("East to the Ring Road", false),
      ("111.6123, 29.6123", false), ("29.612 to 29.613", false), ("29,6123", false),
      ("北纬29度36分", false), ("29°36′", false), ("29 36 44.4", false), ("X 3277123.4", false),
      ("１１１．６１２３", false),
    ])
  func words(rule: String, isPublic: Bool) throws {
    let register = try TestRegister(Self.pack)
    try Self.execute(
      """
      INSERT INTO zone (site_id, kind, status, rule)
      SELECT id, 'protection', 'described', '\(rule)' FROM site
      """.replacing("FROM site", with: "FROM site WHERE code = 'T-2'"), in: register.path)
    let rules = try Audience.allCases.map { try register.open($0).entry("T-2").zones.map(\.rule) }
    #expect(rules == [[isPublic ? rule : nil], [rule]])
    try Self.execute("UPDATE site SET name_zh = '甲' WHERE code = 'T-2'", in: register.path)
    #expect(try register.open().entry("T-2").zones.map(\.rule) == [isPublic ? rule : nil])
  }

  /// A register of schema 2 with a shape and words that should never have been in it.
  private static func old() throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    let queue = try DatabaseQueue(
      path: path, configuration: SpatialConnection.configuration(readonly: false))
    try Migrations.create(in: queue, upTo: "v2_imports")
    try queue.write { db in
      // Outlines had no English names then.
      let files = PackFiles(pack.with("boundary.geojson", nil).files)
      try PackWriter(pack: CountyPack(files, allowsOutside: true)).write(to: db)
      try NameIndex.rebuild(db)
      try db.execute(
        sql: """
          INSERT INTO zone (site_id, kind, status, rule, geom)
          SELECT s.id, z.kind, z.status, '东至秘村', z.geom FROM zone z JOIN site s
          WHERE s.code = 'T-2' AND z.geom IS NOT NULL;
          INSERT INTO zone (site_id, kind, status, rule)
          SELECT s.id, 'control', 'described', '再向外50米' FROM site s WHERE s.code = 'T-2';
          """)
    }
    try queue.close()
    return (folder, path)
  }

  @Test(
    "The public does not see what a register of an older program has, and the next writer moves it")
  func older() throws {
    let (folder, path) = try Self.old()
    defer { withExtendedLifetime(folder) {} }
    let exact = ["protection surveyed 东至秘村 shape", "control described 再向外50米 none"]
    #expect(
      try Self.zones("T-2", in: path, for: .public) == [
        "protection surveyed - withheld", "control described - none",
      ])
    #expect(try Self.zones("T-1", in: path, for: .public) == Self.open)
    #expect(try Self.zones("T-2", in: path, for: .staff) == exact)
    try Registrar(opening: path).apply([])
    #expect(
      try Self.zones("T-2", in: path, for: .public) == [
        "protection surveyed - withheld", "control described 再向外50米 none",
      ])
    #expect(try Self.zones("T-2", in: path, for: .staff) == exact)
    #expect(
      try Self.publicTable(path) == [
        "protection surveyed 东至明楼巷 1 1", "control described 向外延伸50米 0 0",
        "protection described 不公开 0 0", "control described 再向外50米 0 0",
      ])
    #expect(try RegisterFile(path).diagnose().allSatisfy(\.isSound))
  }

  @Test("A public copy of either has no byte of the shape or the words, and says that there is one")
  func publicCopy() throws {
    let register = try TestRegister(Self.pack)
    try Self.disclose(.withheld, in: register)
    let (folder, old) = try Self.old()
    for (path, code, words) in [(register.path, "T-1", "东至明楼巷"), (old, "T-2", "东至秘村")] {
      let copy = folder.path("\(code).sqlite")
      #expect(try RegisterFile(path).publish(to: copy).zones == 1)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
      let numbers = code == "T-1" ? Self.corners.flatMap { [$0.0, $0.1] } : []
      let needles =
        [Data(words.utf8)]
        + numbers.flatMap { number in
          [Data("\(number)".utf8)]
            + [number.bitPattern.littleEndian, number.bitPattern.bigEndian].map { bits in
              withUnsafeBytes(of: bits) { Data($0) }
            }
        }
      for needle in needles { #expect(bytes.range(of: needle) == nil) }
      // Who has the register could have found them.
      let source = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(source.range(of: needles[0]) != nil)
      let seen = try Self.zones(code, in: copy, for: .public)
      #expect(seen == (try Self.zones(code, in: copy, for: .staff)))
      #expect(seen.first == "protection surveyed - withheld")
      #expect(try RegisterFile(copy).diagnose().allSatisfy(\.isSound))
      let tables = try DatabaseQueue(path: copy).read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE sql LIKE '%exact_%'")
      }
      #expect(tables == [])
    }
  }

  @Test("The same register of an older program gives the same public copy")
  func sameCopy() throws {
    let (folder, path) = try Self.old()
    let copies = try ["a", "b"].map { name in
      try RegisterFile(path).publish(to: folder.path(name))
      return try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    #expect(copies[0] == copies[1])
  }

  @Test("A public copy refuses the shape of a hidden relic, and to hide a relic that has one")
  func refusals() throws {
    let register = try TestRegister(Self.pack)
    let copy = register.folder.path("public.sqlite")
    try RegisterFile(register.path).publish(to: copy)
    for sql in [
      """
      INSERT INTO zone (site_id, kind, status, rule, geom)
      SELECT id, 'control', 'surveyed', '20 m', GeomFromText('\(Self.wkt)', 4326)
      FROM site WHERE code = 'T-2'
      """,
      """
      UPDATE zone SET site_id = (SELECT id FROM site WHERE code = 'T-2') WHERE geom IS NOT NULL
      """,
      """
      UPDATE site SET disclosure = 'withheld', geom = NULL, coord_method = 'none',
        coord_accuracy_m = NULL, address = NULL WHERE code = 'T-1'
      """,
    ] {
      let error = #expect(throws: DatabaseError.self) { try Self.execute(sql, in: copy) }
      #expect("\(try #require(error?.message))".contains("would show where it is"))
    }
  }

  @Test("A text that tells a corner or repeats the words of a withheld zone stops a public copy")
  func traces() throws {
    for (notes, found) in [
      ("corner 29.627777", "'29.627777' of T-1 in site.notes"),
      ("界线东至明楼巷。", "'东至明楼巷' of T-1 in site.notes"),
    ] {
      let register = try TestRegister(Self.pack)
      try Self.disclose(.withheld, in: register)
      try Self.execute("UPDATE site SET notes = '\(notes)'", in: register.path)
      let error = #expect(throws: RegistryError.self) {
        try RegisterFile(register.path).publish(to: register.folder.path("public.sqlite"))
      }
      guard case .traces(_, let places) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(places.map(\.description).contains(found))
    }
  }
}
