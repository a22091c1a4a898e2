import Geodesy
import HeritageTestSupport
import Testing

@Suite("Coordinates as they are written")
struct CoordinateParserTests {
  private static let chengtoushan = [
    "111.65555555556,29.69166666667", "111.65555555556 29.69166666667",
    "29.69166666667，111.65555555556", "29.69166666667、111.65555555556",
    "111.65555555556;29.69166666667", "111.65555555556；29.69166666667",
    "111.65555555556\t29.69166666667", "111.65555555556/29.69166666667",
    "E111.65555555556 N29.69166666667", "N29.69166666667E111.65555555556",
    "E 111.65555555556, N 29.69166666667", "111.65555555556E 29.69166666667N",
    "111.65555555556e29.69166666667n", "lon 111.65555555556 lat 29.69166666667",
    "lat=29.69166666667, lon=111.65555555556", "(111.65555555556, 29.69166666667)",
    "经度：111.65555555556；纬度：29.69166666667", "经度:东经111.65555555556 纬度:北纬29.69166666667",
    "111°39′20″E 29°41′30″N", "111°39′20″E, 29°41′30″N", "29°41′30″N、111°39′20″E",
    "111°39'20\"E 29°41'30\"N", "111°39'20'' 29°41'30''", "111°39′20″29°41′30″",
    "111°39′20 29°41′30", "111° 39′ 20″  29° 41′ 30″", "111° 39' 20.0\", 29° 41' 30.0\"",
    "东经111度39分20秒，北纬29度41分30秒", "东经111度39分20秒 北纬29°41′30″",
    "北纬29°41′30″东经111°39′20″", "北緯29度41分30秒、東經111度39分20秒", "东111°39′20″北29°41′30″",
    "东经１１１度３９分２０秒，北纬２９度４１分３０秒", "１１１．６５５５５５５５５５６，２９．６９１６６６６６６６７",
    "＋１１１．６５５５５５５５５５６　＋２９．６９１６６６６６６６７", "111º39’20”E 29º41’30”N",
    "111d39'20\"E 29d41'30\"N", "111°39.33333333333′E 29°41.5′N", "E111°39.33333333333 N29°41.5",
    "E111°39′20″\nN29°41′30″", "111 39 20, 29 41 30", "29-41-30；111-39-20", "N29:41:30, E111:39:20",
    "111d39m20s 29d41m30s", "111d39m20.0sE 29d41m30.0sN",
    "东经111°39′20″ 北纬29°41′30″ 高程56米", "\u{FEFF} 111.65555555556 ,\u{A0}29.69166666667 ",
  ]

  @Test("Every form is the same place", arguments: chengtoushan)
  func forms(text: String) throws {
    let written = try CoordinateParser(.wgs84).parse(text)
    #expect(abs(written.wgs84.longitude - 111.65555555556) < 1e-10)
    #expect(abs(written.wgs84.latitude - 29.69166666667) < 1e-10)
    #expect(written.verbatim == text)
  }

  @Test(
    "Halves of the globe and signs",
    arguments: [
      ("111.5W 29.5S", -111.5, -29.5), ("西经111度30分 南纬29度30分", -111.5, -29.5),
      ("-111.5, -29.5", -111.5, -29.5), ("−111°30′, −29°30′", -111.5, -29.5),
      ("E87.6 N43.8", 87.6, 43.8), ("N43.8 87.6", 87.6, 43.8), ("43.8 87.6E", 87.6, 43.8),
      ("W0°30′ S0°30′", -0.5, -0.5), ("-0°30′ , 100", 100, -0.5), ("-90, 180", 180, -90),
      ("E0, N0", 0, 0),
    ])
  func halves(text: String, longitude: Double, latitude: Double) throws {
    let position = try CoordinateParser(.wgs84).parse(text).wgs84
    #expect(position == .at(longitude, latitude))
  }

