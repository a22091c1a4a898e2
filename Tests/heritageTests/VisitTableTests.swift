import Foundation
import HeritageTestSupport
import Testing

@Suite("Visits come in and go out with tables")
struct VisitTableTests {
  private static let access = """
    编号,名称,级别,类别,经度（WGS84）,纬度（WGS84）,开放状况,开放时间
    O-1,样塔,县级,古建筑,111.70,29.66,开放,08:30-17:00
    O-2,样祠,县级,古建筑,111.71,29.66,不开放,
    O-3,样桥,县级,古建筑,111.72,29.66,有条件开放,Tu-Su 09:00-17:00
    O-4,样亭,县级,古建筑,111.73,29.66,,

    """

  @Test("An imported relic that is open is in a plan, with its hours; the others say why not")
  func tour() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.access, to: "access.csv")
    _ = try Program.heritage.run(["init", "--empty", "--name", "样县"], in: folder.url)
    let run = try Program.heritage.run(["import", "access.csv"], in: folder.url)
    #expect(run.status == 0 && !run.errors.contains("warning"), "\(run.errors)")
    let plan = try Program.heritage.run(
      ["tour", "--date", "2026-12-05", "--start", "111.7,29.65", "--format", "json"],
      in: folder.url)
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(try PrintedPlan(plan).codes == [["O-1"]])
    let export = try Program.heritage.run(["export", "--format", "jsonl"], in: folder.url)
    let rows = try export.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(rows.map { $0["access"] as? String } == ["open", "closed", "restricted", nil])
    #expect(
      rows.map { $0["opening_hours"] as? String } == [
        "Mo-Su 08:30-17:00", nil, "Tu-Su 09:00-17:00", nil,
      ])
  }

  @Test("The visits of the pack go out and come back without a change", arguments: ["csv", "xlsx"])
  func roundTrip(format: String) throws {
    let folder = try Registers.lixianCopy()
    let name = "all." + format
    let export = try Program.heritage.run(
      ["export", "--audience", "staff", "-o", name], in: folder.url)
    #expect(export.status == 0, "\(export.errors)")
    let again = try Program.heritage.run(["import", name, "--dry-run"], in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect((again.output + again.errors).contains("0 would be new, 0 would be changed"))
  }

  @Test("A changed cell changes the visit, keeps its source, and is named")
  func changed() throws {
    let folder = try Registers.lixianCopy()
    try folder.write(
      "code,name_zh,ticket_cny,opening_hours\nLX-0001,城头山遗址,60,周二至周日 9:00-17:00\n", to: "t.csv")
    let run = try Program.heritage.run(["import", "t.csv", "--no-backup"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let shown = try Program.heritage.run(["show", "LX-0001", "--format", "json"], in: folder.url)
    let visit = try #require((try shown.json as? [String: Any])?["visit"] as? [String: Any])
    #expect(visit["ticket_cny"] as? Double == 60 && visit["access"] as? String == "open")
    #expect((visit["openings"] as? [Any])?.count == 6)
    #expect((visit["source"] as? String)?.contains("chinadaily") == true)
  }
}
