import Boundaries
import Geodesy
import Testing
import Words

@Suite("Texts of surveyors as they are found")
struct OddTextTests {
  private static let rows = [Samples.plot] + Samples.square

  @Test(
    "What is odd and harmless is read, and said",
    arguments: [
      ([plotRow("5,3.8760,1,样例,面,,,,")] + Samples.square, ["boundary.noSign"]),
      (rows.map { $0.replacing(",", with: "，").replacing("3", with: "３") }, ["boundary.wideSigns"]),
      ([plotRow("9,3.8760,1,样例,面,,,,@")] + Samples.square, ["boundary.otherCount"]),
      ([plotRow("5,58.14亩,1,样例,面,,,,@")] + Samples.square, ["boundary.writtenUnit"]),
      ([plotRow("5,58.14,1,样例,面,,,,@")] + Samples.square, ["boundary.areaFits"]),
      ([plotRow("5,7.5,1,样例,面,,,,@")] + Samples.square, ["boundary.areaDiffers"]),
      (
        rows.map { $0.replacing("J3", with: "J2") }, ["boundary.labelTwice", "boundary.labelGap"]
      ),
      (rows.map { $0.replacing("J3", with: "J5") }, ["boundary.labelGap"]),
      (rows.map { $0.replacing(/^J\d,/, with: ",") }, []),
      (rows.map { $0.replacing(/^(J\d),1/, with: { "\($0.1)" }) }, []),
    ] as [([String], [String])])
  func harmless(rows: [String], remarks: [String]) throws {
    let file = try Samples.read(text: Samples.text(rows))
    #expect(abs(file.plots[0].squareMetresOnGrid - 38_759.62) < 0.02)
    #expect(file.remarks.map(\.reason.key) == remarks)
  }

  private static func plotRow(_ text: String) -> String { text }

  @Test(
    "What is wrong is refused with its line, value and cure",
    arguments: [
      (Samples.text(rows, system: ""), 2, "boundary.blankSystem"),
      (Samples.text(rows, system: "1954北京坐标系"), 2, "boundary.oldSystem"),
      (Samples.text(rows, system: "常德城市坐标系"), 2, "boundary.localSystem"),
      (Samples.text(rows, zone: "38"), 4, "boundary.zoneMismatch"),
      (Samples.text(rows, zone: "三十七"), 4, "boundary.badZone"),
      (
        Samples.text(rows.map { $0.replacing(",37563", with: ",563") }, zone: ""), 2,
        "boundary.noZone"
      ),
      (
        Samples.text(rows.map { $0.replacing(",37563", with: ",24563") }), 4,
        "boundary.zoneMismatch"
      ),
      (Samples.text(Array(rows[...3])), nil, nil),
      (Samples.text(Array(rows[...2])), 7, "boundary.fewPoints"),
      (Samples.text([plotRow("5,3.8,1,管线,线,,,,@")] + Samples.square), 6, "boundary.notAnArea"),
      (Samples.text([plotRow("5,3.8,1,井,点,,,,@")] + Samples.square), 6, "boundary.notAnArea"),
      (Samples.text(["J1,3286114.862"]), 6, "boundary.badRow"),
      (Samples.text(["J1,1,3286114.862"]), 6, "boundary.noY"),
      (Samples.text([Samples.plot, "J1,1,三百,37563447.873"]), 7, "boundary.badRow"),
      (Samples.text([Samples.plot, "J1,1,3286114.862,3286114.862"]), 7, "boundary.northingTwice"),
      (Samples.text([Samples.plot, "J1,1,nan,37563447.873"]), 7, "boundary.badRow"),
      (Samples.text([Samples.plot]), 6, "boundary.noPoints"),
      (Samples.text([]), nil, "boundary.noPlots"),
      ("第一行\n第二行\n", nil, "boundary.noSurveyorText"),
      (
        Samples.text(
          rows.map { $0 == "J3,1,3286291.902,37563668.273" ? "J3,1,37563668.273,3286291.902" : $0 }),
        9, "boundary.rowSwapped"
      ),
      (
        Samples.text(
          rows + [Samples.plot] + Samples.square.map { $0.replacing(",37", with: ",38") }),
        13, "boundary.otherKind"
      ),
      (
        Samples.text(rows + Samples.square.map { $0.replacing(",1,", with: ",2,") }), 12,
        "boundary.ringRepeated"
      ),
      (
        Samples.text(
          Array(rows.prefix(4)) + [
            "J3,1,3286200,37563668.273", "J3,1,3286291.902,37563668.273", rows[4], rows[5],
          ]), 10, "boundary.spike"
      ),
      (
        Samples.text(Array(rows.dropLast()) + ["J1,1,3286115.862,37563447.873"]), 11,
        "boundary.badClosing"
      ),
      (
        Samples.text([
          Samples.plot, "J1,1,3286100,37563400", "J2,1,3286200,37563400", "J3,1,3286300,37563400",
          "J1,1,3286100,37563400",
        ]), 9, "boundary.spike"
      ),
      (
        Samples.text(
          rows + [
            "J1,2,3286200,37563600", "J2,2,3286200,37563800", "J3,2,3286250,37563800",
            "J1,2,3286200,37563600",
          ]), 12, "boundary.ringsCross"
      ),
    ] as [(String, Int?, String?)])
  func refused(text: String, line: Int?, key: String?) throws {
    guard let key else {
      #expect(try Samples.read(text: text).remarks.map(\.reason.key).contains("boundary.unclosed"))
      return
    }
    let error = try Samples.refusal { try Samples.read(text: text) }
    let fault = try #require(error.faults.first)
    #expect(fault.reason.key == key)
    #expect(fault.line == line)
    #expect(fault.cure != nil)
  }

