import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("National lists and survey forms")
struct NationalListTests {
  @Test(
    "The classes of the first national lists are read, and stay as sub-classes",
    arguments: [
      ("革命遗址及革命纪念建筑物", Category.modernSite, 0), ("古建筑及历史纪念建筑物", .ancientBuilding, 0),
      ("石窟寺", .caveTempleStone, 0), ("石刻及其他", .caveTempleStone, 1), ("石刻", .caveTempleStone, 0),
      ("革命旧址", .modernSite, 0), ("古窑址", .ancientSite, 0),
    ])
  func formerClasses(word: String, category: HeritageRegistry.Category, warnings: Int) {
    let reading = Sheets.read([["编号", "名称", "类别"], ["1", "样塔", word]])
    #expect(reading.records.first?.site.category == category)
    #expect(reading.records.first?.site.subcategory == word)
    #expect(reading.problems.count == warnings)
  }

  @Test("A level and a batch can be given once, and a code be made of batch and number")
  func wholeTable() {
    let table = [
      ["编号", "名称", "批次", "级别"], ["1", "样塔", "第一批", ""], ["1", "样桥", "5", ""],
      ["12", "样坊", "七", "省级"],
    ]
    let plain = Sheets.read(table)
    #expect(plain.rejected.map(\.row) == [2, 3])
    #expect(plain.problems.contains { $0.remedy == .composeCode(["batch", "编号"]) })
    let reading = Sheets.read(
      table, SurveyOptions(level: .national, codeFrom: ["batch", "编号"]))
    #expect(reading.records.map(\.site.code) == ["1-0001", "5-0001", "7-0012"])
    #expect(reading.records.map(\.site.level) == [.national, .national, .provincial])
    #expect(reading.records.compactMap(\.dossier.present?.batch) == ["第一批", "第五批", "第七批"])
    let batch = Sheets.read(
      [["编号", "名称"], ["1", "样塔"]], SurveyOptions(level: .county, batch: "2"))
    #expect(batch.records.first?.dossier.present?.batch == "第二批")
    let wrong = Sheets.read(table, SurveyOptions(codeFrom: ["batch", "号"]))
    #expect(wrong.tableErrors.map(\.value) == ["号"])
  }

  @Test("The headers of the fourth survey's form are read")
  func fourthSurvey() throws {
    let reading = Sheets.read(
      [
        [
          "档案编号", "名称", "类别（大类）", "类别（细分）", "文物级别", "详细地址", "纬度（WGS84）", "经度（WGS84）", "总面积", "现状评估",
          "备注",
        ],
        [
          "430723-0002", "样氏老屋", "古建筑", "宅第民居", "县级", "样湾村五组", "29-41-35.1234", "111-39-25.5678",
          "210平方米", "一般", "（无）",
        ],
      ])
    let site = try #require(reading.records.first?.site)
    #expect(reading.problems.isEmpty)
    #expect(site.code == "430723-0002" && site.areaSquareMetres == 210 && site.address == "样湾村五组")
    #expect(site.category == .ancientBuilding && site.subcategory == "宅第民居")
    let place = try #require(site.position)
    #expect(abs(place.coordinate.longitude - 111.6571022) < 1e-7)
    #expect(abs(place.coordinate.latitude - 29.6930898) < 1e-7)
    #expect(place.verbatim == "111-39-25.5678, 29-41-35.1234")
  }

  @Test("A national list of three sheets is read whole, with codes of batch and number")
  func nationalList() {
    let header = [
      "编号", "单位名称（中文）", "单位名称（英文）", "时代（中文）", "时代（英文）", "类型（中文）", "类型（英文）", "批次（中文）", "批次（英文）",
      "经度(WGS84)", "纬度(WGS84)",
    ]
    let english = [
      "No.", "Name (Chinese)", "Name (English)", "Period (Chinese)", "Period (English)",
      "Type (Chinese)",
      "Type (English)", "Batch (Chinese)", "Batch (English)", "Longitude", "Latitude",
    ]
    let batches = ["第一批", "第二批", "第三批", "第四批", "第五批", "第六批", "第七批", "第八批"]
    let classes = ["革命遗址及革命纪念建筑物", "石窟寺", "古建筑及历史纪念建筑物", "石刻及其他", "古遗址", "古墓葬"]
    let rows = (0..<5058).map { number in
      [
        "\(number / 8 + 1)", "样塔\(number)", "Pagoda \(number)", ["宋", "明、清", "北魏至唐"][number % 3],
        "Song",
        classes[number % 6], "Class", batches[number % 8], "Batch", "111.65", "29.69",
      ]
    }
    let sheets = (0..<3).map { sheet in
      Sheets.sheet(
        [["全国重点文物保护单位样表"], ["Sample"], header, english] + rows[sheet * 1686..<(sheet + 1) * 1686],
        name: "表\(sheet)")
    }
    let reading = SurveyReader(SurveyOptions(level: .national, codeFrom: ["batch", "编号"]))
      .read(sheets, known: SurveyContext())
    #expect(!reading.hasErrors && reading.records.count == 5058)
    #expect(reading.records.map(\.site.code).prefix(2) == ["1-0001", "2-0001"])
    #expect(reading.records.last?.site.code == "2-0633")
    #expect(reading.records.allSatisfy { $0.site.period.start != nil && $0.site.category != nil })
    #expect(reading.records.compactMap(\.dossier.present?.batch).count == 5058)
  }
}
