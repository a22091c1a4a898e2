public import HeritageRegistry
public import TourPlanner

/// The parts of a sheet, for pages that put them into a frame of their own.
extension TourSheet {
  /// A day as a page shows it.
  public struct DayTable: Sendable {
    /// Its number and date.
    public let heading: String
    /// Its rows: start, visits, break, end.
    public let table: Answer
    /// What it adds up to.
    public let totals: String
  }

  /// What stands above the plan.
  public func title(in language: Language) -> String { TourWords(language: language).title(self) }

  /// How many days, visits and kilometres there are.
  public func summary(in language: Language) -> String {
    TourWords(language: language).summary(self)
  }

  /// The days, each as a table without empty columns.
  public func dayTables(in language: Language) -> [DayTable] {
    let words = TourWords(language: language)
    return views.map { view in
      let rows = TourDayRows(view, words)
      let columns = rows.shown.map { column in
        Answer.Column(
          "column_\(column)", zh: rows.headings[column], en: rows.headings[column],
          isNumber: TourDayRows.numbers.contains(column))
      }
      return DayTable(
        heading: words.heading(view),
        table: Answer(
          columns: columns,
          rows: rows.rows.map { row in rows.shown.map { .text(row.cells[$0]) } }),
        totals: words.totals(view))
    }
  }

  /// Why a relic is left out, with its name.
  public func reason(_ stop: LeftOutStop, in language: Language) -> String {
    TourWords(language: language).sentence(stop, in: self)
  }

  /// What the lines of its map are, as sentences; empty where every way has its line and nobody walks.
  public func lineNotes(in language: Language) -> String {
    let words = TourWords(language: language)
    return words.lineNotes(of: views).joined(separator: words.word("", " "))
  }

  /// The map as a picture of its own; nil where nothing has a position.
  public func map(in language: Language, width: Int) -> String? {
    TourMap(
      sheet: self, words: TourWords(language: language), width: Double(width), prefix: "tour"
    ).svg
  }
}
