import HeritageFormats
import HeritageRegistry
import Words

/// Pictures of the register's numbers, each with its table.
enum StatsPage {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let (statistics, language) = (try statistics(inquiry), inquiry.language)
    let prefix = inquiry.base + "/\(language.rawValue)/stats/"
    return PageFrame(inquiry: inquiry).response(
      "stats", title: Sentence("page.stats").text(in: language),
      [
        "remarks": statistics.remarks.map { $0.text(in: language) },
        "figures": statistics.figures.map { figure -> [String: Any] in
          let size = figure.size(in: language)
          return [
            "title": figure.title[language], "src": prefix + figure.name.rawValue + ".svg",
            "narrow": prefix + figure.name.rawValue + ".svg?narrow=true",
            "data": prefix + figure.name.rawValue + ".csv",
            "alt": Sentence(
              "page.statsPicture", ["title": figure.title, "count": figure.rows.count]
            ).text(in: language),
            "width": size.width, "height": size.height,
            "notes": figure.notes.map { $0.text(in: language) },
            "table": PageTable.values(figure.table, inquiry),
          ]
        },
      ])
  }

  /// A picture or its table, by the name of a file.
  static func file(_ name: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang", "narrow"])
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let figure = StatisticsFigure.Name(rawValue: String(parts[0])),
      let found = try statistics(inquiry)[figure]
    else { throw WebFault.notFound(path: inquiry.request.target.bounded) }
    switch parts[1] {
    case "svg":
      let isNarrow = inquiry.request.text(of: "narrow") == "true"
      return MapImages.response(found.svg(in: inquiry.language, isNarrow: isNarrow))
    case "csv": return WebResponse(type: MediaType.csv.header, found.table.csv)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }

  private static func statistics(_ inquiry: Inquiry) throws -> Statistics {
    try inquiry.memory.value("statistics", of: inquiry) { try Statistics(of: inquiry.registry) }
  }
}

/// A table of an answer as the places of a template.
enum PageTable {
  static func values(_ answer: Answer, _ inquiry: Inquiry) -> [String: Any] {
    let language = inquiry.language
    func cell(_ text: String, _ column: Answer.Column) -> [String: Any] {
      var cell = inquiry.marked(["text": text], text)
      if column.isNumber { cell["isNumber"] = true }
      return cell
    }
    return [
      "columns": answer.columns.map { column in
        let label = column.label(in: language)
        // Every column has a heading for whoever hears the table.
        return cell(
          label.isEmpty ? Sentence("page.tourStop").text(in: language) : label, column)
      },
      "rows": answer.rows.map { row in
        ["cells": zip(row, answer.columns).map { cell($0.displayText(in: language), $1) }]
      },
    ]
  }
}
