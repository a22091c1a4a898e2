import HeritageRegistry
import SurveyTables
import Testing

@Suite("Headings between the rows")
struct RowHeadingsTests {
  /// Rows under a header with a code and a name, each with what its headings say.
  private func read(_ rows: [String], _ header: [String] = ["编号", "名称"]) throws -> SurveyReading {
    Sheets.read(
      [header] + rows.map { $0.split(separator: ",").map(String.init) }, known: try Sheets.lixian())
  }

  private func said(_ reading: SurveyReading) -> [String] {
    reading.records.map { record in
      let fields: [SiteField] = [.level, .category, .township]
      return fields.filter(record.given.contains).compactMap { field in
        switch field {
        case .level: record.site.level.rawValue
        case .category: record.site.subcategory ?? record.site.category?.rawValue
        default: record.site.township
        }
      }.joined(separator: " ")
    }
  }

  @Test(
    "A heading says the class, the level or the township until the next of its kind",
    arguments: [
      (
        ["一、古建筑", "1,甲", "2,乙", "二、古墓葬（1处）", "3,丙"],
        ["ancient_building", "ancient_building", "ancient_tomb"]
      ),
      (["1,甲", "古建筑", "2,乙"], ["", "ancient_building"]),
      (
        ["一、国保单位", "（一）古遗址", "1,甲", "（二）古建筑（2处）", "2,乙", "二、省级文物保护单位", "3,丙"],
        ["national ancient_site", "national ancient_building", "provincial"]
      ),
      (
        ["复兴镇", "古建筑", "1,甲", "盐井镇（共1处）", "2,乙"], ["ancient_building 复兴镇", "盐井镇"]
      ),
      (["一、古遗址", "（一）城址", "1,甲", "（二）其他", "2,乙"], ["城址", "ancient_site"]),
      (["一、古建筑", "1,甲", "二、新发现", "2,乙"], ["ancient_building", ""]),
      (["古建築", "1,甲", "注：未定级", "2,乙"], ["ancient_building", "ancient_building"]),
    ])
  func headings(rows: [String], expected: [String]) throws {
    let reading = try read(rows)
    #expect(said(reading) == expected)
    #expect(!reading.hasErrors)
  }

  @Test("A heading that is understood is no warning, another is")
  func warnings() throws {
    let reading = try read(["一、古建筑", "1,甲", "二、新发现", "2,乙"])
    #expect(reading.sheets.first?.passedOver.map(\.reason) == [.heading, .remark])
    #expect(reading.problems.map(\.line) == [4])
  }

  @Test("The name of a place before 文物保护单位 says the level as in a cell, and it is named")
  func places() throws {
    let reading = try read([
      "一、湖南省文物保护单位", "1,甲", "二、澧县文物保护单位", "2,乙", "3,丙", "海淀区文物保护单位（1处）", "4,丁",
    ])
    #expect(said(reading) == ["provincial", "county", "county", "county"])
    #expect(!reading.hasErrors)
    #expect(
      reading.problems.map(\.value) == ["湖南省文物保护单位", "澧县文物保护单位", "海淀区文物保护单位"])
  }

  @Test("What stands above the header too is the title of the next page, and no heading")
  func titles() {
    let table = ["澧县文物保护单位", "编号,名称", "1,甲", "澧县文物保护单位", "编号,名称", "2,乙"]
    let reading = Sheets.read(table.map { $0.split(separator: ",").map(String.init) })
    #expect(said(reading) == ["", ""])
    #expect(reading.sheets.first?.passedOver.map(\.reason) == [.remark, .header])
  }

  @Test(
    "Below a heading that denies a level no row gets the level that is given for the table",
    arguments: [
      "二、申报省级文物保护单位（2处）", "（二）已撤销县级文物保护单位", "拟公布县级文物保护单位", "二、市级和县级文物保护单位",
    ])
  func denied(heading: String) {
    let rows = [["编号", "名称"], ["1", "甲"], [heading], ["2", "乙"], ["3", "丙"]]
    let reading = Sheets.read(rows, SurveyOptions(level: .county))
    #expect(said(reading) == ["county", "", ""])
    #expect(!reading.hasErrors && reading.problems.map(\.line) == [3, 4])
    #expect(
      reading.problems.last?.rule.description.contains(
        "does not get the level that is given for the table") == true)
    let next = Sheets.read(
      rows + [["三、县级文物保护单位"], ["4", "丁"]], SurveyOptions(level: .county))
    #expect(said(next).last == "county")
  }

  @Test("A title of what is proposed is named where a level is given for the table")
  func proposals() {
    let rows = [["推荐第九批全国重点文物保护单位名单"], ["编号", "名称"], ["1", "甲"]]
    let reading = Sheets.read(rows, SurveyOptions(level: .national))
    #expect(reading.problems.map(\.value) == ["推荐第九批全国重点文物保护单位名单"])
    #expect(Sheets.read(rows).problems.isEmpty)
  }

  @Test("The column wins over the heading, and a row that differs is named")
  func column() throws {
    let reading = try read(["一、古墓葬", "1,甲,古建筑", "2,乙"], ["编号", "名称", "类别"])
    #expect(reading.records.map(\.site.category) == [.ancientBuilding, .ancientTomb])
    #expect(reading.problems.map(\.line) == [3])
    #expect(
      reading.problems.first?.rule.description
        == "is not the class of the heading above it, 古墓葬")
  }

  @Test("A batch in a heading makes the announcement")
  func batch() throws {
    let reading = try read(["第七批全国重点文物保护单位", "1,甲"])
    #expect(reading.records.first?.dossier.designations.map(\.batch) == ["第七批"])
    #expect(reading.records.first?.given.isSuperset(of: [.level, .batch]) == true)
  }
}
