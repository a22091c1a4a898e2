import Foundation

/// A line on a terminal that says how far a long task is: rows, rate, time left.
struct ProgressBar {
  private let isShown: Bool
  private let unit: String
  private let start = Date()
  private static let width = 30

  /// Makes a bar; one that is not shown prints nothing.
  init(isShown: Bool, unit: String) {
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
    let rate = count > 0 ? "\(count) \(unit), \(Int(Double(count) / seconds)) a second" : "checking"
    let left = share > 0.02 ? ", \(Int((seconds / share - seconds).rounded(.up))) s left" : ""
    let line = "\(bar) \(rate)\(left)"
    Terminal.writeError("\r\u{1B}[K\(line.prefix(max(1, (Terminal.width(of: .error) ?? 80) - 1)))")
  }

  /// Takes the bar off the terminal.
  func finish() {
    if isShown { Terminal.writeError("\r\u{1B}[K") }
  }
}
