import Foundation
import HeritageTestSupport
import Testing

@Suite("Files for staff say that they are internal")
struct InternalFileTests {
  /// What a file of a format says as text.
  private func text(_ format: String, _ name: String, _ arguments: [String]) throws -> (
    text: String, errors: String
  ) {
    let folder = try TemporaryFolder()
    let path = folder.path(name)
    let run = try Program.heritage.run(
      ["export", "--format", format, "-o", path] + arguments,
      in: try Registers.sensitive.get().url)
    #expect(run.status == 0)
    let shown = try Program.shell(
      "case \(format) in xlsx) unzip -p \(path);; gpkg) sqlite3 \(path) .dump;; *) cat \(path);; esac",
      in: folder.url)
    return (shown.output, run.errors)
  }

  @Test(
    "Each format that has a place for it says so at its head",
    arguments: ["geojson", "kml", "gpx", "xlsx", "gpkg"])
  func head(format: String) throws {
    let notice = "Internal: exact positions, not for the public"
    let staff = try text(format, "a.internal", ["--audience", "staff"])
    #expect(staff.text.contains(notice))
    #expect(!staff.errors.contains("its name does not say so"))
    #expect(!(try text(format, "b", []).text.contains(notice)))
  }

  @Test(
    "A name that does not say so is asked for it, whatever the format",
    arguments: [
      ("csv", "x.csv", true), ("csv", "澧县内部.csv", false), ("geojson", "x-Internal.geojson", false),
      ("jsonl", "x.jsonl", true), ("gpkg", "x.gpkg", true),
    ])
  func name(format: String, name: String, isAsked: Bool) throws {
    let errors = try text(format, name, ["--audience", "staff"]).errors
    #expect(
      errors.contains(
        "\(name) holds 2 positions that the public may not see, and its name does not say so: put internal (内部) into the name"
      ) == isAsked)
  }

  @Test("A register that withholds nothing, and a public copy, have nothing internal")
  func open() throws {
    let folder = try TemporaryFolder()
    let lixian = try heritage(
      "export", "--format", "geojson", "--audience", "staff", "-o", folder.path("x.geojson"))
    #expect(!lixian.errors.contains("its name does not say so"))
    #expect(
      !(try String(contentsOf: URL(fileURLWithPath: folder.path("x.geojson")), encoding: .utf8))
        .contains("\"audience\""))
  }
}
