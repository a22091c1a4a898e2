import Foundation
import HeritageFormats
import HeritageRegistry
import Tables
import Testing

@Suite("An answer in every format")
struct AnswerTests {
  static let answer = Answer(
    columns: [
      .init("code", zh: "编号", en: "Code"), .init("name_zh", zh: "名称", en: "Name"),
      .init("distance_m", zh: "距离(m)", en: "Distance (m)", isNumber: true),
      .init("culture_zh", zh: "考古学文化", en: "Culture"),
    ],
    rows: [
      [.text("LX-0001"), .text("城头山, \"walled\""), .decimal(0, places: 3), .null],
      [
        .text("LX-0002"), .text("彭头山"), .decimal(2696.11494, places: 3),
        .list([.text("彭头山文化"), .text("大溪文化")]),
      ],
    ])

  @Test("Comma-separated values have a header of keys")
  func csv() {
    #expect(
      Self.answer.csv
        == "code,name_zh,distance_m,culture_zh\r\n"
        + "LX-0001,\"城头山, \"\"walled\"\"\",0,\r\n"
        + "LX-0002,彭头山,2696.115,彭头山文化;大溪文化\r\n")
  }

  @Test("Tab-separated values have a header of keys")
  func tsv() {
    #expect(
      Self.answer.tsv
        == "code\tname_zh\tdistance_m\tculture_zh\n"
        + "LX-0001\t\"城头山, \"\"walled\"\"\"\t0\t\n"
        + "LX-0002\t彭头山\t2696.115\t彭头山文化;大溪文化\n")
  }

  @Test("JSON is an array of objects, numbers are numbers, and what is unknown is null")
  func json() {
    #expect(
      Self.answer.json == #"""
        [
          {
            "code": "LX-0001",
            "name_zh": "城头山, \"walled\"",
            "distance_m": 0,
            "culture_zh": null
          },
          {
            "code": "LX-0002",
            "name_zh": "彭头山",
            "distance_m": 2696.115,
            "culture_zh": [
              "彭头山文化",
              "大溪文化"
            ]
          }
        ]

        """#)
  }

  @Test("JSON lines are an object a line")
  func jsonLines() {
    #expect(
      Self.answer.jsonLines == #"""
        {"code":"LX-0001","name_zh":"城头山, \"walled\"","distance_m":0,"culture_zh":null}
        {"code":"LX-0002","name_zh":"彭头山","distance_m":2696.115,"culture_zh":["彭头山文化","大溪文化"]}

        """#)
  }

  @Test("Every format holds the same rows under the same keys")
  func sameRowsAndKeys() throws {
    let answer = SiteColumns.answer(SampleSites.all, .full, .distance)
    let keys = answer.columns.map(\.key)
    let codes = ["LX-0001", "LX-0002", "LX-0016"]

    let csv = try Table(csv: Array(answer.csv.utf8), file: "answer.csv")
    #expect(csv.header == keys)
    #expect(csv.rows.map { $0["code"].text } == codes)

    let tsv = answer.tsv.split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(tsv.first == keys)
    #expect(tsv.dropFirst().map(\.first) == codes)
    #expect(tsv.allSatisfy { $0.count == keys.count })

    let array = try objects(answer.json)
    let lines = try answer.jsonLines.split(separator: "\n").flatMap { try objects("[\($0)]") }
    for objects in [array, lines] {
      #expect(objects.map { $0["code"] as? String } == codes)
      #expect(objects.allSatisfy { Set($0.keys) == Set(keys) })
    }

    for (index, row) in csv.rows.enumerated() {
      for key in keys {
        let (inArray, inLines) = (array[index][key], lines[index][key])
        #expect((inArray as? NSObject) == (inLines as? NSObject))
        #expect((inArray is NSNull) == (row[key].value == nil), "\(key) of row \(index)")
        if let text = inArray as? String { #expect(text == row[key].text) }
      }
    }
  }

  @Test("Some of the columns, in the order of their keys; a key that is not there is passed over")
  func selecting() {
    let answer = Self.answer.selecting(["culture_zh", "nonsense", "code"])
    #expect(answer.columns.map(\.key) == ["culture_zh", "code"])
    #expect(answer.csv == "culture_zh,code\r\n,LX-0001\r\n彭头山文化;大溪文化,LX-0002\r\n")
  }

  @Test("A column without values still has its rows")
  func oneColumn() throws {
    let answer = Self.answer.selecting(["culture_zh"])
    #expect(answer.csv == "culture_zh\r\n\"\"\r\n彭头山文化;大溪文化\r\n")
    #expect(try Table(csv: Array(answer.csv.utf8), file: "answer.csv").rows.count == 2)
  }

  @Test("Without rows there is a header, or an empty array")
  func empty() {
    let answer = Answer(columns: Self.answer.columns, rows: [])
    #expect(answer.csv == "code,name_zh,distance_m,culture_zh\r\n")
    #expect(answer.json == "[]\n")
    #expect(answer.jsonLines == "")
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }
}
