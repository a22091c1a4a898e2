/// Places around a point.
enum LabelRing {
  /// Right, left, above, below, between these and at the corners, at a distance from the point.
  static func beside(
    _ point: MapPoint, gap: Double, size: (width: Double, height: Double)
  ) -> [MapPoint] {
    let (x, y) = (gap + size.width / 2, gap + size.height / 2)
    let diagonal = gap * 0.7
    let (dx, dy) = (diagonal + size.width / 2, diagonal + size.height / 2)
    let (side, half) = (size.width / 4, size.height / 2)
    return [
      (x, 0), (-x, 0), (0, -y), (0, y), (dx, -dy), (dx, dy), (-dx, -dy), (-dx, dy),
      (side, -y), (side, y), (-side, -y), (-side, y), (x, -half), (x, half), (-x, -half),
      (-x, half),
    ]
    .map { point + MapPoint(x: $0.0, y: $0.1) }
  }

  /// Places whose middle lies inside a circle, the nearest to its centre first.
  static func within(
    _ point: MapPoint, radius: Double, size: (width: Double, height: Double)
  ) -> [MapPoint] {
    stride(from: 6.0, to: max(6, radius - 4), by: 6).flatMap { distance in
      [(0.0, -1.0), (0, 1), (1, 0), (-1, 0), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7)]
        .map { point + MapPoint(x: $0.0 * distance, y: $0.1 * distance) }
    }
  }
}
