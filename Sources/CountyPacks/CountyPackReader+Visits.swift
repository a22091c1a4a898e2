import HeritageRegistry
import Hours
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
      let taken = openings[code] ?? []
      if hours.contains(where: { new in taken.contains { $0.clashes(with: new) } }) {
        row.problems.add(Sentence("pack.repeatedOpening"), at: row.cell("opens"))
      }
      openings[code, default: []] += hours
    }
    table(
      "opening_exceptions.csv", required: ["code", "date"],
      optional: ["opens", "closes", "last_admission"]
    ) { row, reader in
      let code = reader.siteCode(&row)
      let text = row.required("date")
      let date = CivilDate(text)
      if text != "public_holiday", date == nil {
        row.problems.add(Sentence("pack.badDate"), at: row.cell("date"))
      }
      let hours = Self.hours(&row)
      exceptions[code, default: []].append(
        OpeningException(
          date: date, opens: hours?.opens, closes: hours?.closes, lastAdmission: hours?.last))
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
      if !seen.insert(code).inserted {
        row.problems.add(Sentence("pack.repeated"), at: row.cell("code"))
      }
      let closed = row.text("closed_weekdays") == nil ? [] : Self.weekdays(&row, "closed_weekdays")
      let hours = Self.openings(&row, weekdays: Set(Weekday.allCases).subtracting(closed))
      if !hours.isEmpty, openings[code] != nil {
        row.problems.add(Sentence("pack.repeatedHours"), at: row.cell("opens"))
      }
      if !closed.isEmpty, hours.isEmpty {
        row.problems.add(Sentence("pack.needsHours"), at: row.cell("closed_weekdays"))
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
        problems.error(Sentence("pack.noVisit", ["code": code]), file: file)
      }
    }
  }

  private static func price(_ row: inout RowReader) -> Double? {
    guard let text = row.text("ticket_cny") else { return nil }
    guard let price = Double(text), price >= 0, price.isFinite else {
      row.problems.add(Sentence("pack.badPrice"), at: row.cell("ticket_cny"))
      return nil
    }
    return price
  }

  /// Weekdays as ISO numbers kept apart by ';'; all of them for an empty cell.
  private static func weekdays(_ row: inout RowReader, _ column: String) -> Set<Weekday> {
    let parts = row.cell(column).list()
    let days = parts.compactMap { Int($0).flatMap(Weekday.init(isoNumber:)) }
    if days.count != parts.count {
      row.problems.add(Sentence("pack.badWeekdays"), at: row.cell(column))
    }
    return Set(parts.isEmpty ? Weekday.allCases : days)
  }

  private static func openings(
    _ row: inout RowReader, weekdays: Set<Weekday>
  ) -> [Opening] {
    let season = Season(
      from: monthDay(&row, "season_start") ?? .firstOfYear,
      to: monthDay(&row, "season_end") ?? .lastOfYear)
    guard let hours = hours(&row) else { return [] }
    return Weekday.allCases.filter(weekdays.contains).map {
      Opening(
        weekday: $0, season: season, opens: hours.opens, closes: hours.closes,
        lastAdmission: hours.last)
    }
  }

  private static func monthDay(_ row: inout RowReader, _ column: String) -> MonthDay? {
    guard let text = row.text(column) else { return nil }
    let day = MonthDay(text)
    if day == nil { row.problems.add(Sentence("pack.badDay"), at: row.cell(column)) }
    return day
  }

  /// Opening and closing time, both or neither, and the last admission between them.
  private static func hours(
    _ row: inout RowReader
  ) -> (opens: ClockTime, closes: ClockTime, last: ClockTime?)? {
    let (opens, closes, last) = (row.time("opens"), row.time("closes"), row.time("last_admission"))
    guard let opens, let closes else {
      if (row.text("opens") == nil) != (row.text("closes") == nil) {
        row.problems.add(Sentence("pack.opensAlone"), at: row.cell("opens"))
      }
      if last != nil, opens == nil, closes == nil {
        row.problems.add(Sentence("pack.needsHours"), at: row.cell("last_admission"))
      }
      return nil
    }
    if opens >= closes {
      row.problems.add(Sentence("pack.closesEarly"), at: row.cell("closes"))
    }
    if let last, last < opens || last > closes {
      row.problems.add(Sentence("pack.lastAdmission"), at: row.cell("last_admission"))
    }
    return (opens, closes, last)
  }
}

extension Opening {
  /// Whether both open at the same time of a weekday, in seasons that begin together.
  fileprivate func clashes(with other: Opening) -> Bool {
    weekday == other.weekday && season.first == other.season.first && opens == other.opens
  }
}
