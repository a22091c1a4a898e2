import Geodesy
import HeritageRegistry
import Tables

/// The header that was found in a sheet: its rows, and what each column below it is called.
struct Header: Sendable {
  /// The header's text over one column.
  struct Cell: Sendable {
    let index: Int
    /// The text on one line; of two lines both, where a group stands above.
    let label: String
    var role: ColumnRole?
    let datum: DatumWords.Finding?
    /// Whether `Name` alone, which is a Chinese name where no other column is.
    let isPlainName: Bool
    let isChinese: Bool
    /// Whether its own words say that it is in English: 时代（英文）.
    let isEnglish: Bool
    /// The texts by which a map can name the column.
    let texts: [HeaderText]
  }

  /// The places in the rows of the sheet.
  var rows: ClosedRange<Int>
  /// One for each column that has a header, from left to right.
  var cells: [Cell]
  /// The columns whose angles stand in several.
  var angles: [AngleParts] = []
  /// How many different things are understood.
  var score: Int { Set(cells.compactMap(\.role)).subtracting([.computed]).count }
  /// Whether a relic can be told from the columns.
  var isHeader: Bool {
    let roles = Set(cells.compactMap(\.role))
    return score >= 2
      && !roles.isDisjoint(with: [.field(.code), .field(.nameZH), .field(.nameEN)])
  }
}
