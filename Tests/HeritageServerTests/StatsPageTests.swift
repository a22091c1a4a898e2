import Foundation
import FoundationXML
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// The pictures of the register's numbers, and the tables behind them.
@Suite struct StatsPageTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  /// The cells of a table, its header left out.
  private func table(_ name: String, of served: Served) -> [[String]] {
    served.get("/en/stats/\(name).csv").text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("Levels by category are those of the register")
  func levels() {
    #expect(
      served.get("/en/stats/levels.csv").text.split(whereSeparator: \.isNewline).map(String.init)
        == [
          "value,part_1,part_2,part_3,part_4,part_5,part_6,part_7,relics",
          "National,10,0,5,0,0,0,1,16", "Provincial,3,0,1,0,0,0,0,4", "Municipal,0,0,0,0,0,0,0,0",
          "County,0,0,1,0,1,0,0,2", "Registered,7,4,4,0,1,0,0,16", "Total,20,4,11,0,2,0,1,38",
        ])
  }

  @Test("A relic counts in every span that its years touch, one without both years apart")
  func periods() {
    #expect(
      table("periods", of: served).filter { $0[1] != "0" }.map { $0.joined(separator: " ") } == [
        "before 10000 BCE 3", "10000–5001 BCE 5", "5000–4001 BCE 5", "4000–3001 BCE 6",
        "3000–2001 BCE 8", "2000–1001 BCE 5", "1000–1 BCE 3", "6th century 1", "7th century 1",
        "10th century 2", "11th century 2", "12th century 2", "13th century 1", "14th century 2",
        "15th century 2", "16th century 2", "17th century 3", "18th century 3", "19th century 6",
        "20th century 3", "Not known 12",
      ])
  }

  @Test("Finds and positions: what is not known stands apart")
  func knowledge() {
    #expect(
      table("found", of: served).map { $0.joined(separator: " ") } == [
        "1966 1", "1978 1", "1979 1", "1984 1", "1985 1", "1986 1", "1987 1", "1998 1", "2022 4",
        "Not known 26", "Total 38",
      ])
    #expect(
      served.get("/zh/stats/positions.csv").text.split(whereSeparator: \.isNewline).dropFirst()
        .map(String.init) == [
          "published fix,0,1,0,0,0,1", "published point,0,0,1,0,0,1",
          "scientific literature,0,0,2,0,0,2", "derived from a distance and bearing,0,0,0,4,0,4",
          "\"township seat, not the relic itself\",0,0,0,22,0,22", "No position,0,0,0,0,8,8",
          "Total,0,1,3,26,8,38",
        ])
  }

  @Test("A telephone gets pictures as wide as it is, with letters as large and the same numbers")
  func narrow() throws {
    let page = served.page("/en/stats", language: "en")
    for name in ["levels", "townships", "periods", "found", "positions"] {
      #expect(page.contains("srcset=\"http://register.test/en/stats/\(name).svg?narrow=true\""))
      let (wide, narrow) = (
        served.get("/en/stats/\(name).svg").text,
        served.get("/en/stats/\(name).svg?narrow=true").text
      )
      #expect(wide.contains("width=\"560\"") && narrow.contains("width=\"320\""))
      for text in [wide, narrow] { #expect(text.contains("font-size=\"13\"")) }
      // No bar and no number stands beyond the edge.
      for match in narrow.matches(of: #/ x="([0-9.]+)"/#) {
        #expect((Double(match.1) ?? .infinity) < 316, "\(match.0)")
      }
    }
  }

  @Test("Rows and columns add up to the relics", arguments: ["levels", "townships", "found"])
  func sums(name: String) throws {
    for served in [served, try ServedRegisters.sensitive.get()] {
      let rows = table(name, of: served).map { $0.dropFirst().compactMap { Int($0) } }
      let total = try #require(rows.last)
      let matched = try served.object("/collections/sites/items?limit=1")["numberMatched"] as? Int
      #expect(total.last == matched)
      for column in total.indices {
        #expect(rows.dropLast().reduce(0) { $0 + $1[column] } == total[column])
      }
      for row in rows where row.count > 1 {
        #expect(row.dropLast().reduce(0, +) == row.last)
      }
    }
  }

  @Test("The public learns that a place is generalised, and no accuracy of the exact one")
  func disclosure() throws {
    let text = try ServedRegisters.sensitive.get().get("/zh/stats/positions.csv").text
    #expect(text.contains("generalised to a cell of about 1 km"))
    #expect(!text.contains("RTK survey,2") && text.contains("RTK survey,0,1"))
  }

  @Test(
    "Each picture is shown with words, and is an SVG without a script", arguments: ["zh", "en"])
  func pictures(language: String) throws {
    let page = served.page("/\(language)/stats")
    for name in ["levels", "townships", "periods", "found", "positions"] {
      #expect(page.contains("src=\"http://register.test/\(language)/stats/\(name).svg\" alt=\""))
      let response = served.get("/\(language)/stats/\(name).svg")
      #expect(response["Content-Type"] == "image/svg+xml")
      let document = try XMLDocument(data: Data(response.bytes))
      #expect(document.rootElement()?.name == "svg")
      #expect(!response.text.contains("<script"))
    }
    #expect(page.components(separatedBy: "<table>").count == 6)
    #expect(served.get("/zh/stats/levels.png").status == 404)
    #expect(served.get("/zh/stats/none.svg").status == 404)
  }
}
