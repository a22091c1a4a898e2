import Foundation
import Geodesy
import TourPlanner
import Words

/// Travel that an OSRM server knows: its `table` service, with durations and distances.
///
/// Source: *OSRM API documentation*, v5, "Table service". Places are asked about in blocks, so that no
/// question has more than ``mostPlaces``, the usual limit of a server. Two places that share one
/// approximate point are as far apart as `GeodesicTravel` has them.
struct OSRMTravel: TravelModel {
  /// The most places of one question.
  static let mostPlaces = 100
  /// How many metres a place may lie from the nearest road of the server, as from one of a file of roads.
  static let farthest = 1000

  let server: String
  let request: HTTPRequest
  let mode: TravelMode
  /// Says how far places are that share a point.
  let sharing: GeodesicTravel

  /// A server at an address.
  ///
  /// - Throws: ``TourError/badServer(_:isSecure:)``.
  init(_ text: String, timeout: Double, mode: TravelMode) throws(TourError) {
    let address = try Self.address(text)
    server = text
    request = HTTPRequest(host: address.host, port: address.port, timeout: timeout)
    self.mode = mode
    do throws(TravelError) {
      sharing = try GeodesicTravel(mode: mode)
    } catch {
      throw .badTravel(error)
    }
  }

  /// The host and the port of `http://host:port`.
  ///
  /// - Throws: ``TourError/badServer(_:isSecure:)`` for anything else.
  static func address(_ text: String) throws(TourError) -> (host: String, port: String) {
    if text.lowercased().hasPrefix("https://") { throw .badServer(text, isSecure: true) }
    let parts = URLComponents(string: text)
    guard let parts, parts.scheme?.lowercased() == "http", let host = parts.host, !host.isEmpty,
      parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.user == nil,
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else { throw .badServer(text, isSecure: false) }
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

  var assumption: TravelAssumption { .server(address: server, profile: profile) }

  /// What a metre takes for the mode, before the server is asked.
  var secondsPerMetre: Double { sharing.secondsPerMetre }

  func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    let count = places.count
    var seconds = [Int32](repeating: 0, count: count * count)
    var metres = seconds
    var offRoad: [Int]? = [Int](repeating: 0, count: count)
    let block = count <= Self.mostPlaces ? max(count, 1) : Self.mostPlaces / 2
    for from in stride(from: 0, to: count, by: block) {
      for to in stride(from: 0, to: count, by: block) {
        let rows = Array(from..<min(from + block, count))
        let columns = Array(to..<min(to + block, count))
        let table = try table(places, rows, columns)
        if let sources = table.sources, sources.count == rows.count {
          for (row, i) in rows.enumerated() {
            offRoad?[i] = Int(min(max(sources[row]?.distance ?? 0, 0), 1e8).rounded())
          }
        } else {
          offRoad = nil
        }
        for (row, i) in rows.enumerated() {
          for (column, j) in columns.enumerated() where i != j {
            let way = try way(table, row, column, from: places[i], to: places[j])
            seconds[i * count + j] = way.seconds
            metres[i * count + j] = way.metres
          }
        }
      }
    }
    let problems = offRoad?.map { $0 > Self.farthest ? TravelProblem.farFromRoad(metres: $0) : nil }
    for (i, problem) in (problems ?? []).enumerated() where problem != nil {
      for j in 0..<count where i != j {
        (seconds[i * count + j], metres[i * count + j]) = (TravelMatrix.noWay, 0)
        (seconds[j * count + i], metres[j * count + i]) = (TravelMatrix.noWay, 0)
      }
    }
    return try TravelMatrix(
      count: count, seconds: seconds, metres: metres, offRoad: offRoad, problems: problems)
  }

  private func way(
    _ table: Table, _ row: Int, _ column: Int, from: TravelPlace, to: TravelPlace
  ) throws -> (seconds: Int32, metres: Int32) {
    guard let time = table.durations?[row][column], let length = table.distances?[row][column]
    else { return (TravelMatrix.noWay, 0) }
    guard (0..<1e8).contains(time), (0..<1e8).contains(length) else {
      throw TourError.server(server, .unsoundWay(from: from.id, to: to.id))
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
    /// The places from which it travels, each on the road that is nearest.
    var sources: [Source?]?

    struct Source: Decodable {
      /// How far the road is, in metres.
      var distance: Double?
    }
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
    if answer.status >= 500 { throw TourError.server(server, .failed(status: answer.status)) }
    guard let table = try? JSONDecoder().decode(Table.self, from: Data(answer.body)) else {
      throw TourError.server(server, .noJSON(status: answer.status))
    }
    guard table.code == "Ok" else {
      throw TourError.server(server, .refused(code: table.code, message: table.message))
    }
    for numbers in [table.durations, table.distances] {
      guard let numbers, numbers.count == rows.count,
        numbers.allSatisfy({ $0.count == columns.count })
      else {
        throw TourError.server(server, .otherSize(rows: rows.count, columns: columns.count))
      }
    }
    return table
  }

  private func ask(_ path: String) throws(TourError) -> HTTPRequest.Answer {
    do throws(HTTPRequest.Fault) {
      return try request.get(path)
    } catch {
      let fault: RoutingFault =
        switch error {
        case .malformed(let reason): .malformed(reason)
        case .unknownHost(let host): .unknownHost(host)
        case .unreachable(let reason): .unreachable(reason)
        case .timeout: .timeout(seconds: request.timeout)
        }
      throw .server(server, fault)
    }
  }
}
