import Geodesy
import HeritageFormats
import HeritageRegistry
import SurveyTables

/// What an import has found, for programs.
extension ImportReport {
  /// The whole as one object.
  var json: FieldValue {
    .object([
      .init("written", .flag(isWritten)),
      .init("errors", .integer(errorCount)),
      .init("problems", .list(problemTable.objects)),
      .init(
        "new",
        .list(
          difference.new.map { newcomer in
            .object([
              .init("code", .text(newcomer.site.code)),
              .init("name_zh", .text(newcomer.site.nameZH)),
              .init("file", .text(newcomer.place.file)), .init("row", .integer(newcomer.place.row)),
            ])
          })),
      .init("changed", .list(difference.changed.map(Self.object))),
      .init("unchanged", .list(difference.unchanged.map(FieldValue.text))),
      .init("missing", .list(missing.map(FieldValue.text))),
      .init("skipped_stand_ins", .list(difference.skipped.map { .text($0.code) })),
      .init("leaving_stand_ins", .list(difference.leavingStandIns.map(FieldValue.text))),
      .init("withheld", .list(difference.withheld.map(FieldValue.text))),
      .init("likely_duplicates", .list(difference.likelyDuplicates.map(Self.object))),
      .init("sheets", .list(reading.sheets.map(Self.object))),
    ])
  }

  private static func object(_ change: RegisterDifference.Change) -> FieldValue {
    .object([
      .init("code", .text(change.code)), .init("name_zh", .text(change.site.nameZH)),
      .init("file", .text(change.place.file)), .init("row", .integer(change.place.row)),
      .init(
        "fields",
        .list(
          change.fields.map { field in
            .object([
              .init("field", .text(field.field.rawValue)), .init("old", FieldValue(field.old)),
              .init("new", FieldValue(field.new)),
            ])
          })),
    ])
  }

  private static func object(_ duplicate: RegisterDifference.LikelyDuplicate) -> FieldValue {
    .object([
      .init("code", .text(duplicate.code)), .init("name_zh", .text(duplicate.name)),
      .init("present_code", .text(duplicate.presentCode)),
      .init("present_name_zh", .text(duplicate.presentName)),
      .init("distance_m", FieldValue(duplicate.distance?.metres, places: 1)),
      .init("same_name", .flag(duplicate.hasSameName)),
    ])
  }

  private static func object(_ sheet: SurveyReading.SheetReading) -> FieldValue {
    .object([
      .init("file", .text(sheet.file)), .init("sheet", FieldValue(sheet.name)),
      .init("omission", FieldValue(sheet.omission?.rawValue)),
      .init("rows", .integer(sheet.rowCount)),
      .init(
        "columns",
        .list(
          (sheet.columns?.columns ?? []).map { column in
            .object([
              .init("column", .text(column.letter)), .init("header", .text(column.header)),
              .init("field", FieldValue(column.role?.key)),
            ])
          })),
      .init(
        "passed_over",
        .list(
          sheet.passedOver.map { row in
            .object([
              .init("row", .integer(row.row)), .init("reason", .text(row.reason.rawValue)),
              .init("text", .text(row.text)),
            ])
          })),
    ])
  }
}
