/// Puts words on a map so that none overlaps another, and none stands nearer to what another names: each
/// in turn takes the first of its candidates that is free, and is left out where none is.
///
/// The same words in the same order get the same places. Cost: O(candidates), by a grid of cells.
struct LabelPlacement: Sendable {
  /// What the words must lie in.
  let frame: MapRectangle
  /// The words that found a place, in the order in which they came.
  private(set) var placed: [PlacedLabel] = []
  /// How many found none.
  private(set) var omitted = 0
  private var taken: [Cell: [MapRectangle]] = [:]
  private var anchors: [Cell: [MapPoint]] = [:]

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }
  private static let cellSize = 48.0
  /// How far a word at the end of a line keeps from what it does not name.
  private static let apart = 14.0

  init(frame: MapRectangle) { self.frame = frame }

  /// Keeps words off a rectangle.
  mutating func block(_ box: MapRectangle) {
    for cell in Self.cells(box) { taken[cell, default: []].append(box) }
  }

  /// Lets words that name something else keep farther from a point than from their own.
  mutating func keepApart(_ anchor: MapPoint) {
    let box = MapRectangle(centre: anchor, width: 0, height: 0)
    for cell in Self.cells(box) { anchors[cell, default: []].append(anchor) }
  }

  /// Whether no point that something else is drawn at is nearer to a rectangle than the anchor.
  private func belongs(_ box: MapRectangle, to anchor: MapPoint?) -> Bool {
    guard let anchor else { return true }
    let distance = box.nearest(to: anchor).squaredDistance(to: anchor)
    let reach = box.inset(by: -distance.squareRoot())
    return Self.cells(reach).allSatisfy { cell in
      anchors[cell, default: []].allSatisfy { other in
        let away = box.nearest(to: other).squaredDistance(to: other)
        return other == anchor || away > distance
          || away == distance
            && box.centre.squaredDistance(to: other) >= box.centre.squaredDistance(to: anchor)
      }
    }
  }

  /// Whether nothing else is drawn near a rectangle to which a line leads: a reader would take the word
  /// for the name of that.
  private func standsAlone(_ box: MapRectangle, but anchor: MapPoint) -> Bool {
    let reach = box.inset(by: -Self.apart)
    return Self.cells(reach).allSatisfy { cell in
      anchors[cell, default: []].allSatisfy { $0 == anchor || !reach.contains($0) }
    }
  }

  /// The line from an anchor to a rectangle; nil where it would cross a word.
  private func leader(from anchor: MapPoint, to box: MapRectangle) -> [MapPoint]? {
    let end = box.nearest(to: anchor)
    let length = anchor.squaredDistance(to: end).squareRoot()
    let isFree = stride(from: 8, to: length - 3, by: 4).allSatisfy { step in
      let share = step / length
      let point = MapPoint(
        x: anchor.x + (end.x - anchor.x) * share, y: anchor.y + (end.y - anchor.y) * share)
      return self.isFree(MapRectangle(centre: point, width: 3, height: 3))
    }
    return isFree ? [anchor, end] : nil
  }

  /// Whether a rectangle lies in the frame and on nothing else.
  func isFree(_ box: MapRectangle) -> Bool {
    frame.contains(box)
      && Self.cells(box).allSatisfy { cell in
        taken[cell]?.contains { $0.intersects(box) } != true
      }
  }

  /// Puts a word down; false where it finds no place.
  ///
  /// - Parameter isCounted: Whether a word without a place counts as omitted.
  @discardableResult
  mutating func place(_ label: MapLabel, isCounted: Bool = true) -> Bool {
    let size = label.size
    for candidate in label.candidates {
      let box = MapRectangle(centre: candidate, width: size.width, height: size.height)
      guard isFree(box), belongs(box, to: label.anchor) else { continue }
      block(box)
      placed.append(PlacedLabel(label: label, box: box))
      return true
    }
    if let anchor = label.anchor {
      for candidate in label.led {
        let box = MapRectangle(centre: candidate, width: size.width, height: size.height)
        guard isFree(box), standsAlone(box, but: anchor),
          let leader = leader(from: anchor, to: box)
        else { continue }
        block(box)
        placed.append(PlacedLabel(label: label, box: box, leader: leader))
        return true
      }
    }
    if isCounted { omitted += 1 }
    return false
  }

  private static func cells(_ box: MapRectangle) -> [Cell] {
    func index(_ value: Double) -> Int { Int((value / cellSize).rounded(.down)) }
    return (index(box.y)...index(box.bottom)).flatMap { row in
      (index(box.x)...index(box.right)).map { Cell(column: $0, row: row) }
    }
  }
}
