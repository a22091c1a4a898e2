import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Lines that explain the columns")
struct ExplanationLineTests {
  @Test(
    "A line that explains the columns is no relic, and is named",
    arguments: [
      ["Serial No.", "Name of Unit", "Description"], ["（必填）", "（必填）", "（选填）"],
      ["例：0001", "例：某某遗址", "例：一段文字"], ["文本", "文本", "文本"], ["bianhao", "mingcheng", "jianjie"],
      ["A", "B", "C"], ["必填", "请填写全称", "如：一段文字"], ["varchar(20)", "字符型", "文本"],
    ])
  func explanations(line: [String]) {
    let reading = Sheets.read([["编号", "名称", "简介"], line, ["S-1", "样点", "样例。"]])
    #expect(reading.records.map(\.site.code) == ["S-1"])
    #expect(reading.sheets.first?.passedOver.map(\.reason) == [.explanation])
    #expect(
      reading.said == [
        "2 warning the row is taken for an explanation of the columns, and is not read"
      ])
  }

  @Test(
    "A first relic is no explanation",
    arguments: [
      ["LX-0001", "Stone Bridge", "county"], ["A", "样点", "县级"], ["甲", "如意桥", "县级"],
      ["A", "B", "county"],
    ])
  func firstRelics(line: [String]) {
    let reading = Sheets.read([["编号", "名称", "级别"], line])
    #expect(reading.records.count == 1)
  }

  @Test("What stands in brackets tells the English twin of a column, wherever it stands")
  func twins() {
    let reading = Sheets.read([
      ["编号", "单位名称（中文）", "单位名称（英文）", "时代（中文）", "地址（中文）", "时代（英文）", "地址（英文）", "类型(中文)", "类型(英文)"],
      ["1", "样塔", "Sample Pagoda", "宋", "样村", "Song", "Sample village", "古建筑", "Building"],
    ])
    #expect(
      reading.roles == [
        "编号": "code", "单位名称（中文）": "name_zh", "单位名称（英文）": "name_en", "时代（中文）": "period_zh",
        "地址（中文）": "address", "类型(中文)": "category",
      ])
    #expect(
      reading.said == [
        "1 warning the column is the English twin of 时代（中文）, which is read",
        "1 warning the column is the English twin of 地址（中文）, which is read",
        "1 warning the column is the English twin of 类型(中文), which is read",
      ])
    let site = reading.records.first?.site
    #expect(site?.nameEN == "Sample Pagoda" && site?.address == "样村")
  }

  @Test(
    "A line that begins with the word for an example or an explanation is no relic",
    arguments: [
      ["示例", "某某遗址", "一段文字"], ["例", "某某桥", ""], ["填写说明", "全称", "200字以内"], ["填表要求", "写全称", "写清楚"],
      ["样例1", "某某塔", "某某村"], ["Example", "某某塔", "text"], ["", "说明", "全称"],
    ])
  func examples(line: [String]) {
    let reading = Sheets.read([["编号", "名称", "简介"], line, ["S-1", "样点", "样例。"]])
    #expect(reading.records.map(\.site.code) == ["S-1"])
    #expect(
      reading.said == [
        "2 warning the row is taken for an explanation of the columns, and is not read"
      ])
  }

  @Test("A code can be made of a column that is marked as one to be filled in")
  func marked() {
    let reading = Sheets.read(
      [["批次（必填）", "编号（必填）", "名称*"], ["第七批", "12", "样塔"]],
      SurveyOptions(codeFrom: ["批次", "编号"]))
    #expect(reading.records.map(\.site.code) == ["7-0012"])
    let named = Sheets.read(
      [["档号（必填）", "名称"], ["A-1", "样塔"]], SurveyOptions(headers: ["code": "档号"]))
    #expect(named.records.map(\.site.code) == ["A-1"])
  }
}
