import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import Geodesy
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Loading a table of points")
struct LoadTests {
  private static let header = "id,name_zh,category,level,lon,lat\n"

  private static func table(_ text: String) throws -> PointTable {
    try PointTable(csv: Array(text.utf8), file: "points.csv")
  }

  private static func emptyRegister() throws -> TestRegister {
    try TestRegister(CountyPack(emptyCounty: "全国"))
  }

  /// 3,000 points in clusters, a third of them tombs and ancient sites.
  private static let points: String = {
    var random = SplitMix64(seed: 77)
    return header
      + (0..<3000).map { index in
        let category = Category.allCases[index % 6].rawValue
        let level = ProtectionLevel.allCases[index % 5].rawValue
        let longitude = 110 + Double(index % 9) + random.unit() * 0.3
        return
          "P\(10_000 + index),点\(index),\(category),\(level),\(longitude),\(30 + random.unit())\n"
      }.joined()
  }()

  @Test("The packed R*Trees are sound, and every query agrees with a look at every site")
  func packed() throws {
    let register = try Self.emptyRegister()
    #expect(try RegisterFile(register.path).load(try Self.table(Self.points)) == 3000)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
    let checks = try DatabaseQueue(path: register.path).read { db in
      try ["idx_site_geom", "idx_exact_position_geom"].map {
        try String.fetchOne(db, sql: "SELECT rtreecheck(?)", arguments: [$0])
      }
    }
    #expect(checks == ["ok", "ok"])
    for audience in Audience.allCases {
      let registry = try register.open(audience)
      let all = try registry.sites(matching: SiteQuery()).items
      for place in [(112.1, 30.5), (115, 30.9), (118.15, 30.01)] {
        let origin = Coordinate(uncheckedLongitude: place.0, latitude: place.1)
        let expected = all.compactMap { site in
          site.position.map { (Geodesic.distance(origin, $0.coordinate).metres, site.code) }
        }.sorted { $0 < $1 }
        #expect(
          try registry.nearest(to: .position(origin), count: 25).map(\.site.code)
            == expected.prefix(25).map(\.1))
        #expect(
          try registry.within(.kilometres(20), of: .position(origin)).items.map(\.site.code)
            == expected.filter { $0.0 <= 20_000 }.map(\.1))
      }
    }
  }

  @Test("What the public may see of a loaded point is decided by rule")
  func disclosure() throws {
    let register = try Self.emptyRegister()
    try RegisterFile(register.path).load(
      try Self.table(
        Self.header + "A,墓,ancient_tomb,county,111.123456,29.123456\n"
          + "B,址,ancient_site,county,111.123456,29.123456\n"
          + "C,宅,ancient_building,county,111.123456,29.123456\n"))
    let visible = try register.open().sites(matching: SiteQuery()).items
    #expect(visible.map(\.disclosure) == [.withheld, .coarse, .open])
    #expect(visible.map { $0.position?.coordinate.longitude } == [nil, 111.125, 111.123456])
    let exact = try register.open(.staff).sites(matching: SiteQuery()).items
    #expect(exact.allSatisfy { $0.position?.coordinate.longitude == 111.123456 })
  }

  @Test("A register after a load is changed as before: triggers and indexes are back")
  func restored() throws {
    func objects(_ path: String) throws -> [String] {
      try DatabaseQueue(path: path).read {
        try String.fetchAll(
          $0,
          sql:
            "SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
        )
      }
    }
    let (empty, loaded) = (try Self.emptyRegister(), try Self.emptyRegister())
    try RegisterFile(loaded.path).load(try Self.table(Self.points))
    #expect(try objects(loaded.path) == objects(empty.path))
  }

  @Test(
    "Every bad row is reported, and nothing is loaded",
    arguments: [
      ("A,甲,bridge,county,111,29", "category: \"bridge\": must be one of"),
      ("A,甲,other,regional,111,29", "level: \"regional\": must be one of"),
      ("A,甲,other,county,181,29", "lon: \"181\": must be a longitude in degrees, -180 to 180"),
      ("A,甲,other,county,111,nan", "lat: \"nan\": must be a latitude in degrees, -90 to 90"),
      ("A,甲,other,county,0x6F,29", "lon: \"0x6F\": must be a longitude in degrees, -180 to 180"),
      (",甲,other,county,111,29", "id: must not be empty"),
      ("A,,other,county,111,29", "name_zh: must not be empty"),
      ("B,乙,other,county,111,29", "id: \"B\": the code stands in row 2 already"),
      ("b,乙,other,county,112,30", "id: \"b\": the code stands in row 2 already"),
    ])
  func badRow(row: String, problem: String) throws {
    let register = try Self.emptyRegister()
    let table = try Self.table(Self.header + "B,乙,other,county,111,29\n" + row + "\n")
    let failure = #expect(throws: ImportFailure.self) {
      try RegisterFile(register.path).load(table)
    }
    let text = try #require(failure?.problems.first).description
    #expect(failure?.problems.count == 1)
    #expect(text.hasPrefix("points.csv, row 3, column " + problem))
    #expect(try register.open().totals().rows == 0)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("What is stored is what the table says")
  func positions() throws {
    let register = try Self.emptyRegister()
    try RegisterFile(register.path).load(try Self.table(Self.points))
    let expected = Self.points.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",")
      return "\(fields[0]) \(fields[1]) \(fields[4]) \(fields[5])"
    }
    let stored = try register.open(.staff).sites(matching: SiteQuery()).items.map { site in
      let place = site.position?.coordinate
      return
        "\(site.code) \(site.nameZH) \(place?.longitude ?? 0) \(place?.latitude ?? 0)"
    }
    #expect(stored == expected)
  }

  @Test(
    "What the public may read, ids and their order included, does not depend on hidden positions")
  func orderTellsNothing() throws {
    func publicRows(_ hidden: [String]) throws -> [String] {
      let register = try Self.emptyRegister()
      let rows = [
        "A,甲,other,county,111.1,29.1", "B,乙,ancient_tomb,county,\(hidden[0])",
        "C,丙,other,county,111.3,29.3", "D,丁,ancient_tomb,county,\(hidden[1])",
        "E,戊,ancient_site,county,111.2\(hidden[2]),29.2",
        "F,己,ancient_site,county,111.2\(hidden[3]),29.2",
      ]
      try RegisterFile(register.path).load(
        try Self.table(Self.header + rows.joined(separator: "\n") + "\n"))
      return try DatabaseQueue(path: register.path).read {
        try Row.fetchAll($0, sql: "SELECT * FROM site").map(\.description)
      }
    }
    #expect(
      try publicRows(["111.1,29.2", "112,30", "001", "002"])
        == publicRows(["114,27.5", "111.3,29.3", "003", "001"]))
  }

  @Test("A tree of three levels is sound")
  func threeLevels() throws {
    let register = try Self.emptyRegister()
    var random = SplitMix64(seed: 78)
    let entries = (1...30_000).map { id in
      RTreePacking.Entry(
        id: Int64(id),
        Coordinate(
          uncheckedLongitude: random.unit() * 360 - 180, latitude: random.unit() * 180 - 90))
    }
    let (check, depth, found) = try DatabaseQueue(path: register.path).write { db in
      try RTreePacking(.publicPositions(exceptExact: false), in: db).write(entries)
      return (
        try String.fetchOne(db, sql: "SELECT rtreecheck('idx_site_geom')"),
        try String.fetchOne(
          db, sql: "SELECT hex(substr(data, 1, 2)) FROM idx_site_geom_node WHERE nodeno = 1"),
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM idx_site_geom WHERE xmin >= 0 AND xmin < 90")
      )
    }
    #expect(check == "ok")
    #expect(depth == "0002")
    let expected = entries.count { $0.west >= 0 && $0.west < 90 }
    #expect(found == expected)
  }

  @Test("A table of another shape and a register with relics are refused")
  func refused() throws {
    #expect(throws: ImportFailure.self) { try Self.table("id,name,x,y\n") }
    #expect(throws: ImportFailure.self) { try Self.table("") }
    let register = try TestRegister.lixian.get()
    #expect(throws: RegistryError.notEmpty(path: register.path, count: 630)) {
      try RegisterFile(register.path).load(try Self.table(Self.header))
    }
  }
}
