import Geodesy
import HeritageRegistry

@testable import HeritageFormats

/// Scenes made for tests.
enum SampleScenes {
  /// A square county of half a degree, with a hole of no use, a neighbour, a river and a township.
  static func county(_ sites: [Site], extent: BoundingBox? = nil) -> MapScene {
    MapScene(
      title: "试县", credits: "Credits & more",
      ground: MapGround(
        outlines: [
          Outline(
            kind: .county, nameZH: "试县", nameEN: "Shixian", area: square(111.5, 29.5, 0.5)),
          Outline(
            kind: .neighbour, nameZH: "邻县", nameEN: "Linxian", area: square(110, 28, 1.5)),
        ],
        rivers: (try? LineString([at(111.4, 29.6), at(111.8, 29.7), at(112.2, 29.65)])).map {
          [River(nameZH: "试水", nameEN: "Shi River", accuracy: .metres(2300), line: $0)]
        } ?? [],
        townships: [
          Township(
            code: "430799101", nameZH: "东镇", nameEN: "East Town", seat: at(111.8, 29.6),
            seatAccuracy: .metres(1000)),
          Township(code: "430799102", nameZH: "西镇", nameEN: nil, seat: nil),
        ]),
      sites: sites, extent: extent)
  }

  static func site(
    _ code: String, _ name: String, _ level: ProtectionLevel = .county,
    at coordinate: Coordinate?, accuracy: Double?, method: PositionMethod = .survey,
    provenance: Provenance = .survey
  ) -> Site {
    Site(
      code: code, nameZH: name, level: level,
      levelBasis: provenance == .standIn ? .standIn : .listed,
      position: coordinate.map {
        Position(
          coordinate: $0, accuracy: accuracy.map(Length.metres), method: method, source: nil,
          verbatim: nil, declaredSystem: nil)
      }, provenance: provenance)
  }

  static func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(uncheckedLongitude: longitude, latitude: latitude)
  }

  static func drawing(_ scene: MapScene, width: Int = 1200) -> MapDrawing? {
    scene.shownExtent.map { MapWriter(width: width, language: .zh).drawing(scene, $0) }
  }

  static func square(_ west: Double, _ south: Double, _ side: Double) -> MultiPolygon {
    let ring = [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
      at(west + $0.0, south + $0.1)
    }
    guard let ring = try? LinearRing(ring),
      let area = try? MultiPolygon([Polygon(exterior: ring)])
    else { preconditionFailure("a square is an area") }
    return area
  }
}

/// Random numbers of a seed (a linear congruence of Knuth, MMIX).
struct Draw {
  var state: UInt64

  mutating func number(_ low: Double, _ high: Double) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + Double(state >> 11) / Double(1 << 53) * (high - low)
  }
}