  @Test("Degrees under the same head are CGCS2000, latitude or longitude first")
  func degrees() throws {
    let corners = [(29.69, 111.65), (29.70, 111.65), (29.70, 111.66), (29.69, 111.65)]
    for isTurned in [false, true] {
      let rows = corners.enumerated().map { index, corner in
        "J\(index % 3 + 1),1," + (isTurned ? "\(corner.1),\(corner.0)" : "\(corner.0),\(corner.1)")
      }
      let file = try Samples.read(text: Samples.text(["3,,1,,面,,,,@"] + rows))
      #expect(file.datum.datum == .cgcs2000)
      #expect(file.projection.zone == 37)
      #expect(file.plots[0].shape.boundingBox.west == 111.65)
      #expect(file.remarks.count == (isTurned ? 1 : 0))
    }
  }

  @Test("A zone of 6 degrees is told by its number")
  func sixDegrees() throws {
    let rows = Self.rows.map { $0.replacing(",37563", with: ",19563") }
    let file = try Samples.read(
      text: Samples.text(rows, zone: "19").replacing("几度分带=3", with: "几度分带=6"))
    #expect(file.datum.datum.code == "gk6:19")
    let twin = try Samples.read(text: Samples.text(Self.rows)).plots[0].shape.polygons[0].exterior
    for (a, b) in zip(file.plots[0].shape.polygons[0].exterior.positions, twin.positions) {
      #expect(Geodesic.distance(a, b) < .metres(1e-6))
    }
    let error = try Samples.refusal { try Samples.read(text: Samples.text(rows, zone: "19")) }
    #expect(error.faults.first?.reason.key == "boundary.otherWidth")
  }

  @Test("UTF-16 and a byte order mark are read, a NUL byte and two encodings are not")
  func encodings() throws {
    let text = Samples.text(Self.rows)
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [utf16, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let file = try BoundaryFile(BoundarySource(name: "a.txt", bytes: bytes))
      #expect(file.plots[0].name == "样例")
    }
    let gbk = try Samples.bytes("09-gbk-crlf.txt")
    for bytes in [Array(text.utf8) + [0], gbk + [0x0A] + Array(text.utf8)] {
      let error = try Samples.refusal {
        try BoundaryFile(BoundarySource(name: "a.txt", bytes: bytes))
      }
      #expect(error.faults.first?.line != nil)
    }
  }

  @Test("A ring of 100,000 points is read")
  func large() throws {
    let circle = PlaneArea.circle(
      around: PlaneArea.Point(x: 563_000, y: 3_286_000), radius: 5000, corners: 100_000)
    let rows = circle.polygons[0].exterior.enumerated().map {
      "J\($0 + 1),1,\($1.y),\($1.x + 37_000_000)"
    }
    let file = try Samples.read(text: Samples.text(["100000,,1,,面,,,,@"] + rows))
    #expect(abs(file.plots[0].squareMetresOnGrid - 25e6 * 3.141592653589793) < 1)
  }

  @Test("A third part of a plot and a hole in another keep their places")
  func parts() throws {
    let file = try Samples.read("04-ring-order.txt")
    #expect(file.remarks.map(\.reason.key) == ["boundary.roles", "boundary.areaFits"])
    #expect(file.plots[0].declared?.fitting == .squareMetres)
  }
}
