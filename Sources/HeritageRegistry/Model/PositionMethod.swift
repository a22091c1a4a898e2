/// How a position was found.
public enum PositionMethod: String, Vocabulary {
  /// A coordinate published to the second or better.
  case publishedFix = "published_fix"
  /// A published point.
  case publishedPoint = "published_point"
  /// A coordinate of the scientific literature.
  case literature
  /// Derived from a published distance and bearing.
  case derived
  /// The seat of the relic's township, not the relic.
  case townshipSeat = "township_seat"
  /// Real-time kinematic satellite survey.
  case rtk
  /// Hand-held satellite receiver.
  case handheld
  /// Read off a map.
  case map
  /// A survey that does not say how.
  case survey
  /// The centre of a cell of about 1 km: the relic is sensitive.
  case generalised
  /// Drawn by a generator for a stand-in.
  case generated

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "定位方法", en: "method of a position") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .publishedFix: Labels(zh: "公布的实测坐标", en: "published fix")
    case .publishedPoint: Labels(zh: "公布的点位", en: "published point")
    case .literature: Labels(zh: "学术文献", en: "scientific literature")
    case .derived: Labels(zh: "据方位距离推算", en: "derived from a distance and bearing")
    case .townshipSeat: Labels(zh: "乡镇驻地（非文物点本身）", en: "township seat, not the relic itself")
    case .rtk: Labels(zh: "RTK 测量", en: "RTK survey")
    case .handheld: Labels(zh: "手持定位仪", en: "hand-held receiver")
    case .map: Labels(zh: "图上量取", en: "read off a map")
    case .survey: Labels(zh: "普查", en: "survey")
    case .generalised: Labels(zh: "概略位置（约1公里网格）", en: "generalised to a cell of about 1 km")
    case .generated: Labels(zh: "程序生成", en: "generated")
    }
  }

  /// Other spellings in tables.
  public var spellings: [String] {
    switch self {
    case .rtk: ["RTK", "RTK测量"]
    case .handheld: ["手持GPS", "手持机", "handheld GPS"]
    case .map: ["图上量取", "地图量取"]
    case .townshipSeat: ["乡镇驻地"]
    default: []
    }
  }
}

extension PositionMethod {
  /// Whether the point is by its nature not the relic's own, so that a map draws its circle at every scale.
  public var isApproximate: Bool {
    switch self {
    case .literature, .derived, .townshipSeat, .generalised, .generated: true
    case .publishedFix, .publishedPoint, .rtk, .handheld, .map, .survey: false
    }
  }
}
