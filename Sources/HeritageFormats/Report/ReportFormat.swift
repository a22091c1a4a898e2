public import HeritageRegistry

/// The formats of the tables of a year.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// A workbook, a sheet for each table.
  case xlsx
  /// One object.
  case json
  /// A row for each cell of each table.
  case csv
  /// Text for a terminal.
  case table
}

/// The tables of a year as they leave the program.
public struct ReportSheets: Sendable {
  let report: RegisterReport
  let register: RegistryInfo
  let language: Language

  /// Prepares the tables of a register.
  public init(_ report: RegisterReport, of register: RegistryInfo, language: Language) {
    self.report = report
    self.register = register
    self.language = language
  }

  var words: ReportWords { ReportWords(language: language) }

  /// A table of numbers with its title and sums, for people.
  public struct Sheet: Sendable {
    /// What stands above it.
    public let title: String
    /// What a short name has room for.
    public let name: String
    /// Its rows, the sums among them.
    public let answer: Answer
    /// Whether its last row and column are sums.
    public let hasSums: Bool
  }

  /// What stands above all tables.
  public var title: String { words.title(register.name(in: language), report.year) }

  /// The tables in their order: how the total is made up, each pair of properties, the changes.
  public var sheets: [Sheet] {
    [summary] + report.tables.map(sheet) + (report.changes.map { [changes($0)] } ?? [])
  }

  /// What a reader of the tables should know, a sentence each.
  public var notes: [String] { words.notes(report, credits: register.credits) }

  private var summary: Sheet {
    func row(_ label: String, _ count: Int?) -> [FieldValue] {
      [.text(label), count.map(FieldValue.integer) ?? .text(words.notKnown)]
    }
    return Sheet(
      title: words.summary, name: words.summary,
      answer: Answer(
        columns: [
          Answer.Column("item", zh: "项目", en: "Item"),
          Answer.Column("relics", zh: "数量（处）", en: "Relics", isNumber: true),
        ],
        rows: [
          row(words.known, report.known), row(words.found, report.found),
          row(words.total, report.relics),
          row(words.unidentified, report.totals.unidentified), row(words.gone, report.gone),
          row(words.standIns, report.totals.standIns),
          row(words.official, report.totals.official["registered"]),
        ]), hasSums: false)
  }

  private func sheet(_ table: CrossTable) -> Sheet {
    let rows = zip(table.rows, zip(table.cells, table.rowSums)).map { heading, numbers in
      [FieldValue.text(heading.labels[language])]
        + numbers.0.map(FieldValue.integer) + [.integer(numbers.1)]
    }
    let sums =
      [FieldValue.text(words.total)] + table.columnSums.map(FieldValue.integer)
      + [.integer(table.sum)]
    return Sheet(
      title: words.title(of: table), name: words.name(of: table),
      answer: Answer(
        columns: [
          Answer.Column(
            table.rowFacet.rawValue, zh: table.rowFacet.labels.zh, en: table.rowFacet.labels.en)
        ]
          + table.columns.map { heading in
            Answer.Column(
              heading.key ?? "unknown", zh: heading.labels.zh, en: heading.labels.en,
              isNumber: true)
          } + [Answer.Column("total", zh: "合计", en: "Total", isNumber: true)],
        rows: rows + [sums]), hasSums: true)
  }

  private func changes(_ changes: YearChanges) -> Sheet {
    Sheet(
      title: words.changes(report.year), name: words.changes(report.year),
      answer: Answer(
        columns: [
          Answer.Column("kind", zh: "变更", en: "Change"),
          Answer.Column("code", zh: "编号", en: "Code"),
          Answer.Column("name", zh: "名称", en: "Name"), Answer.Column("date", zh: "日期", en: "Date"),
          Answer.Column("document", zh: "依据", en: "Document"),
        ],
        rows: changes.changes.map {
          [
            .text($0.kind.label(in: language)), .text($0.code), .text($0.name), .text($0.date),
            FieldValue($0.document),
          ]
        }), hasSums: false)
  }
}

extension Facet {
  /// What people read above its values.
  var labels: Labels {
    switch self {
    case .level: ProtectionLevel.noun
    case .category: Labels(zh: "类别", en: "Category")
    case .township: Labels(zh: "乡镇", en: "Township")
    case .era: Labels(zh: "统计年代", en: "Era")
    case .foundYear: Labels(zh: "发现年", en: "Found")
    case .periodStart: Labels(zh: "始年", en: "First year")
    case .periodEnd: Labels(zh: "末年", en: "Last year")
    case .method: PositionMethod.noun
    case .accuracy: Labels(zh: "位置误差", en: "Accuracy")
    case .disclosure: Disclosure.noun
    }
  }
}
