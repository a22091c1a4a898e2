import Foundation
import HeritageTestSupport
import Testing

@Suite("Pictures that are attached: their place, and what is made of them")
struct AttachedPictureTests {
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

  @Test("Nobody attaches or takes away without a name", arguments: ["attach", "detach"])
  func nobody(command: String) throws {
    let folder = try Self.folder()
    let last = command == "attach" ? "plan.pdf" : "1"
    let run = try Program.heritage.run([command, "LX-0004", last], in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("heritage: nobody says who makes this change\nhint: give --who"))
  }

  @Test("The place of a picture becomes the position only when asked for, in the same edit")
  func takenPlace() throws {
    let folder = try Self.folder()
    func position() throws -> [String: Any] {
      try #require(
        try Self.run("show LX-0004 --audience staff --format json", in: folder).json
          as? [String: Any])
    }
    let before = try position()["lon"] as? Double
    let line = "attach LX-0004 IMG_0001.JPG --take-position --accuracy 30m --allow-far"
    let run = try Self.run(line, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("LX-0004 Position: "))
    #expect(run.errors.contains("→ 111.512345, 29.587654\n"))
    let after = try position()
    #expect(after["coord_accuracy_m"] as? Double == 30)
    #expect(after["coord_method"] as? String == "handheld")
    #expect(after["coord_source"] as? String == "EXIF, IMG_0001.JPG, 2026-11-20")
    let edits = try Self.run("history --audience staff --format json", in: folder).objects
    #expect(edits.count == 1)
    #expect(try Self.run("undo 1", in: folder).status == 0)
    #expect(try position()["lon"] as? Double == before)
    #expect(
      try Self.run("attachments LX-0004 --audience staff --format json", in: folder).output
        == "[]\n")
  }

  @Test("Thumbnails are small, upright, and say nothing of themselves")
  func thumbnails() throws {
    let folder = try Self.folder()
    for file in ["IMG_0001.JPG", "plan.pdf"] {
      #expect(try Self.run("attach LX-0004 \(file) --part photo -q", in: folder).status == 0)
    }
    let run = try Self.run("attachments LX-0004 --thumbnails small", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasSuffix("1 thumbnail in small\n"))
    #expect(run.output == "")
    let small = try Data(contentsOf: folder.url.appendingPathComponent("small/1.jpg"))
    for secret in Pictures.secrets + ["Exif"] {
      #expect(small.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
    // 48 × 32 pixels that are to be turned by a quarter; the size stands behind FF C0, length and depth.
    let frame = try #require(small.range(of: Data([0xFF, 0xC0])))
    let sizes = Array(small[(frame.upperBound + 3)..<(frame.upperBound + 7)])
    #expect(sizes == [0, 48, 0, 32])
  }

  @Test("A public copy says that it carries no files")
  func publicCopy() throws {
    let folder = try Self.folder()
    #expect(try Self.run("attach LX-0004 IMG_0001.JPG -q", in: folder).status == 0)
    #expect(try Self.run("publish -o public.sqlite -q", in: folder).status == 0)
    for audience in ["public", "staff"] {
      let run = try Self.run(
        "attachments LX-0004 --db public.sqlite --audience \(audience) --format json", in: folder)
      #expect(run.output == "[]\n")
      #expect(run.errors == "a public copy carries no files\n")
    }
  }
}
