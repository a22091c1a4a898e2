import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage import reads what stands there")
struct ImportAsWrittenTests {
  /// An empty register without an outline, made once.
  private static let empty = Result {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(
      ["init", "--empty", "--name", "样县", "--db", "heritage.sqlite"], in: folder.url)
    guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    return folder
  }

  private static func folder(_ name: String, _ bytes: [UInt8]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: empty.get().path("heritage.sqlite"), toPath: folder.path("heritage.sqlite"))
    try folder.write(bytes: bytes, to: name)
    return folder
  }

  private static func run(
    _ folder: TemporaryFolder, _ arguments: String...
  ) throws -> Program.Run {
    try Program.heritage.run(["import"] + arguments, in: folder.url)
  }

  @Test("A table in Big5 is refused with the option that reads it")
  func encoding() throws {
    // code,name,level / E-1,樣塔,county / E-2,許氏宗祠,county
    let names: [[UInt8]] = [
      [0xBC, 0xCB, 0xB6, 0xF0], [0xB3, 0x5C, 0xA4, 0xF3, 0xA9, 0x76, 0xAF, 0xA8],
    ]
    let bytes =
      Array("code,name,level\n".utf8)
      + names.enumerated().flatMap { Array("E-\($0 + 1),".utf8) + $1 + Array(",county\n".utf8) }
    let folder = try Self.folder("big5.csv", bytes)
    let refused = try Self.run(folder, "big5.csv", "--dry-run")
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains("it is most likely Big5")
        && refused.errors.contains("--encoding big5"))
    let read = try Self.run(folder, "big5.csv", "--encoding", "big5", "--dry-run")
    #expect(read.status == 0 && read.output.contains("許氏宗祠") && read.output.contains("樣塔"))
    let named = try Self.run(folder, "big5.csv", "--encoding", "klingon")
    #expect(named.status == 64)
  }

  @Test("A shape is an error of its row: --skip-bad writes the others, --shape-centres places it")
  func shapes() throws {
    func feature(_ code: Int, _ geometry: String) -> String {
      #"{"type":"Feature","properties":{"编号":"M-\#(code)","名称":"样点","级别":"县级"},"geometry":\#(geometry)}"#
    }
    let features = [
      feature(1, #"{"type":"MultiPoint","coordinates":[[111.655,29.695]]}"#),
      feature(
        2,
        #"{"type":"Polygon","coordinates":[[[111.65,29.69],[111.66,29.69],[111.66,29.7],[111.65,29.7],[111.65,29.69]]]}"#
      ), feature(3, "null"),
    ]
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    let folder = try Self.folder("m.geojson", Array(text.utf8))
    let all = try Self.run(folder, "m.geojson")
    #expect(all.status == 65)
    #expect(
      all.errors.contains("row 2") && all.errors.contains("“Polygon”")
        && all.errors.contains("--shape-centres"))
    let good = try Self.run(folder, "m.geojson", "--skip-bad", "--no-backup")
    #expect(good.status == 0)
    let centred = try Self.run(folder, "m.geojson", "--shape-centres", "--no-backup")
    #expect(centred.status == 0)
    let list = try Program.heritage.run(
      ["export", "--format", "json", "--audience", "staff"], in: folder.url)
    let relics = try list.objects
    #expect(relics.count == 3)
    #expect(relics.map { $0["lon"] as? Double } == [111.655, 111.655, nil])
    #expect(relics[1]["coord_method"] as? String == "derived")
    #expect((relics[1]["coord_accuracy_m"] as? Double).map { (730...740).contains($0) } == true)
  }

  @Test("A zone of a GeoJSON in metres is read, and 0 for a coordinate is refused")
  func zone() throws {
    let text =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4525"}},"#
      + #""features":[{"type":"Feature","properties":{"编号":"M-1","名称":"样点","级别":"县级"},"#
      + #""geometry":{"type":"Point","coordinates":[37563447.445,3286114.49]}}]}"#
    let folder = try Self.folder("m.geojson", Array(text.utf8))
    let run = try Self.run(folder, "m.geojson", "--dry-run", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    try folder.write("编号,名称,lon,lat\nZ-1,样点,0,0\n", to: "z.csv")
    let zero = try Self.run(folder, "z.csv")
    #expect(zero.status == 65 && zero.errors.contains("has a 0 for a longitude or a latitude"))
  }

  @Test("A level, a batch and the parts of a code are given once for a table, and noted")
  func wholeTable() throws {
    let folder = try Self.folder(
      "n.csv", Array("编号,名称,批次\n1,样塔,第一批\n1,样桥,第五批\n".utf8))
    let refused = try Self.run(folder, "n.csv", "--level", "national")
    #expect(refused.status == 65 && refused.errors.contains("--code-from batch,编号"))
    let read = try Self.run(
      folder, "n.csv", "--level", "national", "--code-from", "batch,编号", "--no-backup", "-q")
    #expect(read.status == 0, "\(read.errors)")
    let codes = try Program.heritage.run(["list", "--format", "csv"], in: folder.url)
    #expect(codes.output.contains("1-0001,样塔") && codes.output.contains("5-0001,样桥"))
    let log = try Program.heritage.run(["imports", "--format", "csv"], in: folder.url)
    #expect(log.output.contains("--level national --code-from batch,编号"))
  }

  @Test("convert reads what import reads")
  func convert() throws {
    let run = try Program.heritage.run(
      [
        "convert", "--from", "wgs84", "--to", "wgs84", "--format", "csv",
        "东经111°39′20″ 北纬29°41′30″ 高程56米",
      ],
      in: try Registers.lixian.get().url)
    #expect(run.status == 0 && run.output.contains("111.6555556,29.6916667"))
    let slip = try Program.heritage.run(
      ["convert", "--from", "wgs84", "--to", "wgs84", "111°39″ 29°41″"],
      in: try Registers.lixian.get().url)
    #expect(slip.status == 65 && slip.errors.contains("39 seconds"))
  }
}
