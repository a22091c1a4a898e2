import Geodesy
import HeritageRegistry

/// What stands on the map for one position: a relic, or all relics that share it.
struct SiteMark: Sendable {
  /// How a position is drawn.
  enum Symbol: Hashable, Sendable {
    /// The symbol covers the circle of accuracy: the relic lies within it.
    case dot
    /// The circle of accuracy itself, with its radius in pixels.
    case circle(Double)
    /// The cell of a sensitive relic, with its width and height in pixels; its middle means nothing.
    case cell(width: Double, height: Double)
    /// Nobody knows the accuracy of this position, or of one of those that share it.
    case unknown
    /// No relic: the row holds the place of one.
    case standIn

    /// Whether it is a circle of accuracy.
    var isCircle: Bool { if case .circle = self { true } else { false } }
    /// Whether it is a cell.
    var isCell: Bool { if case .cell = self { true } else { false } }
  }

  /// Where it is drawn.
  let point: MapPoint
  /// The relics, highest level first, then by code.
  let sites: [Site]
  /// The symbols: a circle and an unknown one where both kinds of accuracy meet.
  let symbols: [Symbol]

  /// The highest level.
  var level: ProtectionLevel { sites.first?.level ?? .registered }
  /// Whether it is a stand-in.
  var isStandIn: Bool { symbols == [.standIn] }
  /// The radius of the largest symbol.
  var radius: Double {
    symbols.reduce(0) { max($0, $1.radius) }
  }

  /// The marks of relics: one for each position, the largest first, so that small ones lie on top.
  static func marks(_ sites: [Site], _ projection: MapProjection) -> [SiteMark] {
    let (standIns, relics) = (
      sites.filter { $0.provenance == .standIn }, sites.filter { $0.provenance != .standIn }
    )
    let shared = Dictionary(grouping: relics.filter { $0.position != nil }) {
      $0.position?.coordinate
    }
    let marks = shared.values.compactMap { sites -> SiteMark? in
      guard let position = sites.first?.position else { return nil }
      return SiteMark(
        point: projection.point(position.coordinate), sites: sites.sorted(by: isBefore),
        symbols: symbols(sites.compactMap(\.position), projection))
    }
    return marks.sorted(by: isBelow)
      + standIns.sorted(by: isBefore).compactMap { site in
        site.position.map {
          SiteMark(
            point: projection.point($0.coordinate), sites: [site], symbols: [.standIn])
        }
      }
  }

  private static func isBefore(_ a: Site, _ b: Site) -> Bool {
    a.level != b.level
      ? a.level < b.level : CodeOrder.isBefore(a.code, b.code)
  }

  private static func isBelow(_ a: SiteMark, _ b: SiteMark) -> Bool {
    guard a.radius == b.radius, let first = a.sites.first, let second = b.sites.first else {
      return a.radius > b.radius
    }
    return isBefore(second, first)
  }

  /// The symbols of positions at one point.
  ///
  /// The circle is that of the least accurate, which holds them all. A position that is not the relic's
  /// own is a circle at every scale, never smaller than a symbol.
  private static func symbols(_ positions: [Position], _ projection: MapProjection) -> [Symbol] {
    if let cell = positions.first?.cell, positions.allSatisfy({ $0.cell != nil }) {
      let least = 2 * MapStyle.dotRadius
      let size = MapProjection.size(of: cell)
      return [
        .cell(
          width: max(least, size.width * projection.pixelsPerMetre),
          height: max(least, size.height * projection.pixelsPerMetre))
      ]
    }
    let known = positions.compactMap(\.accuracy).max().map { accuracy -> Symbol in
      let radius = projection.pixels(accuracy)
      if positions.contains(where: { $0.method.isApproximate }) {
        return .circle(max(radius, MapStyle.dotRadius))
      }
      return radius > MapStyle.dotRadius ? .circle(radius) : .dot
    }
    let hasUnknown = positions.contains { $0.accuracy == nil }
    return (known.map { [$0] } ?? []) + (hasUnknown ? [.unknown] : [])
  }
}

extension SiteMark.Symbol {
  fileprivate var radius: Double {
    switch self {
    case .dot: MapStyle.dotRadius
    case .circle(let radius): radius
    case .cell(let width, let height): max(width, height) / 2
    case .unknown: MapStyle.unknownRadius
    case .standIn: MapStyle.standInRadius
    }
  }
}
