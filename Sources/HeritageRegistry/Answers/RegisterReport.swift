/// The tables of a register for a year: every relic counted once in each, stand-ins in none.
public struct RegisterReport: Hashable, Sendable {
  /// The year that the tables state.
  public let year: Int
  /// The numbers of rows, stand-ins and unidentified relics among them, and the official ones.
  public let totals: RegistryTotals
  /// What happened in the year; nil where the register has no history.
  public let changes: YearChanges?

  /// The tables, each adding up by row and by column to ``relics``.
  public let tables: [CrossTable]

  /// How the relics are counted from which the tables are made.
  static let facets: [Facet] = [.level, .category, .township, .era]

  init(
    year: Int, totals: RegistryTotals, townships: [Township], counts: [FacetCount],
    changes: YearChanges?
  ) {
    self.year = year
    self.totals = totals
    self.changes = changes
    let unknown = CrossTable.Heading(nil, Labels(zh: "不详", en: "Unknown"))
    func words<Word: Vocabulary>(_ type: Word.Type) -> [CrossTable.Heading] {
      Word.allCases.map { CrossTable.Heading($0.rawValue, $0.labels) }
    }
    let headings: [Facet: [CrossTable.Heading]] = [
      .level: words(ProtectionLevel.self), .category: words(Category.self) + [unknown],
      .township: townships.map {
        CrossTable.Heading($0.nameZH, Labels(zh: $0.nameZH, en: $0.nameEN ?? $0.nameZH))
      } + [unknown], .era: words(Era.self) + [unknown],
    ]
    let pairs: [(Facet, Facet)] = [
      (.level, .category), (.township, .level), (.category, .era), (.township, .category),
    ]
    tables = pairs.map { rows, columns in
      CrossTable(
        rows: rows, headings[rows] ?? [], columns: columns, headings[columns] ?? [],
        counts: counts.map { count in
          func value(_ facet: Facet) -> String? {
            Self.facets.firstIndex(of: facet).flatMap { count.values[$0] }
          }
          return (value(rows), value(columns), count.count)
        })
    }
  }

  /// How many relics there are; stand-ins are none.
  public var relics: Int { totals.named + totals.unidentified }
  /// 新发现: how many relics were found in the year; nil where there is no history.
  public var found: Int? { changes?.relics([.found]) }
  /// 复查: how many relics were known before; nil where there is no history.
  public var known: Int? { found.map { relics - $0 } }
  /// 消失: how many relics went in the year, which are counted apart; nil where there is no history.
  public var gone: Int? { changes?.relics([.destroyed, .revoked]) }
}

/// A table of two properties of relics: how many have each value of one and each of the other.
public struct CrossTable: Hashable, Sendable {
  /// The heading of a row or a column.
  public struct Heading: Hashable, Sendable {
    /// The value in data; nil for unknown.
    public let key: String?
    /// What people read.
    public let labels: Labels

    init(_ key: String?, _ labels: Labels) {
      self.key = key
      self.labels = labels
    }
  }

  /// The property of the rows.
  public let rowFacet: Facet
  /// The property of the columns.
  public let columnFacet: Facet
  /// The rows, from the top.
  public let rows: [Heading]
  /// The columns, from the left.
  public let columns: [Heading]
  /// The numbers, row by row.
  public let cells: [[Int]]

  /// Sorts counts into a table; a value that no heading has gets one of its own, so that nothing is lost.
  init(
    rows facet: Facet, _ rows: [Heading], columns other: Facet, _ columns: [Heading],
    counts: [(row: String?, column: String?, count: Int)]
  ) {
    func completed(_ headings: [Heading], _ values: [String?]) -> [Heading] {
      let known = Set(headings.map(\.key))
      return headings
        + Set(values).subtracting(known).map { ($0 ?? "") }.sorted().map {
          Heading($0, Labels(zh: $0, en: $0))
        }
    }
    rowFacet = facet
    columnFacet = other
    self.rows = completed(rows, counts.map(\.row))
    self.columns = completed(columns, counts.map(\.column))
    var cells = [[Int]](
      repeating: [Int](repeating: 0, count: self.columns.count), count: self.rows.count)
    let rowOf = Dictionary(uniqueKeysWithValues: self.rows.enumerated().map { ($1.key, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: self.columns.enumerated().map { ($1.key, $0) })
    for count in counts {
      guard let row = rowOf[count.row], let column = columnOf[count.column] else { continue }
      cells[row][column] += count.count
    }
    self.cells = cells
  }

  /// The sum of each row.
  public var rowSums: [Int] { cells.map { $0.reduce(0, +) } }
  /// The sum of each column.
  public var columnSums: [Int] {
    columns.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
  }
  /// The sum of all cells.
  public var sum: Int { rowSums.reduce(0, +) }
  /// What names it in data: `level_category`.
  public var key: String { "\(rowFacet.rawValue)_\(columnFacet.rawValue)" }
}
