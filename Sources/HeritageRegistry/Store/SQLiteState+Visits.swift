import GRDB

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
    return Dictionary(grouping: rows) { $0[0] as String }.mapValues { rows in
      rows.map {
        Opening(
          weekday: $0[1], seasonStart: $0[2], seasonEnd: $0[3], opens: $0[4], closes: $0[5],
          lastAdmission: $0[6])
      }
    }
  }

  private func exceptions(of codes: [String]) throws -> [String: [OpeningException]] {
    let rows = try rows(
      "v.date, v.opens, v.closes, v.last_admission", from: "opening_exception",
      order: "v.date, v.opens", of: codes)
    return Dictionary(grouping: rows) { $0[0] as String }.mapValues { rows in
      rows.map { OpeningException(date: $0[1], opens: $0[2], closes: $0[3], lastAdmission: $0[4]) }
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
