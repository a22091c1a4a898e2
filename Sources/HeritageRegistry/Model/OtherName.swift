/// A name that is not, or no longer, the one in use.
public struct OtherName: Hashable, Sendable {
  /// Why the name is not the one in use.
  public enum Kind: String, Vocabulary {
    /// In use before.
    case former
    /// In use beside it.
    case alias

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "名称种类", en: "kind of name") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .former: Labels(zh: "旧称", en: "former")
      case .alias: Labels(zh: "别称", en: "alias")
      }
    }
  }

  /// The name, in Chinese.
  public let name: String
  /// Former or alias.
  public let kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
