import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Coordinates as tables have them")
struct WrittenCoordinateTests {
  @Test("A zone refines CGCS2000: by its number before the easting, or declared")
  func zones() throws {
    let table = [
      ["编号", "名称", "X（CGCS2000）", "Y（CGCS2000）"], ["K-1", "样点", "3286114.490", "37563447.445"],
      ["K-2", "样点", "3,286,114.490", "37,563,447.445"],
    ]
    let prefixed = Sheets.read(table)
    #expect(
      prefixed.said == [
        "2 warning the eastings begin with 37, so the metres are read in zone gk3:37 of CGCS2000"
          + " (and so in 1 more row)"
      ])
    let declared = Sheets.read(table, SurveyOptions(datum: try Datum("gk3:37")))
    #expect(declared.problems.isEmpty)
    for record in prefixed.records + declared.records {
      let place = try #require(record.site.position)
      #expect(place.declaredSystem == "gk3:37")
      #expect(abs(place.coordinate.longitude - 111.65555556) < 1e-7)
      #expect(abs(place.coordinate.latitude - 29.69166667) < 1e-7)
    }
    #expect(prefixed.records.count == 2 && declared.records.count == 2)
    let contrary = Sheets.read(table, SurveyOptions(datum: .shifted(.gcj02)))
    #expect(contrary.tableErrors.count == 1)
  }

  @Test(
    "0 for a longitude or a latitude is refused, and a place outside China is named, in any register"
  )
  func nullIsland() throws {
    let table = [
      ["编号", "名称", "经度（WGS84）", "纬度（WGS84）"], ["Z-1", "样点", "0", "0"],
      ["Z-3", "样点", "111.65", "0"],
      ["Z-4", "样点", "0.0", "29.69"], ["Z-5", "样点", "0.0000001", "0.0"],
      ["Z-6", "样点", "111.65", "29.69"],
      ["Z-7", "样点", "", ""], ["Z-8", "样点", "4.83", "45.76"],
    ]
    for context in [SurveyContext(), try Sheets.lixian()] {
      let reading = Sheets.read(table, known: context)
      #expect(reading.rejected.map(\.row) == [2, 3, 4, 5])
      #expect(reading.records.map(\.site.code) == ["Z-6", "Z-7", "Z-8"])
      #expect(reading.records[1].site.position == nil)
      #expect(reading.said.contains("8 warning lies outside China"))
    }
  }

  @Test("Seconds without minutes are refused, in one column, in three and in one text")
  func noMinutes() {
    for table in [
      [["编号", "名称", "经度", "纬度"], ["1", "样塔", "111°39″", "29°41′30″"]],
      [["编号", "名称", "坐标"], ["1", "样塔", "东经111度39秒，北纬29度41分30秒"]],
      [
        ["编号", "名称", "东经（度）", "东经（分）", "东经（秒）", "北纬（度）", "北纬（分）", "北纬（秒）"],
        ["1", "样塔", "111", "", "39", "29", "41", "30"],
      ],
    ] {
      let reading = Sheets.read(table, SurveyOptions(datum: .wgs84))
      #expect(
        reading.problems.first?.rule.description
          == "the 39 seconds stand behind 111 degrees without the minutes between them; 0 minutes are written 0′"
      )
      #expect(reading.records.isEmpty)
    }
  }

  @Test("Metres behind a degree are refused, and an area that is said to be about so is named")
  func units() {
    let angle = Sheets.read([
      ["编号", "名称", "经度（WGS84）", "纬度（WGS84）"], ["1", "样塔", "111.6556", "29.6918米"],
      ["2", "样桥", "111.6556 m", "29.6918"],
    ])
    #expect(
      angle.said == [
        "2 error a metre stands behind 29.6918, where a degree belongs",
        "3 error a metre stands behind 111.6556, where a degree belongs",
      ])
    let area = Sheets.read([
      ["编号", "名称", "面积"], ["1", "样塔", "约100平方米"], ["2", "样桥", "300余平方米"], ["3", "样井", "2万平方米左右"],
      ["4", "样亭", "共40平方米"],
    ])
    #expect(area.records.map(\.site.areaSquareMetres) == [100, 300, 20_000, 40])
    let about = "warning is an approximate area, and is kept as a number"
    #expect(area.said == [2, 3, 4].map { "\($0) \(about)" })
  }
}
