import Foundation

@main
struct TourBench {
  static func main() throws {
    var a = Array(CommandLine.arguments.dropFirst())
    let folder = a.removeFirst()
    var o: [String: String] = [:]
    while a.count >= 2 { o[a[0]] = a[1]; a.removeFirst(2) }
    try runOrienteeringBench(folder: folder, seconds: Double(o["--seconds"] ?? "1") ?? 1, seeds: Int(o["--seeds"] ?? "5") ?? 5,
      instances: Set((o["--instances"] ?? "").split(separator: ",").map(String.init)), tours: Set((o["--m"] ?? "").split(separator: ",").compactMap { Int($0) }))
  }
}
