/// What a record says of a period, a place and visits, laid over what the register has.
extension RecordMerge {
  /// The period: other words bring their years, but for those that the file changes as well.
  ///
  /// A year that an export has as it was is one of the old words; another table says what it says.
  var period: Period {
    let (old, new) = (old.site.period, record.site.period)
    guard taken.contains(.periodWords) else {
      return Period(
        words: old.words, start: taken.contains(.periodStart) ? new.start : old.start,
        end: taken.contains(.periodEnd) ? new.end : old.end)
    }
    func follows(_ field: SiteField) -> Bool {
      !taken.contains(field) && (record.isExport || !record.given.contains(field))
    }
    let read = record.inferredYears
    var period = Period(
      words: new.words, start: follows(.periodStart) ? read?.start : new.start,
      end: follows(.periodEnd) ? read?.end : new.end)
    // Words that do not go with the year that is given say nothing of the other.
    if let start = period.start, let end = period.end, start > end {
      if follows(.periodStart) {
        period.start = nil
      } else if follows(.periodEnd) {
        period.end = nil
      }
    }
    return period
  }

  /// The position; one that moves brings all that is said of it.
  var position: Position? {
    // The seat of another township is not where the relic is.
    let leavesSeat =
      taken.contains(.township) && old.site.position?.method == .townshipSeat
      && !record.given.contains(.position)
    if movesRelic { return movedPosition }
    if leavesSeat { return record.site.position }
    // Without a coordinate a record has nowhere to say how it was found.
    var site = old.site
    guard site.position != nil, record.site.position != nil, record.given.contains(.position)
    else { return site.position }
    for field in taken.map(\.definition) where field.isOfPosition {
      field.slot?.copy(from: record.site, to: &site)
    }
    return site.position
  }

  /// The position that the file gives.
  ///
  /// What was said of the old one is not said of it: the cells of an export that nobody touched.
  private var movedPosition: Position? {
    var position = record.site.position
    // Of another table a cell says what it says, though the register said the same.
    guard record.isExport, old.site.position != nil else { return position }
    func isStale(_ field: SiteField) -> Bool {
      record.given.contains(field) && !taken.contains(field)
    }
    if isStale(.verbatim) { position?.verbatim = nil }
    if isStale(.declaredSystem) { position?.declaredSystem = nil }
    if isStale(.positionSource) { position?.source = nil }
    if isStale(.accuracy) { position?.accuracy = nil }
    if isStale(.method) { position?.method = .survey }
    return position
  }

  /// Whether and how it can be visited: what the record says otherwise is the record's; who said the rest,
  /// and how far that can be trusted, stays.
  var visit: Visit? {
    guard !taken.isDisjoint(with: Self.visitFields) else { return old.visit }
    let new = said.visit
    var visit = old.visit ?? Visit(access: .unknown)
    if taken.contains(.access) { visit.access = new?.access ?? .unknown }
    if taken.contains(.openingHours) {
      (visit.openings, visit.exceptions) = (new?.openings ?? [], new?.exceptions ?? [])
    }
    if taken.contains(.ticket) { visit.ticketYuan = new?.ticketYuan }
    if taken.contains(.visitMinutes) { visit.durationMinutes = new?.durationMinutes }
    return new == nil && visit == Visit(access: .unknown) ? nil : visit
  }

  private static let visitFields: Set<SiteField> = [
    .access, .openingHours, .ticket, .visitMinutes,
  ]
}

extension Period {
  /// Whether the years of another lie within these.
  func holds(_ other: Period) -> Bool {
    (other.start ?? .max) >= (start ?? .min) && (other.end ?? .min) <= (end ?? .max)
  }
}
