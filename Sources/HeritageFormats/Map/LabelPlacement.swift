/// Puts words on a map so that none overlaps another: each in turn takes the first of its candidates
/// that is free, and is left out where none is.
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

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }
  private static let cellSize = 48.0

  init(frame: MapRectangle) { self.frame = frame }

  /// Keeps words off a rectangle.
  mutating func block(_ box: MapRectangle) {
    for cell in Self.cells(box) { taken[cell, default: []].append(box) }
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
      guard isFree(box) else { continue }
      block(box)
      placed.append(PlacedLabel(label: label, box: box))
      return true
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
