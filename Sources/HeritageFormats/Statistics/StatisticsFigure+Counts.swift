import HeritageRegistry
import Words

/// The figures, from what a register counts.
extension StatisticsFigure {
  private static let unknown = Labels(zh: "不详", en: "Not known")
  /// One part, where bars have none.
  private static let undivided = [
    Series(labels: Labels(zh: "文物点", en: "Relics"), colour: StatisticsStyle.plain)
  ]

  /// Levels, by category.
  static func levels(_ counts: [FacetCount]) -> StatisticsFigure {
    let categories = Category.allCases.map { Optional($0) } + [nil]
    let rows = ProtectionLevel.allCases.map { level in
      Row(
        level.shortLabels,
        categories.map { category in
          counts.sum { $0[0] == level.rawValue && $0[1] == category?.rawValue }
        })
    }
    return StatisticsFigure(
      .levels, Labels(zh: "级别与类别", en: "Level and category"), heading: ProtectionLevel.noun,
      series: zip(categories, StatisticsStyle.categories).map {
        Series(labels: $0?.labels ?? Labels(zh: "类别不详", en: "Not known"), colour: $1)
      }, rows: rows, relics: counts.sum { _ in true })
  }

  /// More townships than these are added up in one row.
  private static let mostTownships = 30

  /// Townships, by level, in the order of their codes.
  static func townships(_ counts: [FacetCount], _ townships: [Township]) -> StatisticsFigure {
    var found: [String: [Int]] = [:]
    let levels = ProtectionLevel.allCases
    let none = levels.map { _ in 0 }
    var unknown = none
    for count in counts {
      guard let part = levels.firstIndex(where: { $0.rawValue == count.values[1] }) else {
        continue
      }
      if let township = count.values[0] {
        found[township, default: none][part] += count.count
      } else {
        unknown[part] += count.count
      }
    }
    let english = Dictionary(
      townships.map { ($0.nameZH, $0.nameEN ?? $0.nameZH) }, uniquingKeysWith: { first, _ in first }
    )
    var names = townships.map(\.nameZH)
    // Of very many townships those with the most relics are shown.
    let isCut = found.count > mostTownships
    if isCut {
      names = found.keys.sorted { a, b in
        let (x, y) = (found[a, default: none].reduce(0, +), found[b, default: none].reduce(0, +))
        return x == y ? a < b : x > y
      }
    }
    var seen: Set<String> = []
    let shown = names.filter { found[$0] != nil && seen.insert($0).inserted }.prefix(mostTownships)
    var rows = shown.map { name in
      Row(Labels(zh: name, en: english[name] ?? name), found[name] ?? none)
    }
    let others = found.filter { !shown.contains($0.key) }
    if !others.isEmpty {
      rows.append(
        Row(
          Labels(zh: "另 \(others.count) 个乡镇", en: "\(others.count) others"),
          levels.indices.map { part in others.values.reduce(0) { $0 + $1[part] } }))
    }
    if unknown != none { rows.append(Row(Self.unknown, unknown, isUnknown: true)) }
    return StatisticsFigure(
      .townships, Labels(zh: "各乡镇文物点", en: "Relics of each township"),
      heading: Facet.township.labels,
      series: levels.map { Series(labels: $0.shortLabels, colour: MapStyle.colour($0)) },
      rows: rows, relics: counts.sum { _ in true })
  }

  /// Spans of time, each with the relics whose years touch it.
  static func periods(_ counts: [FacetCount]) -> StatisticsFigure {
    var spans = TimeSpan.all.map { (span: $0, count: 0) }
    var unknown = 0
    for count in counts {
      guard let first = count.values[0].flatMap({ Int($0) }),
        let last = count.values[1].flatMap({ Int($0) })
      else {
        unknown += count.count
        continue
      }
      for index in spans.indices where spans[index].span.meets(first, last) {
        spans[index].count += count.count
      }
    }
    // Nothing is drawn before the first relic and after the last; what is empty between them is.
    let first = spans.firstIndex { $0.count > 0 } ?? spans.endIndex
    let last = spans.lastIndex { $0.count > 0 } ?? spans.startIndex
    var rows = first <= last ? spans[first...last].map { Row($0.span.labels, [$0.count]) } : []
    if unknown > 0 { rows.append(Row(Self.unknown, [unknown], isUnknown: true)) }
    let all = counts.sum { _ in true }
    return StatisticsFigure(
      .periods, Labels(zh: "年代", en: "Periods"), heading: Labels(zh: "年代", en: "Period"),
      series: undivided, rows: rows, relics: all,
      notes: [Sentence("stats.periods", ["count": all, "unknown": unknown])])
  }

