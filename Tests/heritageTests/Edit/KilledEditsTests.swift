import Foundation
import HeritageTestSupport
import Testing

@Suite("Edits that are killed")
struct KilledEditsTests {
  @Test("The register is all old or all new, and its chain of digests holds")
  func killed() throws {
    let script = Program.package.appendingPathComponent("Scripts/kill-during-edits").path
    let run = try Program(script).run([
      "--program", Program.heritage.path, "--runs", "\(Cases.count(50))", "--seed", "7",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("edits in a sound chain"))
  }
}
