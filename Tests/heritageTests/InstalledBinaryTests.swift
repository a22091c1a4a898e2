import Foundation
import HeritageTestSupport
import Testing

@Suite("An installed program")
struct InstalledBinaryTests {
  /// Whether this machine lets a process have file systems of its own.
  private static let canHide =
    (try? Program.shell("unshare --map-root-user --mount true").status) == 0

  @Test(
    "A copy in another folder stands alone, the checkout out of sight",
    .enabled(if: canHide, "this machine allows no mount namespaces"))
  func alone() throws {
    let folder = try TemporaryFolder()
    let checkout = Program.package.path
    let run = try Program.shell(
      """
      cp '\(Program.heritage.path)' ./heritage && unshare --map-root-user --mount sh -c '
        mount -t tmpfs none "\(checkout)" && [ -z "$(ls -A "\(checkout)")" ] &&
        ./heritage init && ./heritage near --site LX-0001 --radius 5km --format jsonl'
      """, in: folder.url)
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
    #expect(run.errors.contains("created heritage.sqlite: 澧县, 630 rows\n"))
  }
}
