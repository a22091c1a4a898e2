import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import TourPlanner

/// An order of relics as rows: each place with the way that leads to it.
struct OrderListing {
  let order: VisitOrder
  let matrix: TravelMatrix
  let places: [TravelPlace]
  let stops: [Site]
  let anchors: [TourAnchor]

  private typealias Row = (place: Int, metres: Int?, seconds: Int)

  private var rows: [Row] {
    order.route.enumerated().map { number, place in
      guard number > 0, order.route[number - 1] != place else { return (place, 0, 0) }
      let from = order.route[number - 1]
      return (place, matrix.metres(from: from, to: place), matrix.seconds(from: from, to: place))
    }
  }

  /// The length of the order and what it is worth, as a sentence.
  func summary(in language: Language) -> String {
    let lengths = rows.compactMap(\.metres)
    let isKnown = lengths.count == rows.count
    let kilometres = DecimalText.string(Double(lengths.reduce(0, +)) / 1000, places: 1)
    let minutes = (order.seconds + 59) / 60
    return language == .zh
      ? "\(stops.count) 处文物，行程 \(isKnown ? kilometres + " 公里" : "距离未提供")、\(minutes) 分钟；"
        + (order.isProvedShortest ? "已证明最短。" : "搜索所得，未证明最短。")
      : "\(stops.count) \(stops.count == 1 ? "relic" : "relics"), "
        + "\(isKnown ? kilometres + " km" : "distance not given"), \(minutes) min: "
        + (order.isProvedShortest
          ? "proved to be the shortest order" : "searched for, not proved to be the shortest order")
  }

  /// Writes the route; GeoJSON has the relics alone.
  func write(to output: Output, credits: String?) throws {
    guard output.options.chosenFormat != .geojson else {
      let rows = rows.filter { stops.indices.contains($0.place) }
      var seen: Set<Int> = []
      let first = rows.filter { seen.insert($0.place).inserted }
      try output.write(
        first.map { SiteHit(stops[$0.place]) }, measures: .none, adding: columns(first),
        credits: credits)
      return
    }
    let rows = rows
    let answer = Answer(
      columns: [
        Answer.Column("code", zh: "编号", en: "Code"),
        Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
        Answer.Column("name_en", zh: "英文名称", en: "Name"),
        Answer.Column("coord_accuracy_m", zh: "位置精度(±m)", en: "Accuracy (± m)", isNumber: true),
      ], rows: rows.map { named($0.place) })
    try output.write(answer.adding(columns(rows)))
    if output.options.chosenFormat == .table, let credits { output.note(credits) }
  }

  private func named(_ place: Int) -> [FieldValue] {
    let accuracy = FieldValue(places[place].accuracy?.metres, places: 1)
    if stops.indices.contains(place) {
      let site = stops[place]
      return [.text(site.code), .text(site.nameZH), FieldValue(site.nameEN), accuracy]
    }
    let name = anchors.first { $0.id == places[place].id }?.name
    return [.text(places[place].id), FieldValue(name?.zh), FieldValue(name?.en), accuracy]
  }

  private func columns(_ rows: [Row]) -> [AddedColumn] {
    [
      AddedColumn(
        Answer.Column("number", zh: "序号", en: "No.", isNumber: true), isFirst: true,
        values: rows.indices.map { .integer($0 + 1) }),
      AddedColumn(
        Answer.Column("leg_m", zh: "行程(m)", en: "Way (m)", isNumber: true),
        values: rows.map { FieldValue($0.metres) }),
      AddedColumn(
        Answer.Column("leg_s", zh: "行程(s)", en: "Way (s)", isNumber: true),
        values: rows.map { .integer($0.seconds) }),
    ]
  }
}
