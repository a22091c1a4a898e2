import GRDB
import Geodesy
import HeritageRegistry

/// The tables that a statement reads sites from, and the columns that ``SiteRow`` decodes.
struct SiteSource: Sendable {
  /// Where positions are taken from.
  let columns: DisclosedColumns
  /// The tables: `s` the site, `t` its township, `e` its exact position.
  let tables: String
  /// The columns, to be decoded by ``SiteRow/site(_:at:)``.
  let selection: String

  /// Makes the parts of a statement.
  ///
  /// - Parameter absent: The columns that the file, being of an older schema, does not have.
  init(_ columns: DisclosedColumns, absent: Set<String>) {
    self.columns = columns
    tables = "site s LEFT JOIN township t ON t.id = s.township_id \(columns.join)"
    selection = Field.stored.map { field in
      switch field.column {
      case .site(let name)? where !absent.contains(name): "s.\(name)"
      case .exact(let name)?: columns.expression(name)
      case .township?: "t.name_zh"
      case .site?, nil: "NULL"
      }
    }.joined(separator: ", ")
  }
}

/// The columns of a site in the order in which statements select them, and the value they make.
struct SiteRow: Sendable {
  /// Where positions are taken from.
  let columns: DisclosedColumns
  /// Every site.
  let every: SiteSource
  /// The sites that each R*Tree finds.
  let indexed: [(index: SpatialIndex, source: SiteSource)]

  /// How many columns a ``SiteSource/selection`` has.
  static let columnCount = Int32(Field.stored.count)

  /// A column, and where a site holds its value.
  private struct Cell: Sendable {
    let column: Int32
    let slot: Slot
    let isRequired: Bool
    /// The words that the column can hold.
    let words: WordList?
  }

  private let (codeColumn, pointColumn, accuracyColumn): (Int32, Int32, Int32)
  private let methodCell: Cell?
  /// What every site has, and what one with a position has besides.
  private let (cells, positionCells): ([Cell], [Cell])

  /// Prepares the statements and their decoding.
  ///
  /// - Parameter absent: The columns of `site` that the file does not have, see
  ///   ``GRDB/Database/absentColumns()``; they are read as empty.
  init(columns: DisclosedColumns, absent: Set<String> = []) {
    self.columns = columns
    every = SiteSource(columns, absent: absent)
    indexed = columns.indexes.map { ($0, SiteSource($0.columns, absent: absent)) }
    func column(_ key: SiteField) -> Int32 {
      Int32(Field.stored.firstIndex { $0.key == key } ?? 0)
    }
    (codeColumn, pointColumn) = (column(.code), column(.position))
    accuracyColumn = column(.accuracy)
    func cells(isPosition: Bool) -> [Cell] {
      Field.stored.compactMap { field in
        guard let slot = field.slot, field.isOfPosition == isPosition else { return nil }
        return Cell(
          column: column(field.key), slot: slot, isRequired: field.isRequired,
          words: slot.words.map(WordList.init))
      }
    }
    (self.cells, positionCells) = (cells(isPosition: false), cells(isPosition: true))
    let method = column(.method)
    methodCell = positionCells.first { $0.column == method }
  }

  /// The code of a row, without the rest of the site.
  func code(_ row: SiteCursor) -> String { row.requiredText(codeColumn) }

  /// The coordinate of a row, without the rest of the site.
  func coordinate(_ row: SiteCursor) throws -> Coordinate? { try row.point(pointColumn) }

  /// The accuracy of a row's position.
  func accuracy(_ row: SiteCursor) -> Length? {
    row.optionalNumber(accuracyColumn).map(Length.metres)
  }

  /// How a row's position was found; nil where it has none.
  func method(_ row: SiteCursor) throws -> PositionMethod? {
    guard !row.isNull(pointColumn), let cell = methodCell else { return nil }
    var site = Site(at: Coordinate(uncheckedLongitude: 0, latitude: 0))
    try read(cell, of: row, into: &site)
    return site.position?.method
  }

  /// The site of a row, whose coordinate has been read already.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` for a value that the schema does not allow.
  func site(_ row: SiteCursor, at coordinate: Coordinate?) throws -> Site {
    var site = Site(at: coordinate)
    for cell in cells { try read(cell, of: row, into: &site) }
    guard coordinate != nil else { return site }
    for cell in positionCells { try read(cell, of: row, into: &site) }
    return site
  }

  /// Sets what a column holds; a site is made without what is empty.
  private func read(_ cell: Cell, of row: SiteCursor, into site: inout Site) throws {
    guard !row.isNull(cell.column) else {
      guard cell.isRequired, let words = cell.words else { return }
      throw RegistryError.damaged(path: "the register", reason: "a \(words.noun) is missing")
    }
    switch cell.slot {
    case .text(_, let set): set(&site, row.requiredText(cell.column))
    case .whole(_, let set): set(&site, row.integer(cell.column))
    case .number(_, let set): set(&site, row.number(cell.column))
    case .word(_, _, let set):
      guard let words = cell.words else { return }
      set(&site, try row.word(cell.column, of: words))
    }
  }
}

extension Site {
  /// A site of which nothing is known but where it is.
  fileprivate init(at coordinate: Coordinate?) {
    self.init(
      code: "", nameZH: "", level: .registered, levelBasis: .notStated,
      position: coordinate.map {
        Position(
          coordinate: $0, accuracy: nil, method: .survey, source: nil, verbatim: nil,
          declaredSystem: nil)
      }, provenance: .survey)
  }
}

extension Database {
  /// The columns of sites that a file of an older schema does not have.
  func absentColumns() throws -> Set<String> {
    guard try Int.fetchOne(self, sql: "PRAGMA user_version") != Migrations.version else {
      return []
    }
    let present = try Set(columns(in: "site").map(\.name))
    return Set(
      Field.stored.compactMap { field in
        if case .site(let name)? = field.column { name } else { nil }
      }
    ).subtracting(present)
  }
}
