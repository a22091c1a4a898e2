import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Columns of a position")
struct PositionColumnTests {
  @Test("Coordinates of which nobody says the datum are refused once, with the hint")
  func noDatum() {
    for header in [["经度", "纬度"], ["X", "Y"]] {
      let reading = Sheets.read([
        ["编号", "名称"] + header, ["1", "甲", "111.6", "29.7"], ["2", "乙", "111.7", "29.7"],
      ])
      #expect(reading.tableErrors.count == 1)
      #expect(
        reading.lines.first
          == "error: table.xlsx, row 1, column \(header[0]), \(header[1]): \"\(header[0]), \(header[1])\": does not say what datum its coordinates are in {declareDatum}"
      )
    }
  }

  @Test("lon and lat mean WGS 84; another datum is taken when it is declared, and said")
  func lonLat() {
    let rows = [["code", "name_zh", "lon", "lat"], ["1", "甲", "111.65", "29.69"]]
    let plain = Sheets.read(rows)
    #expect(plain.lines == [] && plain.records.first?.site.position?.declaredSystem == nil)
    let shifted = Sheets.read(rows, SurveyOptions(datum: .shifted(.gcj02)))
    #expect(shifted.problems.map(\.severity) == [.warning])
    #expect(shifted.records.first?.site.position?.coordinate.longitude != 111.65)
  }

  @Test("A header's datum stands against another one that is declared")
  func contradiction() {
    let rows = [["编号", "名称", "经度（GCJ-02）", "纬度"], ["1", "甲", "111.65", "29.69"]]
    #expect(!Sheets.read(rows).hasErrors)
    let reading = Sheets.read(rows, SurveyOptions(datum: .wgs84))
    #expect(
      reading.tableErrors.first?.rule.description == "the header says gcj02, and wgs84 is declared")
    let old = Sheets.read([["编号", "名称", "坐标（西安80）"], ["1", "甲", "111.65 29.69"]])
    #expect(
      old.tableErrors.first?.rule.description.hasPrefix("1980 Xi'an (西安80) cannot be converted")
        == true)
  }

  @Test("One half of a coordinate is no coordinate, in a row and in a header")
  func halves() {
    let row = Sheets.read([["code", "name_zh", "lon", "lat"], ["1", "甲", "111.65", ""]])
    #expect(
      row.problems.map(\.rule.description) == ["lacks its other half: the column lat is empty here"]
    )
    let header = Sheets.read([["code", "name_zh", "lon"], ["1", "甲", "111.65"]])
    #expect(
      header.tableErrors.map(\.rule.description) == ["the column stands without its other half"])
    let both = Sheets.read([
      ["code", "name_zh", "lon", "lat", "坐标"], ["1", "甲", "111", "29", "111 29"],
    ])
    #expect(
      both.tableErrors.first?.rule.description
        == "the columns lon, lat, 坐标 give the position more than once")
    let chosen = Sheets.read(
      [["code", "name_zh", "lon", "lat", "坐标"], ["1", "甲", "111", "29", "112 29"]],
      SurveyOptions(headers: ["lon": "lon", "lat": "lat"]))
    #expect(!chosen.hasErrors && chosen.records.first?.site.position?.coordinate.longitude == 111)
  }

  @Test("Gauss–Krüger metres are read with their zone, with and without a prefix")
  func grid() throws {
    let zone = try GaussKruger(zone: 37)
    let options = SurveyOptions(datum: .gaussKruger(zone))
    let reading = Sheets.read(
      [
        ["编号", "名称", "X", "Y"], ["1", "甲", "3286114.862", "37563447.873"],
        ["2", "乙", "3286114.862", "563447.873"],
      ], options)
    #expect(reading.lines == [])
    let places = reading.records.compactMap(\.site.position?.coordinate)
    #expect(places.count == 2 && Geodesic.distance(places[0], places[1]) < .metres(1e-6))
    #expect(abs((places.first?.longitude ?? 0) - 111.6555556) < 1e-3)
  }

  @Test("Degrees under X and Y are told apart by their size")
  func planeDegrees() {
    let rows = [
      ["编号", "名称", "X", "Y"], ["1", "甲", "111.65", "29.69"], ["2", "乙", "29.69", "111.65"],
    ]
    let reading = Sheets.read(rows, SurveyOptions(datum: .wgs84))
    #expect(reading.records.compactMap(\.site.position?.coordinate.longitude) == [111.65, 111.65])
  }

  @Test("A tomb's position is withheld by rule, and an ancient site's is coarse")
  func disclosure() {
    let reading = Sheets.read([
      ["编号", "名称", "类别", "lon", "lat"], ["1", "甲", "古墓葬", "111.6", "29.7"],
      ["2", "乙", "古遗址", "111.6", "29.7"],
      ["3", "丙", "古建筑", "111.6", "29.7"], ["4", "丁", "古墓葬", "", ""],
    ])
    #expect(reading.records.map(\.site.disclosure) == [.withheld, .coarse, .open, .open])
  }

  @Test("A seat stands for a relic without coordinates, only when asked, and is not given")
  func seat() throws {
    let rows = [
      ["编号", "名称", "乡镇", "lon", "lat"], ["1", "甲", "复兴镇", "", "-"], ["2", "乙", "城头山镇", "", ""],
    ]
    let plain = Sheets.read(rows, known: try Sheets.lixian())
    #expect(plain.records.map { $0.site.position == nil } == [true, true])
    #expect(plain.records.first?.given.contains(.position) == true)
    let placed = Sheets.read(
      rows, SurveyOptions(placesByTownship: true), known: try Sheets.lixian())
    let position = try #require(placed.records.first?.site.position)
    #expect(position.method == .townshipSeat && position.accuracy == .metres(1000))
    #expect(position.coordinate.longitude == 111.8456)
    #expect(placed.records.first?.given.contains(.position) == false)
    #expect(placed.records.last?.site.position == nil, "a township without a seat places nothing")
  }

  @Test("A withheld relic without a position is not emptied, and a public position is refused")
  func publicExport() {
    let reading = Sheets.read([
      ["code", "name_zh", "lon", "lat", "coord_method", "coord_verbatim", "disclosure"],
      ["1", "甲", "", "", "none", "", "withheld"],
      ["2", "乙", "111.655", "29.695", "generalised", "", "coarse"],
      ["3", "丙", "", "", "none", "", "open"],
    ])
    #expect(reading.records.map { $0.given.contains(.position) } == [false, true])
    #expect(
      reading.problems.map(\.rule.description) == [
        "is the position that the public sees, not the relic's"
      ])
  }
}
