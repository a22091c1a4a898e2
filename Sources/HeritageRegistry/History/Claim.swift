/// What a source says of a field of a relic, whether the register follows it or not.
public struct Claim: Hashable, Sendable {
  /// What the register makes of a claim.
  public enum Rank: String, Vocabulary {
    /// The register says the same.
    case preferred
    /// It is known, and may be right.
    case normal
    /// It is known to be wrong, and kept so that nobody takes it up again.
    case deprecated

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "取舍", en: "rank of a claim") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .preferred: Labels(zh: "采用", en: "preferred")
      case .normal: Labels(zh: "并存", en: "normal")
      case .deprecated: Labels(zh: "不取", en: "deprecated")
      }
    }
  }

  /// Its number in the register, from 1; 0 before it is written.
  public package(set) var number = 0
  /// The field.
  public let field: SiteField
  /// What the source says, as a cell of an export has it.
  public package(set) var value: String
  /// Who says so.
  public let source: String
  /// Until when it is true: a year, a month or a day; nil where nobody says.
  public package(set) var asOf: String?
  /// How the source knows it; nil where nobody says.
  public package(set) var method: String?
  /// What the register makes of it.
  public package(set) var rank: Rank
  /// What else there is to say; nil for nothing.
  public package(set) var note: String?

  /// Makes a claim.
  public init(
    _ field: SiteField, _ value: String, source: String, asOf: String? = nil,
    method: String? = nil, rank: Rank = .normal, note: String? = nil
  ) {
    self.field = field
    self.value = value
    self.source = source
    self.asOf = asOf
    self.method = method
    self.rank = rank
    self.note = note
  }

  /// The fields of which nothing can be claimed: what the register decides itself, or keeps elsewhere.
  public static let unclaimed: Set<SiteField> = [.code, .state, .disclosure, .provenance, .sources]
}

extension Registry {
  /// What sources say of a relic, by field in the order of an export, the preferred claim first.
  ///
  /// - Throws: ``EditError/noClaims(path:)`` for the public, and where the register keeps none;
  ///   ``RegistryError/siteNotFound(code:nearest:)``.
  public func claims(of code: String) throws -> [Claim] {
    try read { state in
      guard audience == .staff, try state.holdsExactPositions else {
        throw EditError.noClaims(path: path)
      }
      return try state.claims(of: try state.relic(code).id).inOrder
    }
  }
}

extension [Claim] {
  /// By field, rank and number.
  fileprivate var inOrder: [Claim] {
    let fields = SiteField.allCases
    func place(_ claim: Claim) -> (Int, Int, Int) {
      (
        fields.firstIndex(of: claim.field) ?? 0,
        Claim.Rank.allCases.firstIndex(of: claim.rank) ?? 0, claim.number
      )
    }
    return sorted { place($0) < place($1) }
  }
}
