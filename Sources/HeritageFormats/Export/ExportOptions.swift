public import Geodesy
public import HeritageRegistry
public import Words

/// How relics are written into a file.
public struct ExportOptions: Sendable {
  /// What the answer says of the way to each relic.
  public var measures: Measures
  /// The datum of the coordinates.
  public var datum: Datum
  /// Whether formats of maps keep relics without a position.
  public var keepsUnlocated: Bool
  /// Whether text that could run as a formula is written as it is.
  public var isRaw: Bool
  /// Whether CSV is written for Excel: a byte order mark, `="00123"` for text that looks like a number.
  public var isForExcel: Bool
  /// What the register is called.
  public var title: String
  /// Who is to be named where the data are shown.
  public var credits: String?
  /// The language of labels.
  public var language: Language
  /// Areas that a map shows before the relics.
  public var areas: [AreaFeature] = []
  /// What a GeoPackage holds below the relics; KML has the zones of it.
  public var ground = MapGround()
  /// Whether the relics are written for staff, with positions that the public may not see.
  ///
  /// A format that has a place for it says so at its head; others say of each relic what the public may see.
  public var isInternal = false
  /// From which state of the register the relics are, in a column of its own, so that a table which comes back
  /// is compared with that state; nil for no column.
  public var madeFrom: TableVersion?
  /// Whether a remark on relics without a position says how to keep them.
  public var offersUnlocated = true
  /// Columns beside the fields of the relics, by the codes of the relics.
  var added: [CodedColumn] = []

  /// A column with the value of each relic.
  struct CodedColumn: Sendable {
    let column: AddedColumn
    /// The places of the relics among the values, the same for all columns.
    let places: [String: Int]

    func value(ofCode code: String) -> FieldValue {
      places[code].map { column.values[$0] } ?? .null
    }
  }

  /// Makes options.
  public init(
    measures: Measures = .none, datum: Datum = .wgs84, keepsUnlocated: Bool = false,
    isRaw: Bool = false, isForExcel: Bool = false, title: String = "heritage",
    credits: String? = nil, language: Language = .en
  ) {
    self.measures = measures
    self.datum = datum
    self.keepsUnlocated = keepsUnlocated
    self.isRaw = isRaw
    self.isForExcel = isForExcel
    self.title = title
    self.credits = credits
    self.language = language
  }

  /// What the head of an internal file says; nil for a file for anybody.
  var internalNotice: String? {
    guard isInternal else { return nil }
    return language == .zh
      ? "内部资料：含精确位置，不得公开" : "Internal: exact positions, not for the public"
  }

  /// The description of a file: that it is internal, and who is to be named.
  var description: String? {
    let lines = [internalNotice, credits].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The title of a file, which says that it is internal.
  var markedTitle: String {
    guard isInternal else { return title }
    return language == .zh ? title + "（内部）" : title + " (internal)"
  }

  /// Adds columns to the fields of the relics that will be written, each of which has a code of its own.
  public mutating func add(_ columns: [AddedColumn], to codes: some Sequence<String>) {
    guard !columns.isEmpty else { return }
    let places = Dictionary(
      codes.enumerated().lazy.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    added += columns.map { CodedColumn(column: $0, places: places) }
  }
}

/// Relics on their way into a file of one format.
///
/// The same relics give the same bytes. A writer holds no relic longer than it takes to write it.
public protocol ExportWriter {
  /// Writes relics behind those that were written.
  ///
  /// - Throws: ``ExportError``; what the file or the stream throws.
  mutating func write(_ found: [DossierHit]) throws

  /// Writes what follows the last relic.
  ///
  /// - Throws: What the file or the stream throws.
  mutating func finish() throws

  /// What a reader of the file should know: what the format cannot hold, and what was
  /// changed. To be read when all is written.
  var remarks: [ExportRemark] { get }
}

/// Why relics cannot be written.
public enum ExportError: Cause, Equatable, Sendable {
  /// A relic lies where the datum has no coordinates.
  case outsideDatum(code: String, reason: Sentence)
  /// A sheet of a workbook has no more rows.
  case tooManyRows(limit: Int)
  /// A text is longer than a cell of a workbook holds.
  case textTooLong(code: String, key: String, limit: Int)
  /// The file could not be written.
  case unwritable(path: String, reason: Sentence)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .outsideDatum(let code, let reason):
      Sentence("export.outsideDatum", ["code": code, "reason": reason])
    case .tooManyRows(let limit):
      Sentence("export.tooManyRows", ["limit": limit])
    case .textTooLong(let code, let key, let limit):
      Sentence("export.textTooLong", ["key": key, "code": code, "limit": limit])
    case .unwritable(let path, let reason):
      Sentence("export.unwritable", ["path": path, "reason": reason])
    }
  }
}
