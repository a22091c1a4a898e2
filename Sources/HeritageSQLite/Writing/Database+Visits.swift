import GRDB
import HeritageRegistry
import Hours

extension Database {
  /// Writes whether and how a relic can be visited.
  func insert(_ visit: Visit, of site: Int64?) throws {
    try insert(
      "visit",
      [
        "site_id": site, "access": visit.access.rawValue, "ticket_cny": visit.ticketYuan,
        "duration_min": visit.durationMinutes, "confidence": visit.confidence?.rawValue,
        "source": visit.source, "notes": visit.notes,
      ])
    try insert(openingsOf: visit, of: site)
  }

  /// Writes when a relic can be visited.
  func insert(openingsOf visit: Visit, of site: Int64?) throws {
    for opening in visit.openings {
      try insert(
        "opening",
        [
          "site_id": site, "weekday": opening.weekday.isoNumber,
          "season_start": opening.season.first.description,
          "season_end": opening.season.last.description, "opens": opening.opens.description,
          "closes": opening.closes.description,
          "last_admission": opening.lastAdmission?.description,
        ])
    }
    for exception in visit.exceptions {
      try insert(
        "opening_exception",
        [
          "site_id": site, "date": exception.date?.description,
          "public_holidays": exception.date == nil ? 1 : 0,
          "opens": exception.opens?.description, "closes": exception.closes?.description,
          "last_admission": exception.lastAdmission?.description,
        ])
    }
  }
}
