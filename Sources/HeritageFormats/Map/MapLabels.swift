import Geodesy
import HeritageRegistry

/// The words of a map, the most important first, each with the places where it may stand.
struct MapLabels: Sendable {
  let map: MapContents
  let words: MapWords

  /// Places all words: shared positions first, relics by level, then townships, rivers and neighbours;
  /// of these the last two are left out without a remark.
  ///
  /// - Parameter reserved: What the words keep off: the scale bar and the north arrow.
  func placed(_ scene: MapScene, reserved: [MapRectangle]) -> LabelPlacement {
    var placement = LabelPlacement(frame: map.frame.inset(by: 3))
    for box in reserved { placement.block(box) }
    for mark in map.marks where !mark.isStandIn {
      let core = Self.core(mark)
      if core > 0 {
        placement.block(MapRectangle(centre: mark.point, width: 2 * core, height: 2 * core))
      }
    }
    for mark in map.marks where !mark.isStandIn { placement.keepApart(mark.point) }
    for seat in map.townships.compactMap(\.seat) {
      placement.keepApart(map.projection.point(seat))
      let side = 2 * MapStyle.seatRadius + 2
      placement.block(MapRectangle(centre: map.projection.point(seat), width: side, height: side))
    }
    for place in map.shared { placement.place(label(place)) }
    let relics = map.marks.filter { !$0.isStandIn && $0.sites.count == 1 }.sorted(by: isBefore)
      .compactMap { mark in mark.sites.first.map { label($0, mark) } }
    for label in relics { placement.place(label) }
    placeGround(scene, into: &placement)
    return placement
  }

  /// Places the words of the ground: townships, then rivers and neighbours, which are left out without a
  /// remark.
  func placeGround(_ scene: MapScene, into placement: inout LabelPlacement) {
    for label in map.townships.compactMap(label) { placement.place(label) }
    for label in rivers() + neighbours(scene) { placement.place(label, isCounted: false) }
  }

  private func isBefore(_ a: SiteMark, _ b: SiteMark) -> Bool {
    guard let first = a.sites.first, let second = b.sites.first else { return false }
    return first.level != second.level
      ? first.level < second.level : CodeOrder.isBefore(first.code, second.code)
  }

  /// Half the side of what a word must not cover: a symbol, not the inside of a circle.
  private static func core(_ mark: SiteMark) -> Double {
    mark.symbols.reduce(0) { core, symbol in
      switch symbol {
      case .dot: max(core, MapStyle.dotRadius + 1)
      case .unknown: max(core, MapStyle.unknownRadius + 1)
      case .circle, .cell, .standIn: core
      }
    }
  }

  private func label(_ place: MapContents.SharedPlace) -> MapLabel {
    label(
      words.shared(place.letter, place.mark.sites.count), .shared(place.mark.level),
      around: place.mark)
  }

  private func label(_ site: Site, _ mark: SiteMark) -> MapLabel {
    label(site.name(in: words.language), .relic(site.level), around: mark)
  }

  private func label(_ text: String, _ style: LabelStyle, around mark: SiteMark) -> MapLabel {
    let size = MapLabel.size(of: text, style)
    let core = Self.core(mark)
    let beside = LabelRing.beside(mark.point, gap: max(core, 1), size: size)
    let led = [14.0, 26, 38, 52, 68].flatMap {
      LabelRing.beside(mark.point, gap: $0, size: size)
    }
    guard core == 0 else {
      return MapLabel(
        text: text, style: style, candidates: beside, anchor: mark.point, led: led)
    }
    return MapLabel(
      text: text, style: style,
      candidates: [mark.point] + LabelRing.within(mark.point, radius: mark.radius, size: size)
        + LabelRing.beside(mark.point, gap: mark.radius, size: size),
      anchor: mark.point, led: led)
  }

  private func label(_ township: Township) -> MapLabel? {
    township.seat.map { seat in
      let text = township.name(in: words.language)
      let size = MapLabel.size(of: text, .township)
      let point = map.projection.point(seat)
      return MapLabel(
        text: text, style: .township,
        candidates: [MapStyle.seatRadius + 1, 6, 10].flatMap {
          LabelRing.beside(point, gap: $0, size: size)
        }, anchor: point)
    }
  }

  /// Each named river once, near the middle of its course.
  private func rivers() -> [MapLabel] {
    var seen: Set<String> = []
    return map.rivers.compactMap { river in
      guard let name = river.name(in: words.language), !name.isEmpty, seen.insert(name).inserted
      else { return nil }
      let points = river.line.positions.map(map.projection.point)
      let middle = points.count / 2
      let candidates = points.indices.sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }
        .map { points[$0] }
      return MapLabel(text: name, style: .river, candidates: candidates)
    }
  }

  /// Each neighbour where its name lies in it whole, nearest to the middle of what is seen of it.
  private func neighbours(_ scene: MapScene) -> [MapLabel] {
    let step = 16.0
    return scene.ground.outlines.filter { $0.kind == .neighbour }.map { outline in
      let name = outline.name(in: words.language)
      let size = MapLabel.size(of: name, .neighbour)
      var points: [MapPoint] = []
      for y in stride(from: map.frame.y + step, to: map.frame.bottom, by: step) {
        for x in stride(from: map.frame.x + step, to: map.frame.right, by: step) {
          let point = MapPoint(x: x, y: y)
          let isInside = [-size.height, 0, size.height].allSatisfy { dy in
            [-size.width / 2, 0, size.width / 2].allSatisfy { dx in
              lies(point + MapPoint(x: dx, y: dy), in: outline.area)
            }
          }
          if isInside { points.append(point) }
        }
      }
      let count = Double(max(1, points.count))
      let middle = MapPoint(
        x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
      return MapLabel(
        text: name, style: .neighbour,
        candidates: points.enumerated().sorted { a, b in
          (a.element.squaredDistance(to: middle), a.offset)
            < (b.element.squaredDistance(to: middle), b.offset)
        }
        .map(\.element))
    }
  }

  private func lies(_ point: MapPoint, in area: MultiPolygon) -> Bool {
    let position = map.projection.position(at: point)
    return (try? Coordinate(longitude: position.longitude, latitude: position.latitude))
      .map(area.contains) ?? false
  }
}
