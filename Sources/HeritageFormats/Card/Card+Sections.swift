import Geodesy
import HeritageRegistry
import Tables

/// What a card says, in its order. The lines walk the fields of a relic: one that is added stands on the card
/// without a word here.
extension Card {
  private typealias Line = CardSection.Line

  /// The sections that have something to say.
  public var sections: [CardSection] {
    let all = [
      CardSection(title: words.basics, lines: basics, column: .left),
      CardSection(title: words.place, lines: place, column: .left),
      CardSection(title: words.zones, lines: zones, column: .left),
      CardSection(title: words.summary, lines: summary, column: .left),
      CardSection(title: words.designations, lines: designations, column: .right),
      CardSection(title: words.visit, lines: fields(Self.visitFields), column: .right),
      CardSection(title: words.record, lines: record, column: .right),
      CardSection(
        title: words.notes, lines: fields([.provenance, .confidence, .notes]), column: .both),
      CardSection(
        title: words.sources, lines: entry.dossier.sources.map { Line(text: $0) }, column: .both),
      CardSection(
        title: words.credits, lines: register.credits.map { [Line(text: $0)] } ?? [],
        column: .both),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  private static let visitFields: [SiteField] = [.access, .openingHours, .ticket, .visitMinutes]
  /// Fields that a line of their own or the head of the card says.
  private static let said: Set<SiteField> = [
    .code, .nameZH, .nameEN, .level, .levelBasis, .category, .subcategory, .periodWords,
    .periodStart, .periodEnd, .cultures, .condition, .area, .formerNames, .aliases, .township,
    .village, .address, .position, .accuracy, .method, .positionSource, .verbatim,
    .declaredSystem, .disclosure, .batch, .batchYear, .officialCode, .designationSource,
    .formerDesignations, .summaryZH, .summaryEN, .notes, .confidence, .provenance, .sources,
  ]

  /// The lines of fields of which something is known.
  private func fields(_ keys: [SiteField]) -> [Line] { keys.compactMap { line($0) } }

  /// The line of a field; nil where nothing is known, unless it is one that every record should have.
  private func line(_ key: SiteField, isExpected: Bool = false) -> Line? {
    let field = key.definition
    let label = field.lineLabels[language]
    let text = words.said(field.value(of: entry.dossier).displayText(in: language), of: field)
    guard text.isEmpty else { return Line(label: label, text: text) }
    return isExpected ? unknown(label) : nil
  }

  private func unknown(_ label: String) -> Line {
    Line(label: label, text: words.unknown, isUnknown: true)
  }

  private func line(_ key: SiteField, _ text: String?) -> Line {
    let label = key.definition.lineLabels[language]
    guard let text, !text.isEmpty else { return unknown(label) }
    return Line(label: label, text: text)
  }

  private var basics: [Line] {
    let names = entry.dossier.otherNames.map { name in
      name.kind == .former
        ? name.name + words.aside(name.kind.label(in: language)) : name.name
    }
    let period = [site.period.words(in: language), site.period.years(in: language)].compactMap {
      $0
    }
    let category = site.category.map { category in
      category.label(in: language) + (site.subcategory.map { " · \($0)" } ?? "")
    }
    let others = SiteField.allCases.filter {
      !Self.said.contains($0) && !Self.visitFields.contains($0)
    }
    return [
      line(
        .level, site.level.label(in: language) + words.aside(site.levelBasis.label(in: language))),
      line(.category, category), line(.periodWords, words.joined(period)),
    ] + fields([.cultures])
      + (names.isEmpty
        ? []
        : [Line(label: words.otherNames, text: names.joined(separator: words.word("、", ", ")))])
      + [line(.area, isExpected: true), line(.condition, isExpected: true)].compactMap { $0 }
      + fields(others)
  }

  private var place: [Line] {
    var lines =
      [line(.township, site.township.map { townshipNames[$0] ?? $0 })] + fields([.village])
    guard let position = site.position else {
      let text = site.disclosure == .withheld ? words.withheld : nil
      lines.append(line(.position, text))
      return lines + fields([.address])
    }
    if site.address != nil { lines += fields([.address]) }
    let accuracy =
      position.accuracy.map { "± " + LengthText.string($0.metres) } ?? words.accuracyUnknown
    lines.append(line(.position, CardPosition.text(position.coordinate) + "\n" + accuracy))
    lines.append(line(.method, position.method.label(in: language)))
    lines += fields([.positionSource])
    if let verbatim = position.verbatim {
      let system = position.declaredSystem.map { words.aside($0) } ?? ""
      lines.append(line(.verbatim, verbatim + system))
    }
    if site.disclosure != .open { lines += fields([.disclosure]) }
    return lines
  }

  private var designations: [Line] {
    entry.dossier.designations.map { designation in
      let standing =
        designation.standing == .former ? words.aside(designation.standing.label(in: language)) : ""
      let parts = [
        designation.batch, designation.year.map(String.init), designation.officialCode,
      ].compactMap { $0 }
      return Line(
        label: designation.level.shortLabel(in: language) + standing,
        text: parts.isEmpty ? designation.level.label(in: language) : words.joined(parts))
    }
  }

  private var zones: [Line] {
    guard !entry.zones.isEmpty else {
      // A relic that is no unit has no zone by law (article 26).
      return site.level == .registered ? [] : [Line(text: words.noZones, isUnknown: true)]
    }
    return entry.zones.map { zone in
      let status =
        zone.status.label(in: language)
        + (zone.isShapeWithheld ? words.word("，图形不公开", ", shape withheld") : "")
      return Line(
        label: words.zone(zone.kind),
        text: (zone.rule ?? words.withheld) + words.aside(status)
          + (zone.instrument.map { "\n" + $0 } ?? ""))
    }
  }

  private var summary: [Line] {
    site.summary(in: language).map { [Line(text: $0)] } ?? []
  }

  /// What the record file holds, for those who keep it.
  private var record: [Line] {
    guard audience == .staff else { return [] }
    return AttachmentPart.allCases.compactMap { part in
      let count = attachments.count { $0.facts.part == part }
      return count == 0
        ? nil : Line(label: part.label(in: language), text: words.files(count))
    }
  }
}

/// A position as a card prints it: latitude first, as the survey's forms have it.
enum CardPosition {
  static func text(_ position: Coordinate) -> String {
    func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
      DecimalText.string(value.magnitude, places: 7) + "°" + (value < 0 ? negative : positive)
    }
    return degrees(position.latitude, "N", "S") + "  "
      + degrees(position.longitude, "E", "W")
  }
}
