import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Finding a relic by a text", .everyStore)
struct NameSearchTests {
  /// What is looked for, and the code of the relic that comes first.
  static let queries: [(text: String, code: String)] = [
    // The name in use, whole and in part.
    ("城头山遗址", "LX-0001"), ("城头山", "LX-0001"), ("头山", "LX-0001"), ("城", "LX-0001"),
    ("彭头山", "LX-0002"), ("八十垱", "LX-0003"), ("十垱遗", "LX-0003"), ("余家牌坊", "LX-0004"),
    ("牌坊", "LX-0004"), ("鸡公垱", "LX-0005"), ("十里岗", "LX-0006"), ("三元宫", "LX-0007"),
    ("孙家岗", "LX-0008"), ("鸡叫城", "LX-0009"), ("丁家岗", "LX-0010"), ("花瓦寺", "LX-0011"),
    ("文庙", "LX-0012"), ("古城墙", "LX-0013"), ("优周岗", "LX-0014"), ("多安桥", "LX-0015"),
    ("蜚云塔", "LX-0017"), ("乌鸦山", "LX-0018"), ("八方楼", "LX-0021"), ("壁画", "LX-0023"),
    ("烽火台", "LX-0035"), ("北门", "LX-0036"), ("石家河文化", "LX-0034"),
    // Traditional characters and variants.
    ("城頭山", "LX-0001"), ("城頭山遺址", "LX-0001"), ("雞叫城", "LX-0009"), ("澧縣多安橋", "LX-0015"),
    ("澧州文廟", "LX-0012"), ("烏鴉山", "LX-0018"), ("餘家牌坊", "LX-0004"), ("孫家崗", "LX-0008"),
    ("古城牆", "LX-0013"), ("八方樓", "LX-0021"), ("烽火臺", "LX-0035"), ("八十壋", "LX-0003"),
    ("革命烈士紀念碑", "LX-0022"), ("關廟", "LX-0032"),
    // Full width, spaces, case.
    ("ＬＸ－０００９", "LX-0009"), ("lx-0009", "LX-0009"), ("城头山 遗址", "LX-0001"), ("　城头山　", "LX-0001"),
    ("ＣＨＥＮＧＴＯＵＳＨＡＮ", "LX-0001"), ("CHENGTOUSHAN SITE", "LX-0001"),
    // Codes.
    ("LX-0001", "LX-0001"), ("7-0361", "LX-0009"), ("7-0361-1-361", "LX-0009"),
    ("8-0394", "LX-0015"),
    ("69-28", "LX-0017"),
    // Former and other names.
    ("城头山古城遗址", "LX-0001"), ("古文化遗址", "LX-0001"), ("鸡叫城古城", "LX-0009"), ("节孝坊", "LX-0004"),
    ("宝塔寺塔", "LX-0011"), ("博物馆", "LX-0012"), ("遇仙楼", "LX-0021"), ("澧浦楼", "LX-0021"),
    ("武庙", "LX-0032"), ("淞澧分流", "LX-0029"), ("淞澧分流工程紀念塔", "LX-0029"),
    // English names.
    ("Pengtoushan", "LX-0002"), ("pagoda", "LX-0011"), ("Confucian", "LX-0012"),
    ("City Wall", "LX-0013"), ("duo'an", "LX-0015"), ("Martyrs", "LX-0022"),
    // Pinyin: whole, in part, spaced, with tones, cut short; polyphones in either reading.
    ("chengtoushanyizhi", "LX-0001"), ("cheng tou shan", "LX-0001"), ("chéngtóu", "LX-0001"),
    ("chéng tóu shān", "LX-0001"), ("chengto", "LX-0001"), ("pengtoushanyi", "LX-0002"),
    ("jijiaocheng", "LX-0009"), ("lizhouwenmiao", "LX-0012"), ("feiyunta", "LX-0017"),
    ("wuyashan", "LX-0018"), ("songzhushi", "LX-0030"), ("songzhudan", "LX-0030"),
    ("bafanglou", "LX-0021"), ("bihuamu", "LX-0023"), ("caojiashan", "LX-0028"),
    // Initials, and letters and characters mixed.
    ("cts", "LX-0001"), ("ctsyz", "LX-0001"), ("pts", "LX-0002"), ("yjpf", "LX-0004"),
    ("jjc", "LX-0009"), ("lzwm", "LX-0012"), ("bfl", "LX-0021"), ("cheng头山", "LX-0001"),
    ("城tou山", "LX-0001"), ("彭toushan", "LX-0002"), ("城ts", "LX-0001"),
    // Townships, present and former.
    ("车溪乡", "LX-0001"), ("城头山镇", "LX-0001"), ("大坪乡", "LX-0001"), ("chexixiang", "LX-0001"),
    // Mistakes.
    ("成头山", "LX-0001"), ("城投山", "LX-0001"), ("澎头山", "LX-0002"), ("鸡较城", "LX-0009"),
    ("花瓦四塔", "LX-0011"), ("chengtoushn", "LX-0001"), ("chengtuoshan", "LX-0001"),
  ]

