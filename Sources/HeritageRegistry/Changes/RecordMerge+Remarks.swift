import Geodesy

/// What a person should look at where a record changes a relic.
extension RecordMerge {
  /// What the change takes from what stood beside the changed cells, and what it shows the public.
  func remarks(on new: Dossier) -> [RegisterDifference.Remark] {
    [levelRemark(new), positionRemark(new), yearsRemark(new), openingRemark(new)].compactMap { $0 }
  }

  private func remark(
    _ field: SiteField, _ value: String?, _ rule: Sentence, _ suggestion: Sentence?
  ) -> RegisterDifference.Remark {
    RegisterDifference.Remark(
      place: record.place, code: old.site.code, field: field, value: value, rule: rule,
      suggestion: suggestion)
  }

  private func levelRemark(_ new: Dossier) -> RegisterDifference.Remark? {
    let (before, after) = (old.site.level, new.site.level)
    guard before != after, !namesAnnouncement else { return nil }
    return remark(
      .level, Field.level.text(of: said),
      old.present == nil
        ? Sentence("record.levelWithoutAnnouncement", ["before": before, "after": after])
        : Sentence("record.levelKeepsFormer", ["before": before, "after": after]),
      after == .registered ? Sentence("record.sayWhyLowered") : Sentence("record.giveAnnouncement"))
  }

  private func positionRemark(_ new: Dossier) -> RegisterDifference.Remark? {
    guard let before = old.site.position, let after = new.site.position,
      taken.contains(.position)
    else { return nil }
    let dropped = Field.all.filter { field in
      field.isOfPosition && field.key != .position && !taken.contains(field.key)
        && field.text(of: old) != nil && field.text(of: old) != field.text(of: new)
    }
    guard !dropped.isEmpty else { return nil }
    let metres = Geodesic.distance(before.coordinate, after.coordinate).metres
    return remark(
      .position, Field.position.text(of: said),
      Sentence(
        "record.pointMoves",
        ["metres": Int(metres.rounded()), "fields": dropped.map(\.labels)]),
      Sentence("record.giveIfItHolds"))
  }

  private func yearsRemark(_ new: Dossier) -> RegisterDifference.Remark? {
    let (before, after) = (old.site.period, new.site.period)
    guard before.words != after.words, before.start != nil || before.end != nil,
      after.start == nil, after.end == nil, !taken.contains(.periodStart),
      !taken.contains(.periodEnd)
    else { return nil }
    return remark(
      .periodWords, after.words, Sentence("record.yearsDropped"), Sentence("record.giveYears"))
  }

  private func openingRemark(_ new: Dossier) -> RegisterDifference.Remark? {
    guard new.site.disclosure < old.site.disclosure, old.site.position != nil else { return nil }
    return remark(
      .disclosure, new.site.disclosure.rawValue,
      Sentence(
        "record.opens", ["code": old.site.code, "before": old.site.disclosure]),
      Sentence("record.fineIfMeant"))
  }
}

/// What a person should look at where the rule decides what the public sees of a relic.
enum DisclosureRemarks {
  /// The remark on a relic as it will be, where the file does not say what the public may see of it.
  ///
  /// - Returns: The remark, and whether the position is withheld since it may be a tomb's.
  static func on(
    _ dossier: Dossier, of record: SiteRecord, isOpen: Bool
  ) -> (remark: RegisterDifference.Remark?, isWithheld: Bool) {
    let (site, rule) = (
      dossier.site,
      DisclosureRule(for: dossier.site, otherNames: dossier.otherNames, isOpen: isOpen)
    )
    func remark(
      _ field: SiteField, _ value: String?, _ sentence: Sentence
    ) -> RegisterDifference.Remark {
      RegisterDifference.Remark(
        place: record.place, code: site.code, field: field, value: value, rule: sentence,
        suggestion: Sentence("record.sayDisclosure"))
    }
    guard site.position?.isFine == true else { return (nil, false) }
    if site.disclosure == .withheld {
      switch rule.reason {
      case .words(let text)?:
        return (remark(.nameZH, text, Sentence("record.saysTomb")), true)
      case .noCategory?:
        if let text = rule.resembling {
          return (remark(.nameZH, text, Sentence("record.resemblesTombWithheld")), true)
        }
        return (remark(.category, nil, Sentence("record.noCategory")), true)
      case .category? where site.category == .ancientTomb: return (nil, false)
      default:
        if record.isUnderTombs {
          return (remark(.category, nil, Sentence("record.underTombs")), true)
        }
      }
    }
    return (
      rule.resembling.map { remark(.nameZH, $0, Sentence("record.resemblesTomb")) }, false
    )
  }
}
