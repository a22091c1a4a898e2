public import HeritageRegistry

/// What survey tables say: records, and every problem they have.
public struct SurveyReading: Sendable {
  /// One sheet, and what became of it.
  public struct SheetReading: Hashable, Sendable {
    /// Why a sheet was not read.
    public enum Omission: String, Hashable, Sendable {
      /// It is hidden, and nobody asked for it by name.
      case hidden
      /// Other sheets were asked for.
      case notAskedFor = "not_asked_for"
      /// No header is understood.
      case noHeader = "no_header"
      /// It holds nothing.
      case empty
    }

    /// The name of the file.
    public let file: String
    /// The name of the sheet; nil where the file is one sheet.
    public let name: String?
    /// Why it was not read; nil for a sheet that was.
    public let omission: Omission?
    /// The numbers of the rows of the header; nil where none was found.
    public let headerRows: ClosedRange<Int>?
    /// Which column holds what; nil where the sheet was not read.
    public let columns: ColumnMap?
    /// How many rows below the header stand for relics, good and bad.
    public let rowCount: Int
    /// The rows below the header that stand for none.
    public let passedOver: [PassedOverRow]
  }

  /// The relics of the rows that have no error, in the order of the files, sheets and rows.
  public let records: [SiteRecord]
  /// Every problem, sheet by sheet, in the order of the rows.
  public let problems: [ImportProblem]
  /// The rows that stand for relics and have an error, in order; their problems name them.
  public let rejected: [SiteRecord.Place]
  /// The codes of all rows, good and bad.
  public let codes: Set<String>
  /// Every sheet, in order.
  public let sheets: [SheetReading]
  /// The errors that no row alone has: those of a header or an option.
  ///
  /// No row of such a table can be trusted.
  public let tableErrors: [ImportProblem]

  /// Whether the import must not happen.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
