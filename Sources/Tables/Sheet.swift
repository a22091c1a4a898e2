public import Words

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
  /// What is wrong with a row as a whole, by its number: the row is no relic, and the others are.
  public let faults: [Int: Fault]

  /// Why a row cannot be read.
  public struct Fault: Hashable, Sendable {
    /// What is wrong, as a clause.
    public let reason: Sentence
    /// The corners of an area that stands where a point belongs; none for any other fault.
    public let corners: [Corner]
    /// Whether the place of the row is what is wrong.
    public let isOfPlace: Bool

    /// Makes a fault.
    public init(_ reason: Sentence, corners: [Corner] = [], isOfPlace: Bool = true) {
      self.reason = reason
      self.corners = corners
      self.isOfPlace = isOfPlace
    }
  }

  /// A corner of an area, in degrees.
  public struct Corner: Hashable, Sendable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double
  }

  /// One row of a sheet.
  public struct Row: Hashable, Sendable {
    /// The number of the row in the sheet, as a spreadsheet numbers it, from 1.
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
    /// A number that its format shows with zeros or words around its digits: 12 as `LX-0012`.
    case formatted(Double, as: String)
    /// A date or a time, as ISO 8601 writes it: `2026-12-05`; or how long something took, in hours,
    /// minutes and seconds: `111:39:20`.
    case date(String)
    /// True or false.
    case flag(Bool)
    /// The fault of a formula: `#REF!`.
    case fault(String)

    /// The value as text in a cell of a text file; a flag is `TRUE` or `FALSE`, as spreadsheets show it.
    public var plainText: String {
      switch self {
      case .empty: ""
      case .text(let text), .date(let text), .formatted(_, let text): text
      case .fault(let fault): fault.hasPrefix("#") ? fault : "#VALUE!"
      case .number(let number): DecimalText.shortest(number)
      case .flag(let flag): flag ? "TRUE" : "FALSE"
      }
    }
  }

  /// Makes a sheet.
  public init(
    file: String, name: String? = nil, isHidden: Bool = false, rows: [Row],
    faults: [Int: Fault] = [:]
  ) {
    self.file = file
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.faults = faults
  }
}
