import Foundation
import HeritageTestSupport
import Testing
import Words

@testable import HeritageFormats

@Suite("Documents of a word processor")
struct DocumentTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  private static var document: Document {
    var document = Document(title: "函 & 附件", language: .zh, footer: "澧县")
    document.blocks = [
      .heading("关于 <工程> 的函", level: 1), .heading("一、项目", level: 2),
      .paragraph(.init([.init("建设单位："), .init("某公司", isBold: true)], isIndented: true)),
      .text("第一行\n第二行", .end),
      .table(
        .init(
          widths: [60, 110],
          rows: [
            [.init("项目", isBold: true), .init("数值", .end, isBold: true)],
            [.init("面积"), .init([.table(.init(widths: [50], rows: [[.init("里层")]]))])],
          ], headerRows: 1)),
      .image(
        .init(Pictures.plain, .jpeg, width: 40, height: 26, description: "照片"), .center),
      .image(
        .init(Pictures.plain, .jpeg, width: 40, height: 26, description: "照片"), .start),
      .pageBreak, .text("a\u{0}b\u{FFFE}"),
    ]
    return document
  }

  @Test(
    "python-docx reads the blocks, on A4, and each picture once",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func judge() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes: Self.document.docx, to: "letter.docx")
    let script = Program.package.appendingPathComponent("Scripts/judges/document.py").path
    let run = try Program(try #require(Self.python)).run([script, path])
    #expect(run.errors == "")
    #expect(
      run.output == """
        page 210 297
        title 函 & 附件
        created 2000
        Heading 1: '关于 <工程> 的函'
        Heading 2: '一、项目'
        Normal bold: '建设单位：某公司'
        Normal: '第一行\\n第二行'
        table 2 x 2
          Normal bold: '项目'
          Normal bold: '数值'
          Normal: '面积'
          table 1 x 1
            Normal: '里层'
        Normal: 'ab'
        pictures 1
        footer 澧县

        """)
  }

  @Test("Its parts are well-formed, and the same document gives the same bytes")
  func wellFormed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes: Self.document.docx, to: "letter.docx")
    #expect(Self.document.docx == Self.document.docx)
    #expect(try Program("unzip").run(["-q", path, "-d", folder.path("parts")]).status == 0)
    for part in [
      "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/footer1.xml",
      "word/settings.xml", "word/_rels/document.xml.rels", "docProps/core.xml", "_rels/.rels",
    ] {
      let run = try Program("xmllint").run(["--noout", folder.path("parts/" + part)])
      #expect(run.status == 0, "\(part): \(run.errors)")
    }
  }
}
