import Geodesy

/// A record laid over what the register has of its relic: the fields that the file has from the record, the
/// others from the register.
struct RecordMerge {
  let record: SiteRecord
  let old: SiteFacts
  /// Whether visitors may come.
  let isOpen: Bool
  private let said: SiteFacts
  /// The fields of which the record says something else.
  private let taken: Set<SiteField>
  private let movesRelic: Bool

  init(_ record: SiteRecord, over old: SiteFacts, isOpen: Bool) {
    (self.record, self.old, self.isOpen) = (record, old, isOpen)
    let said = SiteFacts(record)
    self.said = said
    taken = record.given.filter { $0 != .code && said.text(of: $0) != old.text(of: $0) }
    movesRelic = taken.contains(.position)
  }

  /// What the register will have.
  ///
  /// A position that moves brings all that is said of it: the accuracy of the old one is not the new
  /// one's. What the public may see stays, unless the file says otherwise; where another category or
  /// position asks for more caution by rule, it becomes stricter, and never looser.
  var merged: SiteFacts {
    var facts = SiteFacts(site: site(), otherNames: otherNames, sources: old.sources)
    if taken.contains(.sources) { facts.sources = said.sources }
    facts.designations = designations(level: facts.site.level)
    return facts
  }

  /// The fields that change.
  func changes(to new: SiteFacts) -> [RegisterDifference.FieldChange] {
    guard new != old else { return [] }
    return SiteField.allCases.compactMap { field in
      let (before, after) = (old.text(of: field), new.text(of: field))
      guard before != after else { return nil }
      return RegisterDifference.FieldChange(field: field, old: before, new: after)
    }
  }

  private func site() -> Site {
    let (old, new) = (old.site, record.site)
    func pick<Value>(_ field: SiteField, _ path: KeyPath<Site, Value>) -> Value {
      (taken.contains(field) ? new : old)[keyPath: path]
    }
    let (category, position) = (pick(.category, \.category), position)
    return Site(
      code: old.code, nameZH: pick(.nameZH, \.nameZH), nameEN: pick(.nameEN, \.nameEN),
      category: category, subcategory: pick(.subcategory, \.subcategory),
      level: pick(.level, \.level), levelBasis: pick(.levelBasis, \.levelBasis),
      period: period,
      cultures: pick(.cultures, \.cultures), township: pick(.township, \.township),
      village: pick(.village, \.village), address: pick(.address, \.address), position: position,
      disclosure: disclosure(of: category, at: position),
      areaSquareMetres: pick(.area, \.areaSquareMetres),
      foundYear: pick(.foundYear, \.foundYear), excavated: pick(.excavated, \.excavated),
      provenance: pick(.provenance, \.provenance), confidence: pick(.confidence, \.confidence),
      summaryZH: pick(.summaryZH, \.summaryZH), summaryEN: pick(.summaryEN, \.summaryEN),
      notes: pick(.notes, \.notes))
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
    guard let old = old.site.position, let new = record.site.position,
      record.given.contains(.position)
    else { return old.site.position }
    func pick<Value>(_ field: SiteField, _ path: KeyPath<Position, Value>) -> Value {
      (taken.contains(field) ? new : old)[keyPath: path]
    }
    return Position(
      coordinate: old.coordinate, accuracy: pick(.accuracy, \.accuracy),
      method: pick(.method, \.method), source: pick(.positionSource, \.source),
      verbatim: pick(.verbatim, \.verbatim),
      declaredSystem: pick(.declaredSystem, \.declaredSystem))
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

extension SiteFacts {
  /// What a record says, each name, announcement and source once.
  init(_ record: SiteRecord) {
    self.init(
      site: record.site, otherNames: record.otherNames.withoutRepeats,
      designations: record.designations.withoutRepeats, sources: record.sources.withoutRepeats)
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