  /// Lixian, opened once: its names are read once.
  private static let lixian = Result { try TestRegister.lixian.get().open() }

  @Test("The relic that is meant comes first", arguments: queries)
  func first(text: String, code: String) throws {
    let registry = try Self.lixian.get()
    #expect(try registry.search(text, limit: 1).items.first?.site.code == code)
  }

  @Test(
    "Each hit says how it matched, and which characters",
    arguments: [
      ("城头山", "prefix 城头山遗址 0..<3"), ("頭山遗址", "substring 城头山遗址 1..<5"),
      ("城头山遗址", "exact 城头山遗址 0..<5"), ("古文化", "substring 城头山古文化遗址 3..<6"),
      ("toushanyi", "pinyin_substring 城头山遗址 1..<4"),
      ("caojiash", "prefix Caojiashan tomb group 0..<8"),
      ("lizhouwenm", "pinyin_prefix 澧州文庙 0..<4"),
      ("cts", "initials 城头山遗址 0..<3"), ("成头山", "sound_alike 城头山遗址 0..<3"),
      ("LX-0001", "exact LX-0001 0..<7"), ("4-0017", "prefix 4-0017-1-017 0..<6"),
      ("车溪", "township 车溪乡 nil"), ("城x山", "one_edit 城头山遗址 nil"),
    ])
  func explained(text: String, match: String) throws {
    let registry = try Self.lixian.get()
    let found = try #require(try registry.search(text).items.first).match
    let range = found.range.map { "\($0)" } ?? "nil"
    #expect("\(found.kind.rawValue) \(found.name) \(range)" == match)
  }

  @Test("Kinds of match come in their order, levels and codes within a kind")
  func order() throws {
    let registry = try TestRegister.lixian.get().open()
    for text in ["山", "jia", "城头山", "j", "yz", "l"] {
      let hits = try registry.search(text, limit: 100).items
      let keys = hits.map(SearchCursor.init)
      #expect(keys == keys.sorted())
      #expect(Set(hits.map(\.site.code)).count == hits.count)
    }
  }

  @Test(
    "Pages follow each other without repeating or losing a relic", arguments: ["山", "jia", "遗址"])
  func pages(text: String) throws {
    let registry = try TestRegister.lixian.get().open()
    let all = try registry.search(text, limit: 100).items.map(\.site.code)
    var (query, found) = (SiteQuery(), [String]())
    repeat {
      let page = try registry.search(text, limit: 3, matching: query)
      found += page.items.map(\.site.code)
      query.cursor = page.next
    } while query.cursor != nil
    #expect(found == all)
  }

