public import Words

/// What a reader of a file should know of what its format cannot hold, or has changed.
public enum ExportRemark: Hashable, Sendable {
  /// So many relics have no position and were left out; whether they could have been kept.
  case unlocated(Int, canBeKept: Bool)
  /// So many cells could run as a formula and were given an apostrophe, see `FormulaText`.
  case neutralised(Int)
  /// So many positions are left where they are by a datum of web maps.
  case unshifted(Int)
  /// The format has no place for the fields of these keys.
  case noPlace([String])
  /// The format has no place for who is to be named.
  case noCredits(String)

  /// What is said; options are the asker's to name.
  public var sentence: Sentence {
    switch self {
    case .unlocated(let count, _): Sentence("export.unlocated", ["count": count])
    case .neutralised(let count): Sentence("export.neutralised", ["count": count])
    case .unshifted(let count): Sentence("export.unshifted", ["count": count])
    case .noPlace(let names): Sentence("export.noPlace", ["names": names])
    case .noCredits(let credits): Sentence("export.noCredits", ["credits": credits])
    }
  }

  /// The remarks that have something to say.
  static func list(_ remarks: ExportRemark...) -> [ExportRemark] {
    remarks.filter { remark in
      switch remark {
      case .unlocated(let count, _), .neutralised(let count), .unshifted(let count): count > 0
      case .noPlace, .noCredits: true
      }
    }
  }
}
