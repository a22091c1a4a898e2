import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import SurveyTables
import Tables
import Testing

@Suite("What went wrong with coordinates")
struct PostMortemTests {
  /// Places near the townships' seats, the same for every test.
  private static func places(_ context: SurveyContext, count: Int = 12) -> [(String, Coordinate)] {
    var generator = SeededGenerator(seed: 3)
    let seated = context.townships.filter { $0.seat != nil }
    return (0..<count).compactMap { index in
      let township = seated[index % seated.count]
      guard let seat = township.seat else { return nil }
      return (
        township.nameZH,
        Geodesic.position(
          from: seat, bearing: generator.number(in: 0...360),
          distance: .metres(generator.number(in: 0...3000)))
      )
    }
  }

  private static func degrees(_ value: Double) -> String { String(format: "%.7f", value) }

  private static func reading(
    _ rows: [[String]], header: [String] = ["编号", "名称", "乡镇", "经度", "纬度"], _ datum: Datum
  ) throws -> SurveyReading {
    Sheets.read([header] + rows, SurveyOptions(datum: datum), known: try Sheets.lixian())
  }

  private static func rows(
    _ text: (Coordinate) throws -> (String, String)
  ) throws -> [[String]] {
    try places(try Sheets.lixian()).enumerated().map { index, place in
      let (first, second) = try text(place.1)
      return ["X-\(index)", "某点\(index)", place.0, first, second]
    }
  }

  private static func verdict(_ reading: SurveyReading) -> ImportProblem? {
    reading.problems.first { $0.rule.description.contains("the township's seat: ") }
  }

  private static func clauses(_ reading: SurveyReading) -> String? {
    verdict(reading)?.rule.description.components(separatedBy: "the township's seat: ").last
  }

  @Test("Points where they belong raise no question")
  func clean() throws {
    let reading = try Self.reading(
      Self.rows { (Self.degrees($0.longitude), Self.degrees($0.latitude)) }, .wgs84)
    #expect(reading.lines == [])
    #expect(reading.records.count == 12)
  }

