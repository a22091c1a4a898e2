import Tables

/// What stands beside a level in its cell and belongs to the announcement: 第九批, 2011年, 7-0361.
struct AnnouncementText: Hashable, Sendable {
  var batch: String?
  var year: Int?
  var officialCode: String?

  /// Whether nothing stands beside the level.
  var isEmpty: Bool { self == AnnouncementText() }

  /// Cuts what belongs to the announcement from the ends of folded text and returns it.
  ///
  /// Brackets that hold anything else stay, so that 省级（申报） is no level.
  static func cut(from words: inout String) -> AnnouncementText {
    var found = AnnouncementText()
    if let match = words.prefixMatch(of: Self.bracketedBatch) {
      _ = found.take(match.1)
      words.removeFirst(match.0.count)
    } else if let match = words.prefixMatch(
      of: Self.leadingBatch)
    {
      _ = found.take(match.1)
      if let year = Int(match.0.prefix(4)) { _ = found.take(year) }
      words.removeFirst(match.0.count)
    } else if let match = words.prefixMatch(of: Self.leadingYear), let year = Int(match.1) {
      if found.take(year) { words.removeFirst(match.0.count) }
    }
    if let match = words.firstMatch(of: Self.lastBrackets) {
      var inside = found
      let parts = match.1.split(whereSeparator: { ",、;".contains($0) })
      if !parts.isEmpty, parts.allSatisfy({ inside.take($0) }) {
        found = inside
        words.removeLast(match.0.count)
      }
    } else if let match = words.firstMatch(of: Self.lastBatch),
      found.batch == nil, found.take(match.1)
    {
      words.removeLast(match.0.count)
    }
    return found
  }

  /// Takes a batch, a year or a code; false for any other text, and for a second one of a kind.
  private mutating func take(_ part: Substring) -> Bool {
    if let match = part.wholeMatch(of: Self.batchAndMore) {
      guard batch == nil else { return false }
      batch = BatchText.read(String(match.1))
      return match.2.isEmpty || take(match.2)
    }
    if let match = part.wholeMatch(
      of:
        Self.date
    ),
      let year = Int(match.1)
    {
      return take(year)
    }
    // 7-0361, Ⅲ-22, 8-0000-3-001
    guard officialCode == nil,
      let match = part.wholeMatch(of: Self.code)
    else { return false }
    officialCode = match.1.uppercased()
    return true
  }

  private mutating func take(_ year: Int) -> Bool {
    guard self.year == nil, (1949...3000).contains(year) else { return false }
    self.year = year
    return true
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let bracketedBatch =
    /\((第[一二三四五六七八九十百0-9]+批)\)/
  nonisolated(unsafe) private static let leadingBatch =
    /(?:[0-9]{4}年公布的?)?(第[一二三四五六七八九十百0-9]+批)(?:公布的)?/
  nonisolated(unsafe) private static let leadingYear =
    /([0-9]{4})年公布的?/
  nonisolated(unsafe) private static let lastBrackets =
    /[(]([^()]*)[)]$/
  nonisolated(unsafe) private static let lastBatch =
    /[,、;:\-]?(第[一二三四五六七八九十百0-9]+批)$/
  nonisolated(unsafe) private static let batchAndMore =
    /(第[一二三四五六七八九十百0-9]+批)(.*)/
  nonisolated(unsafe) private static let date =
    /([0-9]{4})(?:年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[-.\/](?:0?[1-9]|1[0-2])(?:[-.\/][0-9]{1,2})?)(?:公布)?/
  nonisolated(unsafe) private static let code =
    /(?:编号:?)?([0-9ivx]{1,4}(?:-[0-9]{1,4}){1,3})/
}
