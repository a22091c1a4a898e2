import Foundation
import Geodesy
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport
import SurveyTables
import Tables
import Testing

@Suite("No tomb is published by omission")
struct TombLayoutTests {
  /// Layouts without a class, each as a header and how a code, a name and a place stand in a row.
  private struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let header: [String]
    var above: [String] = []
    let row: @Sendable (String, String, Double, Double) -> [String]
  }

  private static func text(_ value: Double) -> String { String(describing: value) }

  private static let layouts: [Layout] = [
    Layout(testDescription: "no column", header: ["编号", "名称", "lon", "lat"]) {
      [$0, $1, text($2), text($3)]
    },
    Layout(testDescription: "empty column", header: ["编号", "名称", "类别", "lon", "lat"]) {
      [$0, $1, "", text($2), text($3)]
    },
    Layout(
      testDescription: "heading", header: ["编号", "名称", "lon", "lat"], above: ["一、古墓葬（5处）"]
    ) { [$0, $1, text($2), text($3)] },
    Layout(
      testDescription: "heading over an empty column", header: ["编号", "名称", "类别", "lon", "lat"],
      above: ["（一）古墓葬"]
    ) { [$0, $1, "", text($2), text($3)] },
    Layout(
      testDescription: "heading over another class", header: ["编号", "名称", "类别", "lon", "lat"],
      above: ["古墓葬类"]
    ) { [$0, $1, "其他", text($2), text($3)] },
    Layout(testDescription: "keys", header: ["code", "name_zh", "lon", "lat", "township"]) {
      [$0, $1, text($2), text($3), ""]
    },
    Layout(
      testDescription: "English",
      header: ["Code", "Name (Chinese)", "Longitude (WGS84)", "Latitude (WGS84)"]
    ) {
      [$0, $1, text($2), text($3)]
    },
    Layout(testDescription: "one cell", header: ["编号", "名称", "坐标（WGS84）"]) {
      [$0, $1, "\(text($2)), \(text($3))"]
    },
    Layout(testDescription: "accuracy", header: ["编号", "名称", "lon", "lat", "精度"]) {
      [$0, $1, text($2), text($3), "5"]
    },
    Layout(
      testDescription: "an export",
      header: ["code", "name_zh", "lon", "lat", "level_basis", "coord_method"]
    ) {
      [$0, $1, text($2), text($3), "stated", "rtk"]
    },
    Layout(
      testDescription: "class nobody knows",
      header: ["编号", "名称", "级别", "年代", "经度（WGS84）", "纬度（WGS84）"]
    ) {
      [$0, $1, "县保", "清", text($2), text($3)]
    },
    Layout(testDescription: "address", header: ["编号", "文物名称", "地址", "lon", "lat", "备注"]) {
      [$0, $1, "某村", text($2), text($3), ""]
    },
  ]

  private static func names(
    _ first: [String], _ middle: [String], _ last: [String], count: Int
  ) -> [String] {
    var generator = SeededGenerator(seed: 41)
    func pick(_ texts: [String]) -> String {
      texts[Int.random(in: texts.indices, using: &generator)]
    }
    var names: Set<String> = []
    while names.count < count { names.insert(pick(first) + pick(middle) + pick(last)) }
    return names.sorted()
  }

  private static let places = ["张家坡", "大堰", "李公", "王家山", "黄泥岗", "余家", "东风村", "孙家", "彭头", "蔡家"]

  private static let tombs = names(
    places, ["汉", "楚", "明代", "古", "", "双", "石室", "宋"],
    ["墓", "墓群", "冢", "祖坟", "墓地", "葬坑", "王陵", "悬棺", "封土堆", "茔地"], count: 200)

  private static let lookalikes = names(
    places, ["墓", "坟", "冢", "古墓", "葬", "棺材", "武陵", "茶陵", "墓前", "大坟"],
    ["桥", "小学", "水库", "渡槽", "井", "街", "老屋", "书院", "古道", "会馆"], count: 200)

  /// A register without relics, made once and copied.
  private static let empty = Result {
    let folder = try TemporaryFolder()
    let path = folder.path("e.sqlite")
    try RegisterFile.create(at: path, from: CountyPack(emptyCounty: "澧县"))
    return (folder: folder, path: path)
  }

  private static func read(
    _ names: [String], _ layout: Layout
  ) throws -> (folder: TemporaryFolder, path: String, difference: RegisterDifference) {
    let rows = names.enumerated().map { index, name in
      layout.row("T-\(index)", name, 111.6 + Double(index) / 10_000, 29.6 + Double(index) / 9000)
    }
    let reading = Sheets.read([layout.header] + layout.above.map { [$0] } + rows)
    #expect(!reading.hasErrors, "\(reading.lines.prefix(2))")
    let folder = try TemporaryFolder()
    let path = folder.path("heritage.sqlite")
    try FileManager.default.copyItem(atPath: empty.get().path, toPath: path)
    return (folder, path, try Registrar(opening: path).apply(reading.records))
  }

  @Test("200 tombs have no fine position in the public copy", arguments: layouts)
  private func tombs(layout: Layout) throws {
    let (folder, path, difference) = try Self.read(Self.tombs, layout)
    #expect(difference.new.count == 200)
    try RegisterFile(path).publish(to: folder.path("public.sqlite"))
    let copy = try Registry(opening: folder.path("public.sqlite"), audience: .staff)
    let sites = try copy.sites(matching: SiteQuery()).items
    #expect(sites.count == 200)
    #expect(sites.allSatisfy { $0.position == nil })
    #expect(try copy.undecidedPositions().isEmpty)
    // A class that a heading gives says it by itself.
    let isByClass = !layout.above.isEmpty && !layout.header.contains("其他")
    if !isByClass { #expect(difference.withheld.count == 200) }
  }

  @Test("200 names that only look so are kept, and asked about one by one", arguments: layouts)
  private func lookalikes(layout: Layout) throws {
    guard layout.above.isEmpty else { return }
    let (folder, path, difference) = try Self.read(Self.lookalikes, layout)
    defer { withExtendedLifetime(folder) {} }
    #expect(difference.new.count == 200)
    #expect(
      Set(difference.remarks.filter { $0.field == .nameZH }.compactMap(\.value))
        == Set(Self.lookalikes))
    let staff = try Registry(opening: path, audience: .staff)
    #expect(try staff.sites(matching: SiteQuery()).items.allSatisfy { $0.position != nil })
  }

  @Test("A cell that says what the public may see is believed, and publishing names the relic")
  func decided() throws {
    let layout = Layout(
      testDescription: "disclosure", header: ["编号", "名称", "lon", "lat", "位置公开"]
    ) { [$0, $1, Self.text($2), Self.text($3), "公开"] }
    let (folder, path, difference) = try Self.read(["王家墓群", "样点"], layout)
    defer { withExtendedLifetime(folder) {} }
    #expect(difference.remarks.isEmpty && difference.withheld.isEmpty)
    let undecided = try Registry(opening: path, audience: .public).undecidedPositions()
    #expect(undecided.map(\.code) == ["T-0", "T-1"])
    #expect(undecided.map(\.reason) == [.words("王家墓群"), .noCategory])
  }
}
