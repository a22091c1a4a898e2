import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Names that are spelt otherwise", .everyStore)
struct SpellingTests {
  /// Names with dots, brackets and numbers in every way of writing them.
  private static let names = [
    "三一八街旧址", "三一八纪念馆旧址", "三一八小学旧址", "“三·一八”烈士纪念碑", "太平桥2号碉楼", "太平桥2号民居", "太平桥2号井",
    "太平桥（2号）", "圆通寺二号塔", "圆通寺2号塔", "圆通寺Ⅱ号塔", "圆通寺II号塔", "圆通寺２号塔", "圆通寺②号塔",
    "八五一〇旧址", "八五一○厂部", "八五一零仓库", "8510招待所", "白求恩·柯棣华纪念馆", "白求恩柯棣华墓", "白求恩柯棣华故居",
    "白求恩柯棣华医院旧址", "阿房宫•前殿", "阿房宫・后殿", "阿房宫．偏殿", "十二号桥", "12号桥", "XII号桥",
  ]

  private static let register = Result {
    try TestRegister(
      TestPack().sites(
        names.enumerated().map { "M-\($0 + 1),\($1),,county,,,,,,,,,,," }))
  }

  @Test(
    "Dots, brackets and the way a number is written hide no relic",
    arguments: [
      ("三一八", 1...4), ("三·一八", 1...4), ("太平桥2号", 5...8), ("太平桥二号", 5...8), ("太平桥（2号）", 5...8),
      ("圆通寺2号塔", 9...14), ("圆通寺Ⅱ号塔", 9...14), ("圆通寺二号塔", 9...14), ("圆通寺②号", 9...14),
      ("八五一〇", 15...18), ("8510", 15...18), ("八五一零", 15...18), ("白求恩柯棣华", 19...22),
      ("白求恩·柯棣华", 19...22), ("阿房宫·", 23...25), ("阿房宫", 23...25), ("十二号桥", 26...28),
      ("12号桥", 26...28),
    ])
  func spellings(text: String, codes: ClosedRange<Int>) throws {
    let registry = try Self.register.get().open()
    let found = try registry.search(text, limit: .max).items.filter { !$0.match.kind.isNearMiss }
    #expect(Set(found.map(\.site.code)) == Set(codes.map { "M-\($0)" }))
    var query = SiteQuery()
    query.text = text
    #expect(
      Set(try registry.sites(matching: query).items.map(\.code)) == Set(codes.map { "M-\($0)" }))
  }

  @Test("The exact spelling comes first, and the others say that they are spelt otherwise")
  func exactFirst() throws {
    let registry = try Self.register.get().open()
    let found = try registry.search("圆通寺二号塔").items.filter { !$0.match.kind.isNearMiss }
    #expect(found.first?.site.code == "M-9")
    #expect(found.dropFirst().allSatisfy { $0.match.kind == .spelling })
    #expect(found.map(\.match.name).contains("圆通寺Ⅱ号塔"))
    // Two ways of writing one character in full width are no other spelling.
    let two = try registry.search("圆通寺2号塔").items
    #expect(two.prefix(2).map(\.site.code) == ["M-10", "M-13"])
  }

  @Test("A name with a dot or a digit is read as it sounds")
  func readings() throws {
    let registry = try Self.register.get().open()
    #expect(
      try registry.search("sanyiba").items.map(\.site.code).contains("M-4"))
    #expect(
      Set(try registry.search("yuantongsierhaota").items.map(\.site.code))
        .isSuperset(of: (9...14).map { "M-\($0)" }))
  }

  @Test(
    "The plain spelling of a name",
    arguments: [
      ("“三·一八”", "三一八"), ("太平桥（2号）", "太平桥二号"), ("Ⅱ号", "二号"), ("xi", "xi"), ("十二", "一二"),
      ("二十", "二零"), ("一百零八", "一零八"), ("十里", "一零里"), ("1935年", "一九三五年"), ("三十十", "三十十"),
      ("a-b", "ab"), ("·", ""), ("VII号", "七号"), ("iiii号", "iiii号"), ("civic号", "civic号"),
    ])
  func plain(text: String, spelling: String) {
    #expect(
      String(decoding: PlainSpelling.of(NameFolding.fold(text)), as: UTF16.self) == spelling)
  }
}
