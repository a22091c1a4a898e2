import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage attach, attachments, detach and files")
struct AttachmentCommandTests {
  /// A folder with the register of Lixian and some files.
  private static func folder() throws -> TemporaryFolder {
    let folder = try Registers.lixianCopy()
    try folder.write(bytes: Pictures.located, to: "IMG_0001.JPG")
    try folder.write(bytes: Pictures.plain, to: "plain.png")
    try folder.write(bytes: Pictures.document(of: 1_300_000), to: "plan.pdf")
    return folder
  }

  private static func run(_ line: String, in folder: TemporaryFolder) throws -> Program.Run {
    try Program.heritage.run(
      line.split(separator: " ").map(String.init), in: folder.url, environment: who)
  }

  private static let who = ["HERITAGE_WHO": "王芳"]

  @Test("A file is attached, listed, handed out, taken away and cleaned up")
  func round() throws {
    let folder = try Self.folder()
    let attached = try Program.heritage.run(
      [
        "attach", "LX-0004", "IMG_0001.JPG", "--part", "照片", "--title", "牌坊正面", "--number", "照-1",
        "--direction", "由南向北", "--author", "某人",
      ], in: folder.url, environment: Self.who)
    #expect(attached.status == 0)
    #expect(attached.output == "")
    #expect(
      attached.errors.hasPrefix(
        "attached IMG_0001.JPG to LX-0004 as number 1: Photographs, JPEG, \(Pictures.located.count) bytes\n"
          + "the day is that of the camera's clock: 2026-11-20\n"
          + "the picture says that it was taken "))
    #expect(!attached.errors.contains("29.5") && !attached.errors.contains("111.5"))
    let second = try Self.run("attach LX-0004 plan.pdf --scale 1:500 --part drawing", in: folder)
    #expect(
      second.errors == "attached plan.pdf to LX-0004 as number 2: Drawings, PDF, 1300000 bytes\n")
    let third = try Self.run("attach LX-0001 plain.png --taken 1985", in: folder)
    #expect(
      third.errors == """
        attached plain.png to LX-0001 as number 3: Photographs, JPEG, \(Pictures.plain.count) bytes
        no part of the record was named: it stands under Photographs
        its name ends in .png, its bytes are JPEG: it is kept as JPEG

        """)
    let listed = try Self.run(
      "attachments LX-0004 --audience staff --format json", in: folder
    ).objects
    #expect(listed.map { $0["number"] as? Int } == [2, 1])
    #expect(listed[1]["title"] as? String == "牌坊正面")
    #expect(listed[1]["taken_on"] as? String == "2026-11-20")
    #expect(listed[1]["part"] as? String == "photo")
    #expect(listed[0]["scale"] as? String == "1:500")
    #expect(listed[1]["sha256"] as? String != nil)
    let verified = try Self.run("files verify --format table", in: folder)
    #expect(verified.status == 0 && verified.output == "")
    #expect(verified.errors.hasPrefix("3 attachments, 3 files, "))
    #expect(
      try Self.run(
        "attachments LX-0004 --export 2 -o out.pdf --audience staff", in: folder
      ).status == 0)
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("out.pdf"))
        == Data(Pictures.document(of: 1_300_000)))
    let detached = try Self.run("detach LX-0004 2", in: folder)
    #expect(detached.errors.hasPrefix("took file 2 from LX-0004: plan.pdf\n"))
    #expect(
      try Self.run("files verify", in: folder).errors.hasPrefix("1 file belongs to no relic"))
    #expect(
      try Self.run("files clean", in: folder).errors == "removed 1 file that no relic has\n")
    #expect(
      try Self.run("files verify --format tsv", in: folder).output == "fault\tfile\tattachments\n")
    #expect(try Self.run("doctor", in: folder).status == 0)
  }

  @Test(
    "What cannot be attached is refused with a sentence and the right exit code",
    arguments: [
      ("attach LX-0004 empty.jpg", 65, "empty.jpg is empty: it has 0 bytes"),
      ("attach LX-0004 folder", 74, "folder is a folder"),
      ("attach LX-0004 none.jpg", 66, "the file none.jpg cannot be read"),
      ("attach LX-0004 dangling.jpg", 66, "the file dangling.jpg cannot be read"),
      ("attach LX-0004 pipe", 74, "pipe is no plain file"),
      ("attach LX-0004 /dev/null", 74, "/dev/null is no plain file"),
      (
        "attach LX-0004 text.jpg", 65, "text.jpg is none of JPEG, PNG, TIFF, PDF, DWG, by its bytes"
      ),
      ("attach LX-0004 -", 64, "a file to be attached has a name, and - has none"),
      ("attach LX-0004 cut.jpg", 65, "cut.jpg begins as a JPEG and is none: it is cut off"),
      ("attach LX-0004 head.jpg", 65, "head.jpg begins as a JPEG and is none: it is cut off"),
      ("attach LX-0004 plain.png --take-position --accuracy 20m", 65, "does not say where it was"),
      ("attach LX-0004 IMG_0001.JPG --take-position", 64, "nor anybody says how accurate"),
      ("attach LX-0004 IMG_0001.JPG --take-position --accuracy 20m", 65, "km from where LX-0004"),
      ("attach LX-0004 plan.pdf --take-position --accuracy 20m", 65, "does not say where it was"),
      ("attach LX-0004 plan.pdf --accuracy 20m", 64, "belong to --take-position"),
      ("attach LX-0004 plan.pdf --take-position --accuracy far", 64, "far is no length"),
      ("attachments LX-0004 --export 1 --thumbnails t", 64, "give one of the two"),
      ("attach LX-9999 plan.pdf", 66, "no relic has the code LX-9999"),
      ("attach LX-X001 plan.pdf", 64, "LX-X001 is a stand-in"),
      ("attach LX-0004 plan.pdf --taken 2026-02-30", 64, "there is no such day, month or year"),
      ("attach LX-0004 plan.pdf --part album", 64, "album"),
      ("attach LX-0004 plan.pdf --taken yesterday", 64, "there is no such day, month or year"),
      ("attach LX-0004 plan.pdf --db none.sqlite", 66, "none.sqlite"),
      ("attachments LX-0004 --export 7 -o a.jpg", 66, "LX-0004 has no file 7 that you may see"),
      ("attachments LX-0004 --export 7 --format json", 64, "leave --format away"),
      ("attachments LX-9999", 66, "no relic has the code LX-9999"),
      ("detach LX-0004 1", 66, "LX-0004 has no file 1"),
      ("detach LX-0004 one", 64, "one"),
      ("files verify --db none.sqlite", 66, "none.sqlite"),
    ])
  func refused(line: String, status: Int32, sentence: String) throws {
    let folder = try Self.folder()
    _ = try Program.shell(
      """
      : > empty.jpg; mkdir folder; ln -s nowhere.jpg dangling.jpg; mkfifo pipe; echo hello > text.jpg
      head -c 300 plain.png > cut.jpg; printf '\\377\\330\\377\\331' > head.jpg
      """, in: folder.url)
    let code = line.contains("LX-X001") ? try Self.standIn() : nil
    let run = try Self.run(code.map { line.replacing("LX-X001", with: $0) } ?? line, in: folder)
    #expect(run.status == status, "\(line): \(run.errors)")
    #expect(run.output == "")
    #expect(run.errors.contains(code.map { sentence.replacing("LX-X001", with: $0) } ?? sentence))
    #expect(run.errors.split(separator: "\n").count <= 3, "\(run.errors)")
    #expect(try Self.run("files verify -q", in: folder).status == 0)
    let staff = try Self.run("attachments LX-0004 --audience staff --format json", in: folder)
    #expect(staff.output == "[]\n")
  }

  private static func standIn() throws -> String {
    let run = try heritage(
      "list", "--include-stand-ins", "--provenance", "stand_in", "--format", "json")
    return try #require(run.objects.first?["code"] as? String)
  }

  @Test("The same file twice, and a file that was changed or is gone")
  func damaged() throws {
    let folder = try Self.folder()
    _ = try Self.run("attach LX-0004 plan.pdf", in: folder)
    let again = try Self.run("attach LX-0004 plan.pdf", in: folder)
    #expect(again.status == 1)
    #expect(again.errors.contains("LX-0004 has this file already, as number 1"))
    let other = try Self.run("attach LX-0001 plan.pdf", in: folder)
    #expect(other.errors.contains("the same file belongs to LX-0004 too; it is kept once"))
    let name = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("heritage.sqlite.files"))[0]
    _ = try Program.shell("echo x >> heritage.sqlite.files/\(name)", in: folder.url)
    let changed = try Self.run("files verify --format csv", in: folder)
    #expect(changed.status == 65)
    #expect(
      changed.output.replacing("\r\n", with: "\n")
        == "fault,file,attachments\nchanged,\(name),LX-0004 1;LX-0001 2\n")
    #expect(
      try Self.run("attachments LX-0004 --export 1 -o a.pdf --audience staff", in: folder).status
        == 65)
    _ = try Program.shell("rm heritage.sqlite.files/\(name)", in: folder.url)
    let missing = try Self.run("files verify --format csv", in: folder)
    #expect(missing.status == 65)
    #expect(missing.output.contains("missing,\(name)"))
    #expect(try Self.run("doctor", in: folder).status == 65)
    #expect(try Self.run("backup -o copy.sqlite", in: folder).errors.contains(name))
    #expect(!folder.names.contains("a.pdf"))
  }

  @Test("A register that another program holds is busy, and the file is not attached")
  func busy() throws {
    let folder = try Self.folder()
    let run = try Program.shell(
      """
      (printf 'BEGIN IMMEDIATE;\\n'; sleep 9) | sqlite3 heritage.sqlite & sleep 1
      HERITAGE_WHO=a '\(Program.heritage.path)' attach LX-0004 plan.pdf; echo $?; kill %1 2>/dev/null; wait
      """, in: folder.url)
    #expect(run.output == "75\n")
    #expect(!folder.names.contains("heritage.sqlite.files"))
  }

  @Test("Killed at any moment, a file is attached whole or not at all")
  func killed() throws {
    let folder = try Self.folder()
    var attached = 0
    for number in 0..<Cases.count(12) {
      let size = number % 3 == 0 ? 60_000 : 1_500_000
      try folder.write(bytes: Pictures.document(of: size, number: number), to: "f.pdf")
      _ = try Program.shell(
        "HERITAGE_WHO=a timeout -s KILL \(Double(5 + number * 7 % 40) / 50) '\(Program.heritage.path)' attach LX-0004 f.pdf -q",
        in: folder.url)
      let check = try Self.run("files verify --format json", in: folder)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      let count = try Self.run(
        "attachments LX-0004 --audience staff --format json", in: folder
      ).objects.count
      #expect(count == attached || count == attached + 1)
      attached = count
    }
    // What is left half-written is in nobody's way.
    _ = try Self.run("attach LX-0004 plan.pdf -q", in: folder)
    #expect(try Self.run("files clean -q", in: folder).status == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("heritage.sqlite.files"))
    #expect(names.allSatisfy { !$0.contains("partial") })
    #expect(try Self.run("doctor", in: folder).status == 0)
  }

  @Test("The public sees nothing of a withheld relic's files, and no place in those of an open one")
  func disclosure() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Registers.sensitive.get().path("heritage.sqlite"),
      toPath: folder.path("heritage.sqlite"))
    try folder.write(bytes: Pictures.located, to: "墓室内景.jpg")
    try folder.write(bytes: Pictures.document(of: 1_200_000), to: "墓道图.pdf")
    for code in ["T-1", "T-2", "T-3"] {
      for file in ["墓室内景.jpg", "墓道图.pdf"] {
        _ = try Program.heritage.run(
          ["attach", code, file, "--title", "秘照" + code, "--author", "张某"], in: folder.url,
          environment: Self.who)
      }
    }
    let texts = Pictures.secrets + SensitivePack.secrets
    for code in ["T-1", "T-2", "T-3"] {
      for line in [
        "attachments \(code) --format json", "attachments \(code) --format table",
        "attachments \(code) --format csv", "card \(code)", "card \(code) --format svg",
        "card \(code) --format html --lang en", "show \(code) --format json",
        "report --format json", "report --format csv", "report",
      ] {
        let run = try Self.run(line, in: folder)
        #expect(run.status == 0, "\(line): \(run.errors)")
        for text in texts + (code == "T-3" ? [] : ["墓室内景", "墓道图", "秘照", "张某"]) {
          #expect(!run.output.contains(text) && !run.errors.contains(text), "\(line): \(text)")
        }
      }
      for format in ["pdf", "docx", "svg", "html"] {
        let run = try Self.run("card \(code) -o card.\(format) -q", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let text = try Program.shell(
          format == "pdf"
            ? "pdftotext card.pdf - ; strings card.pdf"
            : format == "docx" ? "unzip -p card.docx" : "cat card.\(format)", in: folder.url)
        for secret in texts where !text.output.isEmpty {
          #expect(!text.output.contains(secret), "\(code) \(format): \(secret)")
        }
      }
    }
    let open = try Self.run("attachments T-3 --format json", in: folder).objects
    #expect(open.count == 1)
    let number = try #require(open[0]["number"] as? Int)
    let export = try Self.run("attachments T-3 --export \(number) -o p.jpg", in: folder)
    #expect(export.errors.contains("without what the picture said of itself"))
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("p.jpg"))
    for secret in Pictures.secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
    for hidden in 1...4 {
      let run = try Self.run("attachments T-1 --export \(hidden) -o x.jpg", in: folder)
      #expect(run.status == 66)
    }
    #expect(try Self.run("publish -o public.sqlite -q", in: folder).status == 0)
    let copy = try Data(contentsOf: folder.url.appendingPathComponent("public.sqlite"))
    for secret in Pictures.secrets + ["墓室内景", "墓道图", "秘照", "张某"] {
      #expect(copy.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
  }
}
