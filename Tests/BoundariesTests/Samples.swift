import Boundaries
import Foundation
import Geodesy
import Testing

/// The files of this folder, and texts made of pieces.
enum Samples {
  static let folder = Bundle.module.resourceURL?.appendingPathComponent("Files")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: try #require(folder).appendingPathComponent(name)))
  }

  static func read(_ name: String, datum: String? = nil) throws -> BoundaryFile {
    let stem = String(name.prefix { $0 != "." })
    let folder = folder
    return try BoundaryFile(
      BoundarySource(name: name, bytes: try bytes(name)) { ending in
        folder.flatMap { try? Data(contentsOf: $0.appendingPathComponent("\(stem).\(ending)")) }
          .map(Array.init)
      }, options: BoundaryOptions(datum: try datum.map { try Datum($0) }))
  }

  /// What a file is refused for.
  static func refusal(_ body: () throws -> BoundaryFile) throws -> BoundaryError {
    do {
      _ = try body()
    } catch let error as BoundaryError {
      return error
    }
    Issue.record("the file was read")
    throw CancellationError()
  }

  static func read(
    text: String, name: String = "a.txt", datum: String? = nil, layer: String? = nil
  ) throws -> BoundaryFile {
    try BoundaryFile(
      BoundarySource(name: name, bytes: Array(text.utf8)),
      options: BoundaryOptions(datum: try datum.map { try Datum($0) }, layer: layer))
  }

  /// A surveyor's file with these rows below [地块坐标].
  static func text(_ rows: [String], system: String = "2000国家大地坐标系", zone: String = "37")
    -> String
  {
    "[属性描述]\n坐标系=\(system)\n几度分带=3\n带号=\(zone)\n[地块坐标]\n"
      + rows.joined(separator: "\n") + "\n"
  }

  /// The four corners of the first sample.
  static let square = [
    "J1,1,3286114.862,37563447.873", "J2,1,3286295.112,37563460.218",
    "J3,1,3286291.902,37563668.273", "J4,1,3286106.097,37563662.773",
    "J1,1,3286114.862,37563447.873",
  ]
  static let plot = "5,3.8760,1,样例,面,,,,@"
}
