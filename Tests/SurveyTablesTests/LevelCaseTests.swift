import HeritageRegistry
import SurveyTables
import Testing

@Suite("Levels of real tables")
struct LevelCaseTests {
  /// What became of each row of a table with a code, a name and one column more.
  private func outcome(_ rows: [[String]], _ header: [String]) -> [String] {
    let reading = Sheets.read([header] + rows)
    return rows.filter { $0.count > 1 }.map { row in
      guard let record = reading.records.first(where: { $0.site.code == row[0] }) else {
        return "\(row[0]) refused"
      }
      let present = record.dossier.present
      let announcement = [present?.batch, present?.year.map(String.init), present?.officialCode]
      return
        ([row[0], record.given.contains(.level) ? record.site.level.rawValue : "not given"]
        + announcement.compactMap { $0 }).joined(separator: " ")
    }
  }

  @Test("A wildcard never stands for the name of a county or a province")
  func wildcard() {
    let rows = [
      ["L-01", "样点一", "非县级文物保护单位"], ["L-02", "样点二", "不是县级文物保护单位"], ["L-03", "样点三", "未核定为县级文物保护单位"],
      ["L-04", "样点四", "暂无县级文物保护单位"], ["L-05", "样点五", "申报省级文物保护单位"], ["L-06", "样点六", "推荐省级文物保护单位"],
      ["L-07", "样点七", "拟公布县级文物保护单位"], ["L-08", "样点八", "撤销县级文物保护单位"],
      ["L-09", "样点九", "失效的县级文物保护单位"],
      ["L-10", "样点十", "市级和县级文物保护单位"], ["L-11", "样点十一", "省级和县级文物保护单位"],
      ["L-12", "样点十二", "澧县文物保护单位"],
      ["L-13", "样点十三", "湖南省文物保护单位"], ["L-14", "样点十四", "江华瑶族自治县文物保护单位"],
      ["L-15", "样点十五", "县级文物保护单位"],
    ]
    #expect(
      outcome(rows, ["编号", "名称", "级别"])
        == (1...11).map { "L-\($0 < 10 ? "0" : "")\($0) refused" }
        + ["L-12 county", "L-13 provincial", "L-14 county", "L-15 county"])
  }

  @Test("A heading of what is applied for or revoked raises nothing below it, and is named")
  func headings() {
    let rows = [
      ["一、全国重点文物保护单位（1处）"], ["H-01", "样点甲", "古建筑"], ["二、申报省级文物保护单位（2处）"],
      ["H-02", "样点乙", "古建筑"], ["H-03", "样点丙", "古建筑"], ["三、已撤销县级文物保护单位（1处）"],
      ["H-04", "样点丁", "古建筑"],
      ["四、一般不可移动文物（1处）"], ["H-05", "样点戊", "古建筑"], ["五、市级和县级文物保护单位（1处）"], ["H-06", "样点己", "古建筑"],
    ]
    let header = ["编号", "名称", "类别"]
    #expect(
      outcome(rows, header) == [
        "H-01 national", "H-02 not given", "H-03 not given", "H-04 not given", "H-05 registered",
        "H-06 not given",
      ])
    let reading = Sheets.read([header] + rows)
    #expect(reading.problems.map(\.line) == [4, 7, 11])
    #expect(
      reading.problems.allSatisfy {
        $0.rule.description == "the row is taken for a heading or a note, and is not read"
      })
  }

  @Test("A batch behind the level is read as one before it")
  func batches() {
    let rows = [
      ["B-1", "样点一", "省级（第九批）"], ["B-2", "样点二", "国保（第七批）"], ["B-3", "样点三", "全国重点文物保护单位（第七批）"],
      ["B-4", "样点四", "县级文物保护单位(第一批)"], ["B-5", "样点五", "县保（2011年）"],
      ["B-6", "样点六", "第七批全国重点文物保护单位"],
      ["B-7", "样点七", "全国重点文物保护单位（7-0361）"],
    ]
    #expect(
      outcome(rows, ["编号", "名称", "级别"]) == [
        "B-1 provincial 第九批", "B-2 national 第七批", "B-3 national 第七批", "B-4 county 第一批",
        "B-5 county 2011", "B-6 national 第七批", "B-7 national 7-0361",
      ])
  }

  @Test("A municipality is a province, its districts are counties, and a city is asked")
  func municipalities() {
    let rows = [
      ["U-1", "样塔", "北京市文物保护单位"], ["U-2", "样桥", "海淀区文物保护单位"], ["U-3", "样井", "上海市文物保护单位"],
      ["U-4", "样坊", "重庆市巴南区文物保护单位"], ["U-5", "样亭", "天津市市级文物保护单位"], ["U-6", "样阁", "武陵区文物保护单位"],
      ["U-7", "样碑", "常德市市级文物保护单位"], ["U-8", "样井", "津市市文物保护单位"],
    ]
    #expect(
      outcome(rows, ["编号", "名称", "级别"]) == [
        "U-1 provincial", "U-2 county", "U-3 provincial", "U-4 county", "U-5 provincial",
        "U-6 county", "U-7 municipal", "U-8 refused",
      ])
    let reading = Sheets.read([["编号", "名称", "级别"]] + rows)
    #expect(
      reading.problems.first?.rule.description
        == "is read as provincial, the level at which that place announces units")
  }

  @Test(
    "A township behind the name of another county is not this county's",
    arguments: [
      ("安乡县城头山镇", "安乡县"), ("武陵区城头山镇", "武陵区"), ("非澧县城头山镇", "非澧县"), ("湖南省城头山镇", "湖南省"),
      ("原澧县城头山镇", "原澧县"), ("津市市澧县城头山镇与城头山镇", "津市市澧县城头山镇与"),
    ])
  func otherCounty(text: String, place: String) throws {
    let reading = Sheets.read(
      [["编号", "名称", "乡镇"], ["T-1", "样点", text]], known: try Sheets.lixian())
    #expect(reading.records.isEmpty)
    #expect(
      reading.problems.map(\.rule.description)
        == ["begins with \(place), and the register is that of 澧县"])
  }

  @Test(
    "A township behind its own county is known, in a warning",
    arguments: ["澧县城头山镇", "湖南省常德市澧县城头山镇", "常德市澧县城头山镇", "湖南省澧县城头山", "城头山", "城頭山鎮"])
  func ownCounty(text: String) throws {
    let reading = Sheets.read(
      [["编号", "名称", "乡镇"], ["T-1", "样点", text]], known: try Sheets.lixian())
    #expect(reading.records.map(\.site.township) == ["城头山镇"])
    #expect(reading.problems.map(\.rule.description) == ["is read as 城头山镇"])
  }
}
