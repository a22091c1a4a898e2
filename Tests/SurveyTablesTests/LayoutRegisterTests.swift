import Foundation
import Geodesy
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport
import SurveyTables
import Testing

@Suite("Tables in the layouts of bureaus against the register of Lixian")
struct LayoutRegisterTests {
  private static let files = [
    "county-list.xlsx", "survey-list.xlsx", "bilingual.xlsx", "one-column.xlsx",
    "gauss-kruger.xlsx", "survey-form.xlsx", "three-columns.xlsx", "national-units.csv",
    "saved-list.tsv",
  ]

  private static func options(_ file: String) -> SurveyOptions {
    guard file == "national-units.csv" else { return SurveyOptions() }
    return SurveyOptions(headers: ["code": "登记编号", "official_code": "编号"])
  }

  @Test("What a table says is what the register has", arguments: files)
  func agrees(file: String) throws {
    let layouts = try Layouts.lixian.get()
    let registry = try Registry(opening: layouts.path, audience: .staff)
    let reading = try layouts.read(file, Self.options(file))
    #expect(reading.records.count >= 6)
    for record in reading.records {
      let (read, known) = (record.site, try registry.site(record.site.code))
      #expect(read.nameZH == known.nameZH)
      if record.given.contains(.nameEN) { #expect(read.nameEN == known.nameEN) }
      if record.given.contains(.level) { #expect(read.level == known.level) }
      if record.given.contains(.category) { #expect(read.category == known.category) }
      if record.given.contains(.periodWords) { #expect(read.period.words == known.period.words) }
      if record.given.contains(.township) { #expect(read.township == known.township) }
      if record.given.contains(.village) { #expect(read.village == known.village) }
      if record.given.contains(.area) { #expect(read.areaSquareMetres == known.areaSquareMetres) }
      if record.given.contains(.position) {
        switch (read.position, known.position) {
        case (let a?, let b?):
          // Half a second of the meridian is 15 m; what is converted here keeps centimetres.
          #expect(Geodesic.distance(a.coordinate, b.coordinate) < .metres(0.1))
        case (nil, nil): break
        default: Issue.record("\(read.code) has a position in one of the two alone")
        }
      }
      let present = try registry.dossier(known.code).designations.first { $0.standing == .present }
      guard let announced = record.dossier.designations.first else { continue }
      #expect(announced.level == present?.level)
      #expect(announced.batch == nil || announced.batch == present?.batch)
      #expect(announced.year == nil || announced.year == present?.year)
      #expect(announced.officialCode == nil || announced.officialCode == present?.officialCode)
    }
  }

  @Test("A table imported twice changes nothing the second time", arguments: files)
  func twice(file: String) throws {
    let records = try Layouts.lixian.get().read(file, Self.options(file)).records
    let folder = try TemporaryFolder()
    let path = folder.path("heritage.sqlite")
    try FileManager.default.copyItem(atPath: Layouts.lixian.get().path, toPath: path)
    func count() throws -> Int {
      let registry = try Registry(opening: path, audience: .staff)
      var query = SiteQuery()
      query.includesStandIns = true
      return try registry.sites(matching: query).items.count
    }
    let total = try count()
    try Registrar(opening: path).apply(records)
    let again = try Registry(opening: path).difference(of: records)
    #expect(again.isEmpty && again.refused.isEmpty)
    #expect(try count() == total)
  }

  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  @Test(
    "The script writes the tables as they are",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func script() throws {
    let folder = try TemporaryFolder()
    let script = Program.package.appendingPathComponent("Scripts/layout-tables").path
    let made = try Program(try #require(Self.python)).run([script, folder.path(".")])
    #expect(made.status == 0, "\(made.errors)")
    let kept = try #require(Bundle.module.url(forResource: "Layouts", withExtension: nil))
    for file in Self.files {
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: folder.path(file)))
          == Data(contentsOf: kept.appendingPathComponent(file)), "\(file)")
    }
  }
}
