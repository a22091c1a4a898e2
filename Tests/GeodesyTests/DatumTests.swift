import Geodesy
import Testing

@Suite("Names of datums")
struct DatumTests {
  @Test(
    "A name is read however it is written",
    arguments: [
      ("wgs84", "wgs84"), ("WGS 84", "wgs84"), ("wgs-84", "wgs84"), ("EPSG:4326", "wgs84"),
      ("CGCS2000", "cgcs2000"), ("GCJ-02", "gcj02"), ("bd09", "bd09"), ("BD-09", "bd09"),
      ("gk3:37", "gk3:37"), ("GK3:45", "gk3:45"), ("gk6:19", "gk6:19"),
    ])
  func names(text: String, code: String) throws {
    #expect(try Datum(text).code == code)
    #expect(try Datum(code) == Datum(text))
  }

  @Test(
    "Codes of EPSG name the zones of CGCS2000",
    arguments: [
      ("EPSG:4525", "gk3:37"), ("EPSG:4546", "gk3:37"), ("EPSG:4497", "gk6:19"),
      ("EPSG:4508", "gk6:19"), ("EPSG:4513", "gk3:25"), ("EPSG:4554", "gk3:45"),
      ("EPSG:4491", "gk6:13"), ("EPSG:4490", "cgcs2000"),
    ])
  func codes(text: String, code: String) throws {
    #expect(try Datum(text).code == code)
  }

  @Test(
    "What names no datum is refused",
    arguments: [
      ("", DatumError.unknown("")), ("utm", .unknown("utm")), ("gk3", .noZone("gk3")),
      ("gk3:", .noZone("gk3:")), ("gk3:x", .noZone("gk3:x")),
      ("gk3:19", .gaussKruger(.noSuchZone(19, width: .three))),
      ("gk6:37", .gaussKruger(.noSuchZone(37, width: .six))), ("gk6", .noZone("gk6")),
      ("epsg:3857", .unknown("epsg:3857")),
    ])
  func refused(text: String, error: DatumError) {
    #expect(throws: error) { try Datum(text) }
  }

  @Test(
    "The datums of former surveys are refused with the reason",
    arguments: [
      ("beijing54", OldDatum.beijing1954), ("Beijing 1954", .beijing1954), ("北京54", .beijing1954),
      ("1954年北京坐标系", .beijing1954), ("xian80", .xian1980), ("Xi'an 1980", .xian1980),
      ("1980西安坐标系", .xian1980), ("EPSG:4610", .xian1980),
    ])
  func former(text: String, datum: OldDatum) {
    let error = #expect(throws: DatumError.self) { try Datum(text) }
    #expect(error == .noPublicParameters(datum))
    #expect("\(DatumError.noPublicParameters(datum))".contains("hundreds of metres"))
    #expect("\(DatumError.noPublicParameters(datum))".contains("not public"))
  }

  @Test("A position goes through every datum and comes back")
  func roundTrip() throws {
    for name in ["wgs84", "cgcs2000", "gcj02", "bd09", "gk3:37", "gk3:38"] {
      let datum = try Datum(name)
      let back = datum.wgs84(try datum.position(of: .chengtoushan))
      #expect(Geodesic.distance(back, .chengtoushan).metres < 1e-4, "\(name)")
    }
    #expect(throws: GaussKrugerError.self) { try Datum("gk3:30").position(of: .chengtoushan) }
  }
}