  @Test(
    "What is no coordinate is refused with the reason",
    arguments: [
      ("", CoordinateTextError.empty), ("  ", .empty), ("，", .empty), ("111.6", .oneValue),
      ("1,2,3", .tooManyValues(3)), ("87.6,43.8", .ambiguous(87.6, 43.8)),
      ("43°48′ 87°36′", .ambiguous(43.8, 87.6)), ("111°60′, 29°", .minutes(60)),
      ("111°39′60″, 29°", .seconds(60)), ("111°99′20″E 29°41′30″N", .minutes(99)),
      ("111.5°39′, 29", .fractionBeforeFiner), ("111°39.5′20″, 29", .fractionBeforeFiner),
      ("39′20″, 29", .noDegrees), ("-111.5W, 29.5", .signAndHalf(-111.5)),
      ("E111.5 E29.5", .sameAxis(.longitude)), ("N111.65 E29.69", .outOfRange(.latitude, 111.65)),
      ("E181 N29", .outOfRange(.longitude, 181)), ("111, 91", .outOfRange(.latitude, 91)),
      ("3286114.862, 37563447.873", .metresInDegrees(3_286_114.862)),
      ("X111 Y29", .metresInDegrees(111)), ("E111.5 N", .strayMark(.latitude)),
      ("E E111.5, 29", .strayMark(.longitude)), ("城头山", .unreadable("城头山")),
      ("111.5.5, 29", .unreadable("111.5.5")), ("111..29", .unreadable("111..29")),
      ("nan, nan", .unreadable("nan, nan")), ("111.6°,29.7°,北京", .unreadable("京")),
      ("--111, 29", .unreadable("-111, 29")),
      ("111°39″, 29°41″", .noMinutes(degrees: 111, seconds: 39)),
      ("东经111度39秒 北纬29度41分30秒", .noMinutes(degrees: 111, seconds: 39)),
      ("111d20s, 29", .noMinutes(degrees: 111, seconds: 20)),
    ])
  func refused(text: String, error: CoordinateTextError) {
    #expect(throws: error) { try CoordinateParser(.wgs84).parse(text) }
    #expect(!"\(error)".isEmpty && !"\(error)".hasSuffix("."))
  }

  @Test(
    "A column for one angle holds any of its spellings",
    arguments: [
      ("29-41-30.5", "111-39-20.2"), ("29 41 30.5", "111 39 20.2"), ("29:41:30.5", "111:39:20.2"),
      ("29d41m30.5s", "111d39m20.2s"), ("29°41′30,5″", "111°39′20,2″"),
      ("29．41．30.5", "111．39．20.2"), ("29。41。30.5", "111。39。20.2"), ("29﹒41﹒30﹒5", "111﹒39﹒20﹒2"),
      ("北纬29-41-30.5", "东经111-39-20.2"), ("29 41 30.5 N", "E 111 39 20.2"),
      ("纬度：29：41：30.5", "经度:111:39:20.2"),
      ("2.969180555555556E+01", "1.116556111111111E+02"), ("29,6918055555556", "111,6556111111111"),
      ("29 41.508333333", "111-39.336666667"),
    ])
  func spellings(latitude: String, longitude: String) throws {
    let read = try CoordinateParser(.wgs84).parse(longitude: longitude, latitude: latitude).wgs84
    #expect(abs(read.longitude - 111.65561111) < 1e-8, "\(longitude)")
    #expect(abs(read.latitude - 29.69180556) < 1e-8, "\(latitude)")
  }

