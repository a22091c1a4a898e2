public import Geodesy
public import HeritageRegistry
import Tables

/// Fields and values of one relic as somebody types them, read as a table of one row is read.
public struct TypedFields: Sendable {
  /// The keys of fields, or of what belongs to a position, each with its text; empty for nothing.
  public let pairs: [(key: String, value: String)]

  /// Takes pairs as they are.
  public init(_ pairs: [(key: String, value: String)]) { self.pairs = pairs }

  /// The record of a relic, by the rules by which every table is read.
  ///
  /// - Parameters:
  ///   - code: The relic's code.
  ///   - name: Its name where none is typed.
  ///   - datum: The datum of a position; nil for WGS 84.
  ///   - registry: The register whose townships, levels and groups the record names.
  /// - Returns: The record, and what was read otherwise than by an exact word.
  /// - Throws: `ImportFailure` with every value that is none.
  public func record(
    code: String, name: String, datum: Datum?, in registry: Registry
  ) throws -> (record: SiteRecord, remarks: [ImportProblem]) {
    var columns = [("code", code)] + pairs.map { ($0.key, $0.value) }
    if !pairs.contains(where: { $0.key == "name_zh" }) { columns.insert(("name_zh", name), at: 1) }
    let sheet = Sheet(
      file: code,
      rows: [
        Sheet.Row(number: 1, cells: columns.map { .text($0.0) }),
        Sheet.Row(number: 2, cells: columns.map { $0.1.isEmpty ? .empty : .text($0.1) }),
      ])
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: try registry.formerTownships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let reading = SurveyReader(SurveyOptions(datum: datum, restoresFormulas: false)).read(
      [sheet], known: context)
    guard let record = reading.records.first, !reading.hasErrors else {
      throw ImportFailure(problems: reading.problems)
    }
    return (record, reading.problems)
  }
}
