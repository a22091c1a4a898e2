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
  /// The columns whose text stands right.
  static let numbers: Set<Int> = [2, 5, 6]

  init(_ view: TourDayView, _ words: TourWords) {
    headings = [
      "", words.word("到达", "Arrive"), words.word("等候(分)", "Wait (min)"),
      words.word("参观", "Visit"), words.word("离开", "Leave"),
      words.word("行程(分)", "Travel (min)"), words.word("行程(公里)", "Travel (km)"),
      words.word("编号", "Code"), words.word("名称", "Name"), words.word("说明", "Remarks"),
    ]
    let (plan, day) = (view.plan, view.day)
    var rows: [Row] = []
    func place(_ place: TourSheet.Place?, free: String) -> [String] {
      [
        "", place?.name[words.language] ?? free, place.flatMap(words.approximate) ?? "",
      ]
    }
    func addLunch(_ where: LunchPlace) {
      guard let lunch = plan.lunch, lunch.place == `where` else { return }
      rows.append(
        Row(
          kind: "lunch",
          cells: [
            words.lunch, "", "", words.clock(lunch.start) + "–" + words.clock(lunch.end), "", "",
            "", "", "", "",
          ]))
    }
    addLunch(.atStart)
    rows.append(
      Row(
        kind: "start",
        cells: [words.start, "", "", "", words.clock(plan.departure), "", ""]
          + place(day.start, free: words.freeStart)))
    for (index, step) in view.steps.enumerated() {
      addLunch(.beforeVisit(index))
      rows.append(Row(kind: "visit", cells: Self.cells(step, words)))
      addLunch(.afterVisit(index))
    }
    let last = view.lastLeg
    rows.append(
      Row(
        kind: "end",
        cells: [
          words.end, words.clock(plan.arrival), "", "", "",
          last.map { words.minutes($0.seconds) } ?? "",
          last.map { words.kilometres($0.metres) } ?? "",
        ] + place(day.end, free: words.freeEnd)))
    addLunch(.atEnd)
    self.rows = rows
  }

  private static func cells(_ step: TourStep, _ words: TourWords) -> [String] {
    let visit = step.visit
    return [
      step.label, words.clock(visit.arrival), visit.wait > 0 ? words.minutes(visit.wait) : "",
      words.clock(visit.start) + "–" + words.clock(visit.departure), words.clock(step.leave),
      words.minutes(step.leg.seconds), words.kilometres(step.leg.metres), visit.stop,
      step.name(in: words.language), words.joined(words.remarks(step)),
    ]
  }
}
