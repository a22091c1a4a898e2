import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Text that is no name")
struct DamagedTextTests {
  @Test(
    "A name or a code that says that there is none is refused",
    arguments: [
      "无", "-", "/", "NULL", "None", "nan", "N/A", "不详", "待定", "同上", "〃", "—", "？", ".", "0", "（无）",
      "……", "待编",
    ])
  func placeholders(text: String) {
    let names = Sheets.read([["编号", "名称"], ["P-1", text]])
    #expect(names.said == ["2 error is no name or code, and says that there is none"])
    guard text != "0" else { return }
    let codes = Sheets.read([["编号", "名称"], [text, "样塔"]])
    #expect(codes.said == ["2 error is no name or code, and says that there is none"])
  }

  @Test("Names that hold such a word are names, and a note of nothing is empty")
  func noPlaceholders() {
    let names = ["无名墓", "0号碑", "三一八", "略园", "空心树", "待月亭"]
    let reading = Sheets.read(
      [["编号", "名称", "备注"]] + names.enumerated().map { ["P-\($0)", $1, "（无）"] })
    #expect(reading.records.map(\.site.nameZH) == names)
    #expect(reading.records.allSatisfy { $0.site.notes == nil })
  }

  @Test("Damaged text is named: an error in a name or a code, a warning elsewhere")
  func damage() {
    let reading = Sheets.read([
      ["编号", "名称", "级别", "地址"], ["E-1", "样\u{FFFD}塔", "县级", "样村"],
      ["E-2", "&nbsp;样祠", "县级", "样村&amp;样镇"],
      ["E-4", "鏍峰", "县级", "样村"], ["E-5", "样???遗址", "县级", "样村"], ["E-6", "样□桥", "县级", "样村<br>二组"],
    ])
    #expect(reading.records.map(\.site.code) == ["E-6"])
    #expect(
      reading.said == [
        "2 error has lost a character: U+FFFD stands in its place",
        "3 error holds &nbsp;, an entity of HTML for a character",
        "3 warning holds &amp;, an entity of HTML for a character",
        "4 error was read in an encoding that it is not in: it may have been 样…",
        "5 error has question marks where characters were lost",
        "6 warning holds <br>, a mark of HTML",
      ])
  }

  @Test(
    "A name that a program has damaged, or of which a character was lost, is refused",
    arguments: [
      ("ï»¿样塔", "begins with ï»¿"), ("锘挎牱濉", "begins with 锘"), ("样\u{E000}塔", "holds U+E000"),
      ("样\u{AD}塔", "holds the control character U+00AD"), ("<b>样塔</b>", "holds <b>"),
      ("<a href='x'>样塔", "holds <a href='x'>"), ("%E6%A0%B7%E5%A1%94", "it may have been 样塔"),
      ("\\u6837\\u5854", "holds \\u6837"), ("?塔", "question marks"), ("样？塔", "question marks"),
    ])
  func damagedNames(name: String, said: String) {
    let reading = Sheets.read([["编号", "名称"], ["E-1", name]])
    #expect(reading.records.isEmpty)
    #expect(reading.said.count == 1 && reading.said.first?.contains(said) == true)
  }

  @Test("A web address in a note is no damage, and a question in one asks")
  func addresses() {
    let reading = Sheets.read([
      ["编号", "名称", "备注"], ["E-1", "样塔", "见 https://example.org/%E6%A0%B7%E5%A1%94"],
      ["E-2", "样桥", "是否属实？年代存疑?"], ["E-3", "Bridge 50% off", ""],
    ])
    #expect(reading.records.count == 3 && reading.problems.isEmpty)
  }

  @Test(
    "Words for nothing with what there is none of are no name",
    arguments: [
      "暂无名称", "待补充", "名称待补充", "待完善", "无名称", "未命名", "文物名称：无", "尚未定名", "名称不详", "暂缺", "待核实",
      "单位名称未知", "没有", "无编号", "待确认", "To be added", "Unnamed",
    ])
  func absences(text: String) {
    for row in [["P-1", text], [text, "样塔"]] {
      let reading = Sheets.read([["编号", "名称"], row])
      #expect(reading.said == ["2 error is no name or code, and says that there is none"], "\(row)")
    }
  }

  @Test(
    "Names that only begin so are names",
    arguments: ["无名烈士墓", "无量寿佛塔", "未名湖石桥", "待渡亭", "空心潭", "没水洞", "缺月坊", "略阳桥", "无为寺"])
  func likeNames(name: String) {
    #expect(Sheets.read([["编号", "名称"], ["P-1", name]]).records.map(\.site.nameZH) == [name])
  }
}
