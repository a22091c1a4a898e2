import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// The tour builder, by links and a form alone.
@Suite struct TourPageTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  private static let tour = "stops=LX-0001,LX-0003,LX-0002&date=2026-12-05"

  /// The codes that a plan visits, in their order.
  private func visits(_ query: String) -> [String] {
    served.get("/en/tour?\(query)&f=csv").text.split(whereSeparator: \.isNewline).compactMap {
      $0.firstMatch(of: #/,(LX-\d{4}),/#).map { String($0.1) }
    }
  }

  /// The address of the link whose text or label begins so.
  private func link(_ label: String, in page: String) throws -> String {
    let escaped = NSRegularExpression.escapedPattern(for: label)
    let pattern = try Regex("<a href=\"http://register.test([^\"]+)\"[^>]*>\(escaped)")
    let href = try #require(page.firstMatch(of: pattern)?.output[1].substring)
    return String(href).replacing("&amp;", with: "&")
  }

  @Test("A plan is that of the command line, byte by byte", arguments: ["gpx", "ics", "geojson"])
  func twin(format: String) throws {
    let run = try Program.heritage.run(
      [
        "tour", "--sites", "LX-0001,LX-0003,LX-0002", "--date", "2026-12-05", "--effort", "quick",
        "--start", "county-town", "--lunch", "12:00-13:30/45m", "--format", format, "--lang", "en",
      ], in: served.folder.url)
    let response = served.get(
      "/en/tour?\(Self.tour)&start=county-town&lunch=12:00-13:30/45m&f=\(format)")
    #expect(response.text == run.output && run.output.count > 500)
    #expect(
      response["Content-Disposition"] == "attachment; filename=\"tour.\(format)\"")
  }

  @Test("Two days, the same address, the same plan; a map goes with it")
  func page() {
    let target = "/en/tour?\(Self.tour)&days=2&unknown=true&start=county-town"
    let (first, second) = (served.page(target), served.page(target))
    #expect(first == second)
    #expect(first.contains("Day 1 · 2026-12-05, Saturday"))
    #expect(first.contains("Day 2 · 2026-12-06, Sunday"))
    #expect(first.contains("Chengtoushan site"))
    let map = served.get(target.replacing("/en/tour?", with: "/en/tour.svg?"))
    #expect(map["Content-Type"] == "image/svg+xml" && map.text.contains("<svg"))
  }

  @Test("Each day keeps the order of the list where that is asked for")
  func order() {
    for list in ["LX-0001,LX-0003,LX-0004", "LX-0003,LX-0001,LX-0004", "LX-0004,LX-0003,LX-0001"] {
      #expect(
        visits("stops=\(list)&date=2026-12-05&order=kept")
          == list.split(separator: ",").map(String.init))
    }
  }

  @Test("A relic is added by code or name, moved and taken away by links")
  func changes() throws {
    let added = served.get("/zh/tour?stops=LX-0001&date=2026-12-05&add=lx-0004")
    #expect(
      added["Location"] == "http://register.test/zh/tour?stops=LX-0001,LX-0004&date=2026-12-05")
    #expect(
      served.get("/zh/tour?add=\(WebRequest.escaped("城头山遗址"))")["Location"]
        == "http://register.test/zh/tour?stops=LX-0001")
    let page = served.page("/en/tour?stops=LX-0001,LX-0003&days=2")
    #expect(
      try link("↓ Down", in: page)
        == "/en/tour?stops=LX-0003,LX-0001&days=2&order=kept#stop-2")
    #expect(try link("× Remove", in: page) == "/en/tour?stops=LX-0003&days=2")
    #expect(page.contains("Choose the first day"))
    #expect(served.page("/en/tour?add=no-such-relic-at-all").contains("No relic is called so."))
  }

  @Test("A relic that is left out says why, and the change lets it in")
  func leftOut() throws {
    let page = served.page("/en/tour?\(Self.tour)")
    #expect(page.contains("LX-0002 Pengtoushan site: access not known"))
    let change = try link("Plan it all the same", in: page)
    #expect(!visits(Self.tour).contains("LX-0002"))
    #expect(visits(String(change.split(separator: "?")[1])).contains("LX-0002"))
    // A short day has room for less; the sentence says how much later one has to be back.
    let short = "stops=LX-0001,LX-0003,LX-0004&date=2026-12-05&start=county-town&day-end="
    #expect(visits(short + "13:30").count == 2)
    let later = try link("Be back by 14:25", in: served.page("/en/tour?\(short)13:30"))
    #expect(visits(String(later.split(separator: "?")[1])).count == 3)
    // Or which relics have to go.
    let without = try link("Plan without LX-0001", in: served.page("/en/tour?\(short)13:00"))
    #expect(Set(visits(String(without.split(separator: "?")[1]))) == ["LX-0003", "LX-0004"])
  }

  @Test("A tour goes with the search, and comes back with one relic more")
  func search() throws {
    let page = served.page("/en/tour?stops=LX-0001&date=2026-12-05&lunch=12:00-13:30/45m")
    let search = try link("Search relics to add", in: page)
    let found = served.page(search + "&q=cts")
    let add = try link("Add to the tour", in: found)
    #expect(add.contains("add=LX-0001") && add.contains("date=2026-12-05"))
    #expect(
      served.page("/zh/sites/LX-0004").contains("href=\"http://register.test/zh/tour?add=LX-0004\"")
    )
    // The tour is no condition of the search: data do not ask for it.
    let items = found.matches(of: #/items\?([^"]*)"/#).map { String($0.1) }
    #expect(items.count > 3 && !items.contains { $0.contains("tour") })
  }

  @Test(
    "What is wrong is said above the form, which stays",
    arguments: [
      ("date=2026-02-30", "a date that exists is written"),
      ("days=9", "a number of days from 1 to 7"),
      ("date=2026-12-05&start=nowhere", "there is no such place; known are county-town"),
      ("date=2026-12-05&lunch=soon", "a break is written"),
      ("date=2026-12-05&day-end=08:00", "the day ends before it starts"),
      ("date=2026-12-05&day-start=8", "a time of day is written 08:30"),
      ("order=random", "it is one of"), ("dates=2026-12-05", "date was perhaps meant"),
    ])
  func faults(query: String, words: String) {
    let response = served.get("/en/tour?stops=LX-0001&\(query)", accept: "text/html")
    #expect(response.status == 400)
    #expect(response.text.contains(words), "\(response.text)")
  }

  @Test("A code that no relic has, too many relics, a format that is none")
  func refusals() {
    #expect(served.get("/en/tour?stops=LX-9999&date=2026-12-05", accept: "text/html").status == 400)
    let many = (1...61).map { "LX-\(1000 + $0)" }.joined(separator: ",")
    #expect(served.get("/en/tour?stops=\(many)").status == 400)
    #expect(served.get("/en/tour?\(Self.tour)&f=pdf").status == 400)
  }
}
