public import Geodesy
public import HeritageRegistry
import Tables

/// Which column of a sheet holds what.
public struct ColumnMap: Hashable, Sendable {
  /// One column below a header.
  public struct Column: Hashable, Sendable {
    /// The place in the row, from 0.
    public let index: Int
    /// The text of the header on one line, unique in its sheet; `column F` where there is none.
    public let header: String
    /// What the column holds; nil where it is not understood or not read.
    public let role: ColumnRole?
    /// The datum that the header names.
    public let datum: Datum?
    /// The unit of an area, in square metres.
    public let squareMetres: Double?

    /// Whether its values are numbers, whatever words a cell shows with them.
    var isNumber: Bool {
      switch role {
      case .field(let field): field.definition.isNumber
      case .longitude, .latitude, .northing, .easting: true
      default: false
      }
    }

    /// The letter by which a spreadsheet names the column.
    public var letter: String { ColumnMap.letter(of: index) }
  }

  /// The columns from left to right.
  public let columns: [Column]

  /// The field of each column that is understood, by the column's index from 0; the columns of a
  /// coordinate have `SiteField.position`.
  public var fields: [Int: SiteField] {
    Dictionary(
      uniqueKeysWithValues: columns.compactMap { column in
        switch column.role {
        case .field(let field): (column.index, field)
        case .statisticalPeriod: (column.index, .periodWords)
        case .revision, .computed, nil: nil
        case _?: (column.index, .position)
        }
      })
  }

  /// The column with a role.
  public func column(_ role: ColumnRole) -> Column? { columns.first { $0.role == role } }

  /// The index of the column that messages call `header`.
  public func index(of header: String) -> Int? {
    columns.first { $0.header == header }?.index
  }

  /// Whether the table has columns that an export alone writes: nothing in it is inferred.
  public var isExport: Bool {
    [SiteField.levelBasis, .provenance, .verbatim].contains { column(.field($0)) != nil }
  }

  /// The letters of a column: A, B … Z, AA …, from 0.
  static func letter(of index: Int) -> String { "\(ColumnName(index + 1))" }
}
