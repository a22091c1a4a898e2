public import Tables
public import TourPlanner

/// The travel of a tour: assumed, from a table, or from a server.
public struct TourTravel: Sendable {
  /// The model.
  public let model: any TravelModel

  /// Travel by a model.
  public init(_ model: any TravelModel) { self.model = model }

  /// Travel along geodesics; the speed and the detour of the mode hold where none is given.
  ///
  /// - Throws: ``TourError/badTravel(_:)``.
  public init(
    mode: TravelMode, kilometresPerHour: Double?, detour: Double?
  ) throws(TourError) {
    do throws(TravelError) {
      model = try GeodesicTravel(
        mode: mode, kilometresPerHour: kilometresPerHour, detour: detour)
    } catch {
      throw .badTravel(error)
    }
  }

  /// Travel from the bytes of a table.
  ///
  /// - Parameters:
  ///   - bytes: The content of the table.
  ///   - file: What faults call the table.
  ///   - encoding: The encoding that somebody has named; nil for the one that the bytes tell.
  /// - Throws: ``TourError/badTable(_:file:)``.
  public init(
    table bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(TourError) {
    do throws(TravelTableError) {
      model = try TravelTable(bytes, file: file, encoding: encoding).travel
    } catch {
      throw .badTable(error, file: file)
    }
  }

  /// Travel from an OSRM server, which is asked later.
  ///
  /// - Throws: ``TourError/badServer(_:isSecure:)``.
  public init(osrm server: String, timeout: Double, mode: TravelMode) throws(TourError) {
    model = try OSRMTravel(server, timeout: timeout, mode: mode)
  }

  /// Whether an address can be that of a routing server.
  ///
  /// - Throws: ``TourError/badServer(_:isSecure:)`` where it cannot.
  public static func check(server: String) throws(TourError) {
    _ = try OSRMTravel.address(server)
  }

  /// The travel between places.
  ///
  /// - Throws: ``TourError`` where it is not known.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    try sayingWhy {
      let matrix = try model.matrix(of: places)
      try Self.checkArea(matrix)
      return matrix
    }
  }

  /// Refuses roads of another area: one sentence instead of a reason for each place.
  private static func checkArea(_ matrix: TravelMatrix) throws(TravelError) {
    guard let problems = matrix.problems, !problems.isEmpty else { return }
    var nearest = Int.max
    for problem in problems {
      guard case .farFromRoad(let metres)? = problem else { return }
      nearest = min(nearest, metres)
    }
    guard nearest >= TravelProblem.otherArea else { return }
    throw .elsewhere(places: problems.count, metres: nearest)
  }

  /// The line along which one goes from a place to another; nil for a straight geodesic.
  ///
  /// - Throws: ``TourError`` where the travel is not known.
  public func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath? {
    try sayingWhy { try model.path(from: from, to: to) }
  }

  /// The error for a way that is needed and that there is not.
  func noWay(from: TravelPlace, to: TravelPlace) -> TourError {
    switch model.assumption {
    case .server(let address, _): .server(address, .noWay(from: from.id, to: to.id))
    case .table(let name): .unknownTravel(.noWay(from: from.id, to: to.id), table: name)
    case .geodesics, .roads: .unknownTravel(.noWay(from: from.id, to: to.id), table: nil)
    }
  }

  private func sayingWhy<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as TravelError {
      guard case .table(let name) = model.assumption else {
        throw TourError.unknownTravel(error, table: nil)
      }
      throw TourError.unknownTravel(error, table: name)
    } catch let error as TravelMatrixError {
      throw TourError.unsoundTravel(error)
    }
  }
}
