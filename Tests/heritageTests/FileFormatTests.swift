import Foundation
import HeritageTestSupport
import Testing

@Suite("The ending of a file")
struct FileFormatTests {
  @Test(
    "It chooses the format of what is written",
    arguments: [
      (["export"], "a.csv", "code,name_zh,"), (["export"], "a.json", "["),
      (["export"], "a.kml", "<?xml"), (["export"], "a.xlsx", "PK"),
      (["export"], "a.gpkg", "SQLite format 3"), (["export"], "A.GeoJSON", "{\"type\""),
      (["export"], "plain", "{\"type\""), (["list"], "a.json", "["), (["list"], "a.txt", "Code"),
      (["list"], "a.geojson", "{\"type\""), (["list"], "plain", "code\t"),
      (["stats"], "a.json", "{"), (["show", "LX-0001"], "a.json", "{"),
      (["map"], "a.svg", "<?xml"), (["map"], "a.png", "\u{89}PNG"), (["map"], "a.pdf", "%PDF"),
      (["tour", "--date", "2026-12-05", "--sites", "LX-0001"], "a.html", "<!DOCTYPE html>"),
      (["tour", "--date", "2026-12-05", "--sites", "LX-0001"], "a.ics", "BEGIN:VCALENDAR"),
      (["tour", "order", "--sites", "LX-0001,LX-0002"], "a.csv", "number,code,"),
    ])
  func chooses(command: [String], name: String, start: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(
      command + ["--lang", "en", "-o", folder.path(name)], in: try Registers.lixian.get().url)
    #expect(run.status == 0, "\(run.errors)")
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
    // The first byte of PNG is no text.
    let text = String(decoding: bytes.prefix(20).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    #expect(text.hasPrefix(start.replacing("\u{89}", with: "?")), "\(text)")
  }

  @Test(
    "One that contradicts the format, or that nothing is written under, is refused",
    arguments: [
      (
        ["export", "--format", "geojson", "-o", "a.csv"],
        "a.csv is no name for --format geojson: leave --format out, or let the name end in .geojson, .json"
      ),
      (["list", "--format", "csv", "-o", "a.xlsx"], "let the name end in .csv, .txt"),
      (
        ["list", "-o", "a.xlsx"],
        "a.xlsx: nothing can be written here as .xlsx; let the name end in .txt, .json, .jsonl, .ndjson, .csv, .tsv, .tab, .geojson, or say what to write with --format"
      ),
      (["show", "LX-0001", "-o", "card.pdf"], "nothing can be written here as .pdf"),
      (["stats", "-o", "a.png"], "nothing can be written here as .png"),
      (["export", "-o", "a.shp"], "nothing can be written here as .shp"),
      (["map", "-o", "a.jpg"], "let the name end in .svg, .png, .pdf"),
      (["map", "--format", "png", "-o", "a.svg"], "let the name end in .png"),
      (["tour", "--date", "2026-12-05", "-o", "a.docx"], "let the name end in .txt, .json"),
      (["template", "-o", "a.csv"], "let the name end in .xlsx"),
      (
        ["synthesize", "--count", "3", "--seed", "1", "-o", "a.pdf"],
        "nothing can be written here as .pdf"
      ),
    ])
  func refuses(arguments: [String], sentence: String) throws {
    let run = try Program.heritage.run(arguments, in: try Registers.lixian.get().url)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    let names = try Registers.lixian.get().names
    #expect(names.allSatisfy { !$0.hasPrefix("a.") && !$0.hasPrefix("card.") })
  }

  @Test("One that nobody knows is left to whoever says the format")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let run = try heritage("list", "--format", "json", "-q", "-o", folder.path("a.partial7"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.names == ["a.partial7"])
  }
}
