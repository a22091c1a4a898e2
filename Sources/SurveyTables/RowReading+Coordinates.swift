import Geodesy
import HeritageRegistry
import Tables
import Words

/// The texts of a row's coordinate, and the datum that they are in.
extension RowReading {
  /// The texts; nil where the row has none, and after a problem.
  mutating func coordinateTexts() -> WrittenTexts? {
    guard let columns = plan.coordinates else { return nil }
    for column in columns.columns {
      guard case .date(let text) = value(column) else { continue }
      guard !text.contains("-") else {
        report(
          ValueFault(
            Sentence("survey.dateAsAngle"), suggestion: Sentence("survey.writeCoordinate")),
          column: column.header, value: text)
        return nil
      }
      remark(
        ValueFault(Sentence("survey.timeAsAngle"), suggestion: Sentence("survey.fineIfAngle")),
        column: column.header, value: nil)
    }
    do throws(ValueFault) {
      return try columns.texts { column in
        guard let text = rawText(column)?.trimmingWhitespace, !text.isEmpty,
          !CellText.isNothing(text)
        else { return nil }
        return text
      }
    } catch {
      report(
        error, column: columns.label,
        value: columns.columns.compactMap(rawText).joined(separator: ", "))
      return nil
    }
  }

  /// The datum of the row's coordinate; nil after a problem.
  mutating func datum(for texts: WrittenTexts) -> Datum? {
    if case .table(let datum)? = plan.coordinates?.declaration { return zoned(datum, texts) }
    guard let text = text(.declaredSystem) else {
      report(
        ValueFault(
          Sentence("survey.rowWithoutDatum"),
          remedy: .declareDatum),
        .field(.declaredSystem), value: texts.verbatim)
      return nil
    }
    let finding = memory.datums[text] ?? DatumWords.finding(of: text)
    memory.datums[text] = .some(finding)
    switch finding {
    case .datum(let datum)?: return zoned(datum, texts)
    case .old(let old)?:
      report(
        ValueFault(
          DatumError.noPublicParameters(old).sentence,
          suggestion: Sentence("survey.leaveCoordinate")
        ),
        .field(.declaredSystem), value: text)
    case nil:
      report(
        ValueFault(Sentence("survey.unknownDatum"), remedy: .declareDatum),
        .field(.declaredSystem), value: text)
    }
    return nil
  }

  /// What could be written for a coordinate that cannot be read: its own values exchanged, where they can.
  static func suggestion(_ texts: WrittenTexts, in datum: Datum) -> Sentence {
    guard let (first, second) = texts.exchanged, (try? texts.swapped?.read(in: datum)) != nil else {
      return Sentence("survey.writeCoordinate")
    }
    return Sentence("survey.writeExchanged", ["first": first, "second": second])
  }

  /// The zone of CGCS2000 that stands before an easting, in which the metres of such a datum are.
  private mutating func zoned(_ datum: Datum, _ texts: WrittenTexts) -> Datum {
    guard datum == .cgcs2000, let zone = texts.zone else { return datum }
    let found = Datum.gaussKruger(zone)
    remark(
      ValueFault(
        Sentence("survey.zoneByPrefix", ["zone": zone.zone, "code": found.code]),
        suggestion: Sentence("survey.fineIfMeant")),
      column: plan.coordinates?.label, value: nil)
    return found
  }
}
