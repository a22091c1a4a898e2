import Geodesy
import Testing

@testable import HeritageFormats

@Suite("Projection, scale and degrees of a map")
struct MapProjectionTests {
  private let frame = MapRectangle(x: 40, y: 90, width: 820, height: 600)

  private func projection(_ w: Double, _ s: Double, _ e: Double, _ n: Double) throws
    -> MapProjection
  {
    MapProjection(
      fitting: try BoundingBox(west: w, south: s, east: e, north: n), into: frame)
  }

  @Test(
    "A kilometre around the middle is as long as the scale says, in every direction",
    arguments: [(111.0, 29.0), (-70, -54), (10, 0), (20, 78)])
  func trueToScale(longitude: Double, latitude: Double) throws {
    let projection = try projection(longitude, latitude, longitude + 0.8, latitude + 0.5)
    for bearing in stride(from: 0.0, to: 360, by: 30) {
      let end = Geodesic.position(
        from: projection.centre, bearing: bearing, distance: .kilometres(1))
      let pixels = projection.point(end).squaredDistance(to: projection.origin).squareRoot()
      #expect(abs(pixels / projection.pixels(.kilometres(1)) - 1) < 1e-3)
    }
  }

  @Test("The extent fills the frame one way and lies inside it the other way")
  func fits() throws {
    let projection = try projection(111.2, 29.5, 112.1, 30.1)
    let corners = [SampleScenes.at(111.2, 30.1), SampleScenes.at(112.1, 29.5)].map(projection.point)
    #expect(frame.inset(by: -1e-6).contains(corners[0]))
    #expect(frame.inset(by: -1e-6).contains(corners[1]))
    #expect(abs(corners[1].y - corners[0].y - 600) < 1e-6)
    #expect(corners[1].x - corners[0].x < 820)
  }

  @Test("A point is taken back to its position")
  func inverse() throws {
    let projection = try projection(111.2, 29.5, 112.1, 30.1)
    let back = projection.position(at: projection.point(SampleScenes.at(111.65556, 29.69167)))
    #expect(abs(back.longitude - 111.65556) < 1e-9)
    #expect(abs(back.latitude - 29.69167) < 1e-9)
  }

  @Test("An extent across the antimeridian is one piece")
  func antimeridian() throws {
    let projection = try projection(179.8, -17, -179.7, -16.5)
    let xs = [179.8, 180, -179.7].map { projection.point(SampleScenes.at($0, -16.8)).x }
    #expect(xs[0] < xs[1] && xs[1] < xs[2])
    #expect(abs(projection.centre.longitude - -179.95) < 1e-9)
    let labels = Graticule(projection, frame: frame).meridians.map(\.label)
    #expect(
      labels == [
        "179°45′E", "179°50′E", "179°55′E", "180°W", "179°55′W", "179°50′W", "179°45′W", "179°40′W",
      ])
  }

  @Test(
    "A scale bar has a round length, the longest that fits",
    arguments: [
      (160.0, 0.01, 10_000.0), (160, 0.0079, 20_000), (160, 1, 100), (160, 1e-5, 10_000_000),
      (100, 0.1, 1000), (199.9, 0.1, 1000), (200, 0.1, 2000),
    ])
  func scaleBar(width: Double, scale: Double, metres: Double) {
    let bar = ScaleBar(atMost: width, pixelsPerMetre: scale)
    #expect(bar.metres == metres)
    #expect(abs(bar.pixels - metres * scale) < 1e-9)
    #expect(bar.pixels <= width)
  }

  @Test("The scale bar that is drawn is as long as its label says, measured on the ellipsoid")
  func drawnBar() throws {
    let drawing = try #require(SampleScenes.drawing(SampleScenes.county([])))
    let bar = drawing.furniture.bar
    let (projection, middle) = (drawing.map.projection, drawing.map.projection.centre)
    let end = Geodesic.position(from: middle, bearing: 90, distance: .metres(bar.metres))
    #expect(bar.label == "10 km")
    #expect(abs(projection.point(end).x - projection.origin.x - bar.pixels) < 0.05)
    #expect(drawing.svg().contains("data-metres=\"10000\""))
  }

  @Test("Degrees and minutes as people write them")
  func degrees() {
    #expect(Graticule.label(6690, "E", "W") == "111°30′E")
    #expect(Graticule.label(-65, "E", "W") == "1°05′W")
    #expect(Graticule.label(0, "N", "S") == "0°")
    #expect(Graticule.label(1800, "N", "S") == "30°N")
  }
}
