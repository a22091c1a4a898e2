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
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"),
    arguments: Cases.seeds(1...6))
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

  @Test("What GDAL writes is read, its texts, numbers and days")
  func gdal() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "编号,名称,lon,day\nLX-007,城头山,111.65,2026/12/05\nLX-008,\"a, b\",,1949/10/01\n", to: "o.csv")
    let path = folder.path("o.xlsx")
    let run = try Program("ogr2ogr").run(
      ["-f", "XLSX", path, folder.path("o.csv"), "-oo", "AUTODETECT_TYPE=YES"])
    try #require(run.status == 0, "\(run.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(
      try SheetFile.read(bytes, file: "o.xlsx") == [
        Sheet(
          file: "o.xlsx", name: "o",
          rows: [
            .init(number: 1, cells: ["编号", "名称", "lon", "day"].map { .text($0) }),
            .init(
              number: 2,
              cells: [.text("LX-007"), .text("城头山"), .number(111.65), .date("2026-12-05")]),
            .init(
              number: 3, cells: [.text("LX-008"), .text("a, b"), .empty, .date("1949-10-01")]),
          ])
      ])
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
    case .number(let number), .formatted(let number, _):
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
