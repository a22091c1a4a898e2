/// A rectangle of a picture, its sides along the picture's, in pixels.
struct MapRectangle: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  init(centre: MapPoint, width: Double, height: Double) {
    self.init(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var centre: MapPoint { MapPoint(x: x + width / 2, y: y + height / 2) }

  /// The rectangle without a border of `margin` pixels; with a wider one where it is negative.
  func inset(by margin: Double) -> MapRectangle {
    MapRectangle(
      x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  /// Whether the two have a common area; rectangles that only touch have none.
  func intersects(_ other: MapRectangle) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether the other lies inside, edges included.
  func contains(_ other: MapRectangle) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  /// Whether the box around points has a point in common, edges included.
  func meets(boxOf points: some Sequence<MapPoint>) -> Bool {
    var (left, right, top, bottom) = (
      Double.infinity, -Double.infinity, Double.infinity, -Double.infinity
    )
    for point in points {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    return x <= right && left <= self.right && y <= bottom && top <= self.bottom
  }

  /// The point of it that is nearest to another: that itself where it lies inside.
  func nearest(to point: MapPoint) -> MapPoint {
    MapPoint(x: min(max(point.x, x), right), y: min(max(point.y, y), bottom))
  }

  /// Whether a point lies inside, edges included.
  func contains(_ point: MapPoint) -> Bool {
    x <= point.x && point.x <= right && y <= point.y && point.y <= bottom
  }
}
