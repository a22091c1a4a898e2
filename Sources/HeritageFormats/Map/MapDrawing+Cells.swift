/// Many relics as counts.
extension MapDrawing {
  func drawCells(_ svg: inout SVGWriter) {
    guard let cells = map.cells else { return }
    let classes = cells.classes
    svg.begin("g", ["id": "cells", "fill": MapStyle.density])
    for (place, range) in classes.enumerated() {
      svg.begin("g", ["fill-opacity": SVGWriter.number(MapCells.opacity(place))])
      for cell in cells.cells where range.contains(cell.count) {
        svg.begin("g", ["data-count": "\(cell.count)"])
        svg.element("title", [:], text: words.relics(cell.count))
        svg.rectangle(cell.room, ["class": "count"])
        svg.end()
      }
      svg.end()
    }
    svg.end()
  }
}
