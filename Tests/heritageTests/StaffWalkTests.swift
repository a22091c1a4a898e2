import Foundation
import HeritageTestSupport
import Testing

@Suite("What staff keep beside the relics, on the command line of the public")
struct StaffWalkTests {
  /// What no public answer may print: the exact places, those of before, of drafts, claims, pictures and checks.
  private static let secrets =
    SensitivePack.secrets + Pictures.secrets + [
      "111.5177", "29.5833", "111.5188", "29.5844", "旧秘路", "草稿秘路", "说法秘路", "秘照", "墓室内景", "秘项目",
      "秘边",
    ]

  /// A county whose sensitive relics have a history, drafts, claims, files, zones, bodies and saved checks, and
  /// its public copy.
  private static let worked = Result { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Registers.sensitive.get().path("heritage.sqlite"),
      toPath: folder.path("heritage.sqlite"))
    try folder.write(bytes: Pictures.located, to: "墓室内景.jpg")
    try folder.write(
      #"{"type":"Feature","properties":{"code":"T-1"},"geometry":{"type":"Polygon","coordinates":"#
        + "[[[111.5177,29.5833],[111.5188,29.5833],[111.5188,29.5844],[111.5177,29.5833]]]}}",
      to: "秘边.geojson")
    for arguments in [
      ["set", "T-1", "address=东镇旧秘路九号"], ["set", "T-1", "address=东镇秘村三组"],
      ["set", "T-1", "address=东镇草稿秘路", "--as", "draft"],
      ["set", "T-1", "lon=111.517712", "lat=29.583312"],
      ["set", "T-1", "lon=111.512345", "lat=29.587654"],
      ["claim", "T-1", "address=东镇说法秘路八号", "--source", "秘照"],
      [
        "claim", "T-1", "position=111.518812,29.584412", "--datum", "wgs84", "--source", "秘照",
      ],
      ["attach", "T-1", "墓室内景.jpg", "--title", "秘照"],
      ["attach", "T-3", "墓室内景.jpg"],
      [
        "zone", "import", "秘边.geojson", "--kind", "protection", "--code", "T-1", "--instrument",
        "县政府公告", "--announced", "2011",
      ],
      ["body", "import", "秘边.geojson", "--code", "T-1"],
      ["check", "秘边.geojson", "--name", "秘项目", "--save", "--audience", "staff"],
      ["publish", "-o", "public.sqlite"],
    ] {
      let run = try Program.heritage.run(
        arguments, in: folder.url, environment: ["HERITAGE_WHO": "王芳"])
      guard run.status == 0 || arguments[0] == "check" else {
        throw Registers.CreationFailure(errors: "\(arguments): \(run.errors)")
      }
    }
    return folder
  }

  private static let questions: [[String]] = [
    ["history"], ["history", "T-1"], ["history", "1"], ["history", "outside"],
    ["history", "T-1", "--field", "address"], ["show", "T-1", "--evidence"], ["show", "T-1"],
    ["claims", "T-1"], ["drafts"], ["drafts", "--all"],
    ["attachments", "T-1"], ["attachments", "T-2"], ["zone", "list"], ["zone", "show", "T-1"],
    ["zone", "explain", "T-1"], ["coverage", "list"], ["check", "--again", "1"],
    ["check", "--at", "111.60,29.70", "--radius", "5km"],
  ]

  @Test(
    "No command and no format prints what staff keep, of the register or of its public copy",
    arguments: questions)
  func walk(question: [String]) throws {
    let folder = try Self.worked.get()
    for format in ["table", "json", "jsonl", "csv", "tsv", "geojson"] {
      for options in [["--audience", "public"], ["--audience", "staff", "--db", "public.sqlite"]] {
        let run = try Program.heritage.run(
          question + ["--format", format] + options, in: folder.url)
        #expect(run.status != 139 && run.status != 134, "\(question) \(format)")
        let text = run.output + run.errors
        for secret in Self.secrets {
          #expect(!text.contains(secret), "\(question) \(format) \(options): \(secret)")
        }
      }
    }
  }

  @Test("Neither do cards, reports, thumbnails and the bytes of the copy")
  func papers() throws {
    let folder = try Self.worked.get()
    for db in ["heritage.sqlite", "public.sqlite"] {
      for (arguments, file) in [
        (["card", "T-1", "-o", "c.html"], "c.html"), (["card", "T-1", "-o", "c.svg"], "c.svg"),
        (["card", "T-1", "-o", "c.docx"], "c.docx"), (["report", "-o", "r.xlsx"], "r.xlsx"),
        (["report", "--format", "json", "-o", "r.json"], "r.json"),
        (["attachments", "T-1", "--thumbnails", "small"], nil),
      ] as [([String], String?)] {
        let run = try Program.heritage.run(
          arguments + ["--db", db, "--audience", "public"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let text =
          try file.map { name in
            let isPacked = name.hasSuffix("docx") || name.hasSuffix("xlsx")
            return try Program.shell(
              (isPacked ? "unzip -p " : "cat ") + name, in: folder.url
            ).output
          } ?? ""
        for secret in Self.secrets {
          #expect(!(text + run.errors).contains(secret), "\(arguments) \(db): \(secret)")
        }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("small")).isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("public.sqlite")))
    for secret in Self.secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)") }
    for table in [
      "claim", "change", "edit", "draft", "attachment", "attachment_content", "check_record",
      "body",
      "lifecycle", "exact_position", "exact_zone",
    ] {
      let run = try Program("sqlite3").run(
        ["public.sqlite", "SELECT count(*) FROM sqlite_master WHERE name = '\(table)'"],
        in: folder.url)
      #expect(run.output == "0\n", "\(table)")
    }
  }

  @Test("Staff see all of it")
  func staff() throws {
    let folder = try Self.worked.get()
    func text(_ arguments: [String]) throws -> String {
      try Program.heritage.run(
        arguments + ["--audience", "staff", "--format", "json"], in: folder.url
      ).output
    }
    #expect(try text(["history", "T-1"]).contains("旧秘路"))
    #expect(try text(["claims", "T-1"]).contains("说法秘路"))
    #expect(try text(["drafts"]).contains("草稿秘路"))
    #expect(try text(["attachments", "T-1"]).contains("墓室内景"))
    #expect(try text(["check", "--again", "1"]).contains("秘项目"))
  }
}
