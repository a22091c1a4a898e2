import Foundation
import HeritageTestSupport
import Tables
import Testing
import Workbooks

@Suite("Workbooks beside another program")
struct WorkbookJudgeTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]
  private static let script =
    Program.package.appendingPathComponent("Scripts/judges/sheets.py").path

  @Test(
    "What openpyxl writes is read as openpyxl reads it, in both date systems",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"), arguments: 1...6)
  func openpyxl(seed: Int) throws {
    let python = Program(try #require(Self.python))
    let folder = try TemporaryFolder()
    let path = folder.path("book.xlsx")
    let made = try python.run([Self.script, "make", "\(seed)", path])
    try #require(made.status == 0, "\(made.errors)")
    let read = try python.run([Self.script, "read", path])
    try #require(read.status == 0, "\(read.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let expected = read.output.split(separator: "\n").map(String.init)
    let lines = try WorkbookReader().sheets(of: bytes, file: "book.xlsx").flatMap(lines)
    #expect(expected.count > 500)
    #expect(lines.count == expected.count)
    for (line, expected) in zip(lines, expected) where line != expected {
      Issue.record("\(line) is \(expected) to openpyxl")
    }
  }

  /// A line for each cell of a sheet.
  private func lines(_ sheet: Sheet) -> [String] {
    sheet.rows.flatMap { row in
      row.cells.enumerated().compactMap { index, cell in
        value(cell).map {
          [
            sheet.name ?? "", sheet.isHidden ? "True" : "False", "\(row.number)", "\(index + 1)",
            $0,
          ]
          .joined(separator: "\t")
        }
      }
    }
  }

  private func value(_ cell: Sheet.Value) -> String? {
    func hex(_ text: String) -> String {
      text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    return switch cell {
    case .empty: nil
    case .text(let text): "text\t" + hex(text)
    case .number(let number):
      "number\t"
        + String(
          repeating: "0", count: number == 0 ? 15 : number.bitPattern.leadingZeroBitCount / 4)
        + String(number.bitPattern, radix: 16)
    case .date(let text): "date\t" + text
    case .flag(let flag): "flag\t\(flag)"
    case .fault(let text): "fault\t" + hex(text)
    }
  }
}
