import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Degrees, minutes and seconds in columns of their own")
struct AnglePartsTests {
  private let wgs84 = SurveyOptions(datum: .wgs84)
  private let row = ["1", "某桥", "111", "39", "20", "29", "41", "30.5"]

  @Test(
    "The parts stand under 东经 and 北纬, merged or not, or are named for them",
    arguments: [
      [["编号", "名称", "东经", "", "", "北纬", "", ""], ["", "", "度", "分", "秒", "度", "分", "秒"]],
      [
        ["编号", "名称", "东经", "东经", "东经", "北纬", "北纬", "北纬"],
        ["编号", "名称", "度", "分", "秒", "度", "分", "秒"],
      ],
      [
        ["编号", "名称", "坐标", "", "", "", "", ""], ["", "", "经度", "", "", "纬度", "", ""],
        ["", "", "°", "′", "″", "°", "′", "″"],
      ],
      [["编号", "名称", "经度（度）", "经度（分）", "经度（秒）", "纬度（度）", "纬度（分）", "纬度（秒）"]],
      [["编号", "名称", "东经度", "东经分", "东经秒", "北纬度", "北纬分", "北纬秒"]],
    ])
  func layouts(header: [[String]]) throws {
    let reading = Sheets.read(header + [row], wgs84)
    #expect(reading.lines == [])
    #expect(reading.sheets.first?.headerRows == 1...header.count)
    let position = try #require(reading.records.first?.site.position)
    #expect(position.verbatim == "111°39′20″, 29°41′30.5″")
    #expect(
      position.coordinate
        == (try Coordinate(
          longitude: 111 + 39.0 / 60 + 20.0 / 3600, latitude: 29 + 41.0 / 60 + 30.5 / 3600)))
  }

  @Test("Two columns hold degrees and minutes, and numbers of a workbook are read")
  func minutes() throws {
    let header = ["编号", "名称", "经度度", "经度分", "纬度度", "纬度分"].map(Sheet.Value.text)
    let sheet = Sheets.sheet(values: [
      header, [.text("1"), .text("某桥"), .number(111), .number(39.5), .number(29), .number(41.25)],
    ])
    let reading = SurveyReader(wgs84).read([sheet], known: SurveyContext())
    #expect(reading.records.first?.site.position?.verbatim == "111°39.5′, 29°41.25′")
  }

  @Test("Empty parts are no position, and a part that is missing is an error of its row")
  func missing() {
    let header = [
      ["编号", "名称", "东经", "", "", "北纬", "", ""], ["", "", "度", "分", "秒", "度", "分", "秒"],
    ]
    let rows = [
      ["1", "甲", "", "", "", "-", "-", "-"], ["2", "乙", "", "39", "20", "29", "41", "30"],
      ["3", "丙", "111", "39", "", "29", "41", ""], ["4", "丁", "111", "99", "20", "29", "41", "30"],
    ]
    let reading = Sheets.read(header + rows, wgs84)
    #expect(reading.records.map(\.site.position?.verbatim) == [nil, "111°39′, 29°41′"])
    #expect(reading.rejected.map(\.row) == [4, 6])
  }

  @Test("A column of degrees alone is read as it stands")
  func alone() {
    let reading = Sheets.read(
      [["编号", "名称", "经度（度）", "纬度（度）"], ["1", "某桥", "111.65", "29.7"]], wgs84)
    #expect(
      reading.lines == [] && reading.records.first?.site.position?.coordinate.longitude == 111.65)
  }
}
