public import HeritageRegistry
public import TourPlanner

extension TravelAssumption {
  /// What the travel takes for granted, as a sentence in a language.
  public func sentence(in language: Language) -> String {
    language == .zh ? sentenceZH : sentenceEN
  }

  private var sentenceEN: String {
    switch self {
    case .geodesics(let mode, let speed, let detour):
      "Travel times are assumed: geodesic distance × \(detour) at \(speed) km/h (\(mode)); "
        + "no road network, no traffic, no parking."
    case .table(let name): "Travel times are those of the table \(name)."
    case .server(let address, let profile):
      "Travel times are those of the OSRM server \(address), asked for its profile \(profile), "
        + "without traffic."
    case .roads(let source, let date, let mode):
      "Ways are the fastest on roads, without traffic and parking: \(source)"
        + (date.map { ", data of \($0)" } ?? "")
        + " (\(mode)); from a road to a place one walks, straight × 1.3 at 4.5 km/h."
    }
  }

  private var sentenceZH: String {
    switch self {
    case .geodesics(let mode, let speed, let detour):
      "行程时间是假设：大地线距离 × \(detour)，时速 \(speed) 公里（\(mode.nameZH)）；不计路网、路况和停车。"
    case .table(let name): "行程时间取自给定的表 \(name)。"
    case .server(let address, let profile):
      "行程时间取自 OSRM 服务器 \(address)（所问方式 \(profile)），不计路况。"
    case .roads(let source, let date, let mode):
      "行程按道路上最快的路线计，不计路况和停车：\(source)" + (date.map { "，数据日期 \($0)" } ?? "")
        + "（\(mode.nameZH)）；从道路到地点按步行计，直线 × 1.3，时速 4.5 公里。"
    }
  }
}

extension TravelMode {
  fileprivate var nameZH: String {
    switch self {
    case .drive: "驾车"
    case .cycle: "骑车"
    case .walk: "步行"
    }
  }
}
