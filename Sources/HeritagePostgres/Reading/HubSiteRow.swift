import Geodesy
import HeritageRegistry

/// Reads a relic from a row that begins with ``HubColumns/selection``.
enum HubSiteRow {
  /// The column of the row's identity, behind the fields.
  static let idColumn = Field.stored.count

  /// Sets what a row holds in one column; what is empty leaves the relic as it is made.
  private typealias Reader = @Sendable (HubRow, inout Site) throws -> Void

  private static func column(_ key: SiteField) -> Int {
    Field.stored.firstIndex { $0.key == key } ?? 0
  }

  private static let (codeColumn, pointColumn) = (column(.code), column(.position))
  private static let accuracyColumn = column(.accuracy)
  private static let methodReader = Field.stored.first { $0.key == .method }.flatMap(reader)
  /// What every relic has, and what one with a position has besides.
  private static let readers = Field.stored.filter { !$0.isOfPosition }.compactMap(reader)
  private static let positionReaders = Field.stored.filter(\.isOfPosition).compactMap(reader)

  private static func reader(of field: Field) -> Reader? {
    let column = column(field.key)
    switch field.slot {
    case nil: return nil
    case .text(_, let set)?:
      return { row, site in if let text = row.text(column) { set(&site, text) } }
    case .whole(_, let set)?:
      return { row, site in if let number = row.integer(column) { set(&site, number) } }
    case .number(_, let set)?:
      return { row, site in if let number = row.number(column) { set(&site, number) } }
    case .word(let words, _, let set)?:
      let places = Dictionary(
        uniqueKeysWithValues: zip(words.words.map(\.code), words.words.indices))
      let (noun, isRequired) = (words.noun, field.isRequired)
      return { row, site in
        guard let text = row.text(column) else {
          guard !isRequired else {
            throw RegistryError.damaged(
              path: nil, reason: Sentence("register.missingWord", ["noun": noun]))
          }
          return
        }
        guard let place = places[text] else {
          throw RegistryError.damaged(
            path: nil, reason: Sentence("register.noWordOf", ["value": text, "noun": noun]))
        }
        set(&site, place)
      }
    }
  }

  static func code(_ row: HubRow) -> String { row.requiredText(codeColumn) }

  /// The coordinate of a row, without the rest of the relic.
  static func coordinate(_ row: HubRow) throws -> Coordinate? { try row.point(pointColumn) }

  static func accuracy(_ row: HubRow) -> Length? { row.number(accuracyColumn).map(Length.metres) }

  /// How a row's position was found; nil where it has none.
  static func method(_ row: HubRow) throws -> PositionMethod? {
    guard !row.isNull(pointColumn), let methodReader else { return nil }
    var site = Site(at: Coordinate(uncheckedLongitude: 0, latitude: 0))
    try methodReader(row, &site)
    return site.position?.method
  }

  /// The relic of a row, whose coordinate has been read already.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for a value that the schema does not allow.
  static func site(_ row: HubRow, at coordinate: Coordinate?) throws -> Site {
    var site = Site(at: coordinate)
    for read in readers { try read(row, &site) }
    guard coordinate != nil else { return site }
    for read in positionReaders { try read(row, &site) }
    return site
  }
}

/// A row that is a candidate.
struct HubCandidate: CandidateRow {
  let row: HubRow

  var id: RowID { row.id(HubSiteRow.idColumn) }
  var code: String { HubSiteRow.code(row) }
  func coordinate() throws -> Coordinate? { try HubSiteRow.coordinate(row) }
  var accuracy: Length? { HubSiteRow.accuracy(row) }
  func method() throws -> PositionMethod? { try HubSiteRow.method(row) }
  func site(at coordinate: Coordinate?) throws -> Site { try HubSiteRow.site(row, at: coordinate) }
}

extension HubRow {
  /// The position in a column; nil for NULL.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for what is no point.
  func point(_ column: Int) throws -> Coordinate? { try shape(column, EWKB.point) }

  /// The area in a column; nil for NULL.
  func area(_ column: Int) throws -> MultiPolygon? { try shape(column, EWKB.area) }

  /// The line in a column; nil for NULL.
  func line(_ column: Int) throws -> LineString? { try shape(column, EWKB.line) }

  private func shape<Shape>(
    _ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Shape?
  ) throws -> Shape? {
    try withBytes(column) { bytes in
      guard let bytes else { return nil }
      guard let shape = read(bytes) else {
        throw RegistryError.damaged(path: nil, reason: Sentence("hub.badShape"))
      }
      return shape
    }
  }

  /// A word of a fixed list that the schema guarantees.
  func word<Word: RawRepresentable<String>>(_ column: Int) throws -> Word {
    try optionalWord(column)
      ?? {
        throw RegistryError.damaged(
          path: nil, reason: Sentence("register.noWord", ["code": "NULL", "list": "\(Word.self)"]))
      }()
  }

  /// A word of a fixed list, or nil for NULL.
  func optionalWord<Word: RawRepresentable<String>>(_ column: Int) throws -> Word? {
    guard let code = text(column) else { return nil }
    guard let word = Word(rawValue: code) else {
      throw RegistryError.damaged(
        path: nil, reason: Sentence("register.noWord", ["code": code, "list": "\(Word.self)"]))
    }
    return word
  }

  /// Metres in a column; nil for NULL.
  func length(_ column: Int) -> Length? { number(column).map(Length.metres) }
}

extension Site {
  /// A relic of which nothing is known but where it is.
  fileprivate init(at coordinate: Coordinate?) {
    self.init(
      code: "", nameZH: "", level: .registered, levelBasis: .notStated, provenance: .survey)
    position = coordinate.map {
      Position(
        coordinate: $0, accuracy: nil, method: .survey, source: nil, verbatim: nil,
        declaredSystem: nil)
    }
  }
}
