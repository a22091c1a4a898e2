import HeritageRegistry
import TourPlanner

/// The rows of a day as people read them: start, visits, the break where it is taken, end.
struct TourDayRows: Sendable {
  /// One row.
  struct Row: Sendable {
    /// What stands in it: `start`, `visit`, `lunch` or `end`.
    let kind: String
    let cells: [String]
  }

  let headings: [String]
  let rows: [Row]
  /// The columns of the number of a stop, of its name and of what is to be known of it.
  static let (sign, name, remarks) = (0, 8, 9)
  /// The columns whose text stands right.
  static let numbers: Set<Int> = [2, 5, 6]
  /// The columns that have a cell; the others take no room.
  var shown: [Int] {
    headings.indices.filter { column in rows.contains { !$0.cells[column].isEmpty } }
  }

  init(_ view: TourDayView, _ words: TourWords) {
    headings = [
      "", words.word("到达", "Arrive"), words.word("等候(分)", "Wait (min)"),
      words.word("参观", "Visit"), words.word("离开", "Leave"),
      words.word("行程(分)", "Travel (min)"), words.word("行程(公里)", "Travel (km)"),
      words.word("编号", "Code"), words.word("名称", "Name"), words.word("说明", "Remarks"),
    ]
    rows = view.events.map { event in
      switch event {
      case .start:
        Row(
          kind: "start",
          cells: [words.start, "", "", "", words.clock(view.plan.departure), "", ""]
            + Self.place(view.day.start, free: words.freeStart, words))
      case .visit(let step): Row(kind: "visit", cells: Self.visit(step, words))
      case .lunch(let lunch):
        Row(
          kind: "lunch",
          cells: [
            words.lunch, "", "", words.span(lunch.start, lunch.end), "", "", "", "", "",
            words.place(of: lunch, in: view),
          ])
      case .end:
        Row(
          kind: "end",
          cells: [
            words.end, words.clock(view.plan.arrival), "", "", "",
            view.lastLeg == nil ? "" : String(view.lastTravelMinutes),
            view.lastLeg?.metres.map(words.kilometres) ?? "",
          ] + Self.place(view.day.end, free: words.freeEnd, words))
      }
    }
  }

  private static func place(
    _ place: TourSheet.Place?, free: String, _ words: TourWords
  ) -> [String] {
    ["", place?.name[words.language] ?? free, place.flatMap(words.approximate) ?? ""]
  }

  private static func visit(_ step: TourStep, _ words: TourWords) -> [String] {
    let visit = step.visit
    return [
      step.label, words.clock(visit.arrival), step.waitMinutes > 0 ? "\(step.waitMinutes)" : "",
      words.span(visit.start, visit.departure), words.clock(step.leave),
      step.leg == nil ? "" : "\(step.travelMinutes)",
      step.leg?.metres.map(words.kilometres) ?? "", visit.stop, step.name(in: words.language),
      words.joined(words.remarks(step)),
    ]
  }
}
