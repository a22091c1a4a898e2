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
      let openings = try openings(of: part)
      let exceptions = try exceptions(of: part)
      let rows = try rows(
        "v.access, v.ticket_cny, v.duration_min, v.confidence, v.source, v.notes", from: "visit",
        order: "s.id", of: part)
      for row in rows {
        let code: String = row[0]
        visits[code] = Visit(
          access: try required(row[1]), ticketYuan: row[2], durationMinutes: row[3],
          confidence: try word(row[4]), source: row[5], notes: row[6],
          openings: openings[code] ?? [], exceptions: exceptions[code] ?? [])
      }
    }
    return visits
  }

  private func openings(of codes: [String]) throws -> [String: [Opening]] {
    let rows = try rows(
      "v.weekday, v.season_start, v.season_end, v.opens, v.closes, v.last_admission",
      from: "opening", order: "v.season_start, v.weekday, v.opens", of: codes)
    return try Dictionary(grouping: rows) { $0[0] as String }.mapValues { rows in
      try rows.map { row in
        Opening(
          weekday: try required(row, 1, Labels(zh: "星期", en: "weekday"), Weekday.init(isoNumber:)),
          season: Season(
            from: try required(row, 2, Labels(zh: "日期", en: "day of the year"), monthDay),
            to: try required(row, 3, Labels(zh: "日期", en: "day of the year"), monthDay)),
          opens: try required(row, 4, Labels(zh: "时刻", en: "time of day"), time),
          closes: try required(row, 5, Labels(zh: "时刻", en: "time of day"), time),
          lastAdmission: try known(row, 6, Labels(zh: "时刻", en: "time of day"), time))
      }
    }
  }

  private func exceptions(of codes: [String]) throws -> [String: [OpeningException]] {
    let rows = try rows(
      "v.date, v.opens, v.closes, v.last_admission", from: "opening_exception",
      order: "v.date, v.opens", of: codes)
    return try Dictionary(grouping: rows) { $0[0] as String }.mapValues { rows in
      try rows.map { row in
        OpeningException(
          date: try known(row, 1, Labels(zh: "日期", en: "date")) { CivilDate($0 as String) },
          opens: try known(row, 2, Labels(zh: "时刻", en: "time of day"), time),
          closes: try known(row, 3, Labels(zh: "时刻", en: "time of day"), time),
          lastAdmission: try known(row, 4, Labels(zh: "时刻", en: "time of day"), time))
      }
    }
  }

  /// The rows of a table that belong to relics, each with the code first.
  private func rows(
    _ columns: String, from table: String, order: String, of codes: [String]
  ) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.code, \(columns) FROM \(table) v JOIN site s ON s.id = v.site_id
        WHERE s.code IN (\(databaseQuestionMarks(count: codes.count))) ORDER BY \(order)
        """,
      arguments: StatementArguments(codes))
  }
}

private func time(_ text: String) -> ClockTime? { ClockTime(text) }

private func monthDay(_ text: String) -> MonthDay? { MonthDay(text) }

/// What a column of hours holds, nil for NULL; the code of the relic stands first in the row.
///
/// The schema checks how these texts look, not that there is such a day or time.
private func known<Stored: DatabaseValueConvertible, Value>(
  _ row: Row, _ column: Int, _ noun: Labels, _ read: (Stored) -> Value?
) throws -> Value? {
  guard (row[column] as Stored?) != nil else { return nil }
  return try required(row, column, noun, read)
}

/// What a column of hours holds.
private func required<Stored: DatabaseValueConvertible, Value>(
  _ row: Row, _ column: Int, _ noun: Labels, _ read: (Stored) -> Value?
) throws -> Value {
  let stored = row[column] as Stored?
  guard let value = stored.flatMap(read) else {
    let text = stored.map { "\($0)" } ?? "NULL"
    throw RegistryError.damaged(
      path: nil,
      reason: Sentence(
        "register.badHours", ["code": row[0] as String, "text": text, "noun": noun]))
  }
  return value
}
