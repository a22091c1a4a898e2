public import HeritageRegistry
public import Tables

/// Rows and columns of an answer, before any format is chosen.
///
/// Every format writes the same rows in the same order, and the same columns under the same keys.
public struct Answer: Sendable {
  /// One column: its key in data, its label for people.
  public struct Column: Hashable, Sendable {
    /// The key; it names the unit where there is one: `distance_m`.
    public let key: String
    /// The heading of a table, in Chinese.
    public let labelZH: String
    /// The heading of a table, in English.
    public let labelEN: String
    /// Whether the numbers of a table stand right.
    public let isNumber: Bool

    /// Makes a column.
    public init(_ key: String, zh: String, en: String, isNumber: Bool = false) {
      self.key = key
      labelZH = zh
      labelEN = en
      self.isNumber = isNumber
    }

    /// The heading in a language.
    public func label(in language: Language) -> String {
      language == .zh ? labelZH : labelEN
    }
  }

  /// The columns.
  public let columns: [Column]
  /// The rows, each with a value for every column.
  public let rows: [[FieldValue]]

  /// Makes an answer.
  public init(columns: [Column], rows: [[FieldValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The same rows with some of the columns, in the order of `keys`.
  public func selecting(_ keys: [String]) -> Answer {
    let kept = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Answer(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// Each row as an object.
  public var objects: [FieldValue] {
    rows.map { row in .object(zip(columns, row).map { .init($0.key, $1) }) }
  }

  /// An array of objects.
  public var json: String { JSONText.pretty(.list(objects)) }

  /// An object a line.
  public var jsonLines: String {
    objects.map { JSONText.compact($0) + "\n" }.joined()
  }

  /// Comma-separated values (RFC 4180) with a header of keys.
  public var csv: String { separated(.csv, header: true).text }

  /// Tab-separated values with a header of keys.
  public var tsv: String { separated(.tsv, header: true).text }

  /// Separated values, with or without the header of keys, and how many cells could have run as a formula
  /// and were given an apostrophe, see `FormulaText`.
  public func separated(
    _ dialect: CSVWriter.Dialect, header: Bool, isRaw: Bool = false
  ) -> (text: String, neutralised: Int) {
    var bytes: [UInt8] = []
    var writer = SeparatedRows(dialect, isRaw: isRaw)
    if header { writer.write(header: columns, to: &bytes) }
    for row in rows { writer.write(row, to: &bytes) }
    return (String(decoding: bytes, as: UTF8.self), writer.neutralised)
  }
}
