/// What CQL2 can do with operands: its operators and its standardized functions.
///
/// The raw value is the name in CQL2 JSON; text writes some of them otherwise (`IS NULL`, `NOT
/// IN`). Source: OGC 21-065r2, annexes B (BNF) and C (JSON Schema).
public enum FilterOperation: String, Hashable, Sendable, CaseIterable {
  case and
  case or
  case not
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case like
  case between
  case `in`
  case isNull
  case casei
  case accenti
  case sContains = "s_contains"
  case sCrosses = "s_crosses"
  case sDisjoint = "s_disjoint"
  case sEquals = "s_equals"
  case sIntersects = "s_intersects"
  case sOverlaps = "s_overlaps"
  case sTouches = "s_touches"
  case sWithin = "s_within"
  case tAfter = "t_after"
  case tBefore = "t_before"
  case tContains = "t_contains"
  case tDisjoint = "t_disjoint"
  case tDuring = "t_during"
  case tEquals = "t_equals"
  case tFinishedBy = "t_finishedBy"
  case tFinishes = "t_finishes"
  case tIntersects = "t_intersects"
  case tMeets = "t_meets"
  case tMetBy = "t_metBy"
  case tOverlappedBy = "t_overlappedBy"
  case tOverlaps = "t_overlaps"
  case tStartedBy = "t_startedBy"
  case tStarts = "t_starts"
  case aContainedBy = "a_containedBy"
  case aContains = "a_contains"
  case aEquals = "a_equals"
  case aOverlaps = "a_overlaps"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case remainder = "%"
  case integerDivide = "div"

  /// What an operation is for; operands and result follow from it.
  enum Family {
    case logic, comparison, like, between, among, isNull, folding
    case spatial, instants, intervals, array, arithmetic
  }

  var family: Family {
    switch self {
    case .and, .or, .not: .logic
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: .comparison
    case .like: .like
    case .between: .between
    case .in: .among
    case .isNull: .isNull
    case .casei, .accenti: .folding
    case .sContains, .sCrosses, .sDisjoint, .sEquals, .sIntersects, .sOverlaps, .sTouches, .sWithin:
      .spatial
    case .tAfter, .tBefore, .tDisjoint, .tEquals, .tIntersects: .instants
    case .tContains, .tDuring, .tFinishedBy, .tFinishes, .tMeets, .tMetBy, .tOverlappedBy,
      .tOverlaps, .tStartedBy, .tStarts:
      .intervals
    case .aContainedBy, .aContains, .aEquals, .aOverlaps: .array
    case .add, .subtract, .multiply, .divide, .power, .remainder, .integerDivide: .arithmetic
    }
  }

  /// How many operands there have to be; `and` and `or` take more than that.
  var operandCount: Int {
    switch self {
    case .not, .isNull, .casei, .accenti: 1
    case .between: 3
    default: 2
    }
  }

  /// Whether text writes it as a name with its operands in parentheses.
  var isCall: Bool {
    switch family {
    case .folding, .spatial, .instants, .intervals, .array: true
    default: false
    }
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

  /// The operation of a name, in small letters or large ones.
  init?(name: String) {
    guard let operation = Self.byName[name.lowercased()] else { return nil }
    self = operation
  }
}
