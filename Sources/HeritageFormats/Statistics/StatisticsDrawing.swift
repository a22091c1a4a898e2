import HeritageRegistry
import Words

/// The colours of figures.
enum StatisticsStyle {
  static let plain = "#8A5A2B"
  /// Those of the six categories and of none; neighbours differ in lightness too.
  static let categories = [
    "#8A2B1C", "#D08A3E", "#3C6E5F", "#8FB39B", "#4B5F8C", "#B7A7CC", "#9A958A",
  ]
  /// Those of accuracies from the best on, and of none.
  static let accuracies = ["#1F5E54", "#4F9384", "#C99A3F", "#C2603A", "#9A958A"]
  /// What a dark system changes; the attributes hold what a light one shows.
  static let dark = """
    @media (prefers-color-scheme: dark) { .st-paper { fill: #1b1a18 } .st-ink { fill: #ece7dc }
    .st-muted { fill: #b3ab9b } .st-line { stroke: #7d7668 } .st-gap { stroke: #1b1a18 } .st-bar { filter: brightness(1.4) } }
    """
}

/// Draws figures as bars that lie: labels on the left, the number behind each bar.
struct StatisticsDrawing {
  /// How wide a figure is that nothing else is asked of, and one for a telephone, whose letters are then no
  /// smaller.
  static let (width, narrowWidth) = (560.0, 320.0)
  private static let (margin, rowHeight, barHeight, size) = (12.0, 24.0, 15.0, 13.0)

  private let figure: StatisticsFigure
  private let language: Language
  private let width: Double
  private let labelWidth: Double
  /// The lines of the legend: which series stand in each, and where they begin.
  private let legend: [[(series: StatisticsFigure.Series, x: Double)]]

  init(_ figure: StatisticsFigure, in language: Language, width: Double = Self.width) {
    (self.figure, self.language, self.width) = (figure, language, width)
    labelWidth = min(
      figure.rows.map { TextMetrics.width($0.labels[language], size: Self.size) }.max() ?? 0,
      190, width * 0.42)
    var lines: [[(series: StatisticsFigure.Series, x: Double)]] = []
    var x = Double.infinity
    for series in figure.series where figure.series.count > 1 {
      let room = 18 + TextMetrics.width(series.labels[language], size: 12) + 14
      if x + room > width - Self.margin {
        lines.append([])
        x = Self.margin
      }
      lines[lines.count - 1].append((series, x))
      x += room
    }
    legend = lines
  }

  private var top: Double { 38 + Double(legend.count) * 20 }
  /// How high it is.
  var height: Double { top + Double(figure.rows.count) * Self.rowHeight + Self.margin }

  /// Figures below each other, as a picture.
  static func picture(
    _ figures: [StatisticsFigure], in language: Language, width: Double = Self.width
  ) -> String {
    let drawings = figures.map { StatisticsDrawing($0, in: language, width: width) }
    let height = drawings.reduce(0) { $0 + $1.height }
    var svg = SVGWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": SVGWriter.number(width),
        "height": SVGWriter.number(height),
        "viewBox": "0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))", "role": "img",
        "font-family": MapStyle.fonts,
      ])
    svg.element("title", [:], text: figures.map { $0.title[language] }.joined(separator: " · "))
    svg.element("style", [:], text: StatisticsStyle.dark)
    svg.rectangle(
      MapRectangle(x: 0, y: 0, width: width, height: height),
      ["class": "st-paper", "fill": MapStyle.paper])
    var y = 0.0
    for drawing in drawings {
      drawing.draw(&svg, at: y)
      y += drawing.height
    }
    svg.end()
    return svg.text
  }

  private func draw(_ svg: inout SVGWriter, at offset: Double) {
    text(
      figure.title[language], x: Self.margin, y: offset + 25, size: 16, isBold: true, "st-ink",
      MapStyle.ink, &svg)
    for (line, entries) in legend.enumerated() {
      let y = offset + 38 + Double(line) * 20
      for entry in entries {
        svg.rectangle(
          MapRectangle(x: entry.x, y: y, width: 12, height: 12),
          ["class": "st-bar", "fill": entry.series.colour])
        text(
          entry.series.labels[language], x: entry.x + 18, y: y + 10.5, size: 12, "st-muted",
          MapStyle.muted, &svg)
      }
    }
    let most = figure.rows.map(\.sum).max() ?? 0
    let left = Self.margin + labelWidth + 8
    // The longest number has room behind the longest bar.
    let room = width - Self.margin - left - 8
    let number = TextMetrics.width("\(most)", size: Self.size) + 4
    let unit = most > 0 ? (room - number) / Double(most) : 0
    for (index, row) in figure.rows.enumerated() {
      draw(row, y: offset + top + Double(index) * Self.rowHeight, left: left, unit: unit, &svg)
    }
    let bottom = offset + top + Double(figure.rows.count) * Self.rowHeight
    svg.path(
      "M\(SVGWriter.number(left)) \(SVGWriter.number(offset + top))V\(SVGWriter.number(bottom))",
      ["class": "st-line", "fill": "none", "stroke": MapStyle.faint])
  }

  private func draw(
    _ row: StatisticsFigure.Row, y: Double, left: Double, unit: Double, _ svg: inout SVGWriter
  ) {
    let label = TextMetrics.truncated(row.labels[language], to: labelWidth, size: Self.size)
    let base = y + Self.rowHeight / 2 + 4.5
    text(
      label, x: left - 8, y: base, size: Self.size, anchor: "end", "st-ink", MapStyle.ink, &svg)
    var x = left
    for (series, count) in zip(figure.series, row.counts) where count > 0 {
      // What is one among very many is still seen.
      let length = max(Double(count) * unit, 1)
      let box = MapRectangle(
        x: x, y: y + (Self.rowHeight - Self.barHeight) / 2, width: length, height: Self.barHeight)
      if row.isUnknown {
        svg.rectangle(
          box.inset(by: length > 2 ? 0.5 : 0),
          [
            "class": "st-line", "fill": "none", "stroke": MapStyle.muted,
            "stroke-dasharray": "3 2",
          ])
      } else {
        svg.rectangle(
          box,
          [
            "class": "st-gap st-bar", "fill": series.colour, "stroke": MapStyle.paper,
            "stroke-width": length > 3 ? "1" : "0",
          ])
      }
      x += length
    }
    text("\(row.sum)", x: x + 6, y: base, size: Self.size, "st-ink", MapStyle.ink, &svg)
  }

  private func text(
    _ text: String, x: Double, y: Double, size: Double, isBold: Bool = false,
    anchor: String = "start", _ name: String, _ colour: String, _ svg: inout SVGWriter
  ) {
    svg.element(
      "text",
      [
        "class": name, "x": SVGWriter.number(x), "y": SVGWriter.number(y),
        "font-size": SVGWriter.number(size), "font-weight": isBold ? "bold" : "normal",
        "text-anchor": anchor, "fill": colour,
      ], text: text)
  }
}