  /// More years than these are counted by decades.
  private static let mostYears = 24

  /// Years or decades of finds.
  static func found(_ counts: [FacetCount]) -> StatisticsFigure {
    let years = counts.compactMap { count in
      count.values[0].flatMap { Int($0) }.map { (year: $0, count: count.count) }
    }
    let isByDecade = Set(years.map(\.year)).count > mostYears
    var found: [Int: Int] = [:]
    for (year, count) in years {
      found[isByDecade ? year - year % 10 : year, default: 0] += count
    }
    var rows = found.sorted { $0.key < $1.key }.map { year, count in
      Row(
        isByDecade
          ? Labels(zh: "\(year)–\(year + 9)年", en: "\(year)–\(year + 9)")
          : Labels(zh: "\(year)年", en: "\(year)"), [count])
    }
    let (known, all) = (years.reduce(0) { $0 + $1.count }, counts.sum { _ in true })
    if all > known { rows.append(Row(Self.unknown, [all - known], isUnknown: true)) }
    return StatisticsFigure(
      .found, Labels(zh: "发现年", en: "Years of finds"), heading: Facet.foundYear.labels,
      series: undivided, rows: rows, relics: all,
      notes: [Sentence("stats.found", ["known": known, "count": all])])
  }

  /// How positions were found, by what they are worth; relics without one apart.
  static func positions(_ counts: [FacetCount]) -> StatisticsFigure {
    let classes = AccuracyClass.allCases.map { Optional($0) } + [nil]
    let none = classes.map { _ in 0 }
    var rows = PositionMethod.allCases.compactMap { method -> Row? in
      let parts = classes.map { accuracy in
        counts.sum { $0[0] == method.rawValue && $0[1] == accuracy?.rawValue }
      }
      return parts == none ? nil : Row(method.labels, parts)
    }
    let located = rows.reduce(0) { $0 + $1.sum }
    let withheld = counts.sum { $0[0] == nil && $0[2] == Disclosure.withheld.rawValue }
    let all = counts.sum { _ in true }
    for (labels, count) in [
      (Labels(zh: "位置不公开", en: "Position withheld"), withheld),
      (Labels(zh: "没有位置", en: "No position"), all - located - withheld),
    ] where count > 0 {
      rows.append(Row(labels, none.dropLast() + [count], isUnknown: true))
    }
    return StatisticsFigure(
      .positions, Labels(zh: "位置：知道与不知道", en: "Positions: what is known and what is not"),
      heading: PositionMethod.noun,
      series: zip(classes, StatisticsStyle.accuracies).map {
        Series(labels: $0?.labels ?? Labels(zh: "误差不详", en: "Not known"), colour: $1)
      }, rows: rows, relics: all,
      notes: [Sentence("stats.positions", ["located": located, "count": all])])
  }
}

extension [FacetCount] {
  /// How many relics have values that are asked for.
  fileprivate func sum(where isCounted: ([String?]) -> Bool) -> Int {
    reduce(0) { $0 + (isCounted($1.values) ? $1.count : 0) }
  }
}

/// A row of the picture of periods: thousands of years before the common era, centuries since.
struct TimeSpan: Hashable, Sendable {
  let first: Int
  let last: Int
  let labels: Labels

  /// Whether years from one to another, both included, touch the span.
  func meets(_ from: Int, _ to: Int) -> Bool { from <= last && to >= first }

  /// The spans, one after the other, holding every year once.
  static let all: [TimeSpan] = {
    let early = [
      TimeSpan(
        first: .min, last: -10_001, labels: Labels(zh: "公元前10000年以前", en: "before 10000 BCE")),
      TimeSpan(
        first: -10_000, last: -5001, labels: Labels(zh: "前10000–前5001", en: "10000–5001 BCE")),
    ]
    let millennia = stride(from: 5000, through: 1000, by: -1000).map { year in
      TimeSpan(
        // There is no year 0; one that says so is taken for the last before the common era.
        first: -year, last: year == 1000 ? 0 : -year + 999,
        labels: Labels(
          zh: "前\(year)–前\(year - 999)", en: "\(year)–\(year - 999) BCE"))
    }
    let centuries = (1...21).map { number in
      let ending =
        (11...13).contains(number)
        ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10, default: "th"]
      return TimeSpan(
        first: number * 100 - 99, last: number == 21 ? .max : number * 100,
        labels: Labels(zh: "\(number)世纪", en: "\(number)\(ending) century"))
    }
    return early + millennia + centuries
  }()
}
