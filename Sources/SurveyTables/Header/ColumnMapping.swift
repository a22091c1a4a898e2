import Geodesy
import HeritageRegistry
import Tables
import Words

/// Makes the map of a sheet's columns from its header, and says what is wrong with it.
struct ColumnMapping {
  let map: ColumnMap
  /// The columns of datums that cannot be converted.
  let oldDatums: [Int: OldDatum]

  /// Resolves the header.
  ///
  /// - Parameters:
  ///   - header: The header that was found.
  ///   - sheet: The sheet.
  ///   - named: The headers that the user has named.
  ///   - unitsRow: The place of the row with units below the header.
  ///   - problems: Where problems are put.
  init(
    _ header: Header, of sheet: Sheet, named: [ColumnRole: String], unitsRow: Int?,
    problems: inout SurveyProblems
  ) {
    let row = sheet.rows[header.rows.upperBound].number
    let labels = Self.labels(header.cells)
    let roles = Self.roles(
      header.cells, labels: labels, named: named, row: row, problems: &problems)
    let below = sheet.rows[(header.rows.upperBound + 1)...]
    var columns: [ColumnMap.Column] = []
    var old: [Int: OldDatum] = [:]
    for (position, cell) in header.cells.enumerated() {
      var datum: Datum?
      switch cell.datum {
      case .datum(let named)?: datum = named
      case .old(let named)?: old[cell.index] = named
      case nil: break
      }
      if roles[position] == nil, cell.role == nil {
        Self.report(cell, labels[position], below, row: row, problems: &problems)
      }
      let units = unitsRow.flatMap { index -> String? in
        let cells = sheet.rows[index].cells
        return cell.index < cells.count ? CellText.text(cells[cell.index]) : nil
      }
      columns.append(
        ColumnMap.Column(
          index: cell.index, header: labels[position], role: roles[position], datum: datum,
          squareMetres: units.flatMap(AreaText.unit) ?? AreaText.unit(in: cell.label)))
    }
    let known = Set(header.cells.map(\.index) + header.angles.flatMap(\.others))
    let width = below.map(\.cells.count).max() ?? 0
    for index in 0..<width where !known.contains(index) {
      guard let first = Self.firstText(below, index) else { continue }
      let label = "column \(ColumnMap.letter(of: index))"
      problems.warning(
        ValueFault(
          Sentence("survey.columnWithoutHeader"),
          suggestion: Sentence("survey.giveHeader")), row: row, column: label, value: first)
      columns.append(
        ColumnMap.Column(index: index, header: label, role: nil, datum: nil, squareMetres: nil))
    }
    map = ColumnMap(columns: columns.sorted { $0.index < $1.index })
    oldDatums = old
  }

  /// The headers, told apart where two are the same.
  private static func labels(_ cells: [Header.Cell]) -> [String] {
    let counts = Dictionary(grouping: cells, by: \.label).mapValues(\.count)
    return cells.map { cell in
      counts[cell.label, default: 1] == 1
        ? cell.label : "\(cell.label) (column \(ColumnMap.letter(of: cell.index)))"
    }
  }

