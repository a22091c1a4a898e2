/// The announcements that a record gives, laid over those that the register has.
extension RecordMerge {
  static let presentFields: [SiteField] = [
    .batch, .batchYear, .officialCode, .designationSource,
  ]

  /// The announcements.
  ///
  /// One of another level than the relic now has stands no longer.
  func designations(level: ProtectionLevel) -> [Designation] {
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

  /// Whether the file says of a level that changes when, by which number or in which document it was
  /// announced.
  var namesAnnouncement: Bool {
    record.staleAnnouncement(said, old) == nil
      && Self.presentFields.contains(where: record.given.contains)
      && said.present != nil
  }
}

extension SiteRecord {
  /// The announcement that the register knows under another level, where the row gives just that one: the
  /// level was changed in its cell, and the cells beside it were left.
  ///
  /// A batch alone may be that of both levels.
  func staleAnnouncement(_ said: Dossier, _ old: Dossier) -> Designation? {
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

extension Designation {
  /// An announcement that replaces another, without the number and the source that are still the other's.
  fileprivate func anew(since replaced: Designation?, _ record: SiteRecord) -> Designation {
    Designation(
      level: level, batch: batch, year: year,
      officialCode: officialCode == replaced?.officialCode ? nil : officialCode, standing: standing,
      source: source == replaced?.source ? record.place.file : source)
  }

  /// The same announcement, standing or not.
  func with(standing: Standing) -> Designation {
    Designation(
      level: level, batch: batch, year: year, officialCode: officialCode, standing: standing,
      source: source)
  }
}
