import ArgumentParser
import Foundation
import Geodesy
import TourPlanner

/// Travel that an OSRM server knows: its `table` service, with durations and distances.
///
/// Source: *OSRM API documentation*, v5, "Table service". Places are asked about in blocks, so that no
/// question has more than ``mostPlaces``, the usual limit of a server. Two places that share one
/// approximate point are as far apart as ``GeodesicTravel`` has them.
struct OSRMTravel: TravelModel {
  /// The most places of one question.
  static let mostPlaces = 100

  let server: String
  let request: HTTPRequest
  let mode: TravelMode
  /// Says how far places are that share a point.
  let sharing: GeodesicTravel

  /// A server at an address.
  init(_ text: String, timeout: Double, mode: TravelMode) throws {
    let address = try Self.address(text)
    server = text
    request = HTTPRequest(host: address.host, port: address.port, timeout: timeout)
    self.mode = mode
    sharing = try GeodesicTravel(mode: mode)
  }

  /// The host and the port of `http://host:port`.
  ///
  /// - Throws: `ValidationError` for anything else.
  static func address(_ text: String) throws -> (host: String, port: String) {
    if text.lowercased().hasPrefix("https://") {
      throw ValidationError(
        "--osrm \(text): https is not spoken here: name a server of your network with http")
    }
    let parts = URLComponents(string: text)
    guard let parts, parts.scheme?.lowercased() == "http", let host = parts.host, !host.isEmpty,
      parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.user == nil,
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else {
      throw ValidationError("--osrm \(text) is no server: write http://host:port")
    }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return (bare, String(parts.port ?? 80))
  }

  /// What the server calls the mode; a server that knows one profile may answer with it all the same.
  var profile: String {
    switch mode {
    case .drive: "driving"
    case .cycle: "cycling"
    case .walk: "walking"
    }
  }

  var assumption: String { "travel times are those of the OSRM server \(server), without traffic" }

  func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    let count = places.count
    var seconds = [Int32](repeating: 0, count: count * count)
    var metres = seconds
    let block = count <= Self.mostPlaces ? max(count, 1) : Self.mostPlaces / 2
    for from in stride(from: 0, to: count, by: block) {
      for to in stride(from: 0, to: count, by: block) {
        let rows = Array(from..<min(from + block, count))
        let columns = Array(to..<min(to + block, count))
        let table = try table(places, rows, columns)
        for (row, i) in rows.enumerated() {
          for (column, j) in columns.enumerated() where i != j {
            let way = try way(table, row, column, from: places[i], to: places[j])
            seconds[i * count + j] = way.seconds
            metres[i * count + j] = way.metres
          }
        }
      }
    }
    return try TravelMatrix(count: count, seconds: seconds, metres: metres)
  }

  private func way(
    _ table: Table, _ row: Int, _ column: Int, from: TravelPlace, to: TravelPlace
  ) throws -> (seconds: Int32, metres: Int32) {
    guard let time = table.durations?[row][column], let length = table.distances?[row][column]
    else {
      throw Failure(
        "the OSRM server knows no way from \(from.id) to \(to.id)",
        hint: "leave one of them out with --skip, or plan without --osrm", status: .badData)
    }
    guard (0..<1e8).contains(time), (0..<1e8).contains(length) else {
      throw malformed("the way from \(from.id) to \(to.id) has no sound length")
    }
    var way = (seconds: Int32(time.rounded(.up)), metres: Int32(length.rounded(.up)))
    if let start = from.position, start == to.position {
      let accuracy = [from.accuracy, to.accuracy].compactMap { $0 }.max()
      let apart = sharing.length(start, start, accuracy: accuracy).metres
      way.metres = max(way.metres, Int32(apart.rounded(.up)))
      let least = apart / (sharing.kilometresPerHour / 3.6)
      way.seconds = max(way.seconds, Int32(least.rounded(.up)))
    }
    return way
  }

  /// What the service answers.
  private struct Table: Decodable {
    var code: String
    var message: String?
    var durations: [[Double?]]?
    var distances: [[Double?]]?
  }

  private func table(_ places: [TravelPlace], _ rows: [Int], _ columns: [Int]) throws -> Table {
    var asked = rows
    var selection = ""
    if rows != columns {
      asked += columns
      selection =
        "&sources=" + rows.indices.map(String.init).joined(separator: ";") + "&destinations="
        + columns.indices.map { String($0 + rows.count) }.joined(separator: ";")
    }
    let points = try asked.map { index in
      guard let position = places[index].position else {
        throw TravelError.noPosition(place: places[index].id)
      }
      return "\(position.longitude),\(position.latitude)"
    }
    let answer = try ask(
      "/table/v1/\(profile)/\(points.joined(separator: ";"))?annotations=duration,distance\(selection)"
    )
    if answer.status >= 500 {
      throw Failure(
        "the OSRM server \(server) failed with status \(answer.status)",
        hint: "ask whoever runs it, or plan without --osrm", status: .inputOutput)
    }
    guard let table = try? JSONDecoder().decode(Table.self, from: Data(answer.body)) else {
      throw malformed("status \(answer.status), and no JSON of the table service")
    }
    guard table.code == "Ok" else {
      throw malformed("\(table.code)\(table.message.map { ": \($0)" } ?? "")")
    }
    for numbers in [table.durations, table.distances] {
      guard let numbers, numbers.count == rows.count,
        numbers.allSatisfy({ $0.count == columns.count })
      else {
        throw malformed("durations and distances of \(rows.count) × \(columns.count) were expected")
      }
    }
    return table
  }

  private func malformed(_ reason: String) -> Failure {
    Failure(
      "the OSRM server \(server) gave no travel table: \(reason)",
      hint: "the server has to know the region and the table service, version 5", status: .badData)
  }

  private func ask(_ path: String) throws -> HTTPRequest.Answer {
    let reason: String
    do {
      return try request.get(path)
    } catch {
      switch error {
      case .malformed(let text): throw malformed("the answer cannot be read: \(text)")
      case .unknownHost(let host): reason = "no host is called \(host)"
      case .unreachable(let text): reason = text
      case .timeout: reason = "no answer within \(request.timeout) s"
      }
    }
    throw Failure(
      "the OSRM server \(server) cannot be reached: \(reason)",
      hint: "is it running, and is the address right? --osrm-timeout gives it more time",
      status: .inputOutput)
  }
}
