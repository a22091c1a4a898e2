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

  private static let wide = Answer(
    columns: [
      Answer.Column("code", zh: "编号", en: "Code"),
      Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
      Answer.Column("name_en", zh: "英文名称", en: "Name"),
      Answer.Column("protection_level", zh: "级别", en: "Level"),
      Answer.Column("category", zh: "类别", en: "Category"),
      Answer.Column("township", zh: "乡镇", en: "Township"),
      Answer.Column("coord_accuracy_m", zh: "位置精度(±m)", en: "Accuracy (± m)", isNumber: true),
    ],
    rows: [
      [
        .text("LX-0001"), .text("城头山遗址"), .text("Chengtoushan site"), .text("National unit"),
        .text("Ancient site"), .text("城头山镇"), .integer(300),
      ]
    ])

  @Test("A narrow terminal loses the other language first, then the category; names stay whole")
  func ranks() {
    func columns(_ width: Int, _ language: Language) -> String {
      let table = TableText(language: language, width: width, isColoured: false)
      return table.columns(of: Self.wide).shown.map { Self.wide.columns[$0].key }
        .joined(separator: " ")
    }
    #expect(
      columns(110, .zh)
        == "code name_zh name_en protection_level category township coord_accuracy_m")
    #expect(columns(80, .zh) == "code name_zh protection_level category township coord_accuracy_m")
    #expect(columns(70, .zh) == "code name_zh protection_level township coord_accuracy_m")
    #expect(columns(80, .en) == "code name_en protection_level township coord_accuracy_m")
    #expect(columns(45, .zh) == "code name_zh coord_accuracy_m")
    for width in [45, 60, 80] {
      #expect(
        TableText(language: .zh, width: width, isColoured: false).text(Self.wide)
          .contains("城头山遗址"))
    }
  }

  @Test("Where a relic has no name in the language, the other name stays")
  func otherName() {
    let answer = Answer(
      columns: Self.wide.columns,
      rows: Self.wide.rows.map { row in
        row.enumerated().map { $0.offset == 2 ? .null : $0.element }
      })
    let table = TableText(language: .en, width: 40, isColoured: false)
    #expect(table.text(answer).contains("城头山遗址"))
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
