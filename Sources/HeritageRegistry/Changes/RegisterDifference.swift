public import Geodesy

/// What the rows of a file would change in a register.
///
/// Rows are in the order of the file, codes of the register in the order of codes.
public struct RegisterDifference: Sendable {
  /// A relic that comes.
  public struct Newcomer: Sendable {
    /// Where its row stands.
    public let place: SiteRecord.Place
    /// The relic with its exact position, and the disclosure that it will have.
    public var site: Site { dossier.site }
    package let dossier: Dossier
  }

  /// A relic of the register of which the file says something else.
  public struct Change: Sendable {
    /// Where its row stands.
    public let place: SiteRecord.Place
    /// The code, as the register has it.
    public var code: String { before.site.code }
    /// The relic as the register has it, with its exact position.
    public var site: Site { before.site }
    /// The fields that change, in the order of ``SiteField``.
    public let fields: [FieldChange]
    package let id: Int64
    package let before: Dossier
    package let after: Dossier
  }

  /// A field that changes.
  public struct FieldChange: Hashable, Sendable {
    /// Which field.
    public let field: SiteField
    /// What the register says, as a cell of an export has it: lists are joined by `;`, former designations
    /// are JSON, and a position is longitude and latitude with a comma between them; nil for nothing.
    public let old: String?
    /// What it will say, in the same form; nil for nothing.
    public let new: String?
    /// Whether the file says it; otherwise it follows from another field that changes.
    public let isGiven: Bool
  }

  /// What a person should look at in a row, though it can be written.
  public struct Remark: Hashable, Sendable {
    /// Where the row stands.
    public let place: SiteRecord.Place
    /// The relic's code.
    public let code: String
    /// The field that is meant; nil for the whole row.
    public let field: SiteField?
    /// What stands there.
    public let value: String?
    /// What there is to know, as a sentence.
    public let rule: Sentence
    /// What could be done; nil where nothing is known.
    public let suggestion: Sentence?

    /// The remark as a problem of a file.
    public var problem: ImportProblem {
      ImportProblem(
        severity: .warning, file: place.file, sheet: place.sheet, line: place.row,
        column: field?.rawValue, value: value, rule: rule, suggestion: suggestion)
    }
  }

  /// A row that cannot be written.
  public struct Refusal: Hashable, Sendable {
    /// Where the row stands.
    public let place: SiteRecord.Place
    /// The number of the record, from 0.
    public let index: Int
    /// Its code.
    public let code: String
    /// The field that is at fault; nil for the whole row.
    public let field: SiteField?
    /// What the row says there.
    public let value: String?
    /// Why, as a sentence.
    public let rule: Sentence
    /// What could be written instead; nil where nothing is known.
    public let suggestion: Sentence?
    /// What could be chosen otherwise; nil where no choice would help.
    public let remedy: Remedy?

    package init(
      place: SiteRecord.Place, index: Int, code: String, field: SiteField? = nil,
      value: String? = nil, rule: Sentence, suggestion: Sentence? = nil, remedy: Remedy? = nil
    ) {
      self.place = place
      self.index = index
      self.code = code
      self.field = field
      self.value = value
      self.rule = rule
      self.suggestion = suggestion
      self.remedy = remedy
    }

    /// The refusal as a problem of a file.
    public var problem: ImportProblem {
      ImportProblem(
        severity: .error, file: place.file, sheet: place.sheet, line: place.row,
        column: field?.rawValue, value: value, rule: rule, suggestion: suggestion, remedy: remedy)
    }
  }

  /// A row that says of itself that it is a stand-in, and is passed over.
  public struct Skip: Hashable, Sendable {
    /// Where the row stands.
    public let place: SiteRecord.Place
    /// Its code.
    public let code: String
  }

  /// A relic that is new, or has got another name or place, and has the name and the place of another.
  public struct LikelyDuplicate: Hashable, Sendable {
    /// Where the relic's row stands.
    public let place: SiteRecord.Place
    /// The relic's code.
    public let code: String
    /// The relic's name.
    public let name: String
    /// The code of the relic that the register has.
    public let presentCode: String
    /// Its name in use.
    public let presentName: String
    /// How far apart they are; nil where one has no position and both lie in one township.
    public let distance: Length?
    /// Whether they share a name; otherwise two names differ by one character.
    public let hasSameName: Bool
  }

  /// Nothing changes.
  public init() {}

  /// The relics that come.
  public internal(set) var new: [Newcomer] = []
  /// The relics that change.
  public internal(set) var changed: [Change] = []
  /// The codes of the relics of which the file says what the register says.
  public internal(set) var unchanged: [String] = []
  /// The codes of relics that the register has and the file does not; they stay.
  public internal(set) var missing: [String] = []
  /// The rows that cannot be written.
  public internal(set) var refused: [Refusal] = []
  /// The rows of stand-ins, which are passed over.
  public internal(set) var skipped: [Skip] = []
  /// What a person should look at, in the order of the rows.
  public internal(set) var remarks: [Remark] = []
  /// The fields that rows of an older table and somebody else have both changed; they stay as they are.
  public internal(set) var conflicts: [Conflict] = []
  /// The files that do not say from which state of the register they were made, or name another register:
  /// what a colleague has changed since cannot be seen in them.
  public internal(set) var blindFiles: Set<String> = []
  /// The codes of the relics whose positions are withheld since they may be tombs, until somebody says
  /// what the public may see.
  public internal(set) var withheld: [String] = []
  /// The relics that may be others of the register, each with its likeliest; they are not merged.
  public internal(set) var likelyDuplicates: [LikelyDuplicate] = []
  /// The codes of the stand-ins that make room: one for each new relic, as long as there are any.
  public internal(set) var leavingStandIns: [String] = []
  package var leavingIDs: [Int64] = []

  /// Whether writing it would leave the relics as they are.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty }
}

/// What an import is doing, for who watches it.
public enum ImportStep: String, Hashable, Sendable {
  /// Rows are compared with the register.
  case comparing
  /// Relics are written.
  case writing
  /// Indexes are built.
  case indexing
}
