/// Which changes a search accepts: better ones, and slightly worse ones while it is warm.
///
/// The temperature falls geometrically with the progress of the search.
struct Annealing {
  private let temperatures: [Double]
  private(set) var temperature: Double

  /// Cools from `warm` to `cold`, both in units of score.
  init(warm: Double, cold: Double) {
    var factor = cold / warm
    for _ in 0..<8 { factor = factor.squareRoot() }
    var next = warm
    temperatures = (0...256).map { _ in
      defer { next *= factor }
      return next
    }
    temperature = warm
  }

  mutating func cool(progress: Double) {
    temperature = temperatures[Int(max(0, min(1, progress)) * 256)]
  }

  /// Whether a change of the worth, in units of score, is accepted; `draw` is in 0 ..< 1.
  @inline(__always)
  func accepts(_ change: Double, draw: Double) -> Bool {
    if change >= 0 { return true }
    let steps = change / temperature
    return steps > -40 && steps > naturalLogarithm(1 - draw)
  }
}
