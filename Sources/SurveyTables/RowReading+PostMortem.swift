import Foundation
import Geodesy
import HeritageRegistry

extension RowReading {
  /// Warns of points outside the county or far from their township, and says what may explain them.
  mutating func examinePoints() {
    guard let columns = plan.coordinates, !points.isEmpty else { return }
    let postMortem = PostMortem(outline: context.outline, seats: seats)
    let report = postMortem.examine(points)
    guard let first = report.suspects.first else { return }
    for suspect in report.suspects {
      guard let fault = Self.fault(suspect.suspicion) else { continue }
      warn(
        fault, row: suspect.point.row, column: columns.label, value: suspect.point.texts.verbatim)
    }
    let count = report.suspects.count
    let datum = first.point.datum
    let clauses = report.findings.enumerated().map { index, finding in
      index == 0
        ? "\(finding.explained) of \(count) \(count == 1 ? "row fits" : "rows fit") if "
          + finding.hypothesis.clause(for: datum)
        : "\(finding.explained) if \(finding.hypothesis.clause(for: datum))"
    }
    let what =
      "\(count) of \(points.count) coordinates \(count == 1 ? "is" : "are") unreadable, outside the "
      + "county or more than \(Self.kilometres(postMortem.far)) from the township's seat: "
    warn(
      ValueFault(
        what + (clauses.isEmpty ? "no hypothesis fits" : clauses.joined(separator: "; ")),
        suggestion: report.findings.first?.hypothesis.advice(for: datum)
          ?? "check the coordinates against a map"),
      row: first.point.row, column: columns.label, value: first.point.texts.verbatim)
  }

  private static func fault(_ suspicion: PostMortem.Suspicion) -> ValueFault? {
    switch suspicion {
    case .unreadable: nil
    case .outside(let distance):
      ValueFault(
        "lies \(kilometres(distance)) outside the county's outline",
        suggestion: "check the coordinate and its datum")
    case .far(let distance, let township):
      ValueFault(
        "lies \(kilometres(distance)) from the seat of \(township)",
        suggestion: "check the coordinate and the township")
    }
  }

  private static func kilometres(_ length: Length) -> String {
    String(format: "%.1f km", length.metres / 1000)
  }
}
