import GRDB
import HeritageRegistry
import Hours

/// Whether and how relics can be visited.
extension SQLiteState {
  /// How many codes one statement names.
  private static let batch = 500

  /// The visits of relics, by their codes as the register writes them.
  func visits(ofCodes codes: [String]) throws -> [String: Visit] {
    var visits: [String: Visit] = [:]
    for start in stride(from: 0, to: codes.count, by: Self.batch) {
      let part = Array(codes[start..<min(start + Self.batch, codes.count)])
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, code FROM site
          WHERE code IN (\(databaseQuestionMarks(count: part.count))) ORDER BY id
          """, arguments: StatementArguments(part))
      let (ids, found) = (rows.map { $0[0] as RowID }, rows.map { $0[1] as String })
      for (place, visit) in try dossierReader.visits(of: ids, code: { found[$0] }) {
        visits[found[place]] = visit
      }
    }
    return visits
  }
}

extension DossierReader {
  /// The visits of listed sites, by their places in the list.
  ///
  /// - Parameter code: The code of the site at a place, for messages.
  func visits(of ids: [RowID], code: (Int) -> String) throws -> [Int: Visit] {
    var visits: [Int: Visit] = [:]
    try forEachRow(
      "x.access, x.ticket_cny, x.duration_min, x.confidence, x.source, x.notes", of: "visit x",
      by: "x.site_id", ids
    ) { place, row in
      visits[place] = Visit(
        access: try required(row.requiredText(1)), ticketYuan: row.optionalNumber(2),
        durationMinutes: row.integer(3), confidence: try word(row.text(4)), source: row.text(5),
        notes: row.text(6))
    }
    // Most relics of most registers have none, and hours stand with a visit alone.
    guard !visits.isEmpty else { return visits }
    let places = visits.keys.sorted()
    let visited = places.map { ids[$0] }
    try forEachRow(
      "x.weekday, x.season_start, x.season_end, x.opens, x.closes, x.last_admission",
      of: "opening x", by: "x.season_start, x.weekday, x.opens", visited
    ) { place, row in
      let cells = HourCells(row: row, code: code(places[place]))
      visits[places[place]]?.openings.append(
        Opening(
          weekday: try cells.required(1, Self.weekday) {
            Int($0).flatMap(Weekday.init(isoNumber:))
          },
          season: Season(
            from: try cells.required(2, Self.dayOfYear) { MonthDay($0) },
            to: try cells.required(3, Self.dayOfYear) { MonthDay($0) }),
          opens: try cells.required(4, Self.time) { ClockTime($0) },
          closes: try cells.required(5, Self.time) { ClockTime($0) },
          lastAdmission: try cells.known(6, Self.time) { ClockTime($0) }))
    }
    try forEachRow(
      "x.date, x.opens, x.closes, x.last_admission", of: "opening_exception x",
      by: "x.date, x.opens", visited
    ) { place, row in
      let cells = HourCells(row: row, code: code(places[place]))
      visits[places[place]]?.exceptions.append(
        OpeningException(
          date: try cells.known(1, Labels(zh: "日期", en: "date")) { CivilDate($0) },
          opens: try cells.known(2, Self.time) { ClockTime($0) },
          closes: try cells.known(3, Self.time) { ClockTime($0) },
          lastAdmission: try cells.known(4, Self.time) { ClockTime($0) }))
    }
    return visits
  }

  private static let weekday = Labels(zh: "星期", en: "weekday")
  private static let dayOfYear = Labels(zh: "日期", en: "day of the year")
  private static let time = Labels(zh: "时刻", en: "time of day")
}

/// The columns of a row of hours.
///
/// The schema checks how these texts look, not that there is such a day or time.
private struct HourCells {
  let row: SiteCursor
  /// The code of the relic.
  let code: String

  /// What a column holds, nil for NULL.
  func known<Value>(_ column: Int32, _ noun: Labels, _ read: (String) -> Value?) throws -> Value? {
    row.isNull(column) ? nil : try required(column, noun, read)
  }

  /// What a column holds.
  func required<Value>(_ column: Int32, _ noun: Labels, _ read: (String) -> Value?) throws -> Value
  {
    let text = row.text(column)
    guard let value = text.flatMap(read) else {
      throw RegistryError.damaged(
        path: nil,
        reason: Sentence(
          "register.badHours", ["code": code, "text": text ?? "NULL", "noun": noun]))
    }
    return value
  }
}
