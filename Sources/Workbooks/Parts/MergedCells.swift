import Tables

/// Merged cells, each as many as a person sees: the value of the first fills the range.
///
/// So a group's cell over many rows and a heading over many columns can be read from every row and
/// column that they stand for. Only rows with a value of their own are filled, and only columns that
/// some row of the sheet reaches: a merged row is no row twice. What a covered cell holds stays.
struct MergedCells {
  private let ranges: [CellRange]

  init(_ ranges: [CellRange]) { self.ranges = ranges }

  /// Fills the ranges, in the order of the file.
  func fill(_ rows: inout [Sheet.Row], _ budget: inout MemoryBudget) throws(WorkbookError) {
    let width = rows.reduce(0) { max($0, $1.cells.count) }
    for range in ranges {
      let first = index(of: range.rows.lowerBound, in: rows)
      let column = range.columns.lowerBound - 1
      guard first < rows.count, rows[first].number == range.rows.lowerBound,
        column < rows[first].cells.count, rows[first].cells[column] != .empty
      else { continue }
      let value = rows[first].cells[column]
      let columns = column..<min(range.columns.upperBound, max(width, column + 1))
      var index = first
      while index < rows.count, range.rows.contains(rows[index].number) {
        try budget.holdCells(columns.count)
        var cells = rows[index].cells
        cells.append(
          contentsOf: repeatElement(.empty, count: max(0, columns.upperBound - cells.count)))
        for column in columns where cells[column] == .empty { cells[column] = value }
        rows[index] = Sheet.Row(number: rows[index].number, cells: cells)
        index += 1
      }
    }
  }

  /// The index of the first row with this number or a later one.
  private func index(of number: Int, in rows: [Sheet.Row]) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
