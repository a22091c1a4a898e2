import Geodesy
import HeritageRegistry
import SurveyTables
import Testing

@Suite("Positions in the layouts of bureaus")
struct PositionLayoutTests {
  @Test("Two header lines with merged groups, degrees in marks, a row of units")
  func surveyList() throws {
    let layouts = try Layouts.lixian.get()
    let reading = try layouts.read("survey-list.xlsx")
    #expect(reading.tableErrors.isEmpty && reading.rejected.isEmpty)
    #expect(reading.sheets.first?.headerRows == 2...3)
    #expect(
      reading.columns == """
        序号 = not read
        编号 = code
        名称 = name_zh
        类别 = category
        年代 = period_zh
        位置 乡镇 = township
        位置 村 = village
        地理坐标（WGS-84坐标系） 经度 = lon
        地理坐标（WGS-84坐标系） 纬度 = lat
        面积 = area_m2
        """)
    #expect(
      reading.text == """
        warning: survey-list.xlsx, sheet 名录, row 7, column 地理坐标（WGS-84坐标系） 经度, 地理坐标（WGS-84坐标系） 纬度: "111°43′32.1″, 29°55′02.3″": lies 0.1 km outside the county's outline; check the coordinate and its datum
        warning: survey-list.xlsx, sheet 名录, row 9, column 年代: "旧新石器过渡期至新石器时代晚期": is no period that the dynasty table knows, so no years follow from it; give the years in columns period_start and period_end
        """)
    #expect(
      reading.records.map(\.line).joined(separator: "\n") == """
        5: LX-0001 城头山遗址 | ancient_site | 城头山镇 | 城头山村 | 新石器时代 -8000…-2000 | 111.6555600 29.6916700 | 187000 m²
        6: LX-0002 彭头山遗址 | ancient_site | 城头山镇 | 孟坪村 | 新石器时代 -8000…-2000 | 111.6734400 29.6848200 | 10000 m²
        7: LX-0011 花瓦寺塔 | ancient_building | 盐井镇 | 万花村 | 宋 960…1279 | 111.7255833 29.9173056
        8: LX-0024 古城岗城址 | ancient_site | 战国 -475…-221
        9: LX-0026 宋家岗遗址 | ancient_site | 旧新石器过渡期至新石器时代晚期 | 6000 m²
        10: LX-0027 岗嘴上遗址 | ancient_site | 河口村 | 东周 -770…-256
        11: LX-0028 曹家山墓群 | ancient_tomb | 甘溪村 | 宋 960…1279
        12: LX-0030 松竹石拱桥 | ancient_building
        13: LX-0033 花瓦石拱桥 | ancient_building
        14: LX-0037 黄家山墓群 | ancient_tomb | 东周 -770…-256
        """)
    let difference = try layouts.difference(of: reading)
    #expect(difference.unchanged.count == 7 && difference.new.isEmpty)
    #expect(
      difference.lines == """
        LX-0001: coord_verbatim 29.69167, 111.65556 → 111°39′20.016″, 29°41′30.012″
        LX-0002: coord_verbatim 29.68482, 111.67344 → 111°40′24.384″, 29°41′05.352″
        LX-0011: position 111.725583, 29.917306 → 111.7255833, 29.9173056; coord_accuracy_m 100 → –; coord_method published_fix → survey; coord_source http://hbzqbyyxgs.com/citiao/141363 published fix 111°43′32.1″E 29°55′02.3″N, taken as WGS84 → –; coord_verbatim 111°43′32.1″ 29°55′02.3″ → 111°43′32.1″, 29°55′02.3″; coord_system not stated → wgs84
        """)
  }

  @Test("Both values of a coordinate in one cell, in six spellings, and a hidden sheet")
  func oneColumn() throws {
    let layouts = try Layouts.lixian.get()
    let reading = try layouts.read("one-column.xlsx")
    #expect(reading.tableErrors.isEmpty && reading.rejected.isEmpty)
    #expect(reading.sheets.first?.headerRows == 1...1)
    #expect(
      reading.columns == """
        编号 = code
        文物名称 = name_zh
        坐标（WGS84） = position
        精度（米） = coord_accuracy_m
        定位方法 = coord_method
        """)
    #expect(
      reading.text == """
        warning: one-column.xlsx, sheet 文物点坐标, row 5, column 坐标（WGS84）: "111°43′32.1″ 29°55′02.3″": lies 0.1 km outside the county's outline; check the coordinate and its datum
        warning: one-column.xlsx, sheet 旧名: the sheet is hidden, and is not read {nameSheet("旧名")}
        """)
    #expect(
      reading.records.map(\.line).joined(separator: "\n") == """
        2: LX-0001 城头山遗址 | 111.6555600 29.6916700 ±300 published_point
        3: LX-0002 彭头山遗址 | 111.6734400 29.6848200 ±1000 literature
        4: LX-0008 孙家岗遗址 | 111.6259000 29.6655000 ±2500 derived
        5: LX-0011 花瓦寺塔 | 111.7255833 29.9173056 ±100 published_fix
        6: LX-0019 李家岗遗址 | 111.6332400 29.6497400 ±2500 derived
        7: LX-0020 星星遗址 | 111.6551000 29.7271000 ±2500 derived
        """)
    let difference = try layouts.difference(of: reading)
    #expect(difference.unchanged.count == 0 && difference.new.isEmpty)
    #expect(
      difference.lines == """
        LX-0001: coord_verbatim 29.69167, 111.65556 → N29°41′30.012″ E111°39′20.016″
        LX-0002: coord_verbatim 29.68482, 111.67344 → 东经:111°40′24.384″;北纬:29°41′05.352″
        LX-0008: coord_verbatim 东经111°36′30″、北纬29°39′40″ (report of 2016-2018, not used) → 北纬29°39′55.8″，东经111°37′33.24″; coord_system not stated → wgs84
        LX-0011: position 111.725583, 29.917306 → 111.7255833, 29.9173056; coord_source http://hbzqbyyxgs.com/citiao/141363 published fix 111°43′32.1″E 29°55′02.3″N, taken as WGS84 → –; coord_system not stated → wgs84
        LX-0019: coord_verbatim – → 111°37′59.664″E, 29°38′59.064″N; coord_system – → wgs84
        LX-0020: coord_verbatim – → E：111°39′18.36″ N：29°43′37.56″; coord_system – → wgs84
        """)
  }

  @Test("X and Y of a zone that the group above them names")
  func grid() throws {
    let layouts = try Layouts.lixian.get()
    let reading = try layouts.read("gauss-kruger.xlsx")
    #expect(reading.tableErrors.isEmpty && reading.rejected.isEmpty)
    #expect(reading.sheets.first?.headerRows == 2...3)
    #expect(
      reading.columns == """
        编号 = code
        名称 = name_zh
        高斯平面坐标（CGCS2000，3度带，37带） X（北） = x
        高斯平面坐标（CGCS2000，3度带，37带） Y（东） = y
        精度（±m） = coord_accuracy_m
        定位方法 = coord_method
        """)
    #expect(
      reading.text == """
        warning: gauss-kruger.xlsx, sheet 控制点, row 7, column 高斯平面坐标（CGCS2000，3度带，37带） X（北）, 高斯平面坐标（CGCS2000，3度带，37带） Y（东）: "X 3311167.907, Y 37570067.724": lies 0.1 km outside the county's outline; check the coordinate and its datum
        """)
    #expect(
      reading.records.map(\.line).joined(separator: "\n") == """
        4: LX-0001 城头山遗址 | 111.6555600 29.6916700 ±300 published_point
        5: LX-0002 彭头山遗址 | 111.6734400 29.6848200 ±1000 literature
        6: LX-0008 孙家岗遗址 | 111.6259000 29.6655000 ±2500 derived
        7: LX-0011 花瓦寺塔 | 111.7255830 29.9173060 ±100 published_fix
        8: LX-0019 李家岗遗址 | 111.6332400 29.6497400 ±2500 derived
        9: LX-0020 星星遗址 | 111.6551000 29.7271000 ±2500 derived
        """)
    let difference = try layouts.difference(of: reading)
    #expect(difference.unchanged.count == 0 && difference.new.isEmpty)
    #expect(
      difference.lines == """
        LX-0001: coord_verbatim 29.69167, 111.65556 → X 3286114.862, Y 37563447.873; coord_system wgs84 → gk3:37
        LX-0002: coord_verbatim 29.68482, 111.67344 → X 3285365.474, Y 37565182.836; coord_system wgs84 → gk3:37
        LX-0008: coord_verbatim 东经111°36′30″、北纬29°39′40″ (report of 2016-2018, not used) → X 3283198.004, Y 37560592.884; coord_system not stated → gk3:37
        LX-0011: coord_verbatim 111°43′32.1″ 29°55′02.3″ → X 3311167.907, Y 37570067.724; coord_system not stated → gk3:37
        LX-0019: coord_verbatim – → X 3281454.87, Y 37561313.033; coord_system – → gk3:37
        LX-0020: coord_verbatim – → X 3290042.07, Y 37563381.095; coord_system – → gk3:37
        """)
  }

  @Test("Three header lines, and degrees, minutes and seconds in a column each")
  func parts() throws {
    let layouts = try Layouts.lixian.get()
    let reading = try layouts.read("three-columns.xlsx")
    #expect(reading.tableErrors.isEmpty && reading.rejected.isEmpty)
    #expect(reading.sheets.first?.headerRows == 1...3)
    #expect(
      reading.columns == """
        编号 = code
        名称 = name_zh
        坐标（WGS84） 东经 = lon
        坐标（WGS84） 北纬 = lat
        精度（米） = coord_accuracy_m
        定位方法 = coord_method
        """)
    #expect(
      reading.text == """
        warning: three-columns.xlsx, sheet 坐标, row 7, column 坐标（WGS84） 东经, 坐标（WGS84） 北纬: "111°43′32.1″, 29°55′2.3″": lies 0.1 km outside the county's outline; check the coordinate and its datum
        """)
    #expect(
      reading.records.map(\.line).joined(separator: "\n") == """
        4: LX-0001 城头山遗址 | 111.6555600 29.6916700 ±300 published_point
        5: LX-0002 彭头山遗址 | 111.6734400 29.6848200 ±1000 literature
        6: LX-0008 孙家岗遗址 | 111.6259000 29.6655000 ±2500 derived
        7: LX-0011 花瓦寺塔 | 111.7255833 29.9173056 ±100 published_fix
        8: LX-0019 李家岗遗址 | 111.6332400 29.6497400 ±2500 derived
        9: LX-0020 星星遗址 | 111.6551000 29.7271000 ±2500 derived
        """)
    let difference = try layouts.difference(of: reading)
    #expect(difference.unchanged.count == 0 && difference.new.isEmpty)
    #expect(
      difference.lines == """
        LX-0001: coord_verbatim 29.69167, 111.65556 → 111°39′20.016″, 29°41′30.012″
        LX-0002: coord_verbatim 29.68482, 111.67344 → 111°40′24.384″, 29°41′5.352″
        LX-0008: coord_verbatim 东经111°36′30″、北纬29°39′40″ (report of 2016-2018, not used) → 111°37′33.24″, 29°39′55.8″; coord_system not stated → wgs84
        LX-0011: position 111.725583, 29.917306 → 111.7255833, 29.9173056; coord_source http://hbzqbyyxgs.com/citiao/141363 published fix 111°43′32.1″E 29°55′02.3″N, taken as WGS84 → –; coord_verbatim 111°43′32.1″ 29°55′02.3″ → 111°43′32.1″, 29°55′2.3″; coord_system not stated → wgs84
        LX-0019: coord_verbatim – → 111°37′59.664″, 29°38′59.064″; coord_system – → wgs84
        LX-0020: coord_verbatim – → 111°39′18.36″, 29°43′37.56″; coord_system – → wgs84
        """)
  }
}
