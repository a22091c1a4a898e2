import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The public copy of a register")
struct PublishTests {
  /// A tomb whose position and address nobody is to know, and an open temple.
  private static let pack = TestPack().sites([
    "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.587654,20,rtk,,-221,-206,东镇秘村三组,29°35′15.55″N,",
    "T-2,明楼,ancient_building,county,西镇,111.534567,29.587654,20,rtk,,1400,1500,西镇街上,,",
  ])

  /// A register of the pack into which another program has written: a pack itself refuses such texts.
  private static func register(_ sql: String, _ text: String) throws -> TestRegister {
    let register = try TestRegister(pack)
    let queue = try DatabaseQueue(
      path: register.path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      try db.execute(sql: sql, arguments: [text])
    }
    try queue.close()
    return register
  }

  private func publish() throws -> (register: TestRegister, copy: String) {
    let register = try TestRegister(Self.pack)
    let copy = register.folder.path("public.sqlite")
    try RegisterFile(register.path).publish(to: copy)
    return (register, copy)
  }

  @Test("It answers as the register answers the public, and has no table of exact positions")
  func answers() throws {
    let (register, copy) = try publish()
    let opened = try Registry(opening: copy, audience: .staff)
    let query = SiteQuery()
    #expect(
      try opened.hits(matching: query).items == register.open(.public).hits(matching: query).items)
    #expect(try opened.site("T-1").position == nil)
    #expect(try register.open(.staff).site("T-1").position != nil)
    let tables = try DatabaseQueue(path: copy).read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE name LIKE '%exact%'")
    }
    #expect(tables == [])
    #expect(try RegisterFile(opened.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("It is its owner's alone while it is made, and then as readable as any new file")
  func mode() throws {
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let (register, copy) = try publish()
    #expect(try mode(copy) == mode(register.path))
    let place = try NewFile(register.folder.path("other.sqlite"), replacing: false)
    defer { place.discard() }
    #expect(try Int(place.createForOwner()) == mode(register.path))
    #expect(try mode(place.temporary) == 0o600)
    try place.createForOwner(place.draft)
    #expect(try mode(place.draft) == 0o600)
    place.discard()
    #expect(register.folder.names == ["heritage.sqlite", "public.sqlite"])
  }

  @Test("No byte of the file tells the position: no digits, no number, no printed coordinate")
  func bytes() throws {
    let (register, copy) = try publish()
    func holds(_ path: String, _ needle: Data) throws -> Bool {
      try Data(contentsOf: URL(fileURLWithPath: path)).range(of: needle) != nil
    }
    let longitude = 111.512345.bitPattern
    let needles =
      ["29°35′15.55″N", "东镇秘村三组"].map { Data($0.utf8) }
      + [longitude.littleEndian, longitude.bigEndian].map { bits in
        withUnsafeBytes(of: bits) { Data($0) }
      }
    #expect(try needles.map { try holds(register.path, $0) } == [true, true, true, false])
    #expect(try needles.map { try holds(copy, $0) } == [false, false, false, false])
  }

  @Test(
    "A text that still tells it is named, and nothing is written",
    arguments: [
      ("at 111.512345 E", "'111.512345' of T-1 in site.notes"),
      ("about 111.51235 E", "'111.51235' of T-1 in site.notes"),
      ("cut: 29.58765", "'29.58765' of T-1 in site.notes"),
      ("in 东镇秘村三组", "'东镇秘村三组' of T-1 in site.notes"),
    ])
  func traces(notes: String, found: String) throws {
    let register = try Self.register("UPDATE site SET notes = ? WHERE code = 'T-1'", notes)
    let copy = register.folder.path("public.sqlite")
    let error = #expect(throws: RegistryError.self) {
      try RegisterFile(register.path).publish(to: copy)
    }
    guard case .traces(_, let places) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(places.map(\.description).contains(found))
    #expect(register.folder.names == ["heritage.sqlite"])
  }

  @Test("What an open relic says of itself may share a number with a hidden one")
  func shared() throws {
    let register = try Self.register(
      "UPDATE site SET notes = ? WHERE code = 'T-2'", "at 29.587654 N")
    let copy = try RegisterFile(register.path).publish(to: register.folder.path("public.sqlite"))
    #expect(copy == PublicCopy(rows: 2, withheld: 1, zones: 0, oldFile: nil))
  }

  @Test("Two public numbers that stand side by side in a shape are no hidden one")
  func neighbours() throws {
    // The latitude of the tomb has the bytes 40 3D 40 66 66 66 66 66; the latitude of the temple ends with the
    // first three in a shape, and its longitude, which follows, begins with the others.
    let register = try TestRegister(
      TestPack().sites([
        "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.2515625,20,rtk,,,,,,",
        "T-2,明楼,ancient_building,county,西镇,111.35,29.252,20,rtk,,,,,,",
      ]))
    let path = register.folder.path("public.sqlite")
    let copy = try RegisterFile(register.path).publish(to: path)
    #expect(copy.withheld == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data([0x40, 0x3D, 0x40, 0x66, 0x66, 0x66, 0x66, 0x66])) != nil)
  }

  @Test("A trace is found wherever it stands in a large file, across its pieces too")
  func pieces() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("bytes")
    var bytes = [UInt8](repeating: 0x20, count: (9 << 20) + 5)
    var patterns = TracePatterns()
    let texts = ["111.512345", "29.587654", "东镇秘村三组", "no such text"]
    for (index, text) in texts.enumerated() {
      patterns.append(Array(text.utf8), isText: true, owner: index)
    }
    patterns.sort()
    for (text, place) in zip(texts, [0, (4 << 20) - 3, (8 << 20) - 7]) {
      bytes.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    bytes.replaceSubrange(bytes.count - 10..<bytes.count, with: texts[0].utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let found = try patterns.found(inFile: path) { _, _ in true }
    #expect(Set(found.map { patterns[$0].owner }) == [0, 1, 2])
  }

  @Test("A filter lets every number of its set pass, and few others", arguments: Cases.seeds(1...3))
  func filter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let keys = (0..<100_000).map { _ in random.next() >> 8 }
    let filter = KeyFilter(keys)
    #expect(keys.allSatisfy(filter.mayHold))
    let known = Set(keys)
    let others = (0..<100_000).map { _ in random.next() >> 8 }.filter { !known.contains($0) }
    #expect(others.count(where: filter.mayHold) < 100)
    #expect(!KeyFilter([]).mayHold(0))
  }

  @Test("A source that tells it is named, whomever it belongs to")
  func sources() throws {
    let register = try Self.register(
      "INSERT INTO source (citation) VALUES (?)", "survey sheet 29.587654")
    let error = #expect(throws: RegistryError.self) {
      try RegisterFile(register.path).publish(to: register.folder.path("public.sqlite"))
    }
    guard case .traces(register.path, let places) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      places.map(\.description)
        == ["'29.58765' of T-1 in source.citation", "'29.587654' of T-1 in source.citation"])
  }

  @Test("A file in its place is kept unless it is to be replaced; the register itself never is")
  func places() throws {
    let (register, copy) = try publish()
    #expect(throws: RegistryError.fileExists(path: copy)) {
      try RegisterFile(register.path).publish(to: copy)
    }
    let again = try RegisterFile(register.path).publish(to: copy, replacing: true)
    #expect(again.oldFile == copy + ".old-1")
    #expect(again.rows == 2)
    #expect(again.withheld == 1)
    #expect(throws: RegistryError.self) {
      try RegisterFile(register.path).publish(to: register.path, replacing: true)
    }
    #expect(
      register.folder.names == ["heritage.sqlite", "public.sqlite", "public.sqlite.old-1"])
  }

  @Test("The same register gives the same bytes")
  func deterministic() throws {
    let (register, copy) = try publish()
    try RegisterFile(register.path).publish(to: register.folder.path("again.sqlite"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: copy))
        == Data(contentsOf: URL(fileURLWithPath: register.folder.path("again.sqlite"))))
  }

  @Test("The copy of a public copy is that copy")
  func twice() throws {
    let (register, copy) = try publish()
    let second = try RegisterFile(copy).publish(to: register.folder.path("second.sqlite"))
    #expect(second.withheld == 0)
  }

  @Test("The outline of a zone around a hidden relic is left behind")
  func zones() throws {
    let register = try TestRegister(Self.pack)
    let queue = try DatabaseQueue(
      path: register.path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      for code in ["T-1", "T-2"] {
        try db.execute(
          sql: """
            INSERT INTO zone (site_id, kind, status, rule, geom)
            SELECT id, 'protection', 'surveyed', '50 m',
              GeomFromText('MULTIPOLYGON(((111.5 29.5, 111.6 29.5, 111.6 29.6, 111.5 29.5)))', 4326)
            FROM site WHERE code = ?
            """, arguments: [code])
      }
    }
    try queue.close()
    let path = register.folder.path("public.sqlite")
    #expect(try RegisterFile(register.path).publish(to: path).zones == 1)
    let shapes = try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT s.code, z.status, z.geom IS NULL FROM zone z JOIN site s ON s.id = z.site_id ORDER BY 1"
      ).map { "\($0[0] as String) \($0[1] as String) \($0[2] as Int)" }
    }
    #expect(shapes == ["T-1 described 1", "T-2 surveyed 0"])
  }
}
