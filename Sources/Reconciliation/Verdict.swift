public import HeritageRegistry
public import Words

/// What became of a relic from one survey to the next.
public enum Verdict: String, Vocabulary {
  /// 无变更: nothing of what surveys are compared by.
  case kept
  /// 更名: another name.
  case renamed
  /// 移位: so far from where it was that the accuracies do not explain it.
  case moved
  /// 级别变更: another protection level.
  case levelChanged = "level_changed"
  /// 变更类型: another category.
  case categoryChanged = "category_changed"
  /// 拆分: it has become several.
  case split
  /// 合并: several have become one.
  case merged
  /// 消失: the second survey has it no more.
  case gone
  /// 新发现: the first survey did not have it.
  case new

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "对比结论", en: "verdict") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .kept: Labels(zh: "无变更", en: "kept")
    case .renamed: Labels(zh: "更名", en: "renamed")
    case .moved: Labels(zh: "移位", en: "moved")
    case .levelChanged: Labels(zh: "级别变更", en: "level changed")
    case .categoryChanged: Labels(zh: "变更类型", en: "category changed")
    case .split: Labels(zh: "拆分", en: "split")
    case .merged: Labels(zh: "合并", en: "merged")
    case .gone: Labels(zh: "消失", en: "gone")
    case .new: Labels(zh: "新发现", en: "new")
    }
  }

  /// The verdict in the opposite direction: what is gone from the second survey is new in the first.
  public var mirrored: Verdict {
    switch self {
    case .split: .merged
    case .merged: .split
    case .gone: .new
    case .new: .gone
    default: self
    }
  }
}
