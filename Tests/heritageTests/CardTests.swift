import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage card")
struct CardTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  private static func judge(_ script: String, _ file: String) throws -> Program.Run {
    let path = Program.package.appendingPathComponent("Scripts/judges/\(script)").path
    return try Program(try #require(python)).run([path, file])
  }

  @Test(
    "A card says the same in every format, in Chinese and English",
    arguments: [
      (
        "LX-0001", "zh",
        [
          "城头山遗址", "Chengtoushan site", "全国重点文物保护单位", "汤家岗文化", "187 000 m²", "29.69167°N",
          "± 300 m", "第四批", "周一至周日", "本登记册没有录入保护范围", "未录",
        ]
      ),
      (
        "LX-0013", "en",
        [
          "Lizhou City Wall", "澧州古城墙", "National unit", "30 m on each side of the foot of the wall",
          "in words alone, no shape", "± 2.5 km", "not recorded",
        ]
      ),
    ])
  func formats(code: String, language: String, texts: [String]) throws {
    let folder = try TemporaryFolder()
    func card(_ format: String) throws -> String {
      let path = folder.path("card.\(format)")
      let run = try heritage(
        "card", code, "--lang", language, "--date", "2026-11-28", "-q", "-o", path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
      return path
    }
    for format in ["html", "svg"] {
      let path = try card(format)
      let check = try Program("xmllint").run(["--noout", path])
      #expect(check.status == 0, "\(check.errors)")
      let text = Self.words(try String(contentsOfFile: path, encoding: .utf8))
      for expected in texts {
        #expect(text.contains(Self.words(expected)), "\(format): \(expected)")
      }
      #expect(text.contains("2026-11-28"))
    }
    let pdf = try card("pdf")
    let info = try Program("pdfinfo").run([pdf]).output
    #expect(info.contains("(A4)"))
    let text = Self.words(try Program("pdftotext").run([pdf, "-"]).output)
    for expected in texts { #expect(text.contains(Self.words(expected)), "pdf: \(expected)") }
    let docx = try card("docx")
    let parts = Self.words(try Program("unzip").run(["-p", docx, "word/document.xml"]).output)
    for expected in texts { #expect(parts.contains(Self.words(expected)), "docx: \(expected)") }
  }

  /// A text without tags and spaces: lines are broken where they fit.
  private static func words(_ text: String) -> String {
    text.replacing(/<[^>]*>/, with: "").filter { !$0.isWhitespace && $0 != "\u{2009}" }
  }

  @Test("The same register gives the same bytes")
  func deterministic() throws {
    for format in ["html", "svg", "pdf", "docx"] {
      let folder = try TemporaryFolder()
      for name in ["a", "b"] {
        _ = try heritage(
          "card", "LX-0001", "--lang", "zh", "--date", "2026-11-28", "-q", "-o",
          folder.path("\(name).\(format)"))
      }
      let files = try ["a", "b"].map {
        try Data(contentsOf: folder.url.appendingPathComponent("\($0).\(format)"))
      }
      #expect(files[0] == files[1], "\(format)")
      #expect(!files[0].isEmpty)
    }
  }

  @Test("A card for staff says that it is internal, and counts the files of the record")
  func staff() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Registers.sensitive.get().path("heritage.sqlite"),
      toPath: folder.path("heritage.sqlite"))
    try folder.write(bytes: Pictures.located, to: "a.jpg")
    _ = try Program.heritage.run(
      ["attach", "T-1", "a.jpg", "--title", "墓室", "-q", "--who", "王芳"], in: folder.url)
    func card(_ audience: String) throws -> Program.Run {
      try Program.heritage.run(
        ["card", "T-1", "--lang", "zh", "--audience", audience, "-o", "t.html"], in: folder.url)
    }
    let run = try card("staff")
    #expect(run.errors.contains("内部") || run.errors.contains("internal"))
    let staff = try String(contentsOfFile: folder.path("t.html"), encoding: .utf8)
    for text in ["内部资料", "29.587654°N", "记录档案", "1 件", "data:image/jpeg", "墓室"] {
      #expect(staff.contains(text), "\(text)")
    }
    // What the camera wrote is not on the card of staff either, and the picture stands upright.
    #expect(staff.contains("transform=\"matrix(0 1 -1 0"))
    _ = try card("public")
    let open = try String(contentsOfFile: folder.path("t.html"), encoding: .utf8)
    for text in ["内部资料", "29.5876", "记录档案", "data:image/jpeg", "墓室", "id=\"map\""] {
      #expect(!open.contains(text), "\(text)")
    }
    #expect(open.contains("不公开"))
  }

  @Test("A photograph that is damaged is left out, and that is said")
  func damagedPhoto() throws {
    let folder = try Registers.lixianCopy()
    try folder.write(bytes: Array(Pictures.locatedPNG.prefix(300)), to: "cut.png")
    try folder.write(bytes: Pictures.plain, to: "good.jpg")
    for name in ["cut.png", "good.jpg"] {
      let attached = try Program.heritage.run(
        ["attach", "LX-0004", name, "-q", "--who", "王芳"], in: folder.url)
      #expect(attached.status == 0, "\(attached.errors)")
    }
    let run = try Program.heritage.run(["card", "LX-0004"], in: folder.url)
    #expect(run.errors.contains("photograph 1 cannot be shown"))
    #expect(run.output.contains("data:image/jpeg"))
  }

  @Test(
    "The code for telephones is the relic's",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func code() throws {
    let folder = try TemporaryFolder()
    let pdf = folder.path("card.pdf")
    _ = try heritage("card", "LX-0001", "-q", "-o", pdf)
    _ = try Program("pdftoppm").run(["-r", "150", "-png", "-singlefile", pdf, folder.path("page")])
    #expect(try Self.judge("qr.py", folder.path("page.png")).output == "QRCode LX-0001\n")
  }

  @Test(
    "python-docx reads the document, on A4, with its map and its code",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func document() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("card.docx")
    _ = try heritage("card", "LX-0001", "--lang", "zh", "-q", "-o", path)
    let run = try Self.judge("document.py", path)
    for line in ["page 210 297", "title LX-0001 城头山遗址", "pictures 2"] {
      #expect(run.lines.contains(line), "\(run.output)\(run.errors)")
    }
    #expect(run.output.contains("Heading 1: '城头山遗址'"))
  }

  @Test(
    "What is no card is refused",
    arguments: [
      (["card", "LX-9999"], 66), (["card", "LX-0001", "-o", "card.xlsx"], 64),
      (["card", "LX-0001", "--format", "pdf", "-o", "card.docx"], 64),
      (["card", "LX-0001", "--date", "2026-02-30"], 64), (["card"], 64),
      (["card", "LX-0001", "-o", "nowhere/card.pdf"], 74),
    ] as [([String], Int32)])
  func refused(arguments: [String], status: Int32) throws {
    let run = try Program.heritage.run(arguments, in: try Registers.lixian.get().url)
    #expect(run.status == status)
    #expect(run.output.isEmpty)
  }

  @Test("A stand-in has no card")
  func standIn() throws {
    let list = try heritage(
      "list", "--include-stand-ins", "--provenance", "stand_in", "--format", "json")
    let code = try #require(list.objects.first?["code"] as? String)
    let run = try heritage("card", code)
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no relic whose record could be printed"))
  }
}