  /// The role of each cell: one column for each, the user's choice before the table of names.
  private static func roles(
    _ cells: [Header.Cell], labels: [String], named: [ColumnRole: String], row: Int,
    problems: inout SurveyProblems
  ) -> [ColumnRole?] {
    var roles = cells.map { $0.role == .computed ? nil : $0.role }
    for key in ColumnRole.keys {
      guard let role = ColumnRole(key: key), let text = named[role] else { continue }
      // Columns of one name are told apart as messages do: 编号 (column B).
      var chosen = cells.indices.filter { labels[$0] != cells[$0].label && labels[$0] == text }
      for index in chosen { roles[index] = role }
      if chosen.isEmpty {
        chosen = cells.indices.filter { index in
          roles[index] == role && cells[index].texts.contains { $0.matches(text) }
        }
      }
      guard !chosen.isEmpty else {
        problems.tableError(
          ValueFault(
            Sentence("survey.noNamedColumn", ["text": text, "key": key]),
            suggestion: Nearest.question(text, among: labels)
              ?? Sentence("survey.itsColumns", ["labels": labels])),
          row: row, column: text, value: text)
        continue
      }
      let isCoordinate = role.isCoordinate
      for index in cells.indices where !chosen.contains(index) {
        guard let other = roles[index] else { continue }
        // Coordinates that were not chosen are not read beside those that were.
        let isOtherPosition =
          isCoordinate && other.isCoordinate && named[other] == nil
          && !(role == .longitude && other == .latitude)
          && !(role == .latitude && other == .longitude)
          && !(role == .northing && other == .easting)
          && !(role == .easting && other == .northing)
        guard other == role || isOtherPosition else { continue }
        roles[index] = nil
        problems.warning(
          ValueFault(
            Sentence("survey.columnNotChosen", ["text": text, "key": key]),
            suggestion: Sentence("survey.fineIfMeant")),
          row: row, column: labels[index], value: labels[index])
      }
    }
    tellCodesApart(cells, labels: labels, named: named, &roles)
    for first in roles.indices {
      guard let role = roles[first] else { continue }
      let same = roles.indices.filter { roles[$0] == role }
      guard same.count > 1, same[0] == first else { continue }
      if let kept = twin(same.map { cells[$0] }) {
        for index in same where cells[index].index != kept {
          roles[index] = nil
          problems.warning(
            ValueFault(
              Sentence(
                "survey.englishTwin",
                ["header": same.first { cells[$0].index == kept }.map { labels[$0] } ?? ""]),
              suggestion: Sentence("survey.fineIfSame")),
            row: row, column: labels[index], value: labels[index])
        }
        continue
      }
      let names = same.map { labels[$0] }
      let key = role.key ?? SiteField.periodWords.rawValue
      problems.tableError(
        ValueFault(
          Sentence("survey.columnsOfOneField", ["names": Sentence.Value.both(names), "key": key]),
          remedy: .chooseColumn(field: key, header: names[0])),
        row: row, column: names[1], value: names.joined(separator: ", "))
      for index in same.dropFirst() { roles[index] = nil }
    }
    return roles
  }

  /// Beside a code of the register's own, 三普编号 is the number that the third survey gave.
  private static func tellCodesApart(
    _ cells: [Header.Cell], labels: [String], named: [ColumnRole: String],
    _ roles: inout [ColumnRole?]
  ) {
    let codes = roles.indices.filter { roles[$0] == .field(.code) }
    let surveys = codes.map { NationalSurvey(named: labels[$0]) }
    guard codes.count > 1, named[.field(.code)] == nil, surveys.count(where: { $0 == nil }) == 1
    else { return }
    for (index, survey) in zip(codes, surveys) {
      guard let survey, !roles.contains(.field(survey.field)) else { continue }
      roles[index] = .field(survey.field)
    }
  }

  /// The Chinese one of columns in two languages: they stand beside each other, or say themselves that
  /// they are in English.
  private static func twin(_ cells: [Header.Cell]) -> Int? {
    let others = cells.filter { !$0.isEnglish }
    if others.count == 1, cells.count > 1 { return others.first?.index }
    guard cells.count == 2, cells[0].isChinese != cells[1].isChinese,
      cells[1].index - cells[0].index == 1
    else { return nil }
    return cells.first(where: \.isChinese)?.index
  }

  /// Names a column that is not understood.
  private static func report(
    _ cell: Header.Cell, _ label: String, _ rows: ArraySlice<Sheet.Row>, row: Int,
    problems: inout SurveyProblems
  ) {
    guard firstText(rows, cell.index) != nil else { return }
    let own = cell.texts.first?.label ?? label
    let near =
      own.count >= 3 || own.utf8.count > 5
      ? Nearest.words(to: own, among: HeaderNames.spellings) : []
    problems.warning(
      ValueFault(
        Sentence("survey.columnUnknown"),
        remedy: .nameField(header: label, near: near.first)),
      row: row, column: label, value: label)
  }

  private static func firstText(_ rows: ArraySlice<Sheet.Row>, _ column: Int) -> String? {
    rows.lazy.compactMap { row in
      guard column < row.cells.count else { return nil }
      return CellText.text(row.cells[column]).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    .first
  }
}
