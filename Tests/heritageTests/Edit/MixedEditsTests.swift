import Foundation
import HeritageTestSupport
import Testing

@Suite("Edits by the program, by GDAL and by the shell of SQLite")
struct MixedEditsTests {
  private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Run {
    try Program.heritage.run(
      arguments, in: folder.url,
      environment: ["HERITAGE_WHO": "王芳", "HERITAGE_AUDIENCE": "staff"])
  }

  /// Everything that staff see of every relic, stand-ins and former ones too.
  private static func everything(_ folder: TemporaryFolder) throws -> String {
    try run(
      ["list", "--include-stand-ins", "--include-former", "--format", "jsonl"], in: folder
    ).output.replacing(/,"revision":"[^"]*"/, with: "")
  }

  /// Makes one edit by one of the three.
  private static func edit(
    _ folder: TemporaryFolder, number: Int, _ random: inout SeededGenerator
  ) throws {
    let code = String(format: "LX-%04d", Int.random(in: 1...38, using: &random))
    let open = "code = '\(code)' AND disclosure = 'open' AND geom IS NOT NULL"
    let statements = [
      "UPDATE site SET village = '村\(number)' WHERE code = '\(code)' AND disclosure <> 'withheld'",
      "UPDATE site SET period_start = \(-number), period_end = \(number) WHERE code = '\(code)'",
    ]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: _ = try run(["set", code, "notes=说明\(number)"], in: folder)
    case 1: _ = try run(["set", code, "former_names=旧名\(number);旧称\(number)"], in: folder)
    case 2:
      _ = try run(
        ["add", "name_zh=新亭\(number)", "township=城头山镇", "sources=文献\(number)"], in: folder)
    case 3:
      // A geometry that GDAL writes passes SpatiaLite's triggers and those of the history.
      _ = try Program("ogrinfo").run(
        [
          "-q", "heritage.sqlite", "-sql",
          "UPDATE site SET geom = MakePoint(111.7, \(29.6 + Double(number) / 1e5), 4326) "
            + "WHERE \(open)",
        ], in: folder.url)
    case 4:
      _ = try Program("ogrinfo").run(
        ["-q", "heritage.sqlite", "-sql", statements[0]], in: folder.url)
    default:
      _ = try Program("sqlite3").run(
        ["heritage.sqlite", statements[Int.random(in: 0...1, using: &random)]], in: folder.url)
    }
  }

  @Test("Taken back one by one, the newest first, they leave what was there", arguments: [1, 2])
  func backwards(seed: UInt64) throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.everything(folder)
    var random = SeededGenerator(seed: seed)
    for number in 1...Cases.count(20) { try Self.edit(folder, number: number, &random) }
    #expect(try Self.everything(folder) != before)
    let doctor = try Self.run(["doctor"], in: folder)
    #expect(doctor.output.contains("history\tok"), "\(doctor.output)")
    // What GDAL and the shell changed last is gathered by the next edit.
    _ = try Self.run(["set", "LX-0001", "notes=末"], in: folder)
    let edits = try Self.run(["history", "--limit", "100000", "--format", "json"], in: folder)
      .objects.compactMap { $0["edit"] as? Int }
    #expect(edits == edits.sorted(by: >))
    for edit in edits {
      let undo = try Self.run(["undo", "\(edit)"], in: folder)
      #expect(undo.status == 0, "\(edit): \(undo.errors)")
    }
    #expect(try Self.everything(folder) == before)
    #expect(try Self.run(["doctor"], in: folder).output.contains("spatial index: site\tok"))
  }
}
