import Geodesy

/// A record laid over what the register has of its relic: the fields that the file has from the record, the
/// others from the register.
struct RecordMerge {
  let record: SiteRecord
  let old: Dossier
  /// Whether visitors may come.
  let isOpen: Bool
  let said: Dossier
  /// The fields of which the record says something else.
  let taken: Set<SiteField>
  /// The announcement that the record gives, where the register knows it under another level.
  private let stale: Designation?
  private let movesRelic: Bool

  init(_ record: SiteRecord, over old: Dossier, isOpen: Bool) {
    // Names and announcements have no order of their own.
    let (old, said) = (old.inOrder, record.dossier.withoutRepeats.inOrder)
    (self.record, self.old, self.isOpen) = (record, old, isOpen)
    self.said = said
    var taken = record.given.filter { field in
      field != .code && field.definition.text(of: said) != field.definition.text(of: old)
    }
    stale = record.staleAnnouncement(said, old)
    if let stale {
      taken.subtract(Self.presentFields)
      if said.site.levelBasis == .listed { taken.remove(.levelBasis) }
      if !said.designations.contains(where: { $0 == stale.with(standing: .former) }) {
        taken.remove(.formerDesignations)
      }
    }
    if record.isExport { taken.subtract(Self.leftBehind(by: record, taken, old.site)) }
    self.taken = taken
    movesRelic = taken.contains(.position)
  }

  /// Cells of an export that was imported before and is again, which say of the point and the years that it
  /// brought then what they said of the old ones.
  private static func leftBehind(
    by record: SiteRecord, _ taken: Set<SiteField>, _ old: Site
  ) -> Set<SiteField> {
    var left: Set<SiteField> = []
    if !taken.contains(.position), let position = old.position, position.method == .survey,
      position.source == nil, position.verbatim == nil,
      record.site.position?.method == .townshipSeat
    {
      left.formUnion([.method, .positionSource, .verbatim, .declaredSystem])
    }
    if !taken.contains(.periodWords), let years = record.inferredYears,
      years.start != nil || years.end != nil,
      old.period.start == years.start, old.period.end == years.end,
      !years.holds(record.site.period)
    {
      left.formUnion([.periodStart, .periodEnd])
    }
    return left
  }

  /// What the register will have.
  ///
  /// A position that moves brings all that is said of it: the accuracy of the old one is not the new
  /// one's. What the public may see stays, unless the file says otherwise; where another category or
  /// position asks for more caution by rule, it becomes stricter, and never looser.
  var merged: Dossier {
    var dossier = Dossier(site, otherNames: otherNames, sources: old.sources, visit: visit)
    if taken.contains(.sources) { dossier.sources = said.sources }
    dossier.designations = designations(level: dossier.site.level)
    let isNew = old.site.levelBasis != .listed || old.site.level != dossier.site.level
    // In an official list is only what somebody can look up there.
    if isNew, dossier.site.levelBasis == .listed, dossier.present == nil {
      dossier.site.levelBasis = .stated
    }
    return dossier
  }

  /// The fields that change.
  func changes(to new: Dossier) -> [RegisterDifference.FieldChange] {
    guard new != old else { return [] }
    return Field.all.compactMap { field in
      let (before, after) = (field.text(of: old), field.text(of: new))
      guard before != after else { return nil }
      return RegisterDifference.FieldChange(
        field: field.key, old: before, new: after, isGiven: taken.contains(field.key))
    }
  }

  /// The relic: what the record says otherwise is the record's, but for what has rules of its own.
  private var site: Site {
    var site = old.site
    for field in taken.map(\.definition) where !field.isOfPosition {
      field.slot?.copy(from: record.site, to: &site)
    }
    if taken.contains(.level) { site.levelBasis = record.site.levelBasis }
    site.period = period
    site.position = position
    site.disclosure = disclosure(of: site)
    return site
  }

  /// Whether the file says of a level that changes when, by which number or in which document it was
  /// announced.
  var namesAnnouncement: Bool {
    record.staleAnnouncement(said, old) == nil
      && Self.presentFields.contains(where: record.given.contains)
      && said.present != nil
  }

  /// The period; other words bring their years, unless the file changes the years too.
  private var period: Period {
    let (old, new) = (old.site.period, record.site.period)
    let hasYears = record.given.contains(.periodStart) || record.given.contains(.periodEnd)
    if taken.contains(.periodWords), !hasYears { return new }
    if taken.contains(.periodWords), record.isExport, !taken.contains(.periodStart),
      !taken.contains(.periodEnd)
    {
      let years = record.inferredYears
      return Period(words: new.words, start: years?.start, end: years?.end)
    }
    return Period(
      words: taken.contains(.periodWords) ? new.words : old.words,
      start: taken.contains(.periodStart) ? new.start : old.start,
      end: taken.contains(.periodEnd) ? new.end : old.end)
  }

