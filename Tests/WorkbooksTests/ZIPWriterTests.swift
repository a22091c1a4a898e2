import HeritageTestSupport
import Testing

@testable import Workbooks

@Suite("Writing ZIP archives")
struct ZIPWriterTests {
  private static let entries: [(String, [UInt8])] = [
    ("empty.txt", []), ("文件/名称.txt", Array("城头山遗址".utf8)),
    ("long.txt", Array(String(repeating: "a cell of a table ", count: 10_000).utf8)),
    ("noise.bin", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }),
  ]

  private static var archive: [UInt8] {
    var archive = ZIPWriter()
    for (name, content) in entries { archive.add(name, content) }
    return archive.finished
  }

  @Test("The program's own reader gets every entry back")
  func reads() throws {
    let archive = try ZIPArchive(Self.archive, limits: WorkbookLimits())
    for (name, content) in Self.entries {
      try archive.open(name)
      var bytes = [UInt8](repeating: 0, count: content.count + 100)
      var read = 0
      while true {
        let count = try bytes.withUnsafeMutableBytes {
          try archive.read(into: $0.baseAddress! + read, count: $0.count - read)
        }
        guard count > 0 else { break }
        read += count
      }
      #expect(Array(bytes.prefix(read)) == content)
    }
  }

  @Test("unzip finds nothing wrong, and the archive is smaller than what is in it")
  func judge() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes: Self.archive, to: "archive.zip")
    let run = try Program("unzip").run(["-t", path])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("No errors detected"))
    #expect(Self.archive.count < 10_000)
  }

  @Test("The same entries give the same bytes")
  func deterministic() { #expect(Self.archive == Self.archive) }
}
