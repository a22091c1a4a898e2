import Geodesy

/// A record laid over what the register has of its relic: the fields that the file has from the record, the
/// others from the register.
struct RecordMerge {
  let record: SiteRecord
  let old: Dossier
  /// Whether visitors may come.
  let isOpen: Bool
  private let said: Dossier
  /// The fields of which the record says something else.
  private let taken: Set<SiteField>
  private let movesRelic: Bool

  init(_ record: SiteRecord, over old: Dossier, isOpen: Bool) {
    // Names and announcements have no order of their own.
    let (old, said) = (old.inOrder, record.dossier.withoutRepeats.inOrder)
    (self.record, self.old, self.isOpen) = (record, old, isOpen)
    self.said = said
    taken = record.given.filter { field in
      field != .code && field.definition.text(of: said) != field.definition.text(of: old)
    }
    movesRelic = taken.contains(.position)
  }

  /// What the register will have.
  ///
  /// A position that moves brings all that is said of it: the accuracy of the old one is not the new
  /// one's. What the public may see stays, unless the file says otherwise; where another category or
  /// position asks for more caution by rule, it becomes stricter, and never looser.
  var merged: Dossier {
    var dossier = Dossier(site, otherNames: otherNames, sources: old.sources)
    if taken.contains(.sources) { dossier.sources = said.sources }
    dossier.designations = designations(level: dossier.site.level)
    return dossier
  }

  /// The fields that change.
  func changes(to new: Dossier) -> [RegisterDifference.FieldChange] {
    guard new != old else { return [] }
    return Field.all.compactMap { field in
      let (before, after) = (field.text(of: old), field.text(of: new))
      guard before != after else { return nil }
      return RegisterDifference.FieldChange(field: field.key, old: before, new: after)
    }
  }

  /// The relic: what the record says otherwise is the record's, but for what has rules of its own.
  private var site: Site {
    var site = old.site
    for field in taken.map(\.definition) where !field.isOfPosition {
      field.slot?.copy(from: record.site, to: &site)
    }
    site.period = period
    site.position = position
    site.disclosure = disclosure(of: site.category, at: site.position)
    return site
  }

  /// The period; other words bring their years where the file has none of its own.
  private var period: Period {
    let (old, new) = (old.site.period, record.site.period)
    let hasYears = record.given.contains(.periodStart) || record.given.contains(.periodEnd)
    if taken.contains(.periodWords), !hasYears { return new }
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
    guard !movesRelic, !leavesSeat else { return record.site.position }
    // Without a coordinate a record has nowhere to say how it was found.
    var site = old.site
    guard site.position != nil, record.site.position != nil, record.given.contains(.position)
    else { return site.position }
    for field in taken.map(\.definition) where field.isOfPosition {
      field.slot?.copy(from: record.site, to: &site)
    }
    return site.position
  }

  private func disclosure(of category: Category?, at position: Position?) -> Disclosure {
    if record.given.contains(.disclosure) { return record.site.disclosure }
    let site = old.site
    let before = Disclosure.byDefault(site.category, site.position, isOpen: isOpen)
    let after = Disclosure.byDefault(category, position, isOpen: isOpen)
    return after == before ? site.disclosure : max(site.disclosure, after)
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

  private static let presentFields: [SiteField] = [
    .batch, .batchYear, .officialCode, .designationSource,
  ]

  /// The announcements.
  ///
  /// One of another level than the relic now has stands no longer.
  private func designations(level: ProtectionLevel) -> [Designation] {
    let isRaised = level != old.site.level
    var former = (taken.contains(.formerDesignations) ? said : old).designations.filter {
      $0.standing == .former
    }
    var present = old.present
    if isRaised, let replaced = present, replaced.level != level {
      present = nil
      // A file that lists the former ones is believed.
      if !record.given.contains(.formerDesignations) {
        former.append(replaced.with(standing: .former))
      }
    }
    let isGiven = Self.presentFields.contains(where: record.given.contains)
    if isGiven, isRaised || Self.presentFields.contains(where: taken.contains) {
      present = merged(present, said.present, level: isRaised ? level : present?.level ?? level)
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
      sources: sources.withoutRepeats)
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

extension Designation {
  /// The same announcement, standing or not.
  fileprivate func with(standing: Standing) -> Designation {
    Designation(
      level: level, batch: batch, year: year, officialCode: officialCode, standing: standing,
      source: source)
  }
}
