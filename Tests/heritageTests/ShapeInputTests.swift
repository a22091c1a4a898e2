import Foundation
import HeritageTestSupport
import Testing

@Suite("Areas and lines from files")
struct ShapeInputTests {
  private static func polygon(_ rings: String) -> String {
    #"{"type":"Polygon","coordinates":[\#(rings)]}"#
  }

  private static let square = polygon(
    "[[111.6,29.6],[111.8,29.6],[111.8,29.8],[111.6,29.8],[111.6,29.6]]")

  struct BadShape: Sendable, CustomTestStringConvertible {
    let option: [String]
    let text: String
    let message: String
    var testDescription: String { message }

    init(_ text: String, _ message: String, option: [String] = ["--within"]) {
      self.option = option
      self.text = text
      self.message = message
    }
  }

  private static let along = ["--distance", "500m", "--along"]

  static let broken = [
    BadShape(
      polygon("[[111,29],[112,30],[112,29],[111,30],[111,29]]"),
      "area 1 is not valid: Self-intersection[111.5 29.5]"),
    BadShape(
      polygon("[]"),
      "s.geojson: the geometry is broken: the shape has 0 positions where at least 4 are needed"),
    BadShape(
      polygon("[[111,29],[112,30],[111,29]]"),
      "s.geojson: the geometry is broken: the shape has 3 positions where at least 4 are needed"),
    BadShape(
      polygon("[[111,29],[112,30],[112,29],[111,30]]"),
      "s.geojson: the geometry is broken: the ring is not closed: its last position must repeat"),
    BadShape(
      polygon("[[111.5,29.5],[111.8,29.8],[111.6,29.6],[111.5,29.5]]"),
      "s.geojson: the geometry is broken: a ring encloses no area"),
    BadShape(
      polygon("[[170,20],[-170,20],[-170,40],[170,40],[170,20]]"),
      "s.geojson: the geometry is broken: an edge spans more than 180 degrees"),
    BadShape(polygon("[[111,91],[112,30],[112,29],[111,91]]"), "s.geojson: the geometry is broken"),
    BadShape(polygon("[[111,NaN],[112,30],[112,29],[111,91]]"), "s.geojson: the file is no JSON"),
    BadShape("code,name_zh\nLX-0001,城头山遗址\n", "s.geojson: the file is no JSON"),
    BadShape(
      #"{"type":"Point","coordinates":[111,29]}"#,
      "s.geojson: a geometry of type Point is not read here: lines and polygons are"),
    BadShape(
      #"{"type":"LineString","coordinates":[[111.6,29.6]]}"#,
      "s.geojson: the geometry is broken: the shape has 1 positions where at least 2 are needed",
      option: along),
    BadShape(
      #"{"type":"LineString","coordinates":[[111.6,29.6],[111.6,29.6]]}"#,
      "s.geojson: the geometry is broken: a line's positions are all the same", option: along),
    BadShape(
      square, "s.geojson: the file holds no LineString or MultiLineString", option: along),
  ]

  @Test("A broken shape gets one sentence with the file, a hint and 65", arguments: broken)
  func refused(shape: BadShape) throws {
    let folder = try TemporaryFolder()
    try folder.write(shape.text, to: "s.geojson")
    let register = try Registers.lixian.get().path("heritage.sqlite")
    let run = try Program.heritage.run(
      ["list", "--db", register] + shape.option + ["s.geojson"], in: folder.url)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("heritage: " + shape.message))
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test("An area can come from a pipe, and a folder is no file")
  func pipe() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.square, to: "s.geojson")
    let register = try Registers.lixian.get().path("heritage.sqlite")
    let program = Program.heritage.path
    let piped = try Program.shell(
      "cat s.geojson | '\(program)' list --within - --db '\(register)' --format tsv", in: folder.url
    )
    let named = try Program.shell(
      "'\(program)' list --within s.geojson --db '\(register)' --format tsv", in: folder.url)
    #expect(piped.output == named.output)
    #expect(named.output.contains("LX-0001"))
    let run = try Program.heritage.run(["list", "--within", ".", "--db", register], in: folder.url)
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("heritage: the file . cannot be read: is a directory"))
  }

  @Test("How sure it is that a relic lies in the area is part of every answer")
  func certainty() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.square, to: "s.geojson")
    let register = try Registers.lixian.get().path("heritage.sqlite")
    let run = try Program.heritage.run(
      ["list", "--within", "s.geojson", "--possible", "--format", "csv", "--db", register],
      in: folder.url)
    let header = try #require(run.output.split(whereSeparator: \.isNewline).first).split(
      separator: ",")
    #expect(header.contains("certainty"))
    #expect(!header.contains("distance_m"))
    #expect(run.output.contains("possible"))
  }

  @Test("An answer does not overwrite what it was made from")
  func ownInput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.square, to: "s.geojson")
    let register = try Registers.lixian.get().path("heritage.sqlite")
    let run = try Program.heritage.run(
      ["list", "--within", "s.geojson", "-o", "./s.geojson", "--db", register], in: folder.url)
    #expect(run.status == 64)
    #expect(try String(contentsOfFile: folder.path("s.geojson"), encoding: .utf8) == Self.square)
  }
}
