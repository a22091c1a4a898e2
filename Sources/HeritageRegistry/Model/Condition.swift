/// In what state a relic is preserved, in the words of the surveys' forms.
public enum Condition: String, Vocabulary {
  /// 好
  case good
  /// 较好
  case fairlyGood = "fairly_good"
  /// 一般
  case fair
  /// 较差
  case poor
  /// 差
  case bad

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "保存状况", en: "state of preservation") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .good: Labels(zh: "好", en: "good")
    case .fairlyGood: Labels(zh: "较好", en: "fairly good")
    case .fair: Labels(zh: "一般", en: "fair")
    case .poor: Labels(zh: "较差", en: "poor")
    case .bad: Labels(zh: "差", en: "bad")
    }
  }

  /// Other spellings in tables.
  public var spellings: [String] {
    switch self {
    case .good: ["保存好", "保存完好", "完好"]
    case .fairlyGood: ["保存较好", "比较好"]
    case .fair: ["保存一般"]
    case .poor: ["保存较差", "比较差"]
    case .bad: ["保存差"]
    }
  }
}
