/// The place of a cell, or a range of them, as workbooks write it: `C7`, `A1:B2`.
struct CellReference: Hashable {
  /// Both from 1.
  let row: Int
  let column: Int

  /// The last row and the last column of a sheet (XFD).
  static let last = CellReference(row: 1_048_576, column: 16_384)

  init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// Reads letters and digits; nil where they are no cell of a sheet.
  init?(_ text: some Collection<UInt8>) {
    var (row, column, isInDigits) = (0, 0, false)
    for byte in text {
      switch byte {
      case 0x41...0x5A where !isInDigits: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where !isInDigits: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39:
        isInDigits = true
        row = row * 10 + Int(byte - 0x30)
      case 0x24: break
      default: return nil
      }
      guard row <= Self.last.row, column <= Self.last.column else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

/// A rectangle of cells.
struct CellRange: Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads two references with a colon between them, or one.
  init?(_ text: some Collection<UInt8>) {
    let ends = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap({ CellReference($0) }),
      let last = ends.last.flatMap({ CellReference($0) }), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
