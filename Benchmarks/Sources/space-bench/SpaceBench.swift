import CFloor
import CountyPacks
import Foundation
import Geodesy
import HeritageRegistry
import HeritageSQLite

/// Radius and nearest queries of the library and of the C floor on one register, as JSON lines.
///
/// usage: space-bench [POINTS.csv QUERIES.csv]; without arguments it makes its own points.
@main
struct SpaceBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.isEmpty || arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: space-bench [POINTS.csv QUERIES.csv]\n".utf8))
      exit(64)
    }
    let points =
      arguments.isEmpty
      ? OwnPoints.table : [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[0])))
    let queries =
      arguments.isEmpty
      ? OwnPoints.queries : try String(contentsOfFile: arguments[1], encoding: .utf8)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("space-bench-\(ProcessInfo.processInfo.processIdentifier).sqlite")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = ContinuousClock()
    let loading = try clock.measure {
      try RegisterFile.create(at: path, from: CountyPack(emptyCounty: "全国"))
      try RegisterFile(path).load(try PointTable(csv: points, file: "points"))
    }
    print(#"{"engine": "heritage", "load_s": \#(rounded(loading / .seconds(1)))}"#)
    let origins = try queries.split(whereSeparator: \.isNewline).dropFirst()
      .map { line in
        let numbers = line.split(separator: ",").compactMap { Double($0) }
        return try Coordinate(longitude: numbers[0], latitude: numbers[1])
      }
    let bench = QueryBench(path: path, origins: origins)
    try bench.run()
    try bench.throughput()
  }
}

func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
