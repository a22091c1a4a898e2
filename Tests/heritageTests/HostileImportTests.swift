import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage import of files from strangers")
struct HostileImportTests {
  @Test("Each is refused or reported with its place, none crashes, none writes")
  func folder() throws {
    let folder = try Registers.lixianCopy()
    try HostileFile.write(to: folder)
    let register = folder.url.appendingPathComponent("heritage.sqlite")
    let (before, names) = (try Data(contentsOf: register), folder.names)
    #expect(HostileFile.all.count >= 40)
    for file in HostileFile.all {
      let run = try Program.heritage.run(
        ["import", file.name, "--datum", "wgs84", "--skip-bad"], in: folder.url)
      #expect(run.status == 65, "\(file.name): \(run.errors)")
      #expect(run.output == "", "\(file.name)")
      if let sentence = file.sentence {
        #expect(run.errors.hasPrefix("heritage: \(sentence)\n"), "\(file.name)")
      } else {
        // It can be read, and what it holds is no table of relics.
        #expect(
          run.errors.contains(#/error: [^\n]+, row [0-9]+(, column [^\n]+)?: /#), "\(file.name)")
      }
      let dry = try Program.heritage.run(
        ["import", file.name, "--dry-run", "--format", "json"], in: folder.url)
      #expect(dry.status == 65, "\(file.name)")
      let failure = try JSONSerialization.jsonObject(with: Data(dry.errors.utf8))
      #expect((failure as? [String: Any])?["error"] != nil, "\(file.name)")
    }
    #expect(try Data(contentsOf: register) == before)
    #expect(folder.names == names)
  }
}
