/// A whole table in memory: a header and rows whose every cell knows where it stands.
public struct Table: Sendable {
  /// The name of the file, as it is printed in messages.
  public let file: String
  /// The names of the columns, in order.
  public let header: [String]
  /// The rows below the header.
  public let rows: [Row]

  /// One row of a table.
  public struct Row: Sendable {
    /// The name of the file.
    public let file: String
    /// The number of the row as a spreadsheet numbers it, from 1.
    public let line: Int
    let columns: [String: Int]
    let fields: [String]

    /// The cells of all columns, in the order of the names.
    public var cells: [Cell] { columns.keys.sorted().map { self[$0] } }

    /// The cell of a column; empty where the table has no such column.
    public subscript(column: String) -> Cell {
      Cell(
        file: file, line: line, column: column,
        text: columns[column].map { fields[$0].trimmingWhitespace } ?? "")
    }
  }

  /// Reads a table of comma-separated values.
  ///
  /// - Throws: ``CSVError`` for a file that is no table, or a row of the wrong width.
  public init(csv bytes: [UInt8], file: String) throws(CSVError) {
    var reader = CSVReader(bytes)
    guard let header = try reader.next()?.fields.map(\.trimmingWhitespace) else { throw .empty }
    var columns: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      guard columns.updateValue(index, forKey: name) == nil else { throw .repeatedColumn(name) }
    }
    var rows: [Row] = []
    while let row = try reader.next() {
      guard row.fields.count == header.count else {
        throw .fieldCount(line: row.number, found: row.fields.count, expected: header.count)
      }
      rows.append(Row(file: file, line: row.number, columns: columns, fields: row.fields))
    }
    self.file = file
    self.header = header
    self.rows = rows
  }
}

/// One cell of a table, with the place where a person finds it.
public struct Cell: Hashable, Sendable {
  /// The name of the file.
  public let file: String
  /// The number of the cell's row as a spreadsheet numbers it, from 1.
  public let line: Int
  /// The name of the column.
  public let column: String
  /// The text, without white space at its ends.
  public let text: String

  /// The text, or nil when the cell is empty.
  public var value: String? { text.isEmpty ? nil : text }

  /// The parts of the text between `separator`s, without empty ones.
  public func list(separatedBy separator: Character = ";") -> [String] {
    text.split(separator: separator).map { String($0).trimmingWhitespace }
      .filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without white space at its ends.
  public var trimmingWhitespace: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? endIndex
    let end = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(self[start...$0]) } ?? ""
  }
}
