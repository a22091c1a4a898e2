import Foundation
import HeritageServer
import HeritageTestSupport

/// Registers that the command line made, served without a socket.
enum ServedRegisters {
  static let lixian = Result { try Served(arguments: []) }

  /// A county with sensitive relics, whose digits no answer may hold.
  static let sensitive = Result {
    let folder = try TemporaryFolder()
    try pack.write(to: folder)
    return try Served(arguments: ["--pack", folder.url.path])
  }

  private static let pack = TestPack().sites([
    "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.587654,20,rtk,,-221,-206,东镇秘村三组,29.587654 N,",
    "T-2,秘址,ancient_site,provincial,东镇,111.523456,29.576543,20,rtk,,-3000,-2000,东镇秘村四组,,",
    "T-3,明楼,ancient_building,county,西镇,111.534567,29.565432,20,rtk,,1400,1500,西镇街上,,",
  ])

  static let secrets = ["111.5123", "29.5876", "29.58765", "111.5234", "29.5765", "秘村"]
}

/// A register of its own with the service above it.
struct Served: Sendable {
  let folder: TemporaryFolder
  let service: RegisterService

  /// - Parameter roads: A map of OpenStreetMap on whose roads tours are planned.
  init(arguments: [String], roads: String? = nil) throws {
    folder = try TemporaryFolder()
    let run = try Program.heritage.run(["init", "-q"] + arguments, in: folder.url)
    guard run.status == 0 else { throw NotMade(errors: run.errors) }
    var options = ServerOptions(
      register: folder.path("heritage.sqlite"), publicURL: "http://register.test")
    if let roads {
      try folder.write(roads, to: "map.osm")
      let run = try Program.heritage.run(
        ["roads", "build", "-q", "map.osm", "--out", "county.roads"], in: folder.url)
      guard run.status == 0 else { throw NotMade(errors: run.errors) }
      options.roads = folder.path("county.roads")
    }
    service = try RegisterService(options)
  }

  struct NotMade: Error { let errors: String }

  /// The answer to a request; `accept` is JSON unless given.
  func get(
    _ target: String, accept: String = "application/json", headers: [String: String] = [:],
    method: String = "GET"
  ) -> WebResponse {
    service.respond(
      to: WebRequest(
        method: method, target: target,
        headers: headers.merging(["accept": accept]) { old, _ in old }))
  }

  /// The answer as an object of JSON.
  func object(_ target: String, accept: String = "*/*") throws -> [String: Any] {
    let response = get(target, accept: accept)
    return try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any] ?? [:]
  }

  /// The page as text.
  func page(_ target: String, language: String = "zh") -> String {
    get(target, accept: "text/html", headers: ["accept-language": language]).text
  }
}

extension WebResponse {
  var text: String { String(decoding: wholeBody, as: UTF8.self) }

  /// The body, its pieces put together.
  var wholeBody: [UInt8] {
    switch body {
    case .bytes(let bytes): return bytes
    case .pieces(let pieces):
      var all: [UInt8] = []
      try? pieces { all += $0 }
      return all
    }
  }
}

extension [String: Any] {
  var features: [[String: Any]] { self["features"] as? [[String: Any]] ?? [] }
  var links: [[String: Any]] { self["links"] as? [[String: Any]] ?? [] }

  /// The address of the first link of a relation.
  func href(_ rel: String) -> String? {
    links.first { $0["rel"] as? String == rel }?["href"] as? String
  }
}
