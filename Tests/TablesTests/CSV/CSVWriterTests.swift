import HeritageTestSupport
import Tables
import Testing

@Suite("Writing comma- and tab-separated values")
struct CSVWriterTests {
  @Test(
    "A field is quoted where it has to be, and its quotes are doubled",
    arguments: [
      (["LX-0001", "城头山遗址"], "LX-0001,城头山遗址\r\n"),
      (["a,b", "c"], "\"a,b\",c\r\n"),
      (["a\"b"], "\"a\"\"b\"\r\n"),
      (["a\nb", "c\rd", "e\r\nf"], "\"a\nb\",\"c\rd\",\"e\r\nf\"\r\n"),
      (["", ""], ",\r\n"),
      ([" a ", "a\tb"], " a ,a\tb\r\n"),
      (["\"\u{301}"], "\"\"\"\u{301}\"\r\n"),
    ])
  func csv(fields: [String], expected: String) {
    #expect(bytes(CSVWriter(.csv).row(fields)) == bytes(expected))
  }

  @Test("A row of one empty field is no blank line")
  func oneEmptyField() {
    #expect(CSVWriter(.csv).row([""]) == "\"\"\r\n")
  }

  @Test(
    "In tab-separated values a row is a line",
    arguments: [
      (["LX-0001", "城头山遗址"], "LX-0001\t城头山遗址\n"),
      (["a\tb", "c\nd", "e\rf", "g\r\nh"], "a b\tc d\te f\tg  h\n"),
      (["a,b", "5\" nail"], "a,b\t\"5\"\" nail\"\n"),
      (["", ""], "\t\n"),
    ])
  func tsv(fields: [String], expected: String) {
    #expect(bytes(CSVWriter(.tsv).row(fields)) == bytes(expected))
  }

  @Test(
    "What is written is read back byte for byte", arguments: Cases.seeds(40...43) as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let writer = CSVWriter(.csv)
    for _ in 0..<100 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<5).map { _ in (0..<width).map { _ in nastyField(&random) } }
      let header = (1...width).map { "column \($0)" }
      let text = ([header] + rows).map(writer.row).joined()
      let read = try fields(of: text).dropFirst()
      #expect(read.map { $0.map(bytes) } == rows.map { $0.map(bytes) }, "\(rows)")
    }
  }

  @Test("Whatever the fields hold, a tab-separated row is one line with its fields apart")
  func tsvKeepsItsShape() throws {
    var random = SeededGenerator(seed: 44)
    for _ in 0..<Cases.count(200) {
      let row = (0..<4).map { _ in nastyField(&random) }
      let written = bytes(CSVWriter(.tsv).row(row))
      #expect(written.count { $0 == 0x0A || $0 == 0x0D } == 1)
      #expect(written.last == 0x0A)
      let cells = written.dropLast().split(separator: 0x09, omittingEmptySubsequences: false)
      #expect(
        cells.map(Array.init)
          == row.map { field in
            let flat = bytes(field).map { (0x09...0x0D).contains($0) ? 0x20 : $0 }
            guard flat.contains(0x22) else { return flat }
            return [0x22] + flat.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
          })
    }
  }

  /// A field of the pieces that break naive readers and writers.
  private func nastyField(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", "\t", " ", "\u{3000}", "\u{FEFF}", "\u{301}", "a",
      "城", "👩‍👩‍👧", "=1+1", "'", "\\", ";", "\u{1}", "\u{2028}",
    ]
    let count = Int.random(in: 0...5, using: &random)
    return (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
  }

  private func fields(of text: String) throws -> [[String]] {
    var reader = CSVReader(bytes(text))
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
  }

  /// Strings that look the same are equal in Swift; bytes are not.
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
