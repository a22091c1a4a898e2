public import HeritageRegistry

extension HeritageForm {
  /// The four things that the law asks of a unit: zones, sign, record file, keeper (article 26).
  ///
  /// An unclassified relic owes no protection zone. The register knows nothing of signs and keepers: their columns
  /// are for whoever does.
  public static func siyou(_ relics: [(entry: SiteEntry, files: [Attachment])]) -> HeritageForm {
    let rows = relics.enumerated().map { index, relic -> [FieldValue] in
      let site = relic.entry.site
      let zones = relic.entry.zones.filter { $0.kind == .protection }
      let isUnit = site.level != .registered
      let zone: FieldValue =
        zones.isEmpty
        ? (isUnit ? .null : .text("—")) : .text(zones.map(said).joined(separator: "；"))
      return [
        .integer(index + 1), .text(site.code), .text(site.nameZH), .text(site.level.labels.zh),
        FieldValue(relic.entry.dossier.present.flatMap(announced)), zone, .null,
        relic.files.isEmpty ? .null : .text("\(relic.files.count) 件"), .null, .null,
      ]
    }
    return HeritageForm(
      .siyou,
      [
        Section(
          name: "四有", title: Kind.siyou.title,
          tables: [
            Table(
              "",
              [
                "序号", "编号", "名称", "级别", "公布批次、年份", "保护范围", "标志说明", "记录档案", "保管机构或专人", "备注",
              ], rows)
          ])
      ])
  }

  private static func announced(_ designation: Designation) -> String? {
    let parts = [designation.batch, designation.year.map { "\($0) 年" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  private static func said(_ zone: Zone) -> String {
    [zone.instrument, zone.announcedOn].compactMap { $0 }.joined(separator: "，")
      .nonEmpty ?? zone.rule ?? zone.kind.labels.zh
  }

  /// The zones of units, a row each; a unit without a zone has a row of its own, whose cells are empty.
  public static func zones(_ relics: [SiteEntry]) -> HeritageForm {
    var rows: [[FieldValue]] = []
    for entry in relics {
      let head: [FieldValue] = [
        .text(entry.site.code), .text(entry.site.nameZH), .text(entry.site.level.labels.zh),
      ]
      for zone in entry.zones {
        rows.append(
          [.integer(rows.count + 1)] + head + [
            .text(zone.kind.labels.zh), FieldValue(zone.zoneClass), FieldValue(zone.rule),
            FieldValue(zone.instrument), FieldValue(zone.announcedOn),
            FieldValue(zone.announcedBy), .text(zone.status.labels.zh),
          ])
      }
      if entry.zones.isEmpty {
        rows.append([.integer(rows.count + 1)] + head + Array(repeating: .null, count: 7))
      }
    }
    return HeritageForm(
      .zones,
      [
        Section(
          name: "保护区划", title: Kind.zones.title,
          tables: [
            Table(
              "",
              [
                "序号", "编号", "名称", "级别", "区划种类", "类", "四至或文字", "公布文件", "公布日期", "公布机关", "图形依据",
              ], rows)
          ])
      ])
  }

  /// The counts of a year, each table adding up by row and by column.
  public static func counts(_ report: RegisterReport, of register: RegistryInfo) -> HeritageForm {
    let sheets = ReportSheets(report, of: register, language: .zh)
    return HeritageForm(
      .counts,
      sheets.sheets.map { sheet in
        Section(
          name: sheet.name, title: sheets.title,
          tables: [
            Table(
              sheet.title, sheet.answer.columns.map(\.labelZH), sheet.answer.rows,
              hasSums: sheet.hasSums)
          ])
      })
  }
}

extension String {
  /// The text; nil where there is none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
