public import Foundation
public import Words

/// The shapes of a GeoJSON document (RFC 7946) that a register reads: areas and lines.
public struct GeoJSONDocument: Sendable {
  /// One feature: its text properties and its shape.
  public struct Feature: Sendable {
    /// Text and numbers of `properties`, as text.
    public let properties: [String: String]
    /// The shape.
    public let shape: Shape
  }

  /// The shape of a feature.
  public enum Shape: Sendable {
    /// A LineString, or one line of a MultiLineString.
    case line(LineString)
    /// A Polygon or a MultiPolygon.
    case area(MultiPolygon)
  }

  /// The features, in the order of the file.
  public let features: [Feature]

  /// Reads a FeatureCollection, a Feature or a bare geometry.
  ///
  /// Foreign members are passed over; altitudes are dropped.
  ///
  /// - Throws: ``GeoJSONError`` when the bytes are no GeoJSON, or a shape is broken or of a type that
  ///   is not read here.
  public init(_ data: Data) throws(GeoJSONError) {
    let root: Any
    do { root = try JSONSerialization.jsonObject(with: data) } catch { throw .notJSON }
    guard let object = root as? [String: Any], let type = object["type"] as? String else {
      throw .notGeoJSON
    }
    var found: [Feature] = []
    switch type {
    case "FeatureCollection":
      guard let members = object["features"] as? [Any] else { throw .notGeoJSON }
      for (index, member) in members.enumerated() {
        do {
          found += try Self.features(in: member)
        } catch { throw .inFeature(index + 1, cause: error.sentence) }
      }
    default: found = try Self.features(in: object)
    }
    features = found
  }

  /// The areas of the features, each by itself.
  ///
  /// - Throws: ``GeoJSONError/noArea`` when there is none.
  public func areas() throws(GeoJSONError) -> [MultiPolygon] {
    let areas = features.compactMap { feature in
      if case .area(let area) = feature.shape { area } else { nil }
    }
    guard !areas.isEmpty else { throw .noArea }
    return areas
  }

  /// The lines of the features.
  ///
  /// - Throws: ``GeoJSONError/noLine`` when there is none.
  public func lines() throws(GeoJSONError) -> [LineString] {
    let lines = features.compactMap { feature in
      if case .line(let line) = feature.shape { line } else { nil }
    }
    guard !lines.isEmpty else { throw .noLine }
    return lines
  }

  private static func features(in member: Any) throws(GeoJSONError) -> [Feature] {
    guard let object = member as? [String: Any], let type = object["type"] as? String else {
      throw .notGeoJSON
    }
    guard type == "Feature" else {
      return try shapes(in: object).map { Feature(properties: [:], shape: $0) }
    }
    var properties: [String: String] = [:]
    for (key, value) in object["properties"] as? [String: Any] ?? [:] {
      if let text = value as? String {
        properties[key] = text
      } else if let number = value as? NSNumber {
        properties[key] = "\(number)"
      }
    }
    guard let geometry = object["geometry"] as? [String: Any] else { return [] }
    return try shapes(in: geometry).map { Feature(properties: properties, shape: $0) }
  }

  private static func shapes(in geometry: [String: Any]) throws(GeoJSONError) -> [Shape] {
    let coordinates = geometry["coordinates"] as? [Any] ?? []
    do {
      switch geometry["type"] as? String {
      case "LineString": return [.line(try line(coordinates))]
      case "MultiLineString":
        var lines: [Shape] = []
        for part in coordinates { lines.append(.line(try line(part))) }
        return lines
      case "Polygon": return [.area(try MultiPolygon([try polygon(coordinates)]))]
      case "MultiPolygon":
        var polygons: [Polygon] = []
        for part in coordinates { polygons.append(try polygon(part)) }
        return [.area(try MultiPolygon(polygons))]
      case "GeometryCollection":
        // A collection may hold points beside its areas and lines, and nothing at all.
        var shapes: [Shape] = []
        for part in geometry["geometries"] as? [[String: Any]] ?? []
        where !["Point", "MultiPoint"].contains(part["type"] as? String) {
          shapes += try Self.shapes(in: part)
        }
        return shapes
      case let other: throw GeoJSONError.unreadType(other ?? "none")
      }
    } catch let error as GeoJSONError {
      throw error
    } catch { throw .brokenShape((error as? any Cause)?.sentence ?? Sentence(quoting: "\(error)")) }
  }

  private static func line(_ array: Any) throws -> LineString {
    let line = try LineString(try positions(array))
    guard Set(line.positions).count > 1 else {
      throw GeoJSONError.brokenShape(Sentence("geodesy.flatLine"))
    }
    return line
  }

  private static func polygon(_ rings: Any) throws -> Polygon {
    let rings = try (rings as? [Any] ?? []).map { try LinearRing(try positions($0)) }
    guard let exterior = rings.first else { throw ShapeError.empty }
    for ring in rings {
      guard !ring.isFlat else { throw GeoJSONError.brokenShape(Sentence("geodesy.flatRing")) }
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        guard abs(a.longitude - b.longitude) <= 180 else {
          throw GeoJSONError.brokenShape(
            Sentence("geodesy.wideEdge"))
        }
      }
    }
    return Polygon(exterior: exterior, interiors: Array(rings.dropFirst()))
  }

  private static func positions(_ array: Any) throws -> [Coordinate] {
    guard let array = array as? [Any] else {
      throw GeoJSONError.brokenShape(Sentence("geodesy.noPositions"))
    }
    return try array.map { position in
      guard let numbers = position as? [Any], numbers.count >= 2,
        let longitude = numbers[0] as? Double, let latitude = numbers[1] as? Double
      else { throw GeoJSONError.brokenShape(Sentence("geodesy.positionNotTwoNumbers")) }
      guard max(abs(longitude), abs(latitude)) <= 1000 else {
        throw GeoJSONError.brokenShape(
          Sentence("geodesy.metresInGeoJSON", ["value": max(abs(longitude), abs(latitude))]))
      }
      guard abs(latitude) <= 90 || abs(longitude) > 90 else {
        throw GeoJSONError.brokenShape(
          Sentence("geodesy.swappedAxes", ["first": longitude, "second": latitude]))
      }
      return try Coordinate(longitude: longitude, latitude: latitude)
    }
  }
}

/// Why a file is no GeoJSON that a register can read.
public enum GeoJSONError: Cause, Equatable, Sendable {
  /// The bytes are no JSON.
  case notJSON
  /// The JSON has no GeoJSON type.
  case notGeoJSON
  /// The geometry is neither a line nor an area.
  case unreadType(String)
  /// A position, a line or a ring breaks the rules of RFC 7946, section 3.1.
  case brokenShape(Sentence)
  /// The document holds no Polygon or MultiPolygon.
  case noArea
  /// The document holds no LineString or MultiLineString.
  case noLine
  /// The same, with the number of the feature, from 1.
  case inFeature(Int, cause: Sentence)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .notJSON: Sentence("geodesy.notJSON")
    case .notGeoJSON: Sentence("geodesy.notGeoJSON")
    case .unreadType(let type):
      Sentence("geodesy.unreadType", ["type": type])
    case .brokenShape(let cause): Sentence("geodesy.brokenShape", ["cause": cause])
    case .noArea: Sentence("geodesy.noArea")
    case .noLine: Sentence("geodesy.noLine")
    case .inFeature(let number, let cause):
      Sentence("geodesy.inFeature", ["number": number, "cause": cause])
    }
  }
}
