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
    guard !ranges.isEmpty else { return }
    let width = rows.reduce(0) { max($0, $1.cells.count) }
    // Cells apart from their rows are filled in place: a wide row with many ranges is never copied.
    let numbers = rows.map(\.number)
    var cells = rows.map(\.cells)
    rows.removeAll()
    defer { rows = zip(numbers, cells).map { Sheet.Row(number: $0, cells: $1) } }
    for range in ranges {
      let first = index(of: range.rows.lowerBound, in: numbers)
      let column = range.columns.lowerBound - 1
      guard first < numbers.count, numbers[first] == range.rows.lowerBound,
        column < cells[first].count, cells[first][column] != .empty
      else { continue }
      let value = cells[first][column]
      let columns = column..<min(range.columns.upperBound, max(width, column + 1))
      var index = first
      while index < numbers.count, range.rows.contains(numbers[index]) {
        try budget.holdCells(columns.count)
        let missing = max(0, columns.upperBound - cells[index].count)
        cells[index].append(contentsOf: repeatElement(.empty, count: missing))
        for column in columns where cells[index][column] == .empty {
          cells[index][column] = value
        }
        index += 1
      }
    }
  }

  /// The index of the first row with this number or a later one.
  private func index(of number: Int, in numbers: [Int]) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
