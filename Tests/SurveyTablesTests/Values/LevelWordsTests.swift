import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import SurveyTables

@Suite("A level is never guessed")
struct LevelWordsTests {
  @Test(
    "Words that deny, propose, revoke or doubt a level are none, and the word is named",
    arguments: [
      ("非县级文物保护单位", "非"), ("不是县级文物保护单位", "不"), ("未核定为县级文物保护单位", "未"), ("暂无县级文物保护单位", "暂"),
      ("申报省级文物保护单位", "申报"), ("推荐省级文物保护单位", "推荐"), ("拟公布县级文物保护单位", "拟"), ("撤销县级文物保护单位", "撤销"),
      ("失效的县级文物保护单位", "失效"), ("已撤銷縣級文物保護單位", "撤销"), ("非澧县文物保护单位", "非"), ("候选全国重点文物保护单位", "候选"),
      ("未央区文物保护单位", "未"), ("省级（申报）", "申报"), ("县保（已取消）", "取消"),
    ])
  func denied(text: String, word: String) {
    let fault = #expect(throws: ValueFault.self) { try LevelWords.read(text) }
    #expect(fault?.rule.description == "says \(word), so it names no level that was announced")
    #expect(fault?.suggestion != nil)
  }

  @Test(
    "Two levels at once are none",
    arguments: [
      ("省级和县级文物保护单位", "names two levels, 省级 and 县级"), ("国保、省保", "names two levels, 国保 and 省保"),
      ("县级（市级）", "names two levels, 市级 and 县级"),
      ("全国重点文物保护单位、省级文物保护单位", "names two levels, 全国重点 and 省级"),
      ("市级和县级文物保护单位", "means two levels, that of the city and that of the county"),
      ("县、市级文物保护单位", "means two levels, that of the city and that of the county"),
      ("湖南省县级文物保护单位", "is no protection level"), ("常德市县级文物保护单位", "is no protection level"),
    ])
  func two(text: String, rule: String) {
    #expect(
      #expect(throws: ValueFault.self) { try LevelWords.read(text) }?.rule.description == rule)
  }

  @Test(
    "The name of a place says its own level",
    arguments: [
      ("北京市文物保护单位", ProtectionLevel.provincial), ("上海市文物保护单位", .provincial),
      ("天津市市级文物保护单位", .provincial), ("重庆市文保单位", .provincial), ("内蒙古自治区文物保护单位", .provincial),
      ("广西壮族自治区级文物保护单位", .provincial), ("湖南省省级文物保护单位", .provincial), ("湖南省级文物保护单位", .provincial),
      ("湖南省省保", .provincial), ("海淀区文物保护单位", .county), ("武陵区文物保护单位", .county),
      ("浦东新区文物保护单位", .county), ("重庆市巴南区文物保护单位", .county), ("北京市海淀区文物保护单位", .county),
      ("海淀区区级文物保护单位", .county), ("江华瑶族自治县文物保护单位", .county), ("鄂温克族自治旗文物保护单位", .county),
      ("土默特左旗文物保护单位", .county), ("湖南省常德市澧县文物保护单位", .county), ("澧县县级文物保护单位", .county),
      ("神农架林区文物保护单位", .county), ("沙市区文物保护单位", .county), ("无极县文物保护单位", .county),
      ("常德市津市市文物保护单位", .county), ("湘西自治州文物保护单位", .municipal), ("湘西州文物保护单位", .municipal),
      ("湘西土家族苗族自治州级文物保护单位", .municipal), ("锡林郭勒盟文物保护单位", .municipal),
      ("常德市市级文物保护单位", .municipal),
    ])
  func places(text: String, level: ProtectionLevel) throws {
    #expect(try LevelWords.read(text) == .init(level: level, isByPlace: true))
  }

