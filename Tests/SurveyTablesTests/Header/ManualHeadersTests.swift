import Foundation
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import SurveyTables

@Suite("The manual of tables")
struct ManualHeadersTests {
  /// The rows of the table of headers: the keys of the fields, and the headers that stand for them.
  private static func rows(_ language: String) throws -> [(keys: [String], headers: [String])] {
    let page = try String(
      contentsOf: Program.package.appendingPathComponent("docs/\(language)/tables.md"),
      encoding: .utf8)
    let heading = language == "zh" ? "\n## 表头\n" : "\n## Headers\n"
    let section = try #require(page.components(separatedBy: heading).dropFirst().first)
    return section.components(separatedBy: "\n## ")[0].components(separatedBy: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { line in
        let cells = line.components(separatedBy: "|").map { cell in
          cell.components(separatedBy: CharacterSet(charactersIn: ",;.、；。"))
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
            .filter { !$0.isEmpty }
        }
        return (cells[1], cells[2])
      }
  }

  @Test(
    "Every header that it lists is understood as the field that it says", arguments: ["en", "zh"])
  func headers(language: String) throws {
    let rows = try Self.rows(language)
    #expect(rows.count > 15)
    for row in rows {
      for header in row.headers {
        let key = try #require(HeaderText(header).role?.key, "\(header) of \(language)")
        #expect(row.keys.contains(key), "\(header) of \(language) is \(key)")
      }
    }
  }

  @Test("Every field that a table can bring is listed, and both languages list the same headers")
  func fields() throws {
    let (english, chinese) = (try Self.rows("en"), try Self.rows("zh"))
    #expect(english.map(\.keys) == chinese.map(\.keys))
    #expect(english.map(\.headers) == chinese.map(\.headers))
    let keys = Set(english.flatMap(\.keys))
    #expect(Set(SiteField.allCases.map(\.rawValue)).subtracting(keys) == [])
    #expect(keys.subtracting(SiteField.allCases.map(\.rawValue)) == ["lon", "lat", "x", "y"])
  }
}
