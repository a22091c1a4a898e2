/// Changes of a relic that somebody proposes and somebody else decides.
public struct Draft: Hashable, Sendable {
  /// What became of a draft.
  public enum State: String, Vocabulary {
    case open, approved, rejected

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "草稿状态", en: "state of the draft") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .open: Labels(zh: "待审", en: "open")
      case .approved: Labels(zh: "已批准", en: "approved")
      case .rejected: Labels(zh: "已退回", en: "rejected")
      }
    }
  }

  /// A field that is to change.
  public struct Item: Hashable, Sendable {
    /// The key of the field, or of what belongs to a relic.
    public let key: String
    /// What it said when the draft was written, as a cell of an export has it; nil for nothing.
    public let base: String?
    /// What it is to say, as it was typed; empty for nothing.
    public let new: String

    /// Makes an item.
    public init(key: String, base: String?, new: String) {
      self.key = key
      self.base = base
      self.new = new
    }
  }

  /// Its number, from 1.
  public let number: Int
  /// Who proposes it, why, on which source, when.
  public let note: EditNote
  /// The relic's code.
  public let code: String
  /// The fields that are to change.
  public let items: [Item]
  /// What became of it.
  public let state: State
  /// Who decided it; nil while it is open.
  public let reviewer: String?
  /// Why it was rejected; nil where nobody said.
  public let reason: String?
  /// The edit that an approval made.
  public let edit: Int?

  package init(
    number: Int, note: EditNote, code: String, items: [Item], state: State, reviewer: String?,
    reason: String?, edit: Int?
  ) {
    self.number = number
    self.note = note
    self.code = code
    self.items = items
    self.state = state
    self.reviewer = reviewer
    self.reason = reason
    self.edit = edit
  }
}

extension Registry {
  /// The drafts, oldest first, those that are open or all; the public sees none.
  ///
  /// - Throws: ``EditError/noHistory(path:)``.
  public func drafts(all: Bool = false) throws -> [Draft] {
    try read { state in
      guard audience == .staff, let drafts = try state.drafts else {
        throw EditError.noHistory(path: path)
      }
      return all ? drafts : drafts.filter { $0.state == .open }
    }
  }
}