  @Test("Filters apply to what is found, however many are passed over")
  func filtered() throws {
    let registry = try TestRegister.scattered.get().open(.staff)
    var query = SiteQuery()
    query.levels = [.national]
    query.categories = [.category(.other)]
    let all = try registry.sites(matching: query).items
    let text = try #require(all.first?.nameZH.first.map(String.init))
    let expected = all.filter { $0.nameZH.contains(text) }.map(\.code)
    #expect(
      Set(try registry.search(text, limit: 5000, matching: query).items.map(\.site.code))
        == Set(expected))
    #expect(
      try registry.search(text, limit: 2, matching: query).items.count == min(2, expected.count))
  }

  @Test("Stand-ins are not found")
  func standIns() throws {
    let registry = try TestRegister.lixian.get().open()
    for text in ["待补录", "LX-X0001", "X0001"] {
      #expect(try registry.search(text).items.allSatisfy { $0.site.provenance != .standIn })
    }
  }

  @Test("Near misses are there only when fewer than three relics are found, and say so")
  func nearMisses() throws {
    let registry = try TestRegister.lixian.get().open()
    let many = try registry.search("家岗", limit: 100).items
    #expect(many.count > 2)
    #expect(many.allSatisfy { !$0.match.kind.isNearMiss && $0.site.nameZH.contains("家岗") })
    let few = try registry.search("彭头山", limit: 100).items
    #expect(few.first?.match.kind == .prefix)
    #expect(few.dropFirst().allSatisfy { $0.match.kind.isNearMiss })
    #expect(few.map(\.site.code).contains("LX-0001"))
  }

  @Test(
    "What is no text to look for is refused",
    arguments: [
      "", "   ", "\u{301}", "\u{3000}", String(repeating: "城", count: 10_000),
      String(repeating: "a", count: 201),
    ])
  func refused(text: String) throws {
    let registry = try TestRegister.lixian.get().open()
    #expect(throws: RegistryError.self) { try registry.search(text) }
  }

  @Test(
    "Signs that mean something to SQL, to a shell or to nobody find nothing and break nothing",
    arguments: [
      "\"", "*", "NEAR(", "NEAR(城 头)", "城* OR 头", "a AND b", "'; DROP TABLE site; --", "%", "_",
      "\\",
      "\0", "城\0头", "😀", "👨‍👩‍👧‍👦", "𠮷", "\u{FFFD}", "-1", "(((((", "城^头",
    ])
  func harmless(text: String) throws {
    let registry = try Self.lixian.get()
    for hit in try registry.search(text).items where hit.match.kind < .spelling {
      let (name, looked) = (NameFolding.fold(hit.match.name), NameFolding.fold(text))
      #expect(name.indices.contains { name[$0...].starts(with: looked) })
    }
  }

  @Test("A relic is found by its new name at once, and by the old one no longer")
  func renamed() throws {
    let register = try TestRegister(
      TestPack().sites(["T-1,旧名亭,,county,,111.5,29.5,,map,open,,,,,", "T-2,石桥,,county,,,,,,,,,,,"]))
    let registry = try register.openFile()
    func codes(_ text: String) throws -> [String] {
      try registry.search(text).items.filter { !$0.match.kind.isNearMiss }.map(\.site.code)
    }
    #expect(try codes("旧名") == ["T-1"])
    let writer = try DatabaseQueue(path: register.path)
    func change(_ sql: String) throws { try writer.write { try $0.execute(sql: sql) } }
    try change("UPDATE site SET name_zh = '新名亭' WHERE code = 'T-1'")
    #expect(try codes("旧名").isEmpty)
    #expect(try codes("新名") == ["T-1"])
    #expect(try codes("xmt") == ["T-1"])
    try change(
      "INSERT INTO site_name VALUES ((SELECT id FROM site WHERE code = 'T-2'), '万安桥', 'alias')")
    #expect(try codes("万安") == ["T-2"])
    try change("DELETE FROM site_name")
    #expect(try codes("万安").isEmpty)
    try change("DELETE FROM site WHERE code = 'T-2'")
    #expect(try codes("石桥").isEmpty)
    #expect(
      try RegisterFile(registry.path).diagnose().allSatisfy {
        $0.check.description != "name index" || $0.isSound
      })
  }

  @Test("A reading of its own wins over the usual readings of the characters")
  func ownReading() throws {
    let pack = TestPack().sites(["T-1,洪洞亭,,county,,,,,,,,,,,", "T-2,洞口桥,,county,,,,,,,,,,,"])
      .with("readings.csv", "code,name,pinyin\nT-1,洪洞亭,Hóng tóng tíng\n")
    let registry = try TestRegister(pack).open()
    func codes(_ text: String) throws -> [String] {
      try registry.search(text).items.filter { !$0.match.kind.isNearMiss }.map(\.site.code)
    }
    #expect(try codes("hongtong") == ["T-1"])
    #expect(try codes("htt") == ["T-1"])
    #expect(try codes("hongdong").isEmpty)
    #expect(try codes("dongkou") == ["T-2"])
    #expect(try codes("洪洞") == ["T-1"])
  }

  @Test("doctor sees packed names that do not agree with the tables")
  func tampered() throws {
    let register = try TestRegister(TestPack().sites(["T-1,石桥,,county,,,,,,,,,,,"]))
    try DatabaseQueue(path: register.path).write {
      try $0.execute(sql: "UPDATE site SET name_zh = '木桥'; DELETE FROM name_change")
    }
    let finding = try RegisterFile(register.path).diagnose().first {
      $0.check.description == "name index"
    }
    #expect(finding?.isSound == false)
  }

  @Test("An exact code comes first, whatever the level of those that begin with it")
  func exactCode() throws {
    let rows =
      ["A-1,甲亭,,registered,,,,,,,,,,,"]
      + (10...24).map { "A-\($0),乙亭\($0),,national,,,,,,,,,,," }
    let registry = try TestRegister(TestPack().sites(rows)).open()
    #expect(try registry.search("A-1", limit: 3).items.map(\.site.code) == ["A-1", "A-10", "A-11"])
    #expect(try registry.site("甲亭").code == "A-1")
  }

  @Test("A reading holds for its name alone, and only while that is a name of the relic")
  func readingOfAName() throws {
    let pack = TestPack().sites(["T-1,洪洞亭,,county,,,,,,,,,,,"])
      .with("names.csv", "code,kind,name\nT-1,alias,大槐树亭\n")
      .with("readings.csv", "code,name,pinyin\nT-1,洪洞亭,Hóng tóng tíng\n")
    let register = try TestRegister(pack)
    let registry = try register.openFile()
    func names(_ text: String) throws -> [String] {
      try registry.search(text).items.filter { !$0.match.kind.isNearMiss }.map(\.match.name)
    }
    #expect(try names("dahuaishu") == ["大槐树亭"])
    #expect(try names("hongtongting") == ["洪洞亭"])
    try DatabaseQueue(path: register.path).write {
      try $0.execute(sql: "UPDATE site SET name_zh = '青山楼'")
    }
    #expect(try names("hongtong").isEmpty)
    #expect(try names("qsl") == ["青山楼"])
  }

  @Test(
    "Apostrophes part syllables; dashes, dots and unseen signs are as they are typed",
    arguments: [
      ("xi'an", "西安门"), ("xi’an", "西安门"), ("阿房宫・前殿", "阿房宫·前殿"), ("\u{FEFF}阿房宫", "阿房宫·前殿"),
      ("T—3", "仙人洞"), ("\u{202E}仙人", "仙人洞"),
    ])
  func signs(text: String, name: String) throws {
    let registry = try TestRegister(
      TestPack().sites([
        "T-1,西安门,,county,,,,,,,,,,,", "T-2,阿房宫·前殿,,county,,,,,,,,,,,", "T-3,仙人洞,,county,,,,,,,,,,,",
      ])
    ).open()
    let found = try registry.search(text).items.filter { !$0.match.kind.isNearMiss }
    #expect(found.map(\.site.nameZH) == [name])
  }

  @Test("A deleted relic and damaged packs are no crash")
  func damagedPack() throws {
    let register = try TestRegister(
      TestPack().sites(["T-1,石桥,,county,,,,,,,,,,,", "T-2,木桥,,county,,,,,,,,,,,"]))
    let writer = try DatabaseQueue(path: register.path)
    try writer.write { try $0.execute(sql: "DELETE FROM site WHERE code = 'T-1'") }
    #expect(
      try RegisterFile(register.path).diagnose().allSatisfy {
        $0.check.description != "name index" || $0.isSound
      })
    for data in ["x'FFFFFFFFFFFFFFFF0000'", "x''", "zeroblob(100)", "x'0100000000000000'"] {
      try writer.write { try $0.execute(sql: "UPDATE name_pack SET data = \(data)") }
      #expect(throws: RegistryError.self) { try register.openFile().search("木") }
    }
  }
}
