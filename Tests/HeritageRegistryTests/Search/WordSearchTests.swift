import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Finding a relic by several words, and by what is no name", .everyStore)
struct WordSearchTests {
  private static let lixian = Result { try TestRegister.lixian.get().open() }

  @Test(
    "Words in any order find the relic that has all of them, as a match",
    arguments: [
      ("澧州 文庙", "LX-0012"), ("文庙 澧州", "LX-0012"), ("遗址 城头山", "LX-0001"), ("纪念碑 革命", "LX-0022"),
      ("yizhi chengtoushan", "LX-0001"), ("Temple Confucian", "LX-0012"),
      ("Lizhou Temple", "LX-0012"),
      ("澧阳街道 文庙", "LX-0012"), ("LX-0001 城头山", "LX-0001"), ("cheng2tou2shan1", "LX-0001"),
      ("【国保】澧州文庙", "LX-0012"), ("城头山 新石器时代", "LX-0001"), ("牌坊 清", "LX-0004"),
      ("古建筑 牌楼村", "LX-0004"), ("城头山、遗址", "LX-0001"), ("澧阳平原 城头山", "LX-0001"),
    ])
  func words(text: String, code: String) throws {
    let first = try #require(try Self.lixian.get().search(text).items.first)
    #expect(first.site.code == code)
    #expect(!first.match.kind.isNearMiss)
  }

  @Test("Of several words none may be missing")
  func everyWord() throws {
    let found = try Self.lixian.get().search("城头山 文庙", limit: .max).items
    #expect(found.allSatisfy { $0.match.kind.isNearMiss })
  }

  @Test(
    "A word of no name is looked for in the other fields, and the field is shown",
    arguments: [
      ("兰江公园", "LX-0022", "兰江公园"), ("牌楼村", "LX-0004", "牌楼村"),
    ])
  func fields(text: String, code: String, part: String) throws {
    let found = try Self.lixian.get().search(text, limit: .max).items
    let hit = try #require(found.first { $0.site.code == code })
    #expect(hit.match.kind == .words)
    #expect(hit.match.nameKind == .field)
    #expect(hit.match.name.lowercased().contains(part))
  }

  @Test(
    "English words for what most names say in Chinese",
    arguments: [
      ("museum", "LX-0012"), ("Neolithic", "LX-0001"), ("chengtoushan ruins", "LX-0001"),
      ("rice", "LX-0001"),
    ])
  func english(text: String, code: String) throws {
    let found = try Self.lixian.get().search(text, limit: .max).items
    #expect(found.first { $0.site.code == code }?.match.kind == .words)
  }

  @Test("Names come before other fields, and everything else before near misses")
  func ranks() throws {
    let kinds = try Self.lixian.get().search("新石器时代", limit: .max).items.map(\.match.kind)
    #expect(kinds.count { $0 == .words } > 5)
    #expect(kinds == kinds.sorted())
  }

  @Test("A group is found by its name in either language, its key and its pinyin")
  func groups() throws {
    for text in ["澧阳平原", "Liyang Plain", "liyang-plain", "liyangpingyuan"] {
      let found = try Self.lixian.get().search(text, limit: .max).items
      #expect(found.count { $0.match.kind == .group } == 13, "\(text)")
      #expect(found.first { $0.match.kind == .group }?.match.nameKind == .group)
    }
  }

  @Test("No word of English is found in the middle of another, and short ones have no near misses")
  func noNonsense() throws {
    let found = try Self.lixian.get().search("rice", limit: .max).items
    #expect(found.allSatisfy { !$0.match.kind.isNearMiss })
    #expect(
      found.allSatisfy {
        $0.match.kind == .words || $0.match.name.lowercased().contains("rice")
      })
    #expect(!NearMissScan.isNear("sivers", toWordsOf: "Massive Rsum"))
    #expect(NearMissScan.isNear("chengtuoshan", toWordsOf: "Chengtoushan site"))
    #expect(NearMissScan.isNear("citywal", toWordsOf: "Lizhou City Wall"))
  }

  @Test("A search in names alone looks at nothing else")
  func namesAlone() throws {
    let registry = try Self.lixian.get()
    #expect(
      try registry.search("兰江公园", in: .names).items.allSatisfy { $0.match.kind.isNearMiss })
  }

  @Test("What the public may not see of a relic is not found by words either")
  func concealed() throws {
    let pack = TestPack().sites([
      "T-1,张家坡汉墓,ancient_tomb,county,东镇,111.5,29.5,50,map,withheld,,,秘密村三组,,"
    ])
    let register = try TestRegister(pack)
    #expect(try register.open().search("秘密村").items.isEmpty)
    #expect(try register.open(.staff).search("秘密村").items.map(\.site.code) == ["T-1"])
  }

  @Test(
    "What is shown of a long text is the part that has the word, however that is written there",
    arguments: [
      ("石牌坊", "石牌坊"), ("磚雕", "砖雕"), ("rice", "rice fields"), ("ＡＢ", "AB"),
    ])
  func excerpts(word: String, shown: String) {
    let text =
      "这一处建筑坐北朝南，面阔五间，进深三间，price 后檐有石牌坊一座，上有砖雕若干，据说后来重修，"
      + "编号AB，its rice fields are old，院内有古井两口，保存较好，四周为农田"
    let excerpt = NameSearch.excerpt(text, around: NameFolding.fold(word))
    #expect(excerpt.contains(shown) && excerpt.count <= 26)
  }

  @Test("A name that shares nothing but its last word is no near miss")
  func generic() throws {
    let register = try TestRegister(
      TestPack().sites([
        "T-1,关庙,,county,,,,,,,,,,,", "T-2,观音寺,,county,,,,,,,,,,,", "T-3,余家牌坊,,county,,,,,,,,,,,",
        "T-4,彭头山遗址,,county,,,,,,,,,,,",
      ]))
    func found(_ text: String) throws -> [String] {
      try register.open().search(text).items.map(\.site.code)
    }
    for text in ["孔庙", "李家塔", "张牌坊", "甲遗址"] { #expect(try found(text) == [], "\(text)") }
    #expect(try found("观音庙") == ["T-2"])
    #expect(try found("佘家牌坊") == ["T-3"])
    #expect(try found("彭头出遗址") == ["T-4"])
  }
}
