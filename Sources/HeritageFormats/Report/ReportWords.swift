import HeritageRegistry

/// The words of the tables of a year.
struct ReportWords: Sendable {
  let language: Language

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func title(_ county: String, _ year: Int) -> String {
    word("\(county)不可移动文物统计表（\(year) 年）", "\(county): immovable cultural relics, \(year)")
  }
  func title(of table: CrossTable) -> String {
    word(
      "按\(table.rowFacet.labels.zh)、\(table.columnFacet.labels.zh)统计",
      "By \(lowered(table.rowFacet)) and \(lowered(table.columnFacet))")
  }
  /// Short enough for the name of a sheet, and without what may not stand there.
  func name(of table: CrossTable) -> String {
    word(
      "\(table.rowFacet.labels.zh)×\(table.columnFacet.labels.zh)",
      "\(lowered(table.rowFacet)) x \(lowered(table.columnFacet))")
  }
  private func lowered(_ facet: Facet) -> String { facet.labels.en.lowercased() }

  var summary: String { word("汇总", "Summary") }
  var notesName: String { word("说明", "Notes") }
  var known: String { word("复查", "Known before") }
  var found: String { word("新发现", "Found in the year") }
  var total: String { word("合计", "Total") }
  var gone: String { word("消失（另列）", "Gone in the year (apart)") }
  var unidentified: String { word("其中名称待考", "Of the total, not identified") }
  var standIns: String { word("待补录占位（另列）", "Stand-ins (apart)") }
  var official: String { word("官方登记总数", "Official number") }
  var notKnown: String { word("不能分列", "cannot be said") }
  func changes(_ year: Int) -> String { word("\(year) 年变更", "Changes of \(year)") }

  func notes(_ report: RegisterReport, credits: String?) -> [String] {
    var notes = [
      word(
        "每处文物在每张表中只计一次，各表合计相同；空缺的项目计入“不详”。",
        "Every relic is counted once in each table, and all tables have the same total; what is not recorded "
          + "counts as unknown."),
      word(
        "年代按公元起止年归入统计年代；起止年跨几个统计年代的计入“跨年代”，没有年份的按年代文字，仍不能归入的计入“不详”。",
        "Eras go by first and last year; a relic whose years lie in several counts as such; without years its "
          + "words decide, and where they do not it is unknown."),
      word(
        "待补录占位共 \(report.totals.standIns) 行，不是文物点，各表都不计。",
        "\(report.totals.standIns) stand-ins are no relics, and no table counts them."),
    ]
    if let official = report.totals.official["registered"], official != report.relics {
      notes.append(
        word(
          "官方登记总数为 \(official) 处，本登记册录有 \(report.relics) 处：这些表不是全县总数。",
          "\(official) relics are registered officially, this register has \(report.relics): the tables are no "
            + "totals of the county."))
    }
    if report.changes == nil {
      notes.append(
        word(
          "修改记录只供工作人员查看，公开副本中没有：\(report.year) 年的复查、新发现和消失不能分列。",
          "The history is for staff, and a public copy has none: what was known before, found or lost in "
            + "\(report.year) cannot be told apart."))
    } else {
      notes.append(
        word(
          "复查 + 新发现 = 合计；消失和撤销的另列。",
          "Known before + found = total; what is gone or revoked stands apart."))
    }
    return notes + (credits.map { [$0] } ?? [])
  }
}
