import Foundation
import HeritageTestSupport
import Testing

@Suite("Disclosure on the command line")
struct DisclosureWalkTests {
  /// Every way to ask for sites, without its format.
  static let questions: [[String]] = [
    ["show", "T-1"], ["show", "T-2"], ["search", "秘"], ["list"], ["list", "--sort", "name"],
    ["list", "--include-stand-ins"], ["list", "--bbox", "111.4,29.4,111.7,29.7"],
    ["list", "--near", "111.5123,29.5876", "--radius", "50km", "--possible", "--sort", "distance"],
    ["near", "111.5123,29.5876", "--radius", "10km", "--possible"],
    ["near", "--site", "T-2", "--radius", "50km", "--possible"],
    ["near", "--site", "T-3", "--radius", "50km", "--possible"],
    ["nearest", "111.5123,29.5876", "-n", "50"], ["nearest", "--site", "T-3"],
    ["group"], ["group", "secret-group"], ["cluster", "--eps", "3km", "--min", "1"],
    ["cluster", "--eps", "100m", "--min", "1"], ["stats"], ["intangible"], ["doctor"],
    ["export"], ["export", "--with-unlocated"],
  ]

  private static func run(_ arguments: [String], _ audience: String) throws -> Program.Run {
    try Program.heritage.run(
      arguments + ["--audience", audience], in: try Registers.sensitive.get().url)
  }

  @Test("No command and no format prints a hidden position to the public", arguments: questions)
  func walk(question: [String]) throws {
    for format in ["table", "json", "jsonl", "csv", "tsv", "geojson"] {
      let run = try Self.run(question + ["--format", format], "public")
      // An answer without positions is no GeoJSON, and an export no table.
      let isRefused =
        switch format {
        case "geojson": [["group"], ["stats"], ["intangible"], ["doctor"]].contains(question)
        case "table": question[0] == "export"
        default: false
        }
      #expect(run.status == (isRefused ? 64 : 0))
      #expect(!isRefused || run.output.isEmpty)
      // Distances from the probe's own point are no secret; its digits are in the remark.
      let text = run.output + run.errors.replacing("111.5123,29.5876", with: "")
      for secret in SensitivePack.secrets { #expect(!text.contains(secret)) }
    }
  }

  @Test("Shrinking radii around the exact position find nothing, or the cell's centre")
  func shrinkingRadii() throws {
    for metres in ["10000", "2000", "1000", "500", "100", "10", "1"] {
      for point in ["111.512345,29.587654", "111.523456,29.576543"] {
        let run = try Self.run(
          ["near", point, "--radius", metres, "--possible", "--format", "json"], "public")
        let hits = try run.objects
        #expect(!hits.contains { $0["code"] as? String == "T-1" })
        if metres == "10000" { #expect(hits.contains { $0["code"] as? String == "T-2" }) }
        for hit in hits where hit["code"] as? String == "T-2" {
          #expect(hit["lon"] as? Double == 111.525)
          #expect(hit["lat"] as? Double == 29.575)
          #expect(hit["coord_accuracy_m"] as? Double == 1000)
        }
      }
    }
  }

  @Test("Staff get the exact answer from the same commands")
  func staff() throws {
    for (code, point) in [("T-1", "111.512345,29.587654"), ("T-2", "111.523456,29.576543")] {
      let run = try Self.run(["near", point, "--radius", "30m", "--format", "json"], "staff")
      let hit = try #require(try run.objects.first)
      #expect(hit["code"] as? String == code)
      #expect("\(hit["lon"] ?? ""),\(hit["lat"] ?? "")" == point)
      #expect(hit["certainty"] as? String == "certain")
    }
    #expect(try Self.run(["show", "T-1", "--format", "json"], "staff").output.contains("东镇秘村三组"))
    let environment = try Program.heritage.run(
      ["show", "T-1", "--format", "json"], in: try Registers.sensitive.get().url,
      environment: ["HERITAGE_AUDIENCE": "staff"])
    #expect(environment.output.contains("111.512345"))
  }

  @Test("A sensitive relic is still found by its name, level, period and township")
  func stillFound() throws {
    for filter in [
      ["--name", "秘墓"], ["--level", "county"], ["--period", "-210..-200"], ["--township", "东镇"],
    ] {
      let run = try Self.run(["list", "--format", "json"] + filter, "public")
      #expect(try run.objects.contains { $0["code"] as? String == "T-1" })
    }
  }
}
