import Geodesy
import HeritageRegistry
import Tables
import Words

/// A sheet with its header resolved: what to read, and what became of the rest.
struct SheetTable: Sendable {
  /// What to read.
  struct Plan: Sendable {
    let sheet: Sheet
    let map: ColumnMap
    /// The rows that stand for relics.
    let rows: [Sheet.Row]
    /// What headings say of rows, by the rows' numbers.
    let headings: [Int: [SiteField: String]]
    /// Headings that speak of levels and say none, by the numbers of the rows below them.
    let doubts: [Int: String]
    /// Where the coordinates stand; nil where there are none, or where they cannot be read.
    let coordinates: CoordinateColumns?
    /// The columns of which the code is made; none where a column has it.
    let codeParts: [ColumnMap.Column]
    /// Whether the columns of coordinates are there and cannot be read.
    let lacksDatum: Bool
  }

  private static let explanations: Set<String> = ["fields", "words", "说明", "词表"]

  let reading: SurveyReading.SheetReading
  /// Nil for a sheet that is not read.
  let plan: Plan?

  init(
    _ sheet: Sheet, named: [ColumnRole: String], options: SurveyOptions, townships: Set<String>,
    problems: inout SurveyProblems
  ) {
    func omitted(_ omission: SurveyReading.SheetReading.Omission) -> SurveyReading.SheetReading {
      SurveyReading.SheetReading(
        file: sheet.file, name: sheet.name, omission: omission, headerRows: nil, columns: nil,
        rowCount: 0, passedOver: [])
    }
    if let omission = Self.omission(of: sheet, options, problems: &problems) {
      reading = omitted(omission)
      plan = nil
      return
    }
    var finder = HeaderFinder(named: named)
    guard let header = finder.header(in: sheet) else {
      reading = omitted(.noHeader)
      plan = nil
      // An exported workbook explains itself on sheets of these names.
      if let name = sheet.name, Self.explanations.contains(name) { return }
      problems.warning(
        ValueFault(
          Sentence("survey.sheetWithoutHeader"),
          suggestion: Sentence("survey.headerNamesCode")),
        row: sheet.rows.first?.number, column: nil, value: nil)
      return
    }
    var (rows, passedOver): ([Sheet.Row], [PassedOverRow]) = ([], [])
    var unitsRow: Int?
    let telling = header.cells.first { [.field(.nameZH), .field(.code)].contains($0.role) }
    let titles = sheet.rows.prefix(header.rows.lowerBound).compactMap(\.onlyText)
    var headings = RowHeadings(
      columns: header.cells.map(\.role), townships: townships, titles: titles)
    if let level = options.level,
      let title = titles.first(where: LevelWords.isProposal)
    {
      problems.warning(
        ValueFault(
          Sentence("survey.titleDoubts", ["level": level]),
          suggestion: Sentence("survey.fineIfAnnounced")),
        row: nil, column: nil, value: HeaderText.oneLine(title))
    }
    var said: [Int: [SiteField: String]] = [:]
    var doubts: [Int: String] = [:]
    for index in sheet.rows.indices.dropFirst(header.rows.upperBound + 1) {
      let row = header.angles.reduce(sheet.rows[index]) { $1.joined($0) }
      guard sheet.faults[row.number] == nil,
        var reason = Self.reason(
          row, isFirst: rows.isEmpty, under: header, telling: telling, &finder, headings)
      else {
        rows.append(row)
        let words = headings.words
        if !words.isEmpty { said[row.number] = words }
        doubts[row.number] = headings.doubt
        continue
      }
      if reason == .units { unitsRow = index }
      let text =
        row.cells.lazy.compactMap(CellText.text).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
      if reason == .remark, headings.take(text) { reason = .heading }
      passedOver.append(PassedOverRow(row: row.number, reason: reason, text: text))
      if reason == .remark || reason == .explanation {
        problems.warning(
          ValueFault(
            reason == .remark
              ? Sentence("survey.rowPassedOver") : Sentence("survey.explanationPassedOver"),
            suggestion: Sentence("survey.fineIfNoRelic")),
          row: row.number, column: nil, value: HeaderText.oneLine(text))
      }
    }
    let mapping = ColumnMapping(
      header, of: sheet, named: named, unitsRow: unitsRow, problems: &problems)
    let map = mapping.map
    let line = sheet.rows[header.rows.upperBound].number
    let parts = Self.codeParts(options.codeFrom, map, row: line, problems: &problems)
    for (field, key) in [(SiteField.nameZH, "name_zh"), (.code, "code")]
    where map.column(.field(field)) == nil && (field != .code || options.codeFrom.isEmpty) {
      let serial = map.columns.first { HeaderText.fold($0.header) == "序号" }
      problems.tableError(
        ValueFault(
          field == .code
            ? Sentence("survey.noCodeColumn") : Sentence("survey.noNameColumn"),
          remedy: field == .code && serial != nil
            ? .takeSerialNumbers(header: serial?.header ?? "") : .nameColumn(field: key)),
        row: line, column: key, value: map.columns.map(\.header).joined(separator: ", "))
    }
    let positions = Self.coordinates(
      mapping, options, line: line, hasRows: !rows.isEmpty, problems: &problems)
    problems.codeColumn = parts.first?.header ?? map.column(.field(.code))?.header
    problems.batchesCodes = parts.isEmpty && map.column(.field(.batch)) != nil
    reading = SurveyReading.SheetReading(
      file: sheet.file, name: sheet.name, omission: nil,
      headerRows: sheet.rows[header.rows.lowerBound].number...line, columns: map,
      rowCount: rows.count, passedOver: passedOver)
    plan = Plan(
      sheet: sheet, map: map, rows: rows, headings: said, doubts: doubts, coordinates: positions,
      codeParts: parts,
      lacksDatum: positions == nil && map.columns.contains { $0.role?.isCoordinate == true })
  }

