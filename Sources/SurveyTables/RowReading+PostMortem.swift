import Foundation
import Geodesy
import HeritageRegistry
import Words

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
    let clauses: [Sentence] = report.findings.enumerated().map { index, finding in
      let (explained, clause) = (finding.explained, finding.hypothesis.clause(for: datum))
      return index == 0
        ? Sentence(
          "survey.hypothesisFits", ["explained": explained, "count": count, "clause": clause])
        : Sentence("survey.hypothesisFitsToo", ["explained": explained, "clause": clause])
    }
    let reasons = Sentence.Value.clauses(
      clauses.isEmpty ? [Sentence("survey.noHypothesis")] : clauses)
    let (total, far): (Int, Sentence) = (points.count, Self.kilometres(postMortem.far))
    let rule: Sentence =
      Sentence(
        "survey.suspectCoordinates",
        ["count": count, "total": total, "far": far, "reasons": reasons])
    warn(
      report.findings.first?.hypothesis.fault(rule, for: datum)
        ?? ValueFault(rule, suggestion: Sentence("survey.checkOnMap")),
      row: first.point.row, column: columns.label, value: first.point.texts.verbatim)
  }

  private static func fault(_ suspicion: PostMortem.Suspicion) -> ValueFault? {
    switch suspicion {
    case .unreadable: nil
    case .outside(let distance):
      ValueFault(
        Sentence("survey.outsideCounty", ["distance": kilometres(distance)]),
        suggestion: Sentence("survey.checkDatum"))
    case .far(let distance, let township):
      ValueFault(
        Sentence("survey.farFromSeat", ["distance": kilometres(distance), "township": township]),
        suggestion: Sentence("survey.checkTownship"))
    }
  }

  private static func kilometres(_ length: Length) -> Sentence {
    let value = String(format: "%.1f", length.metres / 1000)
    return Sentence("survey.kilometres", ["value": value])
  }
}
