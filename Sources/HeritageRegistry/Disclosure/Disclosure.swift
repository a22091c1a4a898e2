import Geodesy

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

extension Disclosure {
  /// What the public may see of a position where the data do not say: nothing of a tomb that is not
  /// open to visitors, a cell of about 1 km of an ancient site that is not, when the position is finer
  /// than that.
  package static func byDefault(
    _ category: Category?, _ position: Position?, isOpen: Bool
  ) -> Disclosure {
    guard let position, !isOpen, position.accuracy.map({ $0 < .metres(1000) }) ?? true else {
      return .open
    }
    switch category {
    case .ancientTomb: return .withheld
    case .ancientSite: return .coarse
    default: return .open
    }
  }
}