  /// The columns that make the code.
  private static func codeParts(
    _ names: [String], _ map: ColumnMap, row: Int, problems: inout SurveyProblems
  ) -> [ColumnMap.Column] {
    names.compactMap { name in
      let named = ColumnRole(key: name).flatMap(map.column)
      let column =
        named ?? map.columns.first { HeaderText.fold($0.header) == HeaderText.fold(name) }
        ?? map.columns.first { HeaderText($0.header).matches(name) }
      if column == nil {
        let headers = map.columns.map(\.header)
        problems.tableError(
          ValueFault(
            Sentence("survey.noCodePartColumn"),
            suggestion: Nearest.question(name, among: headers)
              ?? Sentence("survey.itsColumns", ["labels": headers])),
          row: row, column: name, value: name)
      }
      return column
    }
  }

  private static func omission(
    of sheet: Sheet, _ options: SurveyOptions, problems: inout SurveyProblems
  ) -> SurveyReading.SheetReading.Omission? {
    if !options.sheets.isEmpty {
      guard let name = sheet.name, options.sheets.contains(name) else { return .notAskedFor }
    } else if sheet.isHidden {
      problems.warning(
        ValueFault(
          Sentence("survey.hiddenSheet"),
          remedy: .nameSheet(sheet.name ?? "")),
        row: nil, column: nil, value: nil)
      return .hidden
    }
    return sheet.rows.isEmpty ? .empty : nil
  }

  private static func reason(
    _ row: Sheet.Row, isFirst: Bool, under header: Header, telling: Header.Cell?,
    _ finder: inout HeaderFinder, _ headings: RowHeadings
  ) -> PassedOverRow.Reason? {
    if let reason = PassedOverRow.Reason(row, isFirst: isFirst) { return reason }
    if let text = row.onlyText, headings.isHeading(text) { return .remark }
    if let telling, finder.isRepeated(row, under: telling) { return .header }
    return isFirst && HeaderExplanation.explains(row, under: header) ? .explanation : nil
  }

  private static func coordinates(
    _ mapping: ColumnMapping, _ options: SurveyOptions, line: Int, hasRows: Bool,
    problems: inout SurveyProblems
  ) -> CoordinateColumns? {
    do throws(CoordinateColumns.Fault) {
      let columns = try CoordinateColumns.of(
        mapping.map, old: mapping.oldDatums, declared: options.datum)
      guard let columns else { return nil }
      if case .none = columns.declaration {
        guard hasRows else { return nil }
        problems.tableError(
          ValueFault(
            Sentence("survey.noDatum"),
            remedy: .declareDatum),
          row: line, column: columns.label, value: columns.label)
        return nil
      }
      if case .table(let datum) = columns.declaration, datum != .wgs84, datum != .cgcs2000,
        columns.columns.allSatisfy({ $0.datum == nil && ["lon", "lat"].contains($0.header) })
      {
        problems.warning(
          ValueFault(
            Sentence("survey.lonLatDeclared", ["code": datum.code]),
            remedy: .leaveDatumToWGS84),
          row: line, column: columns.label, value: columns.label)
      }
      return columns
    } catch {
      problems.tableError(
        error.fault, row: line, column: error.columns.map(\.header).joined(separator: ", "),
        value: error.columns.map(\.header).joined(separator: ", "))
      return nil
    }
  }
}