  @Test(
    "A city that does not say its level is asked",
    arguments: ["常德市文物保护单位", "津市市文物保护单位", "津市市市级文物保护单位", "湖南省浏阳市文物保护单位"])
  func cities(text: String) {
    let fault = #expect(throws: ValueFault.self) { try LevelWords.read(text) }
    #expect(
      fault?.rule.description
        == "does not say whether the city is one of prefecture or of county level")
    #expect(fault?.suggestion?.description == "write 市级文物保护单位 or 县级文物保护单位")
  }

  @Test(
    "What only ends like the name of a place is none",
    arguments: [
      "原澧县文物保护单位", "各县文物保护单位", "全县文物保护单位", "原县级文物保护单位", "经济开发区文物保护单位", "西洞庭管理区文物保护单位",
      "国县文物保护单位", "省级市文物保护单位", "申遗县文物保护单位", "火星文物保护单位", "保护区文物保护单位",
      "除名县级文物保护单位", "落选县级文物保护单位", "解除县级文物保护单位", "争创县文物保护单位", "除名市级", "相当于县级", "某某县级",
    ])
  func noPlaces(text: String) {
    #expect(throws: ValueFault.self) { try LevelWords.read(text) }
  }

  @Test(
    "A batch, a year and a number beside a level belong to its announcement",
    arguments: [
      ("省级（第九批）", ProtectionLevel.provincial, "第九批", nil, nil),
      ("国保（第七批）", .national, "第七批", nil, nil),
      ("县级文物保护单位(第一批)", .county, "第一批", nil, nil), ("县保（2011年）", .county, nil, 2011, nil),
      ("全国重点文物保护单位（7-0361）", .national, nil, nil, "7-0361"),
      ("国保（第七批，2013年，7-0361）", .national, "第七批", 2013, "7-0361"),
      ("国保（第七批7-0361）", .national, "第七批", nil, "7-0361"), ("省级第9批", .provincial, "第九批", nil, nil),
      ("（第七批）全国重点文物保护单位", .national, "第七批", nil, nil),
      ("2011年公布的县级文物保护单位", .county, nil, 2011, nil),
      ("2013年公布第七批国保", .national, "第七批", 2013, nil), ("县级（2011-05-03公布）", .county, nil, 2011, nil),
    ] as [(String, ProtectionLevel, String?, Int?, String?)])
  func announcements(
    text: String, level: ProtectionLevel, batch: String?, year: Int?, code: String?
  ) throws {
    #expect(
      try LevelWords.read(text)
        == .init(
          level: level,
          announcement: AnnouncementText(batch: batch, year: year, officialCode: code)))
  }

  @Test(
    "Everyday words of lists are read",
    arguments: [
      ("文物普查登记项目", ProtectionLevel.registered), ("普查登记文物", .registered), ("三普点", .registered),
      ("四普新发现", .registered), ("未认定", .registered), ("区保", .county), ("县文保", .county),
      ("省级文保", .provincial), ("自治区保", .provincial), ("州保", .municipal), ("市辖区级", .county),
      ("未公布文物保护单位", .registered),
    ])
  func words(text: String, level: ProtectionLevel) throws {
    #expect(try LevelWords.read(text).level == level)
  }

  @Test("No made text that denies, proposes or names two levels gives the level of a unit")
  func property() {
    var generator = SeededGenerator(seed: 20_261_127)
    let denials = [
      "非", "未", "拟", "申报", "推荐", "撤销", "暂", "未核定为", "拟公布", "暂无", "非法定", "已撤销", "未公布", "暂定",
    ]
    let levels = [
      ["全国重点", "国家级", "国保", "全国重点文物保护单位"], ["省级", "省保", "湖南省", "湖南省级", "自治区级"],
      ["市级", "市保", "设区的市级"],
      ["县级", "县保", "区级", "澧县", "江华瑶族自治县", "海淀区", "巴南区"],
    ]
    let units = ["文物保护单位", "文保单位", "", "文保", "重点文物保护单位"]
    let joints = ["和", "、", "及", "与", "/", "+", "，", "或", " ", "（", "兼"]
    let batches = ["", "", "第一批", "（第七批）", "（2011年）", "(7-0361)", "）"]
    func pick<Element>(_ elements: [Element]) -> Element {
      elements[Int.random(in: elements.indices, using: &generator)]
    }
    for _ in 0..<Cases.count(5000) {
      var text: String
      if Bool.random(using: &generator) {
        // The word of denial stands before, behind or within.
        var parts = [pick(pick(levels)), pick(units), pick(batches)]
        parts.insert(pick(denials), at: Int.random(in: 0...3, using: &generator))
        text = parts.joined()
        if Bool.random(using: &generator) { text = pick(["原", "曾", "", "（", "的"]) + text }
      } else {
        let first = Int.random(in: 0..<4, using: &generator)
        let second = (first + Int.random(in: 1...3, using: &generator)) % 4
        text =
          pick(levels[first]) + pick(units) + pick(joints) + pick(levels[second]) + pick(units)
          + pick(batches)
      }
      guard let reading = try? LevelWords.read(text) else { continue }
      // The county of a province is no second level.
      let isBelow = text.contains("湖南省 ") && reading.level == .county
      #expect(reading.level == .registered || isBelow, "\(text)")
    }
  }
}
