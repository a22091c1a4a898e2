import HeritageRegistry
import Hours

/// Whether and how relics can be visited.
extension HubState {
  func visits(ofCodes codes: [String]) throws -> [String: Visit] {
    let rows = try hub.query(
      """
      SELECT id, code FROM heritage.relic_key WHERE code_key = ANY($1::text[]) AND NOT gone
      ORDER BY id
      """, [HubArray(codes.map(CodeOrder.key))])
    let (ids, found) = (rows.map { $0.id(0) }, rows.map { $0.requiredText(1) })
    let visits = try visits(of: ids) { found[$0] }
    return Dictionary(uniqueKeysWithValues: visits.map { (found[$0], $1) })
  }

  /// The visits of listed relics, by their places in the list.
  ///
  /// - Parameter code: The code of the relic at a place, for messages.
  func visits(of ids: [RowID], code: (Int) -> String) throws -> [Int: Visit] {
    var visits: [Int: Visit] = [:]
    try forEachRow(
      "x.access, x.ticket_cny, x.duration_min, x.confidence, x.source, x.notes",
      of: "heritage.visit", by: "x.site_id", ids
    ) { place, row in
      visits[place] = Visit(
        access: try row.word(1), ticketYuan: row.number(2), durationMinutes: row.integer(3),
        confidence: try row.optionalWord(4), source: row.text(5), notes: row.text(6))
    }
    guard !visits.isEmpty else { return visits }
    let places = visits.keys.sorted()
    let visited = places.map { ids[$0] }
    try forEachRow(
      "x.weekday, x.season_start, x.season_end, x.opens, x.closes, x.last_admission",
      of: "heritage.opening", by: "x.season_start, x.weekday, x.opens", visited
    ) { place, row in
      let cells = HubHours(row: row, code: code(places[place]))
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
      "x.date, x.opens, x.closes, x.last_admission", of: "heritage.opening_exception",
      by: "x.date NULLS FIRST, x.opens NULLS FIRST", visited
    ) { place, row in
      let cells = HubHours(row: row, code: code(places[place]))
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
private struct HubHours {
  let row: HubRow
  /// The code of the relic.
  let code: String

  /// What a column holds, nil for NULL.
  func known<Value>(_ column: Int, _ noun: Labels, _ read: (String) -> Value?) throws -> Value? {
    row.isNull(column) ? nil : try required(column, noun, read)
  }

  /// What a column holds.
  func required<Value>(_ column: Int, _ noun: Labels, _ read: (String) -> Value?) throws -> Value {
    let text = row.text(column)
    guard let value = text.flatMap(read) else {
      throw RegistryError.damaged(
        path: nil,
        reason: Sentence("register.badHours", ["code": code, "text": text ?? "NULL", "noun": noun]))
    }
    return value
  }
}
