import Tables
import Testing
import TourPlanner

@testable import Tours

@Suite("Tables of travel")
struct TravelTableTests {
  private func travel(_ text: String) throws(TravelTableError) -> MatrixTravel {
    try TravelTable(Array(text.utf8), file: "m.csv").travel
  }

  @Test("A table of pairs, each way on its own")
  func pairs() throws {
    let travel = try travel(
      "from,to,seconds,metres\r\nA,\"B,2\",60,1000\r\n# a note\r\n\"B,2\",A,90.5,1200\r\n")
    let matrix = try travel.matrix(of: [TravelPlace(id: "B,2"), TravelPlace(id: "A")])
    #expect(matrix.seconds == [0, 91, 60, 0])
    #expect(matrix.metres == [0, 1200, 1000, 0])
    #expect(travel.assumption == .table(name: "m.csv"))
  }

  @Test("A square of seconds, with spaces, empty lines and a mark in front")
  func square() throws {
    let travel = try travel("\u{FEFF}, A ,B\n\nA,0, 60\n  \nB,90,0\n")
    let matrix = try travel.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.seconds == [0, 60, 90, 0])
    #expect(matrix.metres == nil)
  }

  @Test("Quotes may have spaces around them")
  func quotes() throws {
    let matrix = try travel("A, \"B\" ,60,1000\n \"B\" ,A,90,1200\n")
      .matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.seconds == [0, 60, 90, 0])
  }

  @Test(
    "Excel's semicolons and tabs keep fields apart too",
    arguments: [
      ";A;B\nA;0;60\nB;90;0\n", "\tA\tB\nA\t0\t60\nB\t90\t0\n", "sep=;\n;A;B\nA;0;60\nB;90;0\n",
    ])
  func delimiters(text: String) throws {
    let matrix = try travel(text).matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.seconds == [0, 60, 90, 0])
  }

  @Test("A table that Excel saved in Chinese is GBK, and its codes are read as they are written")
  func gbk() throws {
    // 文-1 and 文-2; 文 is CE C4 in GBK.
    let wen: [UInt8] = [0xCE, 0xC4, 0x2D]
    let bytes =
      Array("from,to,seconds,metres\r\n".utf8) + wen + Array("1,".utf8) + wen
      + Array("2,60,1000\r\n".utf8) + wen + Array("2,".utf8) + wen + Array("1,90,1200\r\n".utf8)
    let travel = try TravelTable(bytes, file: "m.csv").travel
    let matrix = try travel.matrix(of: [TravelPlace(id: "文-1"), TravelPlace(id: "文-2")])
    #expect(matrix.seconds == [0, 60, 90, 0])
    #expect(matrix.metres == [0, 1000, 1200, 0])
  }

  @Test("Excel's Unicode text is read too: UTF-16 with tabs")
  func utf16() throws {
    let text = "\tA\tB\nA\t0\t60\nB\t90\t0\n"
    let bytes: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let travel = try TravelTable(bytes, file: "m.txt").travel
    #expect(
      try travel.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")]).seconds == [0, 60, 90, 0])
  }

  @Test(
    "Where no seconds stand there is no way",
    arguments: [
      ",A,B\nA,0,60\nB,,0\n", ",A,B\nA,0,60\nB,-,0\n", "A,B,60,1000\nB,A,,\n", "A,B,60,1000\n",
      ",A,B\nA,,60\nB,null,\n",
    ])
  func gaps(text: String) throws {
    let matrix = try travel(text).matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.hasWay(from: 0, to: 1))
    #expect(matrix.seconds(from: 0, to: 1) == 60)
    #expect(!matrix.hasWay(from: 1, to: 0))
    #expect(matrix.hasWay(from: 1, to: 1))
  }

  @Test(
    "A bad line is named",
    arguments: [
      ("", 1, TravelTableError.Fault.empty),
      ("# nothing\n", 1, .empty),
      ("A,B,60,1000\nA,B,60\n", 2, .notFourFields(found: 3)),
      ("A,B,60,1000\n\nB,A,soon,1\n", 3, .noNumber("soon")),
      ("A,B,60,\n", 1, .noNumber("")),
      ("A,B,60,1000\nA,B,60,1000\n", 2, .wayTwice(from: "A", to: "B")),
      (",A,B\nA,0,1\n", 2, .otherHeight(found: 1, codes: 2)),
      (",A,B\nA,0\nB,0,0\n", 2, .otherWidth(found: 2, expected: 3)),
      (",A,B\nC,0,1\n", 2, .unknownCode("C")),
      (",A,A\nA,0,1\n", 1, .codeTwice),
      ("A,B,-1,0\n", 1, .noNumber("-1")),
      ("A,B,1e9,0\n", 1, .noNumber("1e9")),
      ("A,,1,0\n", 1, .codeMissing),
      ("\"A,B,1,0\n", 1, .badRow(.unclosedQuote(line: 1))),
    ])
  func badLine(text: String, line: Int, fault: TravelTableError.Fault) {
    #expect(throws: TravelTableError.badLine(line, fault)) { try travel(text) }
  }

  @Test("Bytes that are no text are refused")
  func noText() {
    #expect(throws: TravelTableError.badText(.nulByte(line: 2))) {
      try TravelTable(Array("A,B,1,1\nB,A,\0\u{1}\u{2},1\n".utf8), file: "m.csv")
    }
  }
}
