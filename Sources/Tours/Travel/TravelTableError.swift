public import Tables

/// Why a table gives no travel.
public enum TravelTableError: Error, Equatable, Sendable {
  /// The bytes are no text.
  case badText(TextEncodingError)
  /// A line cannot be read; lines are counted from 1.
  case badLine(Int, Fault)

  /// What is wrong with a line.
  public enum Fault: Equatable, Sendable {
    /// There is no row.
    case empty
    /// The row is not written as rows are.
    case badRow(CSVError)
    /// A row of pairs has not the fields from, to, seconds and metres.
    case notFourFields(found: Int)
    /// A row of a square has more or fewer fields than the first.
    case otherWidth(found: Int, expected: Int)
    /// A square has more or fewer rows than codes.
    case otherHeight(found: Int, codes: Int)
    /// The first row of a square has a code twice.
    case codeTwice
    /// The first field of a row of a square is none of the codes.
    case unknownCode(String)
    /// A code is missing.
    case codeMissing
    /// A way is there twice.
    case wayTwice(from: String, to: String)
    /// A field is no number of seconds or metres; empty where nothing stands there.
    case noNumber(String)
  }
}