  @Test("Swapped columns are found, though not one of them can be read")
  func swapped() throws {
    let reading = try Self.reading(
      Self.rows { (Self.degrees($0.latitude), Self.degrees($0.longitude)) }, .wgs84)
    #expect(reading.rejected.count == 12)
    #expect(Self.clauses(reading) == "12 of 12 rows fit if longitude and latitude are swapped")
    #expect(
      Self.verdict(reading)?.suggestion?.description == "exchange the two columns, or their headers"
    )
  }

  @Test("Swapped northing and easting of a zone are found")
  func swappedGrid() throws {
    let zone = try GaussKruger(zone: 37)
    let reading = try Self.reading(
      Self.rows {
        let grid = try zone.position(of: $0)
        return ("\(grid.easting)", "\(grid.northing)")
      }, header: ["编号", "名称", "乡镇", "X", "Y"], .gaussKruger(zone))
    #expect(Self.clauses(reading) == "12 of 12 rows fit if northing and easting are swapped")
  }

  @Test("A neighbouring zone is found", arguments: [36, 38])
  func zone(number: Int) throws {
    // Eastings of zone 37 without their prefix, declared as another zone's.
    let zone = try GaussKruger(zone: 37)
    let reading = try Self.reading(
      Self.rows {
        let grid = try zone.position(of: $0)
        return ("\(grid.northing)", "\(grid.easting)")
      }, header: ["编号", "名称", "乡镇", "X", "Y"], .gaussKruger(try GaussKruger(zone: number)))
    #expect(
      Self.clauses(reading)?.hasPrefix("12 of 12 rows fit if the numbers are of zone 37") == true)
    #expect(Self.verdict(reading)?.remedy == .declareDatumIfSo("gk3:37"))
    #expect(reading.records.count == 12, "a warning, and nothing is changed")
  }

  @Test("A prefix of another zone is an error, and the zone is found")
  func prefix() throws {
    let zone = try GaussKruger(zone: 37)
    let reading = try Self.reading(
      Self.rows {
        let grid = try zone.position(of: $0)
        return ("\(grid.northing)", "\(grid.prefixedEasting)")
      }, header: ["编号", "名称", "乡镇", "X", "Y"], .gaussKruger(try GaussKruger(zone: 38)))
    #expect(reading.records.isEmpty)
    #expect(
      Self.clauses(reading)?.hasPrefix("12 of 12 rows fit if the numbers are of zone 37") == true)
  }

  @Test(
    "Minutes written as decimals are found",
    arguments: [
      (true, "12 of 12 rows fit if 111.3920 is written for 111°39′20″"),
      (false, "12 of 12 rows fit if 111.39 is written for 111°39′"),
    ])
  func minutes(hasSeconds: Bool, clause: String) throws {
    func written(_ value: Double) -> String {
      let whole = value.rounded(.down)
      let minutes = (value - whole) * 60
      guard hasSeconds else { return String(format: "%.0f.%02.0f", whole, minutes.rounded(.down)) }
      let seconds = (minutes - minutes.rounded(.down)) * 60
      return String(
        format: "%.0f.%02.0f%02.0f", whole, minutes.rounded(.down), seconds.rounded(.down))
    }
    let reading = try Self.reading(
      Self.rows { (written($0.longitude), written($0.latitude)) }, .wgs84)
    let report = try #require(Self.clauses(reading))
    let count = try #require(report.split(separator: " ").first.flatMap { Int($0) })
    #expect(count >= 6)
    #expect(report.contains(clause.components(separatedBy: "if ").last ?? ""))
  }

  @Test("A wrong sign is found")
  func sign() throws {
    let reading = try Self.reading(
      Self.rows { (Self.degrees(-$0.longitude), Self.degrees($0.latitude)) }, .wgs84)
    #expect(Self.clauses(reading) == "12 of 12 rows fit if a sign or a half of the globe is wrong")
  }

  @Test(
    "Points by the rim that a shift has carried outside are brought back by its datum",
    arguments: [
      (ChineseDatum.gcj02, "if the numbers are GCJ-02"), (.bd09, "if the numbers are BD-09"),
    ])
  func shifted(datum: ChineseDatum, clause: String) throws {
    let rows = try (0..<5).map { index in
      let inside = try Coordinate(longitude: 112.0975, latitude: 29.6 + Double(index) / 20)
      let shown = datum.shifted(inside)
      return ["X-\(index)", "某点", "", Self.degrees(shown.longitude), Self.degrees(shown.latitude)]
    }
    let reading = try Self.reading(rows, .wgs84)
    #expect(Self.clauses(reading)?.contains(clause) == true)
    #expect(reading.records.count == 5)
    // Declared, they are where they belong.
    #expect(try Self.reading(rows, .shifted(datum)).lines == [])
  }

  @Test("Numbers that are not shifted, declared as shifted, are found")
  func notShifted() throws {
    let rows = try (0..<4).map { index in
      let inside = try Coordinate(longitude: 111.2012, latitude: 29.6 + Double(index) / 20)
      return [
        "X-\(index)", "某点", "", Self.degrees(inside.longitude), Self.degrees(inside.latitude),
      ]
    }
    let reading = try Self.reading(rows, .shifted(.gcj02))
    #expect(
      Self.clauses(reading)?.hasPrefix("4 of 4 rows fit if the numbers are WGS 84 and not shifted")
        == true)
  }

  @Test("A row far from its township is named, and no hypothesis is made up for it")
  func far() throws {
    let reading = try Self.reading([["X-1", "某点", "复兴镇", "111.25", "29.55"]], .wgs84)
    #expect(
      reading.lines == [
        "warning: table.xlsx, row 2, column 经度, 纬度: \"111.25, 29.55\": lies 65.7 km from the seat of 复兴镇; check the coordinate and the township",
        "warning: table.xlsx, row 2, column 经度, 纬度: \"111.25, 29.55\": 1 of 1 coordinates is unreadable, outside the county or more than 25.1 km from the township's seat: no hypothesis fits; check the coordinates against a map",
      ])
    #expect(reading.records.count == 1)
  }

  @Test("Some of the rows are swapped, and each says so itself with its own values")
  func some() throws {
    var rows = try Self.rows { (Self.degrees($0.longitude), Self.degrees($0.latitude)) }
    for index in [2, 5, 7] { rows[index].swapAt(3, 4) }
    rows.append(["X-99", "远点", "", "120", "30"])
    let reading = try Self.reading(rows, .cgcs2000)
    #expect(Self.clauses(reading) == nil)
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [4, 7, 9])
    #expect(
      zip(errors, [2, 5, 7]).allSatisfy { problem, index in
        problem.suggestion?.description == "write \(rows[index][4]) and \(rows[index][3])"
      })
    #expect(reading.rejected.map(\.row) == [4, 7, 9])
    #expect(reading.records.count == 10)
  }

  @Test("A position that the register has is not asked about again")
  func settled() throws {
    let sheet = Sheets.sheet([
      ["编号", "名称", "乡镇", "经度", "纬度"], ["X-1", "某点", "复兴镇", "111.25", "29.55"],
      ["X-2", "某点", "复兴镇", "111.26", "29.55"],
    ])
    let reading = SurveyReader(SurveyOptions(datum: .wgs84)).read(
      [sheet], known: try Sheets.lixian(),
      isSettled: { code, place in
        code == "X-1" && place.longitude == 111.25
      })
    #expect(reading.problems.allSatisfy { $0.line == 3 })
  }
}
