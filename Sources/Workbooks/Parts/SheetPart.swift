import Tables
import Words

/// The rows of one sheet while they are read (ECMA-376-1, 18.3).
final class SheetPart: XMLPartReader {
  let root: StaticString = "worksheet"
  private let name: String
  private let cells: CellValues
  private(set) var budget: MemoryBudget

  private var rows: [Sheet.Row] = []
  private var merged: [CellRange] = []
  private var isInData = false
  private var row = 0
  private var values: [Sheet.Value] = []
  private var cell: RawCell?
  private var last = CellReference(row: 0, column: 0)
  private var runs: TextRuns
  private var pool = TextPool()

  /// Reads the part.
  init(
    _ part: String, name: String, in archive: ZIPArchive, cells: CellValues,
    limits: WorkbookLimits, budget: MemoryBudget
  ) throws(WorkbookError) {
    (self.name, self.cells, self.budget) = (name, cells, budget)
    runs = TextRuns(limit: limits.bytesOfCell)
    try XMLPart.read(part, in: archive, to: self)
  }

  /// The rows that hold anything, with merged cells filled in.
  func filled() throws(WorkbookError) -> [Sheet.Row] {
    try MergedCells(merged).fill(&rows, &budget)
    return rows
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if cell != nil {
      startInCell(name)
    } else if "c" ~= name, isInData {
      try startCell(attributes)
    } else if "row" ~= name, isInData {
      try startRow(attributes)
    } else if "sheetData" ~= name {
      isInData = true
    } else if "mergeCell" ~= name {
      guard let range = attributes.bytes("ref").flatMap({ CellRange($0) }) else {
        throw refusal(
          Sentence("workbook.badRange", ["value": attributes.text("ref")?.prefix(40) ?? ""]),
          column: nil)
      }
      try budget.holdCells(2)
      merged.append(range)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    guard cell != nil else { return }
    if cell?.isInValue == true {
      guard bytes.count + (cell?.value.count ?? 0) <= runs.limit else {
        throw refusal(Sentence("workbook.longValue", ["limit": runs.limit]), column: last.column)
      }
      cell?.value.append(contentsOf: bytes)
    } else {
      try runs.append(bytes)
    }
  }

  func end(_ name: XMLName) throws(WorkbookError) {
    if cell != nil {
      if "c" ~= name { try endCell() } else { endInCell(name) }
    } else if "row" ~= name, isInData {
      try endRow()
    } else if "sheetData" ~= name {
      isInData = false
    }
  }

  private func refusal(_ reason: Sentence, column: Int?) -> WorkbookError {
    .badCell(sheet: name, row: row, column: column, reason: reason)
  }
}

/// Rows.
extension SheetPart {
  private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
    let before = row
    if let number = attributes.bytes("r") {
      guard let number = Int(String(decoding: number, as: UTF8.self)),
        (1...CellReference.last.row).contains(number)
      else {
        throw refusal(
          Sentence("workbook.badRowNumber", ["value": attributes.text("r")?.prefix(20) ?? ""]),
          column: nil)
      }
      guard number > before else {
        throw refusal(Sentence("workbook.rowsBackwards", ["number": number]), column: nil)
      }
      row = number
    } else {
      row = before + 1
      guard row <= CellReference.last.row else {
        throw refusal(Sentence("workbook.tooManyRows"), column: nil)
      }
    }
    values.removeAll(keepingCapacity: true)
    last = CellReference(row: row, column: 0)
  }

  private func endRow() throws(WorkbookError) {
    guard let end = values.lastIndex(where: { $0 != .empty }) else { return }
    try budget.holdRow()
    rows.append(Sheet.Row(number: row, cells: Array(values[...end])))
  }
}

/// Cells.
extension SheetPart {
  private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
    var place = CellReference(row: row, column: last.column + 1)
    if let text = attributes.bytes("r") {
      guard let named = CellReference(text) else {
        throw refusal(
          Sentence(
            "workbook.cellOutside", ["value": String(decoding: text.prefix(40), as: UTF8.self)]),
          column: nil)
      }
      guard named.row == row else {
        throw refusal(Sentence("workbook.cellInRow", ["row": row]), at: named)
      }
      place = named
    }
    guard place.column <= CellReference.last.column else {
      throw refusal(Sentence("workbook.tooManyCells"), column: nil)
    }
    last = place
    cell = RawCell(
      kind: attributes.text("t") ?? "n",
      style: attributes.text("s").flatMap { Int($0) } ?? 0)
    runs.clear()
  }

  private func refusal(_ reason: Sentence, at place: CellReference) -> WorkbookError {
    .badCell(sheet: name, row: place.row, column: place.column, reason: reason)
  }

  private func startInCell(_ name: XMLName) {
    if "v" ~= name {
      cell?.isInValue = true
    } else if "f" ~= name {
      cell?.hasFormula = true
    } else if "is" ~= name {
      cell?.isInline = true
    } else if cell?.isInline == true {
      runs.start(name)
    }
  }

  private func endInCell(_ name: XMLName) {
    if "v" ~= name {
      cell?.isInValue = false
    } else if "is" ~= name {
      cell?.isInline = false
    } else if cell?.isInline == true {
      runs.end(name)
    }
  }

  private func endCell() throws(WorkbookError) {
    guard let raw = cell else { return }
    cell = nil
    var value: Sheet.Value
    do throws(CellFault) {
      value = try cells.value(of: raw, inline: runs)
    } catch {
      throw refusal(error.reason, at: last)
    }
    guard value != .empty else { return }
    let index = last.column - 1
    if index >= values.count {
      try budget.holdCells(index + 1 - values.count)
      values.append(contentsOf: repeatElement(.empty, count: index + 1 - values.count))
    } else if values[index] != .empty {
      throw refusal(Sentence("workbook.repeatedCell"), at: last)
    }
    if case .text(let text) = value, raw.kind != "s" {
      let (text, isNew) = pool.held(text)
      if isNew { try budget.holdText(bytes: text.utf8.count) }
      value = .text(text)
    }
    values[index] = value
  }
}
