/// What happened to the relics of a register in a year, as its history tells it.
public struct YearChanges: Hashable, Sendable {
  /// What can happen.
  public enum Kind: String, Vocabulary {
    /// 新发现: found, and not registered before.
    case found
    /// 消失: gone.
    case destroyed
    /// 撤销: taken from the list, by a document.
    case revoked
    /// 迁移: moved elsewhere.
    case moved
    /// 合并: several became one.
    case merged
    /// 拆分: one became several.
    case split
    /// 级别变更: announced at another level.
    case levelChanged = "level_changed"
    /// 更名: called otherwise.
    case renamed
    /// 更正: what was registered was mended.
    case corrected

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "变更种类", en: "kind of change") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .found: Labels(zh: "新发现", en: "Found")
      case .destroyed: Labels(zh: "消失", en: "Destroyed")
      case .revoked: Labels(zh: "撤销", en: "Revoked")
      case .moved: Labels(zh: "迁移", en: "Moved")
      case .merged: Labels(zh: "合并", en: "Merged")
      case .split: Labels(zh: "拆分", en: "Split")
      case .levelChanged: Labels(zh: "级别变更", en: "Level changed")
      case .renamed: Labels(zh: "更名", en: "Renamed")
      case .corrected: Labels(zh: "更正", en: "Corrected")
      }
    }
  }

  /// One thing that happened to one relic.
  public struct Change: Hashable, Sendable {
    /// What happened.
    public let kind: Kind
    /// The code of the relic.
    public let code: String
    /// Its name.
    public let name: String
    /// The day, as ISO 8601 writes it.
    public let date: String
    /// The document that says so.
    public let document: String?

    /// Makes a change.
    public init(kind: Kind, code: String, name: String, date: String, document: String? = nil) {
      self.kind = kind
      self.code = code
      self.name = name
      self.date = date
      self.document = document
    }
  }

  /// What happened, in the order of a table: by kind, day and code.
  public let changes: [Change]

  /// Brings changes into their order.
  public init(_ changes: [Change]) {
    self.changes = changes.sorted { a, b in
      if a.kind != b.kind { return a.kind.order < b.kind.order }
      return a.date != b.date ? a.date < b.date : CodeOrder.isBefore(a.code, b.code)
    }
  }

  /// How many relics something of the kinds happened to.
  public func relics(_ kinds: Set<Kind>) -> Int {
    Set(changes.filter { kinds.contains($0.kind) }.map(\.code)).count
  }
}

extension YearChanges.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
