/// One sheet of a file: rows of cells as a person sees them, before any of them is taken for a header.
///
/// A CSV file is one sheet without a name; a workbook has several.
public struct Sheet: Hashable, Sendable {
  /// The name of the file, as it is printed in messages.
  public let file: String
  /// The name of the sheet; nil where the file is one sheet.
  public let name: String?
  /// Whether a person has to unhide the sheet to see it.
  public let isHidden: Bool
  /// The rows that hold anything, in order.
  public let rows: [Row]

  /// One row of a sheet.
  public struct Row: Hashable, Sendable {
    /// The number of the row in the sheet, or the line of the file where it begins, from 1.
    public let number: Int
    /// The cells from the first column on; empty ones in between are ``Value/empty``.
    public let cells: [Value]

    /// Makes a row.
    public init(number: Int, cells: [Value]) {
      self.number = number
      self.cells = cells
    }
  }

  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text; every cell of a CSV file is text.
    case text(String)
    /// A number, with the fewest digits that give it back.
    case number(Double)
    /// A date or a time, as ISO 8601 writes it: `2026-12-05`.
    case date(String)
    /// True or false.
    case flag(Bool)
    /// The fault of a formula: `#REF!`.
    case fault(String)

    /// The value as text in a cell of a text file; a flag is `TRUE` or `FALSE`, as spreadsheets show it.
    public var plainText: String {
      switch self {
      case .empty: ""
      case .text(let text), .date(let text): text
      case .fault(let fault): fault.hasPrefix("#") ? fault : "#VALUE!"
      case .number(let number): DecimalText.shortest(number)
      case .flag(let flag): flag ? "TRUE" : "FALSE"
      }
    }
  }

  /// Makes a sheet.
  public init(file: String, name: String? = nil, isHidden: Bool = false, rows: [Row]) {
    self.file = file
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
  }
}
