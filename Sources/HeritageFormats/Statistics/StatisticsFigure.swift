public import HeritageRegistry
public import Words

/// One picture of a register's numbers: rows of bars, with the same numbers as a table.
public struct StatisticsFigure: Hashable, Sendable {
  /// What a figure is called in addresses and files.
  public enum Name: String, CaseIterable, Sendable {
    case levels, townships, periods, found, positions
  }

  /// What a part of every bar stands for.
  public struct Series: Hashable, Sendable {
    /// What people read.
    public let labels: Labels
    /// Its colour.
    let colour: String
  }

  /// A bar.
  public struct Row: Hashable, Sendable {
    /// What people read beside it.
    public let labels: Labels
    /// How many relics each part stands for, in the order of the series.
    public let counts: [Int]
    /// Whether it stands for what is not known, and is drawn hollow.
    public let isUnknown: Bool

    init(_ labels: Labels, _ counts: [Int], isUnknown: Bool = false) {
      (self.labels, self.counts, self.isUnknown) = (labels, counts, isUnknown)
    }

    /// All parts together.
    public var sum: Int { counts.reduce(0, +) }
  }

  /// What it is called.
  public let name: Name
  /// What stands above it.
  public let title: Labels
  /// What its rows are.
  public let heading: Labels
  /// The parts of the bars; one without a legend where a bar has no parts.
  public let series: [Series]
  /// The bars, from the top.
  public let rows: [Row]
  /// How many relics it is about.
  public let relics: Int
  /// What its numbers mean, and what they leave out.
  public let notes: [Sentence]

  init(
    _ name: Name, _ title: Labels, heading: Labels, series: [Series], rows: [Row], relics: Int,
    notes: [Sentence] = []
  ) {
    (self.name, self.title, self.heading) = (name, title, heading)
    (self.series, self.rows, self.relics, self.notes) = (series, rows, relics, notes)
  }

  /// Whether every relic is in one row, so that the rows add up to ``relics``.
  public var addsUp: Bool { name != .periods }

  /// The numbers as a table, with their sums where they add up.
  public var table: Answer {
    let parts = series.count > 1 ? series : []
    let columns =
      [Answer.Column("value", zh: heading.zh, en: heading.en)]
      + parts.enumerated().map {
        Answer.Column("part_\($0 + 1)", zh: $1.labels.zh, en: $1.labels.en, isNumber: true)
      } + [Answer.Column("relics", zh: "文物点数", en: "Relics", isNumber: true)]
    func cells(_ labels: Labels, _ counts: [Int]) -> [FieldValue] {
      [.word(labels.en, zh: labels.zh, en: labels.en)]
        + (parts.isEmpty ? [] : counts.map(FieldValue.integer)) + [.integer(counts.reduce(0, +))]
    }
    var table = rows.map { cells($0.labels, $0.counts) }
    if addsUp {
      let sums = series.indices.map { part in rows.reduce(0) { $0 + $1.counts[part] } }
      table.append(cells(Labels(zh: "合计", en: "Total"), sums))
    }
    return Answer(columns: columns, rows: table)
  }

  /// The width and the height of the picture in pixels.
  public func size(in language: Language) -> (width: Int, height: Int) {
    (Int(StatisticsDrawing.width), Int(StatisticsDrawing(self, in: language).height.rounded()))
  }

  /// The picture as SVG 1.1, light or dark as the reader's system is.
  ///
  /// It needs nothing from outside, and the same figure gives the same bytes.
  ///
  /// - Parameter isNarrow: Whether it is drawn for a telephone, so that its letters can be read there.
  public func svg(in language: Language, isNarrow: Bool = false) -> String {
    StatisticsDrawing.picture(
      [self], in: language,
      width: isNarrow ? StatisticsDrawing.narrowWidth : StatisticsDrawing.width)
  }
}
