import Foundation
import Words

/// A line on a terminal that says how far a long task is: rows, rate, time left.
struct ProgressBar {
  private let isShown: Bool
  private let unit: Unit
  private let start = Date()
  private static let width = 30

  /// What is counted.
  enum Unit {
    case rows, relics, iterations, roads
  }

  /// Makes a bar; one that is not shown prints nothing.
  init(isShown: Bool, unit: Unit) {
    self.isShown = isShown
    self.unit = unit
  }

  /// Shows that `count` are done, which is `share` (0 to 1) of the task.
  func show(_ count: Int, share: Double) {
    guard isShown else { return }
    let seconds = max(Date().timeIntervalSince(start), 0.001)
    let filled = min(Self.width, Int(share * Double(Self.width)))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let rate = count > 0 ? pace(count, in: seconds) : Sentence("progress.checking")
    let state =
      share > 0.02
      ? Sentence(
        "progress.left",
        ["rate": rate, "seconds": Int((seconds / share - seconds).rounded(.up))]) : rate
    let line = "\(bar) \(state.spoken)"
    Terminal.writeError("\r\u{1B}[K\(line.prefix(max(1, (Terminal.width(of: .error) ?? 80) - 1)))")
  }

  private func pace(_ count: Int, in seconds: Double) -> Sentence {
    let perSecond = Int(Double(count) / seconds)
    return switch unit {
    case .rows: Sentence("progress.rows", ["number": count, "rate": perSecond])
    case .iterations:
      Sentence("progress.iterations", ["number": count, "rate": perSecond])
    case .relics: Sentence("progress.relics", ["number": count, "rate": perSecond])
    // What takes long is not the roads but their shortcuts, which nobody counts.
    case .roads: Sentence("progress.roads", ["number": count])
    }
  }

  /// Takes the bar off the terminal.
  func finish() {
    if isShown { Terminal.writeError("\r\u{1B}[K") }
  }
}
