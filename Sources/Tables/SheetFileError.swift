public import Words

/// Why a file gives no sheets: where, what is wrong and what to do.
///
/// ```text
/// register.csv, line 7: a quoted field is never closed
/// register.xlsx, sheet 文物点, C7: there is no shared string 12
/// register.xlsx is an old Excel file (.xls)
/// ```
public struct SheetFileError: Cause, Hashable, Sendable {
  /// Where in the file the fault is.
  public enum Place: Hashable, Sendable {
    /// The file is of a kind that holds no sheets; the reason says which kind it is.
    case kind
    /// The file may be sound: the library that reads its kind cannot be opened.
    case library
    /// The file as a whole.
    case file
    /// A line of a text, from 1.
    case line(Int)
    /// A feature of a collection, from 1.
    case feature(Int)
    /// A sheet of a workbook.
    case sheet(String)
    /// A row of a sheet, from 1.
    case row(sheet: String, Int)
    /// A cell of a sheet; row and column from 1.
    case cell(sheet: String, row: Int, column: Int)
  }

  /// The name of the file, as it is printed in messages.
  public let file: String
  /// Where in the file the fault is.
  public let place: Place
  /// What is wrong, as a clause.
  public let reason: Sentence
  /// What to do, where the reader can do something.
  public let hint: Sentence?
  /// What is wrong with the encoding of a text; nil for other faults.
  public let encoding: TextEncodingError?

  /// Makes an error.
  public init(
    file: String, at place: Place = .file, reason: Sentence, hint: Sentence? = nil,
    encoding: TextEncodingError? = nil
  ) {
    self.file = file
    self.place = place
    self.reason = reason
    self.hint = hint
    self.encoding = encoding
  }

  /// The sheet of the fault, where the file is a workbook.
  public var sheet: String? {
    switch place {
    case .sheet(let name), .row(let name, _), .cell(let name, _, _): name
    case .kind, .library, .file, .line, .feature: nil
    }
  }

  /// The line, the row or the feature of the fault, from 1.
  public var row: Int? {
    switch place {
    case .line(let number), .feature(let number), .row(_, let number), .cell(_, let number, _):
      number
    case .kind, .library, .file, .sheet: nil
    }
  }

  /// The column of the fault, from 1.
  public var column: Int? {
    if case .cell(_, _, let column) = place { column } else { nil }
  }

  /// The place and the reason, as a sentence; the hint is not in it.
  public var sentence: Sentence {
    switch place {
    case .kind: Sentence("table.fileIsOfKind", ["file": file, "reason": reason])
    case .file, .library: Sentence("table.inFile", ["file": file, "reason": reason])
    case .line(let line): Sentence("table.inLine", ["file": file, "line": line, "reason": reason])
    case .feature(let number):
      Sentence("table.inFeature", ["file": file, "number": number, "reason": reason])
    case .sheet(let name):
      Sentence("table.inSheet", ["file": file, "name": name, "reason": reason])
    case .row(let name, let row):
      Sentence("table.inSheetRow", ["file": file, "name": name, "row": row, "reason": reason])
    case .cell(let name, let row, let column):
      cellSentence(name, "\(ColumnName(column))\(row)")
    }
  }

  private func cellSentence(_ sheet: String, _ cell: String) -> Sentence {
    Sentence("table.inCell", ["file": file, "sheet": sheet, "cell": cell, "reason": reason])
  }
}

/// The letters of a spreadsheet's column: A is 1, Z 26, AA 27, XFD 16384.
public struct ColumnName: Hashable, Sendable, CustomStringConvertible {
  /// The number of the column, from 1.
  public let number: Int

  /// The name of a column's number.
  public init(_ number: Int) { self.number = number }

  /// The letters; empty below 1.
  public var description: String {
    var letters: [UInt8] = []
    var rest = number
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
