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
  /// The columns that the file, being of an older schema, does not have.
  let absent: Set<String>
  /// Every site.
  let every: SiteSource
  /// The sites that each R*Tree finds.
  let indexed: [(index: SpatialIndex, source: SiteSource)]

  /// How many columns a ``SiteSource/selection`` has.
  static let columnCount = Int32(Field.stored.count)

  /// Sets what a row holds in one column; what is empty leaves the site as it is made.
  private typealias Reader = @Sendable (SiteCursor, inout Site) throws -> Void

  private let (codeColumn, pointColumn, accuracyColumn): (Int32, Int32, Int32)
  private let methodReader: Reader?
  /// What every site has, and what one with a position has besides.
  private let (readers, positionReaders): ([ColumnReader], [ColumnReader])

  /// The reader of a column, and whether it wants to see NULL: most columns of most sites are, and a reader
  /// that is not called costs nothing.
  private struct ColumnReader: Sendable {
    let column: Int32
    let isRequired: Bool
    let read: Reader
  }

  /// Prepares the statements and their decoding.
  ///
  /// - Parameter absent: The columns of `site` that the file does not have, see
  ///   `GRDB.Database.absentColumns()`; they are read as empty.
  init(columns: DisclosedColumns, absent: Set<String> = []) {
    self.columns = columns
    self.absent = absent
    every = SiteSource(columns, absent: absent)
    indexed = columns.indexes.map { ($0, SiteSource($0.columns, absent: absent)) }
    func column(_ key: SiteField) -> Int32 {
      Int32(Field.stored.firstIndex { $0.key == key } ?? 0)
    }
    (codeColumn, pointColumn) = (column(.code), column(.position))
    accuracyColumn = column(.accuracy)
    func readers(isPosition: Bool) -> [ColumnReader] {
      Field.stored.filter { $0.isOfPosition == isPosition }.compactMap { field in
        let column = column(field.key)
        return Self.reader(of: field, in: column).map {
          ColumnReader(column: column, isRequired: field.isRequired, read: $0)
        }
      }
    }
    (self.readers, positionReaders) = (readers(isPosition: false), readers(isPosition: true))
    methodReader = Self.reader(of: .method, in: column(.method))
  }

  private static func reader(of field: Field, in column: Int32) -> Reader? {
    switch field.slot {
    case nil: return nil
    case .text(_, let set)?:
      return { row, site in if let text = row.text(column) { set(&site, text) } }
    case .whole(_, let set)?:
      return { row, site in if let number = row.integer(column) { set(&site, number) } }
    case .number(_, let set)?:
      return { row, site in if let number = row.optionalNumber(column) { set(&site, number) } }
    case .word(let words, _, let set)?:
      let (list, isRequired) = (WordList(words), field.isRequired)
      return { row, site in
        let place = try row.word(column, of: list)
        guard place != nil || !isRequired else {
          throw RegistryError.damaged(
            path: nil, reason: Sentence("register.missingWord", ["noun": list.noun]))
        }
        if let place { set(&site, place) }
      }
    }
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
    guard !row.isNull(pointColumn), let methodReader else { return nil }
    var site = Site(at: Coordinate(uncheckedLongitude: 0, latitude: 0))
    try methodReader(row, &site)
    return site.position?.method
  }

  /// The site of a row, whose coordinate has been read already.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for a value that the schema does not allow.
  func site(_ row: SiteCursor, at coordinate: Coordinate?) throws -> Site {
    var site = Site(at: coordinate)
    try read(readers, row, &site)
    if coordinate != nil { try read(positionReaders, row, &site) }
    return site
  }

  private func read(_ readers: [ColumnReader], _ row: SiteCursor, _ site: inout Site) throws {
    for place in readers.indices
    where !row.isNull(readers[place].column) || readers[place].isRequired {
      try readers[place].read(row, &site)
    }
  }
}

extension Site {
  /// A site of which nothing is known.
  private static let unknown = Site(
    code: "", nameZH: "", level: .registered, levelBasis: .notStated, provenance: .survey)

  /// A site of which nothing is known but where it is.
  fileprivate init(at coordinate: Coordinate?) {
    self = .unknown
    position = coordinate.map {
      Position(
        coordinate: $0, accuracy: nil, method: .survey, source: nil, verbatim: nil,
        declaredSystem: nil)
    }
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
