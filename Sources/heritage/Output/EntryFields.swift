import HeritageFormats
import HeritageRegistry
import Hours

/// An entry as fields: the site's own first, then what belongs to it.
enum EntryFields {
  /// The entry as one object.
  static func object(_ entry: SiteEntry) -> FieldValue {
    guard
      case .object(let site)? = SiteColumns.answer(
        [SiteHit(entry.site)], .full, .none
      ).objects.first
    else { return .null }
    return .object(site + belongings(entry))
  }

  /// A row for each field that is known.
  static func answer(_ entry: SiteEntry) -> Answer {
    guard case .object(let members) = object(entry) else { return Answer(columns: [], rows: []) }
    return Answer(
      columns: [
        Answer.Column("field", zh: "字段", en: "Field"),
        Answer.Column("value", zh: "内容", en: "Value"),
      ],
      rows: members.map { [.text($0.key), $0.value] })
  }

  private static func belongings(_ entry: SiteEntry) -> [FieldValue.Member] {
    [
      .init(
        "other_names",
        .list(
          entry.dossier.otherNames.map {
            .object([.init("name", .text($0.name)), .init("kind", .text($0.kind.rawValue))])
          })),
      .init("designations", .list(entry.dossier.designations.map(designation))),
      .init(
        "groups",
        .list(
          entry.groups.map {
            .object([
              .init("key", .text($0.key)), .init("name_zh", .text($0.nameZH)),
              .init("name_en", FieldValue($0.nameEN)),
            ])
          })),
      .init("zones", .list(entry.zones.map(zone))),
      .init("lifecycle", lifecycle(entry.lifecycle)),
      .init("visit", entry.visit.map(visit) ?? .null),
      .init("sources", .list(entry.dossier.sources.map(FieldValue.text))),
    ]
  }

  private static func designation(_ designation: Designation) -> FieldValue {
    .object([
      .init("level", FieldValue(designation.level)), .init("batch", FieldValue(designation.batch)),
      .init("year", FieldValue(designation.year)),
      .init("official_code", FieldValue(designation.officialCode)),
      .init("standing", .text(designation.standing.rawValue)),
      .init("source", .text(designation.source)),
    ])
  }

  private static func zone(_ zone: Zone) -> FieldValue {
    .object([
      .init("kind", .text(zone.kind.rawValue)), .init("status", .text(zone.status.rawValue)),
      .init("rule", FieldValue(zone.rule)), .init("instrument", FieldValue(zone.instrument)),
      .init("source", FieldValue(zone.source)),
      .init("geometry", zone.shape.map { FieldValue($0) } ?? .null),
      .init("shape_withheld", .flag(zone.isShapeWithheld)),
    ])
  }

  private static func lifecycle(_ lifecycle: Lifecycle) -> FieldValue {
    .object([
      .init(
        "events",
        .list(
          lifecycle.events.map {
            .object([
              .init("state", .text($0.state?.rawValue ?? "existing")),
              .init("date", .text($0.date)),
              .init("document", .text($0.document)), .init("cause", FieldValue($0.cause)),
            ])
          })),
      .init("successors", .list(lifecycle.successors.map(FieldValue.text))),
      .init("predecessors", .list(lifecycle.predecessors.map(FieldValue.text))),
    ])
  }

  private static func visit(_ visit: Visit) -> FieldValue {
    .object([
      .init("access", FieldValue(visit.access)),
      .init("ticket_cny", FieldValue(visit.ticketYuan, places: 2)),
      .init("duration_min", FieldValue(visit.durationMinutes)),
      .init("confidence", FieldValue(visit.confidence)),
      .init("source", FieldValue(visit.source)), .init("notes", FieldValue(visit.notes)),
      .init(
        "openings",
        .list(
          visit.openings.map {
            .object([
              .init("weekday", .integer($0.weekday.isoNumber)),
              .init("season_start", .text($0.season.first.description)),
              .init("season_end", .text($0.season.last.description)),
              .init("opens", .text($0.opens.description)),
              .init("closes", .text($0.closes.description)),
              .init("last_admission", FieldValue($0.lastAdmission?.description)),
            ])
          })),
      .init(
        "exceptions",
        .list(
          visit.exceptions.map {
            .object([
              .init("date", FieldValue($0.date?.description)),
              .init("public_holidays", .flag($0.date == nil)),
              .init("opens", FieldValue($0.opens?.description)),
              .init("closes", FieldValue($0.closes?.description)),
              .init("last_admission", FieldValue($0.lastAdmission?.description)),
            ])
          })),
    ])
  }
}