  @Test(
    "A column for one angle refuses what has no one reading",
    arguments: [
      ("29 41", CoordinateTextError.tooManyValues(2)), ("29-41-60", .seconds(60)),
      ("29 61 10", .minutes(61)), ("29.41.3", .unreadable("29.41.3")),
      ("29-41 30", .tooManyValues(3)), ("29,41,30", .tooManyValues(3)),
      ("29°30″", .noMinutes(degrees: 29, seconds: 30)),
    ])
  func noSpelling(latitude: String, error: CoordinateTextError) {
    let found = #expect(throws: CoordinateTextError.self) {
      try CoordinateParser(.wgs84).parse(longitude: "111.65", latitude: latitude)
    }
    #expect(found == error)
  }

  @Test("Metres may have separators of thousands")
  func thousands() throws {
    let parser = CoordinateParser(try Datum("gk3:37"))
    let read = try parser.parse(longitude: "37,563,447.873", latitude: "3,286,114.862")
    #expect(Geodesic.distance(read.wgs84, .chengtoushan).metres < 0.001)
  }

  @Test("Two columns name their axes; a mark that contradicts is refused")
  func columns() throws {
    let parser = CoordinateParser(.wgs84)
    #expect(try parser.parse(longitude: "87.6", latitude: "43.8").wgs84 == .at(87.6, 43.8))
    let written = try parser.parse(longitude: "东经111°30′", latitude: "29度30分")
    #expect(written.wgs84 == .at(111.5, 29.5))
    #expect(written.verbatim == "东经111°30′, 29度30分")
    #expect(throws: CoordinateTextError.wrongAxis(found: .latitude, expected: .longitude)) {
      try parser.parse(longitude: "N29.69", latitude: "E111.65")
    }
    #expect(throws: CoordinateTextError.outOfRange(.latitude, 111.65)) {
      try parser.parse(longitude: "29.69", latitude: "111.65")
    }
    #expect(throws: CoordinateTextError.empty) { try parser.parse(longitude: "1", latitude: " ") }
  }

  @Test(
    "Metres of a zone are told apart by their marks or their size",
    arguments: [
      "3286114.862, 37563447.873", "37563447.873, 3286114.862", "3286114.862 563447.873",
      "563447.873、3286114.862", "X=3286114.862 Y=37563447.873", "Y：563447.873；X：3286114.862",
      "X3286114.862m, Y563447.873m", "纵坐标3286114.862 横坐标37563447.873",
      "N3286114.862 E563447.873", "３２８６１１４．８６２，３７５６３４４７．８７３",
    ])
  func metres(text: String) throws {
    let zone = try Datum("gk3:37")
    let written = try CoordinateParser(zone).parse(text)
    #expect(Geodesic.distance(written.wgs84, .chengtoushan).metres < 0.001)
  }

  private static func outsideZone() throws -> [(String, CoordinateTextError)] {
    let zone = try GaussKruger(zone: 37)
    return [
      (
        "3286114.862, 38563447.873",
        CoordinateTextError.gaussKruger(
          .otherZone(found: 38, declared: zone, easting: 38_563_447.873))
      ), ("111.65, 29.69", .degreesInMetres(111.65)), ("111°39′, 29°41′", .degreesInMetres(111.65)),
      ("X3286114 X563447", .sameAxis(.northing)),
      (
        "3286114.862, 3286114.862",
        .gaussKruger(.otherZone(found: 3, declared: zone, easting: 3_286_114.862))
      ),
    ]
  }

  @Test("Numbers that are not in the zone are refused", arguments: try outsideZone())
  func notInZone(text: String, error: CoordinateTextError) throws {
    let zone = try Datum("gk3:37")
    #expect(throws: error) { try CoordinateParser(zone).parse(text) }
  }

  @Test("Degrees, minutes and seconds of any position are read back")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 39)
    for _ in 0..<Cases.count(2000) {
      // Whole tenths of a second, so that the text is exact.
      let (east, north) = (
        Int.random(in: 0...6_480_000, using: &generator),
        Int.random(in: 0...3_240_000, using: &generator)
      )
      func text(_ tenths: Int, _ marks: [String]) -> String {
        "\(tenths / 36000)\(marks[0])\(tenths / 600 % 60)\(marks[1])"
          + "\(tenths / 10 % 60).\(tenths % 10)\(marks[2])"
      }
      for marks in [["°", "′", "″"], ["度", "分", "秒"], ["°", "'", "\""]] {
        let read = try CoordinateParser(.wgs84).parse(
          "北纬\(text(north, marks)) 东经\(text(east, marks))"
        ).wgs84
        #expect(abs(read.longitude - Double(east) / 36000) < 1e-12)
        #expect(abs(read.latitude - Double(north) / 36000) < 1e-12)
      }
    }
  }

  @Test("No text makes the parser fail otherwise than with a reason")
  func anyText() throws {
    var generator = SeededGenerator(seed: 40)
    let pieces = Array("0123456789.,-+°′″'\"度分秒东西南北经纬EWNSXYdm ;、/\n：=()城a\u{301}🙂９．")
    let parsers = [CoordinateParser(.wgs84), CoordinateParser(try Datum("gk3:37"))]
    for _ in 0..<Cases.count(20_000) {
      let text = String(
        (0..<Int.random(in: 0...16, using: &generator)).compactMap { _ in
          pieces.randomElement(using: &generator)
        })
      for parser in parsers {
        do throws(CoordinateTextError) {
          let written = try parser.parse(text)
          #expect(abs(written.wgs84.longitude) <= 180 && abs(written.wgs84.latitude) <= 90)
        } catch {
          #expect(!"\(error)".isEmpty)
        }
      }
    }
  }
}
