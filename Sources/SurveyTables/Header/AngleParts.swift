import HeritageRegistry
import Tables

/// Degrees, minutes and seconds that stand in a column each, under 东经 and 北纬 or named for them:
/// 东经 over 度, 分, 秒; `经度（度）`, `经度（分）`, `经度（秒）`.
struct AngleParts: Hashable, Sendable {
  /// The column of the degrees.
  let first: Int
  /// How many columns there are: two, or three with the seconds.
  let count: Int

  /// The columns behind that of the degrees.
  var others: Range<Int> { first + 1..<first + count }

  /// The row with the parts in one cell, as 111°39′20″, and the other cells empty.
  func joined(_ row: Sheet.Row) -> Sheet.Row {
    guard first < row.cells.count else { return row }
    var cells = row.cells
    var text = ""
    for (offset, mark) in zip(0..<count, ["°", "′", "″"]) where first + offset < cells.count {
      let value = cells[first + offset]
      if case .fault = value {
        cells[first] = value
        return Sheet.Row(number: row.number, cells: cells)
      }
      guard let part = CellText.text(value)?.trimmingWhitespace, !part.isEmpty,
        !CellText.isNothing(part)
      else { continue }
      text += part.last?.isNumber == true ? part + mark : part
    }
    for column in others where column < cells.count { cells[column] = .empty }
    cells[first] = text.isEmpty ? .empty : .text(text)
    return Sheet.Row(number: row.number, cells: cells)
  }

  /// The place of a unit among degrees, minutes and seconds; nil for other text.
  static func place(of unit: String) -> Int? {
    [["度", "°"], ["分", "′", "'"], ["秒", "″", "′′", "\"", "''"]]
      .firstIndex { $0.contains(unit) }
  }
}

extension Header {
  /// The header with the columns of parts as one, where the line below it or its own names say them.
  ///
  /// - Parameters:
  ///   - line: The texts of the line below.
  func joiningParts(under line: [String]) -> Header {
    let below = Dictionary(
      uniqueKeysWithValues: line.enumerated().compactMap { column, text in
        AngleParts.place(of: text).map { (column, $0) }
      })
    // A line of parts holds them alone, beside what a merged cell repeats.
    let isLine =
      below.count >= 4
      && line.enumerated().allSatisfy { column, text in
        text.isEmpty || below[column] != nil
          || cells.contains { $0.index == column && $0.texts.contains { $0.label == text } }
      }
    let own = isLine ? [:] : ownParts
    var (header, angles): (Header, [AngleParts]) = (self, [])
    for role in [ColumnRole.longitude, .latitude] {
      func place(_ column: Int) -> Int? {
        isLine ? below[column] : own[column].flatMap { $0.role == role ? $0.place : nil }
      }
      guard
        let cell = cells.firstIndex(where: { cell in
          place(cell.index) == 0 && (cell.role == role || (!isLine && cell.role == nil))
        })
      else { return self }
      let first = cells[cell].index
      guard place(first + 1) == 1 else { return self }
      header.cells[cell].role = role
      angles.append(AngleParts(first: first, count: place(first + 2) == 2 ? 3 : 2))
    }
    header.angles = angles
    header.cells.removeAll { cell in angles.contains { $0.others.contains(cell.index) } }
    if isLine { header.rows = rows.lowerBound...rows.upperBound + 1 }
    return header
  }

  /// The columns whose own names end with a part: whose they are, and which.
  private var ownParts: [Int: (role: ColumnRole, place: Int)] {
    Dictionary(
      uniqueKeysWithValues: cells.compactMap { cell in
        let name = HeaderText.fold(cell.texts.first?.label ?? cell.label)
        guard let unit = name.last, let place = AngleParts.place(of: String(unit)),
          let role = HeaderNames[String(name.dropLast())],
          role == .longitude || role == .latitude
        else { return nil }
        return (cell.index, (role, place))
      })
  }
}
