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
  let stale: Designation?
  let movesRelic: Bool

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
  var withoutRepeats: [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
