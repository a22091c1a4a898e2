import Tables

/// Whether and when sites are open.
extension CountyPackReader {
  mutating func readVisits() {
    var openings: [String: [Opening]] = [:]
    var exceptions: [String: [OpeningException]] = [:]
    table(
      "openings.csv", required: ["code", "opens", "closes"],
      optional: ["weekdays", "season_start", "season_end", "last_admission"]
    ) { row, reader in
      let code = reader.siteCode(&row)
      _ = (row.required("opens"), row.required("closes"))
      let hours = Self.openings(&row, weekdays: Self.weekdays(&row, "weekdays"))
      let taken = Set(
        (openings[code] ?? []).map { [$0.weekday.description, $0.seasonStart, $0.opens] })
      if hours.contains(where: {
        taken.contains([$0.weekday.description, $0.seasonStart, $0.opens])
      }) {
        row.problems.add("the site opens at this time on this day already", at: row.cell("opens"))
      }
      openings[code, default: []] += hours
    }
    table(
      "opening_exceptions.csv", required: ["code", "date"],
      optional: ["opens", "closes", "last_admission"]
    ) { row, reader in
      let code = reader.siteCode(&row)
      let date = row.required("date")
      if date != "public_holiday", !Self.isDate(date) {
        row.problems.add("must be a date, YYYY-MM-DD, or public_holiday", at: row.cell("date"))
      }
      let hours = Self.hours(&row)
      exceptions[code, default: []].append(
        OpeningException(
          date: date == "public_holiday" ? nil : date, opens: hours?.opens, closes: hours?.closes,
          lastAdmission: hours?.last))
    }
    var seen: Set<String> = []
    table(
      "visits.csv", required: ["code", "access"],
      optional: [
        "opens", "closes", "last_admission", "closed_weekdays", "duration_min", "ticket_cny",
        "confidence", "sources", "notes",
      ]
    ) { row, reader in
      let code = reader.siteCode(&row)
      if !seen.insert(code).inserted { row.problems.add("stands twice", at: row.cell("code")) }
      let closed = row.text("closed_weekdays") == nil ? [] : Self.weekdays(&row, "closed_weekdays")
      let hours = Self.openings(&row, weekdays: Set(1...7).subtracting(closed))
      if !hours.isEmpty, openings[code] != nil {
        row.problems.add("openings.csv has the hours of this site already", at: row.cell("opens"))
      }
      if !closed.isEmpty, hours.isEmpty {
        row.problems.add("needs opens and closes", at: row.cell("closed_weekdays"))
      }
      reader.pack.visits.append(
        (
          code,
          Visit(
            access: row.requiredWord("access", else: Access.unknown),
            ticketYuan: Self.price(&row),
            durationMinutes: row.integer("duration_min", in: 1...1440),
            confidence: row.word("confidence", known: [.high, .medium, .low]),
            source: row.text("sources"), notes: row.text("notes"),
            openings: hours + (openings[code] ?? []), exceptions: exceptions[code] ?? [])
        ))
    }
    for (file, codes) in [
      ("openings.csv", Set(openings.keys)), ("opening_exceptions.csv", Set(exceptions.keys)),
    ] {
      for code in codes.subtracting(seen).sorted() where siteLines[code] != nil {
        problems.error("\(code) has no row in visits.csv", file: file)
      }
    }
  }

  private static func price(_ row: inout RowReader) -> Double? {
    guard let text = row.text("ticket_cny") else { return nil }
    guard let price = Double(text), price >= 0, price.isFinite else {
      row.problems.add("must be a price in yuan, 0 or more", at: row.cell("ticket_cny"))
      return nil
    }
    return price
  }

  /// Weekdays as ISO numbers kept apart by ';'; all of them for an empty cell.
  private static func weekdays(_ row: inout RowReader, _ column: String) -> Set<Int> {
    let parts = row.cell(column).list()
    let days = parts.compactMap(Int.init).filter { (1...7).contains($0) }
    if days.count != parts.count {
      row.problems.add("must be weekdays 1 (Monday) to 7, as in 1;2", at: row.cell(column))
    }
    return parts.isEmpty ? Set(1...7) : Set(days)
  }

  private static func openings(_ row: inout RowReader, weekdays: Set<Int>) -> [Opening] {
    let season = (row.text("season_start") ?? "01-01", row.text("season_end") ?? "12-31")
    for (column, day) in [("season_start", season.0), ("season_end", season.1)]
    where !isDate("2024-\(day)") {
      row.problems.add("must be a day of the year, MM-DD", at: row.cell(column))
    }
    guard let hours = hours(&row) else { return [] }
    return weekdays.sorted().map {
      Opening(
        weekday: $0, seasonStart: season.0, seasonEnd: season.1, opens: hours.opens,
        closes: hours.closes, lastAdmission: hours.last)
    }
  }

  /// Opening and closing time, both or neither, and the last admission between them.
  private static func hours(
    _ row: inout RowReader
  ) -> (opens: String, closes: String, last: String?)? {
    let (opens, closes, last) = (row.time("opens"), row.time("closes"), row.time("last_admission"))
    guard let opens, let closes else {
      if (row.text("opens") == nil) != (row.text("closes") == nil) {
        row.problems.add("must be given with closes", at: row.cell("opens"))
      }
      if last != nil, opens == nil, closes == nil {
        row.problems.add("needs opens and closes", at: row.cell("last_admission"))
      }
      return nil
    }
    if opens >= closes {
      row.problems.add("must be later than opens", at: row.cell("closes"))
    }
    if let last, last < opens || last > closes {
      row.problems.add("must lie between opens and closes", at: row.cell("last_admission"))
    }
    return (opens, closes, last)
  }

  /// Whether the text is a date of the Gregorian calendar, `YYYY-MM-DD`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]), numbers[2] >= 1 else { return false }
    let (year, month) = (numbers[0], numbers[1])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return numbers[2] <= lengths[month - 1]
  }
}
