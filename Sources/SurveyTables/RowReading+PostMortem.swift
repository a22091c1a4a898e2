import Foundation
import Geodesy
import HeritageRegistry
import Words

extension RowReading {
  /// Warns of points outside the county or far from their township, and says what may explain them: of the
  /// table where most of its points would fit, of each row by itself otherwise.
  ///
  /// Points that the register has are not asked about again.
  mutating func examinePoints() {
    guard let columns = plan.coordinates, !points.isEmpty else { return }
    let postMortem = PostMortem(outline: context.outline, seats: seats)
    let codes = Dictionary(codes.map { ($0.place.row, $0.code) }, uniquingKeysWith: { a, _ in a })
    let report = postMortem.examine(points) { [isSettled] point in
      guard let code = codes[point.row], let coordinate = point.coordinate else { return false }
      return isSettled(code, coordinate)
    }
    for suspect in report.suspects {
      guard let fault = Self.fault(suspect.suspicion) else { continue }
      warn(
        fault, row: suspect.point.row, column: columns.label, value: suspect.point.texts.verbatim)
    }
    // Of a register that knows nothing of its county more is said only where a hypothesis fits.
    guard postMortem.knowsCounty || !report.findings.isEmpty else { return }
    let ofTable = report.findings.filter { $0.fitting * 2 > points.count }
    if !ofTable.isEmpty || report.suspects.count * 2 > points.count {
      speakOfTable(report, ofTable, far: postMortem.far, column: columns.label)
    } else {
      speakOfRows(report, column: columns.label)
    }
  }

  private mutating func speakOfTable(
    _ report: PostMortem.Report, _ findings: [PostMortem.Finding], far: Length, column: String
  ) {
    let first = report.suspects.first { findings.first?.places[$0.point.row] != nil }
    guard let first = first ?? report.suspects.first else { return }
    let (count, datum) = (report.suspects.count, first.point.datum)
    let clauses: [Sentence] = report.findings.enumerated().map { index, finding in
      let (explained, clause) = (finding.explained, finding.hypothesis.clause(for: datum))
      return index == 0
        ? Sentence(
          "survey.hypothesisFits", ["explained": explained, "count": count, "clause": clause])
        : Sentence("survey.hypothesisFitsToo", ["explained": explained, "clause": clause])
    }
    let rule = Sentence(
      "survey.suspectCoordinates",
      [
        "count": count, "total": points.count, "far": Self.kilometres(far),
        "reasons": Sentence.Value.clauses(
          clauses.isEmpty ? [Sentence("survey.noHypothesis")] : clauses),
      ])
    warn(
      report.findings.first?.hypothesis.fault(rule, for: datum)
        ?? ValueFault(rule, suggestion: Sentence("survey.checkOnMap")),
      row: first.point.row, column: column, value: first.point.texts.verbatim)
  }

  /// What the best hypothesis says of each row that it explains.
  private mutating func speakOfRows(_ report: PostMortem.Report, column: String) {
    for suspect in report.suspects {
      let point = suspect.point
      // An error that the pair cannot be read has said already how it can, exchanged.
      guard let finding = report.findings.first(where: { $0.places[point.row] != nil }),
        !(suspect.suspicion == .unreadable && finding.hypothesis == .swapped)
      else { continue }
      let rule = Sentence(
        "survey.rowFits", ["clause": finding.hypothesis.clause(for: point.datum)])
      warn(
        finding.hypothesis.fault(rule, of: point), row: point.row, column: column,
        value: point.texts.verbatim)
    }
  }

  private static func fault(_ suspicion: PostMortem.Suspicion) -> ValueFault? {
    switch suspicion {
    case .unreadable: nil
    case .outsideChina:
      ValueFault(Sentence("survey.outsideChina"), suggestion: Sentence("survey.checkDatum"))
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
