/// The words of a map, drawn.
enum LabelDrawing {
  /// Draws words in their places, the lines that lead to them first.
  static func draw(_ labels: [PlacedLabel], _ svg: inout SVGWriter) {
    svg.begin(
      "g",
      [
        "id": "labels", "text-anchor": "middle", "paint-order": "stroke", "stroke": MapStyle.paper,
        "stroke-width": "3", "stroke-linejoin": "round", "stroke-opacity": "0.85",
      ])
    for placed in labels where !placed.leader.isEmpty {
      svg.element(
        "path",
        [
          "class": "leader", "d": SVGWriter.path(placed.leader, isClosed: false),
          "fill": "none", "stroke": placed.label.style.colour, "stroke-width": "0.8",
          "stroke-opacity": "1",
        ])
    }
    for placed in labels {
      let style = placed.label.style
      let lines = placed.label.lines
      let centre = placed.box.centre
      let top = centre.y - Double(lines.count - 1) * style.lineHeight / 2
      for (index, line) in lines.enumerated() {
        svg.element(
          "text",
          [
            // The space behind the last character is no part of what is centred.
            "x": SVGWriter.number(centre.x + style.spacing / 2),
            "y": SVGWriter.number(top + Double(index) * style.lineHeight + style.size * 0.36),
            "font-size": SVGWriter.number(style.size),
            "font-weight": style.isBold ? "bold" : "normal",
            "font-style": style.isItalic ? "italic" : "normal",
            "letter-spacing": SVGWriter.number(style.spacing), "fill": style.colour,
          ], text: line)
      }
    }
    svg.end()
  }
}
