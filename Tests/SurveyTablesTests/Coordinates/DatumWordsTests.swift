import Geodesy
import Testing

@testable import SurveyTables

@Suite("Names of datums")
struct DatumWordsTests {
  @Test(
    "A zone of CGCS2000 is known by its number or its central meridian",
    arguments: [
      "CGCS2000，3度带，37带", "CGCS2000 3度带第37带", "2000国家大地坐标系 三度分带 37度带",
      "CGCS2000_3_Degree_GK_Zone_37",
      "CGCS2000 / 3-degree Gauss-Kruger zone 37", "CGCS2000 / 3-degree Gauss-Kruger CM 111E",
      "CGCS2000_3_Degree_GK_CM_111E", "国家2000坐标系 3度带 中央经线111°", "CGCS2000 中央子午线111 37带", "gk3:37",
    ])
  func zones(text: String) throws {
    let zone = try GaussKruger(zone: 37)
    #expect(DatumWords.finding(of: text) == .datum(.gaussKruger(zone)))
    #expect(HeaderText("X（\(text)）").datum == .datum(.gaussKruger(zone)))
  }

  @Test(
    "A zone of 6 degrees is known by its number, or by its meridian and its width",
    arguments: [
      "CGCS2000 6度带 19带", "CGCS2000 19带", "CGCS2000 6度带 中央经线111°",
      "CGCS2000 / 6-degree Gauss-Kruger zone 19", "gk6:19",
      "EPSG:4497",
    ])
  func sixDegrees(text: String) throws {
    let zone = try GaussKruger(zone: 19, width: .six)
    #expect(DatumWords.finding(of: text) == .datum(.gaussKruger(zone)))
    #expect(HeaderText("X（\(text)）").datum == .datum(.gaussKruger(zone)))
  }

  @Test(
    "What does not say one zone is no zone",
    arguments: [
      "CGCS2000 3度带 19带", "CGCS2000 36带 中央经线111°", "CGCS2000 中央经线110°", "CGCS2000 6度带 中央经线114°",
    ])
  func noZone(text: String) {
    #expect(HeaderText("X（\(text)）").datum == .datum(.cgcs2000))
  }

  @Test(
    "A height behind a coordinate is not read",
    arguments: [
      "东经:104°45′57.2″;北纬:38°42′37.5″;高程56米", "东经104°45′57.2″，北纬38°42′37.5″，海拔高程：56.5m",
      "104°45′57.2″ 38°42′37.5″ 海拔56米",
    ])
  func height(text: String) throws {
    let coordinate = try WrittenTexts.both(text).read(in: .wgs84).wgs84
    #expect(abs(coordinate.longitude - 104.7658889) < 1e-7)
    #expect(abs(coordinate.latitude - 38.7104167) < 1e-7)
    #expect(WrittenTexts.both(text).verbatim == text)
  }

  @Test("A zone without a datum is no datum, and one of a former survey is refused")
  func others() {
    #expect(HeaderText("X（3度带37带）").datum == nil)
    #expect(HeaderText("X（西安80 3度带37带）").datum == .old(.xian1980))
    #expect(DatumWords.finding(of: "2000國家大地坐標系") == nil)
    #expect(HeaderText("坐標（2000國家大地坐標系）").datum == .datum(.cgcs2000))
  }
}
