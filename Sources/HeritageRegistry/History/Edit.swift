/// An edit of the register: everything that one person changed at one time.
public struct Edit: Hashable, Sendable {
  /// What kind of edit it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A person changed something.
    case edit
    /// A table was imported.
    case `import`
    /// A table of points was loaded into an empty register; what came with it is not listed.
    case load
    /// An edit was taken back.
    case undo
    /// A draft was approved.
    case approve
    /// Somebody stands for what another program changed.
    case adopt
    /// Another program changed something.
    case outside
  }

  /// Its number, in the order of the edits, from 1.
  public let number: Int
  /// What kind of edit it is.
  public let kind: Kind
  /// Who made it, why, on which source, when.
  ///
  /// Of another program's, only when it was noticed is known.
  public let note: EditNote
  /// The edit that is taken back or adopted; nil for any other.
  public let about: Int?
  /// The edit that adopted this one; nil where none did.
  public let adoptedBy: Int?
  /// The digest of the edit, its changes and the digest before it: 64 hexadecimal digits.
  public let digest: String

  package init(
    number: Int, kind: Kind, note: EditNote, about: Int? = nil, adoptedBy: Int? = nil,
    digest: String
  ) {
    self.number = number
    self.kind = kind
    self.note = note
    self.about = about
    self.adoptedBy = adoptedBy
    self.digest = digest
  }
}

extension Edit.Kind: Vocabulary {
  /// What messages call it.
  public static let noun = Labels(zh: "修改方式", en: "kind of edit")

  /// What people read.
  public var labels: Labels {
    switch self {
    case .edit: Labels(zh: "修改", en: "edit")
    case .import: Labels(zh: "导入", en: "import")
    case .load: Labels(zh: "装入", en: "load")
    case .undo: Labels(zh: "撤回", en: "undo")
    case .approve: Labels(zh: "批准", en: "approval")
    case .adopt: Labels(zh: "认领", en: "adoption")
    case .outside: Labels(zh: "其他程序", en: "other program")
    }
  }
}
