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
    }
  }

  private var sentenceZH: String {
    switch self {
    case .geodesics(let mode, let speed, let detour):
      "行程时间是假设：大地线距离 × \(detour)，时速 \(speed) 公里（\(mode.nameZH)）；不计路网、路况和停车。"
    case .table(let name): "行程时间取自给定的表 \(name)。"
    case .server(let address, let profile):
      "行程时间取自 OSRM 服务器 \(address)（所问方式 \(profile)），不计路况。"
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
