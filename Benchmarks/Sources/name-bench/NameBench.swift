import CFloor
import CountyPacks
import Foundation
import HeritageRegistry
import HeritageSQLite

/// Searches for names in a register of many sites, as JSON lines, with `LIKE` on the same file beside them.
///
/// usage: name-bench POINTS.csv [REGISTER.sqlite]; without a register it makes one of the points.
@main
struct NameBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard (1...2).contains(arguments.count) else {
      FileHandle.standardError.write(Data("usage: name-bench POINTS.csv [REGISTER.sqlite]\n".utf8))
      exit(64)
    }
    let points = [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[0])))
    let path =
      arguments.count > 1
      ? arguments[1]
      : FileManager.default.temporaryDirectory
        .appendingPathComponent("name-bench-\(ProcessInfo.processInfo.processIdentifier).sqlite")
        .path
    defer { if arguments.count == 1 { try? FileManager.default.removeItem(atPath: path) } }
    if arguments.count == 1 {
      let loading = try ContinuousClock().measure {
        try RegisterFile.create(at: path, from: CountyPack(emptyCounty: "全国"))
        try RegisterFile(path).load(try PointTable(csv: points, file: "points"))
      }
      print(#"{"load_s": \#(rounded(loading / .seconds(1)))}"#)
    }
    let names = String(decoding: points, as: UTF8.self).split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
    let registry = try Registry(opening: path, audience: .staff)
    guard let floor = floor_open(path) else { throw CocoaError(.fileReadUnknown) }
    defer { floor_close(floor) }
    _ = try registry.search("城", in: .names)
    for group in NameQueries(names: names, seed: 5).classes {
      var (mine, likes, hits) = ([Double](), [Double](), 0)
      for text in group.texts {
        hits += try timed(&mine) { try registry.search(text, in: .names, limit: 20).items.count }
      }
      print(line("heritage", group.name, mine, hits: hits))
      guard group.isPlain else { continue }
      var differing = 0
      // A scan of the table for each text, and the whole answer beside it, takes its time: some of them.
      for text in group.texts.prefix(20) {
        let like = timed(&likes) { floor_like(floor, "%\(text)%") }
        var query = SiteQuery()
        query.text = text
        let codes = try registry.sites(matching: query).items.map(\.code)
        if codes.count != Int(like.rows) || codes.reduce(0, { $0 &+ hash($1) }) != like.hash {
          differing += 1
        }
      }
      print(line("like", group.name, likes, hits: differing, label: "sets_that_differ"))
    }
  }

  private static func timed<Value>(
    _ times: inout [Double], _ body: () throws -> Value
  ) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    times.append((clock.now - start) / .microseconds(1))
    return value
  }

  private static func line(
    _ engine: String, _ name: String, _ times: [Double], hits: Int, label: String = "hits"
  ) -> String {
    let sorted = times.sorted()
    return #"{"engine": "\#(engine)", "class": "\#(name)", "n": \#(sorted.count), "#
      + #""p50_us": \#(rounded(sorted[sorted.count / 2])), "#
      + #""p99_us": \#(rounded(sorted[Int(Double(sorted.count) * 0.99)])), "\#(label)": \#(hits)}"#
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
