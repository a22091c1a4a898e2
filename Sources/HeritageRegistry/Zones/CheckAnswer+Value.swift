import Geodesy
import Overlays
public import Words

/// An answer as data. It holds no time and no number of a record, so that the same question to the same
/// register has the same bytes.
extension CheckAnswer {
  /// The answer as one object, in a language.
  public func value(in language: Language) -> FieldValue {
    .object([
      .init("answer", .text(verdict.rawValue)),
      .init("project", FieldValue(request.project)), .init("file", .text(request.file)),
      .init("sha256", .text(request.sha256)), .init("datum", .text(request.datum)),
      .init("grid", .text(Datum.gaussKruger(request.projection).code)),
      .init("area_m2", .decimal(squareMetres, places: 2)),
      .init("declared_area", FieldValue(request.declaredArea)),
      .init("accuracy_m", .decimal(request.accuracy.metres, places: 3)),
      .init("large_works", Self.flag(request.isLargeWorks)),
      .init("land_transfer", Self.flag(request.isLandTransfer)),
      .init("zones", .list(zones.map { $0.value(in: language) })),
      .init("relics", .list(relics.map { $0.value(in: language) })),
      .init(
        "not_covered",
        .list(
          gaps.map {
            .object([
              .init("gap", .text($0.code)), .init("says", .text($0.sentence.text(in: language))),
            ])
          })),
      .init("duties", .list(duties.map { $0.value(in: language) })),
      .init("not_asked", .list(notAsked.map { .text($0.rawValue) })),
      .init("data_digest", .text(dataDigest)),
    ])
  }

  /// The answer in the form in which it is saved.
  public var json: String { JSONText.compact(value(in: .zh)) }

  private static func flag(_ value: Bool?) -> FieldValue { value.map(FieldValue.flag) ?? .null }
}

extension Consequence {
  /// The articles and who approves.
  public func value(in language: Language) -> FieldValue {
    .object([
      .init("articles", .list(articles.map(FieldValue.integer))),
      .init("before_work", .text(sentence.text(in: language))),
    ])
  }
}

extension ZoneHit {
  /// The hit as an object.
  public func value(in language: Language) -> FieldValue {
    .object([
      .init("code", FieldValue(zone.code)), .init("name", .text(zone.name(in: language))),
      .init("level", FieldValue(level)), .init("kind", FieldValue(zone.zone.kind)),
      .init("class", FieldValue(zone.zone.zoneClass)),
      .init("zone", FieldValue(zone.zone.number)),
      .init("status", FieldValue(zone.zone.status)), .init("finding", FieldValue(finding)),
      .init("relation", FieldValue(relation?.rawValue)),
      .init("overlap_m2", FieldValue(overlap, places: 2)),
      .init("share_of_project", FieldValue(shareOfProject, places: 4)),
      .init("share_of_zone", FieldValue(shareOfZone, places: 4)),
      .init("distance_m", FieldValue(distance?.metres, places: 3)),
      .init("accuracy_m", FieldValue(accuracy?.metres, places: 3)),
      .init("rule", FieldValue(zone.zone.rule)),
      .init("instrument", FieldValue(zone.zone.instrument)),
      .init("announced_on", FieldValue(zone.zone.announcedOn)),
      .init("announced_by", FieldValue(zone.zone.announcedBy)),
      .init("reason", FieldValue(reason?.text(in: language))),
      .init(
        "consequences",
        .list(finding == .apart ? [] : consequences.map { $0.value(in: language) })),
    ])
  }
}

extension RelicHit {
  /// The hit as an object.
  public func value(in language: Language) -> FieldValue {
    .object([
      .init("code", .text(code)), .init("name", .text(name(in: language))),
      .init("level", FieldValue(level)), .init("finding", FieldValue(finding)),
      .init("distance_m", .decimal(distance.metres, places: 3)),
      .init("accuracy_m", FieldValue(accuracy?.metres, places: 3)),
      .init("extent", FieldValue(extent)),
      .init(
        "consequences",
        .list(finding == .apart ? [] : consequences.map { $0.value(in: language) })),
    ])
  }
}
