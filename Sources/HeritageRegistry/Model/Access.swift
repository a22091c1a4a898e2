/// Whether a relic can be visited.
public enum Access: String, Vocabulary {
  /// Anybody may come, at its hours.
  case open
  /// By arrangement.
  case restricted
  /// Nobody may come.
  case closed
  /// No source says.
  case unknown

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "开放情况", en: "access") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .open: Labels(zh: "开放", en: "open")
    case .restricted: Labels(zh: "限制开放", en: "by arrangement")
    case .closed: Labels(zh: "不开放", en: "closed")
    case .unknown: Labels(zh: "不详", en: "unknown")
    }
  }

  /// Other spellings in tables.
  public var spellings: [String] {
    switch self {
    case .open: ["对外开放", "正常开放", "已开放"]
    case .restricted: ["预约开放", "部分开放", "有条件开放", "有限开放", "限时开放"]
    case .closed: ["未开放", "不对外开放", "未对外开放", "暂不开放", "暂未开放", "暂停开放", "关闭"]
    case .unknown: ["未知", "不明"]
    }
  }
}
