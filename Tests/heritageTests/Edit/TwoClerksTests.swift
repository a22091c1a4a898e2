import Foundation
import HeritageTestSupport
import Testing

@Suite("Two clerks with a table each")
struct TwoClerksTests {
  /// A table of comma-separated values whose cells hold no line breaks.
  private struct Cells {
    var header: [String]
    var rows: [[String]]

    init(_ text: String) throws {
      let lines = text.split(whereSeparator: \.isNewline).map { Self.cells(String($0)) }
      header = try #require(lines.first)
      rows = Array(lines.dropFirst())
    }

    /// Splits a line at the commas outside quotes; a quote within a cell is doubled.
    private static func cells(_ line: String) -> [String] {
      var cells = [""]
      var isQuoted = false
      var before: Character?
      for character in line {
        if character == "\"" {
          if !isQuoted, before == "\"" { cells[cells.count - 1].append(character) }
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
        before = character
      }
      return cells
    }

    var text: String {
      ([header] + rows).map { row in
        row.map { cell in
          cell.contains { ",\"".contains($0) }
            ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }

    subscript(code: String, field: String) -> String {
      get { rows.first { $0[0] == code }?[header.firstIndex(of: field) ?? 0] ?? "" }
      set {
        guard let row = rows.firstIndex(where: { $0[0] == code }),
          let column = header.firstIndex(of: field)
        else { return }
        rows[row][column] = newValue
      }
    }
  }

  private static let fields = ["village", "subcategory_zh", "excavated", "name_en", "summary_en"]

  private static func export(_ folder: TemporaryFolder) throws -> Cells {
    let run = try Program.heritage.run(
      ["export", "--audience", "staff", "--format", "csv", "--raw"], in: folder.url)
    return try Cells(run.output)
  }

  private static func importing(
    _ cells: Cells, as name: String, by who: String, into folder: TemporaryFolder
  ) throws -> Program.Run {
    try cells.text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
    return try Program.heritage.run(
      ["import", "--no-backup", "--who", who, "--format", "json", name], in: folder.url)
  }

  private static func conflicts(_ run: Program.Run) throws -> Swift.Set<String> {
    let problems = (try run.json as? [String: Any])?["problems"] as? [[String: Any]] ?? []
    return Swift.Set(
      problems.compactMap { problem -> String? in
        let rule = problem["rule"] as? String ?? ""
        guard rule.contains("somebody else has changed") else { return nil }
        let code = rule.split(separator: " ").first { $0.hasPrefix("LX-") } ?? ""
        return "\(code) \(problem["column"] as? String ?? "")"
      })
  }

  @Test(
    "Every edit that does not clash is there, each clash is named, and the same again changes nothing",
    arguments: [(1, true), (2, false)])
  func clerks(seed: UInt64, firstIsA: Bool) throws {
    let folder = try Registers.lixianCopy()
    let base = try Self.export(folder)
    var random = SeededGenerator(seed: seed)
    let codes = base.rows.map { $0[0] }
    var places = codes.flatMap { code in Self.fields.map { (code, $0) } }
      .shuffled(using: &random)
    // 100 cells each, of which 20 are the same.
    let (same, onlyA, onlyB) = (places.prefix(20), places[20..<100], places[100..<180])
    places = []
    var (a, b) = (base, base)
    for (code, field) in Array(same) + Array(onlyA) {
      a[code, field] = "甲\(field.count)\(code.suffix(2))"
    }
    for (code, field) in Array(same) + Array(onlyB) {
      b[code, field] = "乙\(field.count)\(code.suffix(2))"
    }
    let (first, second) = firstIsA ? (a, b) : (b, a)
    let one = try Self.importing(first, as: "1.csv", by: "甲", into: folder)
    #expect(one.status == 0, "\(one.errors)")
    let two = try Self.importing(second, as: "2.csv", by: "乙", into: folder)
    #expect(two.status == 1)
    #expect(try Self.conflicts(two) == Swift.Set(same.map { "\($0.0) \($0.1)" }))
    #expect(two.errors.contains("20 cells were not written"))
    let now = try Self.export(folder)
    for (code, field) in same { #expect(now[code, field] == first[code, field]) }
    for (code, field) in onlyA { #expect(now[code, field] == a[code, field]) }
    for (code, field) in onlyB { #expect(now[code, field] == b[code, field]) }
    // Again, in either order.
    for (cells, name) in [(first, "1.csv"), (second, "2.csv"), (first, "1.csv")] {
      let again = try Self.importing(cells, as: name, by: "丙", into: folder)
      let changed = (try again.json as? [String: Any])?["changed"] as? [Any]
      #expect(changed?.count == 0)
    }
    let last = try Self.export(folder)
    for (code, field) in Array(same) + Array(onlyA) + Array(onlyB) {
      #expect(last[code, field] == now[code, field])
    }
  }

  @Test("A clash is told with what it was, what it is and what the table says")
  func threeValues() throws {
    let folder = try Registers.lixianCopy()
    var cells = try Self.export(folder)
    let was = cells["LX-0011", "village"]
    let set = try Program.heritage.run(
      ["set", "LX-0011", "village=东村", "--who", "甲"], in: folder.url)
    #expect(set.status == 0)
    cells["LX-0011", "village"] = "西村"
    let run = try Self.importing(cells, as: "t.csv", by: "乙", into: folder)
    #expect(run.status == 1)
    let problems = (try run.json as? [String: Any])?["problems"] as? [[String: Any]] ?? []
    #expect(
      problems.contains {
        $0["rule"] as? String
          == "somebody else has changed LX-0011 since this table was made: it was "
          + "\(was.isEmpty ? "(nothing)" : was), is 东村 now, and the table says 西村"
      })
    #expect(try Self.export(folder)["LX-0011", "village"] == "东村")
  }
}
