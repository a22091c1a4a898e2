import HeritageFormats
import HeritageRegistry
import Testing

@testable import heritage

@Suite("Tables on a terminal")
struct TableTextTests {
  private static let answer = Answer(
    columns: [
      Answer.Column("code", zh: "编号", en: "Code"), Answer.Column("name", zh: "名称", en: "Name"),
      Answer.Column("d", zh: "距离(m)", en: "Distance (m)", isNumber: true),
      Answer.Column("empty", zh: "空", en: "Empty"),
    ],
    rows: [
      [.text("LX-0001"), .text("城头山遗址"), .decimal(0, places: 3), .null],
      [.text("LX-0002"), .text("塔"), .decimal(12345.678, places: 3), .null],
    ])

  @Test("Han characters take two columns, numbers stand right, empty columns take no room")
  func layout() {
    #expect(
      TableText(language: .zh, width: nil, isColoured: false).text(Self.answer) == """
        编号     名称        距离(m)
        ───────  ──────────  ───────
        LX-0001  城头山遗址        0
        LX-0002  塔            12346

        """)
  }

  @Test("A narrow terminal cuts the widest column, at a whole character")
  func narrow() {
    #expect(
      TableText(language: .zh, width: 25, isColoured: false).text(Self.answer) == """
        编号     名称     距离(m)
        ───────  ───────  ───────
        LX-0001  城头山…        0
        LX-0002  塔         12346

        """)
  }

  @Test(
    "The width of text is its columns",
    arguments: [
      ("", 0), ("abc", 3), ("澧县", 4), ("ａ", 2), ("é", 1), ("e\u{301}", 1), ("、", 2), ("–", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(EastAsianWidth.of(text) == columns)
  }
}
