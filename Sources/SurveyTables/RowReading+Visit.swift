import HeritageRegistry
import Tables
import Words

/// Whether and how the relic of a row can be visited.
extension RowReading {
  /// What the row says of visits; nil where it says nothing.
  mutating func visit(_ given: inout Set<SiteField>) -> Visit? {
    let access = access()
    let hours: HoursText.Reading? = stated(.openingHours).flatMap { text in
      do throws(ValueFault) {
        return try Self.remembered(text, in: &memory.hours, HoursText.read)
      } catch {
        report(error, .field(.openingHours), value: text)
        return nil
      }
    }
    var ticket = read(.ticket, TicketText.read)
    if access?.isFree == true, stated(.ticket) == nil {
      ticket = 0
      given.insert(.ticket)
    }
    let unit = columns[.field(.visitMinutes)].map { VisitLengthText.unit(in: $0.header) } ?? 1
    let minutes = read(.visitMinutes) { text throws(ValueFault) in
      try VisitLengthText.read(text, unit: unit)
    }
    guard access != nil || hours != nil || ticket != nil || minutes != nil else { return nil }
    return Visit(
      access: access?.access ?? .unknown, ticketYuan: ticket, durationMinutes: minutes,
      openings: hours?.openings ?? [], exceptions: hours?.exceptions ?? [])
  }

  private mutating func access() -> AccessWords.Reading? {
    if case .flag(let flag) = cell(.field(.access)) {
      return AccessWords.Reading(access: flag ? .open : .closed)
    }
    // The code of an export says it; 不详 in another table says nothing.
    if isExport, text(.access) == Access.unknown.rawValue {
      return AccessWords.Reading(access: .unknown)
    }
    return read(.access, AccessWords.read)
  }
}
