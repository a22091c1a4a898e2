import HeritageTestSupport
import Tables
import Testing
import Words
import Workbooks

@Suite("Files from strangers")
struct HostileFilesTests {
  @Test("Each is refused with a sentence, or read, and none does harm", arguments: HostileFile.all)
  func refused(file: HostileFile) {
    let bytes = file.bytes
    do throws(SheetFileError) {
      let sheets = try SheetFile.read(bytes, file: file.name)
      #expect(file.sentence == nil, "\(file.name) was read")
      #expect(!sheets.isEmpty)
    } catch {
      #expect(error.description == file.sentence)
    }
  }

  @Test("Their names are all different, and each is the same file every time")
  func deterministic() {
    #expect(Set(HostileFile.all.map(\.name)).count == HostileFile.all.count)
    for file in HostileFile.all { #expect(file.bytes == file.bytes, "\(file.name)") }
  }

  @Test(
    "Bytes that flip in a good file never crash the readers",
    arguments: Cases.seeds(1...6) as Range<UInt64>)
  func flips(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let book = WorkbookParts(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>41000.5</v></c></row>"#
        + #"<row r="2"><c r="A2" t="inlineStr"><is><t>澧县</t></is></c><c r="C2" t="b"><v>1</v></c></row>"#,
      after: #"<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>"#,
      strings: ["<t>城头山</t>"],
      styles: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>"#)
    let files: [[UInt8]] = [
      book.bytes, Array("编号,名称\r\n0001,\"城头山, 遗址\"\r\n".utf8),
      Array(
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":[1,"é"]},"#
          .utf8)
        + Array(#""geometry":{"type":"Point","coordinates":[111.65,29.7]}}]}"#.utf8),
    ]
    for _ in 0..<100 {
      for file in files { _ = try? SheetFile.read(flipped(file, &random), file: "f") }
      // Behind the checksums: the text of a part, packed anew.
      var archive = book.archive
      let part = Int.random(in: archive.entries.indices, using: &random)
      archive.entries[part].content = flipped(archive.entries[part].content, &random)
      _ = try? SheetFile.read(archive.bytes, file: "f")
    }
  }

  private func flipped(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: bytes.count / 2)
      default:
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}