  private var position: Position? {
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

  private func disclosure(of site: Site) -> Disclosure {
    // The cell of an export that nobody touched says nothing of what the row is made now.
    if taken.contains(.disclosure) || record.given.contains(.disclosure) && !record.isExport {
      return record.site.disclosure
    }
    let before = DisclosureRule(for: old.site, otherNames: old.otherNames, isOpen: isOpen)
      .disclosure
    let after = DisclosureRule(for: site, otherNames: otherNames, isOpen: isOpen).disclosure
    return after == before ? old.site.disclosure : max(old.site.disclosure, after)
  }

  /// Names of a kind that the file has replace those of the register; a name is of one kind.
  private var otherNames: [OtherName] {
    let kinds: [(SiteField, OtherName.Kind)] = [(.formerNames, .former), (.aliases, .alias)]
    let replaced = Set(kinds.filter { taken.contains($0.0) }.map(\.1))
    guard !replaced.isEmpty else { return old.otherNames }
    let new = said.otherNames.filter { replaced.contains($0.kind) }
    let names = Set(new.map(\.name))
    return old.otherNames.filter { !replaced.contains($0.kind) && !names.contains($0.name) } + new
  }

  /// Whether and how it can be visited: what the record says otherwise is the record's; who said the rest,
  /// and how far that can be trusted, stays.
  private var visit: Visit? {
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

  static let presentFields: [SiteField] = [
    .batch, .batchYear, .officialCode, .designationSource,
  ]

  /// The announcements.
  ///
  /// One of another level than the relic now has stands no longer.
  private func designations(level: ProtectionLevel) -> [Designation] {
    let isRaised = level != old.site.level
    func formerOnes(_ dossier: Dossier) -> [Designation] {
      dossier.designations.filter { $0.standing == .former }
    }
    // An export that was made before an announcement became a former one takes none away.
    var former =
      !taken.contains(.formerDesignations)
      ? formerOnes(old)
      : record.isExport ? (formerOnes(old) + formerOnes(said)).withoutRepeats : formerOnes(said)
    var present = old.present
    if isRaised, let replaced = present, replaced.level != level {
      present = nil
      // A table that lists the former ones is believed.
      if record.isExport || stale != nil || !record.given.contains(.formerDesignations) {
        former.append(replaced.with(standing: .former))
      }
    }
    if isRaised, namesAnnouncement {
      present = merged(
        present, record.isExport ? said.present?.anew(since: old.present, record) : said.present,
        level: level)
    } else if !isRaised, Self.presentFields.contains(where: taken.contains) {
      present = merged(present, said.present, level: present?.level ?? level)
    }
    return [present].compactMap { $0 } + former
  }

  /// The present announcement: what the file has of it from the file.
  ///
  /// With nothing left there is none.
  private func merged(
    _ old: Designation?, _ new: Designation?, level: ProtectionLevel
  ) -> Designation? {
    func pick<Value>(_ field: SiteField, _ path: KeyPath<Designation, Value?>) -> Value? {
      (record.given.contains(field) ? new : old)?[keyPath: path]
    }
    let batch = pick(.batch, \.batch)
    let year = pick(.batchYear, \.year)
    let code = pick(.officialCode, \.officialCode)
    if record.given.contains(.designationSource) {
      guard new != nil else { return nil }
    } else if batch == nil, year == nil, code == nil {
      return nil
    }
    let source = record.given.contains(.designationSource) ? new?.source : old?.source
    guard let source = source ?? new?.source else { return nil }
    return Designation(
      level: level, batch: batch, year: year, officialCode: code, standing: .present,
      source: source)
  }
}

extension Dossier {
  /// The same, names and announcements in an order that does not depend on where they were read.
  fileprivate var inOrder: Dossier {
    var ordered = self
    ordered.otherNames.sort { a, b in
      a.kind == b.kind ? a.name < b.name : a.kind == .former
    }
    ordered.designations.sort { a, b in
      if a.standing != b.standing { return a.standing == .present }
      if a.year != b.year { return (a.year ?? .min) > (b.year ?? .min) }
      if a.level != b.level { return a.level < b.level }
      return (a.batch ?? "", a.officialCode ?? "", a.source)
        < (b.batch ?? "", b.officialCode ?? "", b.source)
    }
    return ordered
  }

  /// The same, each name, announcement and source once.
  var withoutRepeats: Dossier {
    Dossier(
      site, otherNames: otherNames.withoutRepeats, designations: designations.withoutRepeats,
      sources: sources.withoutRepeats, visit: visit)
  }
}

extension Array where Element: Hashable {
  /// The elements, each where it stands first.
  fileprivate var withoutRepeats: [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension SiteRecord {
  /// The announcement that the register knows under another level, where the row gives just that one: the
  /// level was changed in its cell, and the cells beside it were left.
  ///
  /// A batch alone may be that of both levels.
  fileprivate func staleAnnouncement(_ said: Dossier, _ old: Dossier) -> Designation? {
    guard given.contains(.level), let present = said.present else { return nil }
    let numbers: [SiteField] = [.batch, .batchYear, .officialCode].filter(given.contains)
    return old.designations.first { known in
      guard known.level != present.level else { return false }
      let isTold =
        given.contains(.batchYear) && known.year != nil
        || given.contains(.officialCode) && known.officialCode != nil
        || given.contains(.designationSource) && known.source == present.source
      return isTold
        && numbers.allSatisfy { field in
          switch field {
          case .batch: known.batch == present.batch
          case .batchYear: known.year == present.year
          default: known.officialCode == present.officialCode
          }
        }
    }
  }
}

extension Period {
  /// Whether the years of another lie within these.
  fileprivate func holds(_ other: Period) -> Bool {
    (other.start ?? .max) >= (start ?? .min) && (other.end ?? .min) <= (end ?? .max)
  }
}

extension Designation {
  /// An announcement that replaces another, without the number and the source that are still the other's.
  fileprivate func anew(since replaced: Designation?, _ record: SiteRecord) -> Designation {
    Designation(
      level: level, batch: batch, year: year,
      officialCode: officialCode == replaced?.officialCode ? nil : officialCode, standing: standing,
      source: source == replaced?.source ? record.place.file : source)
  }

  /// The same announcement, standing or not.
  fileprivate func with(standing: Standing) -> Designation {
    Designation(
      level: level, batch: batch, year: year, officialCode: officialCode, standing: standing,
      source: source)
  }
}
