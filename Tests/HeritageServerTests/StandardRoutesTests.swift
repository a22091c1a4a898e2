import CQL2
import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// CQL2: the same predicates as requests, on a server that offers the three collections of the standard.
@Suite struct StandardRoutesTests {
  private static let service = Result {
    let served = try ServedRegisters.lixian.get()
    return try RegisterService(
      ServerOptions(
        register: served.folder.path("heritage.sqlite"), publicURL: "http://register.test"),
      collections: TestCollection.all.keys.sorted().map(StandardCollection.collection))
  }

  private func matched(
    _ filter: String, in collection: String, language: String = "cql2-text"
  ) throws -> Int? {
    let response = try Self.service.get().respond(
      to: WebRequest(
        target: "/collections/\(collection)/items?limit=1&filter-lang=\(language)&filter="
          + WebRequest.escaped(filter)))
    #expect(response.status == 200, "\(filter) \(response.text.prefix(300))")
    let page = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
    return page?["numberMatched"] as? Int
  }

  @Test("274 predicates as requests, in text and in JSON", arguments: StandardCountsTests.rows)
  func predicate(row: [String]) throws {
    let expected = StandardCountsTests.mistakes[row[2]] ?? Int(row[3])
    #expect(try matched(row[2], in: row[1]) == expected, "\(row)")
    let json = try Filter(text: row[2]).json()
    #expect(try matched(json, in: row[1], language: "cql2-json") == expected, "\(row)")
  }

  @Test(
    "77 combinations of four predicates as requests", arguments: StandardCountsTests.combinations)
  func combination(row: [String]) throws {
    let text = StandardCountsTests.combined(Array(row[1...4]))
    #expect(try matched(text, in: "ne_110m_populated_places_simple") == Int(row[5]), "\(row)")
  }
}

/// A collection of the standard as the server offers collections.
private enum StandardCollection {
  static func collection(_ name: String) -> FeatureCollection {
    let kinds = TestCollection.all[name]?.queryables.kinds ?? [:]
    let properties = kinds.keys.sorted().filter { $0 != "geom" }.map { key in
      FeatureProperty(key, kind(kinds[key]), zh: key, en: key)
    }
    let labels = Labels(zh: name, en: name)
    return FeatureCollection(
      name: name, title: labels, summary: labels, geometryFormat: "geometry-any",
      properties: properties
    ) { _ in
      try (TestCollection.all[name]?.features ?? []).enumerated().map { index, feature in
        ListedFeature(
          id: "\(index)", shape: try shape(feature.values["geom"]),
          values: properties.map { value(feature.values[$0.name]) })
      }
    }
  }

  private static func kind(_ kind: ValueKind?) -> FeatureProperty.Kind {
    switch kind {
    case .number: .number
    case .integer: .integer
    case .boolean: .flag
    case .date: .date
    case .timestamp: .timestamp
    default: .text
    }
  }

  private static func value(_ value: FilterValue?) -> FieldValue {
    switch value {
    case .text(let text)?: .text(text)
    case .number(let number)?: .decimal(number, places: 9)
    case .boolean(let flag)?: .flag(flag)
    case .date(let day)?: .text(day.text)
    case .timestamp(let instant)?: .text(instant.text)
    default: .null
    }
  }

  private static func shape(_ value: FilterValue?) throws -> ListedFeature.Shape? {
    guard case .geometry(let geometry)? = value else { return nil }
    // The data go beyond 180° by the rounding of a number.
    func place(_ position: CQL2.Position) -> Coordinate {
      Coordinate(uncheckedLongitude: position.x, latitude: position.y)
    }
    func polygon(_ rings: [[CQL2.Position]]) throws -> Geodesy.Polygon {
      let rings = try rings.map { try LinearRing($0.map(place)) }
      return Geodesy.Polygon(exterior: rings[0], interiors: Array(rings.dropFirst()))
    }
    switch geometry.form {
    case .point(let position): return .point(place(position))
    case .line(let line): return .lines([line.map(place)])
    case .lines(let lines): return .lines(lines.map { $0.map(place) })
    case .polygon(let rings): return .area(try MultiPolygon([polygon(rings)]))
    case .polygons(let polygons): return .area(try MultiPolygon(polygons.map(polygon)))
    default: return nil
    }
  }
}
