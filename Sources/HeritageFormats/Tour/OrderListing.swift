import Geodesy
public import HeritageRegistry
import Tables
import TourPlanner
public import Tours

/// An order of relics as rows: each place with the way that leads to it.
public struct OrderListing: Sendable {
  private let ordered: OrderedRelics

  /// The rows of an order.
  public init(_ ordered: OrderedRelics) { self.ordered = ordered }

  private typealias Row = (place: Int, metres: Int?, seconds: Int)

  private var rows: [Row] {
    let (route, matrix) = (ordered.order.route, ordered.matrix)
    return route.enumerated().map { number, place in
      guard number > 0, route[number - 1] != place else { return (place, 0, 0) }
      let from = route[number - 1]
      return (place, matrix.metres(from: from, to: place), matrix.seconds(from: from, to: place))
    }
  }

  /// The length of the order and what it is worth, as a sentence.
  public func summary(in language: Language) -> String {
    let (rows, count) = (rows, ordered.stops.count)
    let lengths = rows.compactMap(\.metres)
    let isKnown = lengths.count == rows.count
    let kilometres = DecimalText.string(Double(lengths.reduce(0, +)) / 1000, places: 1)
    let minutes = (ordered.order.seconds + 59) / 60
    return language == .zh
      ? "\(count) 处文物，行程 \(isKnown ? kilometres + " 公里" : "距离未提供")、\(minutes) 分钟；"
        + (ordered.order.isProvedShortest ? "已证明最短。" : "搜索所得，未证明最短。")
      : "\(count) \(count == 1 ? "relic" : "relics"), "
        + "\(isKnown ? kilometres + " km" : "distance not given"), \(minutes) min: "
        + (ordered.order.isProvedShortest
          ? "proved to be the shortest order" : "searched for, not proved to be the shortest order")
  }

  /// The route: every place, starts and ends too.
  public var answer: Answer {
    let rows = rows
    return Answer(
      columns: [
        Answer.Column("code", zh: "编号", en: "Code"),
        Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
        Answer.Column("name_en", zh: "英文名称", en: "Name"),
        Answer.Column("coord_accuracy_m", zh: "位置精度(±m)", en: "Accuracy (± m)", isNumber: true),
      ], rows: rows.map { named($0.place) }
    ).adding(Self.columns(rows))
  }

  /// The route for a program: whose roads its times rest on stands in each row.
  public func answer(naming roadCredits: String?) -> Answer {
    guard let roadCredits else { return answer }
    return answer.adding([
      AddedColumn(
        Answer.Column("road_credits", zh: "道路来源", en: "Roads of"),
        values: rows.map { _ in .text(roadCredits) })
    ])
  }

  /// The relics alone, each once, for a map, with the columns that belong to them.
  public var relics: (hits: [SiteHit], columns: [AddedColumn]) {
    var seen: Set<Int> = []
    let rows = rows.filter {
      ordered.stops.indices.contains($0.place) && seen.insert($0.place).inserted
    }
    return (rows.map { SiteHit(ordered.stops[$0.place]) }, Self.columns(rows))
  }

  private func named(_ place: Int) -> [FieldValue] {
    let travelPlace = ordered.places[place]
    let accuracy = FieldValue(travelPlace.accuracy?.metres, places: 1)
    if ordered.stops.indices.contains(place) {
      let site = ordered.stops[place]
      return [.text(site.code), .text(site.nameZH), FieldValue(site.nameEN), accuracy]
    }
    let name = ordered.anchors.first { $0.id == travelPlace.id }?.name
    return [.text(travelPlace.id), FieldValue(name?.zh), FieldValue(name?.en), accuracy]
  }

  private static func columns(_ rows: [Row]) -> [AddedColumn] {
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
