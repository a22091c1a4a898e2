import HeritageTestSupport
import Testing
import Tours
import Words

@testable import heritage

@Suite("Tours: causes as sentences")
struct TourSentenceTests {
  @Test(
    "A bad line of a travel table is named",
    arguments: [
      ("", "m.csv: line 1 of the travel table: the table is empty"),
      (
        "A,B,60,1000\nA,B,60\n",
        "m.csv: line 2 of the travel table: expected from,to,seconds,metres, found 3 fields"
      ),
      (
        "A,B,60,1000\n\nB,A,soon,1\n",
        "m.csv: line 3 of the travel table: soon is no time or length"
      ),
      (
        "A,B,60,1000\nA,B,60,1000\n",
        "m.csv: line 2 of the travel table: the way from A to B is there twice"
      ),
      (",A,B\nA,0,1\n", "m.csv: line 2 of the travel table: the table has 1 row for 2 codes"),
      (",A,B\nC,0,1\n", "m.csv: line 2 of the travel table: C is not in the first row"),
      (",A,A\nA,0,1\n", "m.csv: line 1 of the travel table: a code is there twice"),
      (",B,60,1\n", "m.csv: line 1 of the travel table: the table has 0 rows for 3 codes"),
      ("A,,60,1\n", "m.csv: line 1 of the travel table: a code is missing"),
      ("A,B,,1\n", "m.csv: line 1 of the travel table: nothing is no time or length"),
      ("A,B,-1,0\n", "m.csv: line 1 of the travel table: -1 is no time or length"),
      ("\"A,B,1,0\n", "m.csv: line 1 of the travel table: a quote is not closed"),
    ])
  func tables(text: String, sentence: String) {
    let error = #expect(throws: TourError.self) {
      try TourTravel(table: Array(text.utf8), file: "m.csv")
    }
    #expect(error?.sentence.text(in: .en) == sentence)
    #expect(error?.status == .badData)
    #expect(error?.hint?.text(in: .en).hasPrefix("give rows of from,to,seconds,metres") == true)
  }

  @Test("A table that Excel saved in Chinese is read, notes and all")
  func gbk() throws {
    let folder = try TemporaryFolder()
    // 车程 (travel) in GBK, in front of a square of seconds.
    let note: [UInt8] = [0x23, 0x20, 0xB3, 0xB5, 0xB3, 0xCC, 0x0D, 0x0A]
    let square = Array(",LX-0001,LX-0004\r\nLX-0001,0,60\r\nLX-0004,120,0\r\n".utf8)
    let path = try folder.write(bytes: note + square, to: "m.csv")
    let run = try tour([
      "order", "--sites", "LX-0001,LX-0004", "--matrix", path, "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.objects.map { $0["leg_s"] as? Int } == [0, 60])
  }

  @Test("The place in a plan stands in front of what is wrong there, and its hint and code stay")
  func places() {
    let error = TourError.badPlace(
      path: "days[0].end", .unknownPlace("nowhere", known: ["county-town"]))
    #expect(
      error.sentence.text(in: .en) == "days[0].end: there is no place and no relic called nowhere")
    #expect(error.hint?.text(in: .en) == "known: county-town, free, or a point")
    #expect(error.status == .noInput)
  }

  @Test(
    "A server that does not answer is a matter of input and output, a wrong answer one of data",
    arguments: [
      (RoutingFault.timeout(seconds: 0.5), Int32(74)),
      (.unknownHost("b"), 74), (.failed(status: 502), 74),
      (.noWay(from: "A", to: "B"), 65), (.unsoundWay(from: "A", to: "B"), 65),
      (.noJSON(status: 200), 65),
    ])
  func servers(fault: RoutingFault, status: Int32) {
    #expect(TourError.server("http://b", fault).status.rawValue == status)
  }
}
