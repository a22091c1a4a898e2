import HeritageRegistry
import Testing

@testable import SurveyTables

@Suite("Columns of visits")
struct VisitColumnTests {
  private func reading(_ header: String, _ text: String) -> SurveyReading {
    Sheets.read([["编号", "名称", "级别", header], ["V-1", "样塔", "县级", text]])
  }

  private func visit(_ header: String, _ text: String) throws -> Visit? {
    let reading = reading(header, text)
    #expect(reading.lines == [])
    return try #require(reading.records.first).dossier.visit
  }

  @Test(
    "Access in the words of tables",
    arguments: [
      ("开放", Access.open), ("对外开放", .open), ("是", .open), ("open", .open), ("不开放", .closed),
      ("未开放", .closed), ("否", .closed), ("有条件开放", .restricted), ("预约开放", .restricted),
      ("部分开放", .restricted), ("限制开放", .restricted),
    ])
  func access(text: String, access: Access) throws {
    for header in ["开放状况", "开放情况", "是否开放", "access"] {
      #expect(try visit(header, text)?.access == access)
    }
    #expect(try visit("开放状况", text)?.ticketYuan == nil)
  }

  @Test("免费开放 is open, and free where no column says the price")
  func free() throws {
    let free = reading("开放情况", "免费开放").records.first
    #expect(free?.dossier.visit == Visit(access: .open, ticketYuan: 0))
    #expect(free?.given.contains(.ticket) == true)
    let priced = Sheets.read([
      ["编号", "名称", "级别", "开放情况", "票价"], ["V-1", "样塔", "县级", "免费开放", "5元"],
    ])
    #expect(priced.records.first?.dossier.visit?.ticketYuan == 5)
  }

  @Test("An empty cell, -, 不详, 未知 say nothing", arguments: ["", "-", "不详", "未知", "/"])
  func nothing(text: String) throws {
    for header in ["开放状况", "开放时间", "票价", "参观时长"] {
      let record = Sheets.read([
        ["编号", "名称", "级别", header], ["V-1", "样塔", "县级", text], ["V-2", "样桥", "县级", "45"],
      ]).records.first
      #expect(record?.dossier.visit == nil)
    }
  }

  @Test(
    "Hours as they are posted",
    arguments: [
      ("周二至周日 9:00-17:00，周一闭馆", "Tu-Su 09:00-17:00"), ("08:30-17:00", "Mo-Su 08:30-17:00"),
      ("Tu-Su 09:00-17:00; PH off", "Tu-Su 09:00-17:00; PH off"),
    ])
  func hours(text: String, expected: String) throws {
    let visit = try #require(try visit("开放时间", text))
    #expect(visit.access == .unknown)
    #expect(
      SiteField.openingHours.definition.value(of: Dossier(Self.site, visit: visit))
        == .text(expected))
  }

  private static let site = Site(
    code: "V-1", nameZH: "样塔", level: .county, levelBasis: .stated, provenance: .survey)

  @Test(
    "Prices and lengths with their units",
    arguments: [
      ("票价", "免费", 0.0), ("票价", "55元", 55), ("门票（元）", "55", 55), ("门票", "¥7.5/人", 7.5),
      ("ticket_cny", "0", 0),
    ])
  func tickets(header: String, text: String, yuan: Double) throws {
    #expect(try visit(header, text)?.ticketYuan == yuan)
  }

  @Test(
    "Lengths of visits with their units",
    arguments: [
      ("参观时长", "90分钟", 90), ("参观时长", "1.5小时", 90), ("参观时长", "90", 90), ("参观时长", "1小时30分", 90),
      ("参观时长（小时）", "1.5", 90), ("visit_min", "45", 45),
    ])
  func lengths(header: String, text: String, minutes: Int) throws {
    #expect(try visit(header, text)?.durationMinutes == minutes)
  }

  @Test(
    "What is not read is an error that quotes it",
    arguments: [
      ("开放状况", "随缘", "is no access"), ("开放时间", "9:00-17:00；春节放假", "春节放假"),
      ("开放时间", "Mo-Su off", "cannot hold these hours"),
      ("开放时间", "Mo-Su 09:00-17:00; PH 09:00-11:00,13:00-15:00", "cannot hold these hours"),
      ("票价", "30-55元", "must be a price in yuan"), ("票价", "-5", "must be a price in yuan"),
      ("参观时长", "半天", "must be a length"), ("参观时长", "0", "must be a length"),
      ("参观时长", "25小时", "must be a length"), ("参观时长", "1..5小时", "must be a length"),
    ])
  func bad(header: String, text: String, part: String) {
    let reading = reading(header, text)
    #expect(reading.records.isEmpty)
    let lines = reading.lines
    #expect(lines.count == 1 && lines[0].contains(part) && lines[0].contains(text), "\(lines)")
  }
}
