/// How much of a relic's position the public may see.
public enum Disclosure: String, Vocabulary {
  /// The position as it is known.
  case open
  /// The centre of a cell of about 1 km.
  case coarse
  /// The township alone.
  case withheld

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "公开程度", en: "disclosure") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .open: Labels(zh: "公开", en: "open")
    case .coarse: Labels(zh: "概略公开", en: "generalised")
    case .withheld: Labels(zh: "不公开", en: "withheld")
    }
  }
}

extension Disclosure: Comparable {
  /// Whether `a` shows the public more than `b`.
  public static func < (a: Disclosure, b: Disclosure) -> Bool { a.strictness < b.strictness }

  private var strictness: Int {
    switch self {
    case .open: 0
    case .coarse: 1
    case .withheld: 2
    }
  }
}
