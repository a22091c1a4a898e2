public import HeritageRegistry

/// What of a survey goes into the register: what is sure, and what somebody decided.
///
/// A relic keeps the register's code and, under another name, its old name as a former one; the code that the
/// survey gave it stands in the field of that survey, or is cited with the survey's name.
public struct SurveyAdoption: Sendable {
  /// What is written.
  ///
  /// - Throws: ``SurveyFault/alone(_:code:place:)`` where one part alone of what was split or merged is decided.
  public var changes: SurveyChanges {
    get throws {
      if let lonePart { throw lonePart }
      return settled
    }
  }

  private let settled: SurveyChanges
  private let lonePart: SurveyFault?
  /// Pairs, and what was split or merged, that nobody has decided.
  public let undecided: Int
  /// Fields of relics that the survey leaves empty, or knows less well, and that stay as they are.
  public let keptFields: Int
  /// Decisions that name no relic of the register or no row of the survey.
  public let unused: Int
  /// The counts as letters of acceptance print them, with what was decided.
  public let counts: SurveyCounts
  /// What was decided, and what stands as it was proposed.
  let standing: SurveyStanding

  /// Relics that nobody has said to be gone, though the survey has them no more.
  public var waitingGone: Int { standing.looseFirsts.count }
  /// Rows that nobody has said to be new relics, though the register does not have them.
  public var waitingNew: Int { standing.looseSeconds.count }

  /// How a survey is cited.
  public struct Citation: Sendable {
    /// What it is called: 四普.
    public var name: String
    /// The document that says what is gone, split or merged, where no decision names one.
    public var document: String?
    /// The date of the survey, where no decision has one.
    public var date: String?

    /// Names a survey.
    public init(name: String, document: String? = nil, date: String? = nil) {
      (self.name, self.document, self.date) = (name, document, date)
    }
  }

  /// Takes what was decided, then what is sure and not decided otherwise.
  ///
  /// A person may decide for another candidate by writing its code in place of the one that was proposed.
  ///
  /// - Throws: ``SurveyFault`` where a relic or a row is decided to be two, a reason or a date is missing;
  ///   `EditError.usedCode(_:)` for a new relic with the code of another.
  public init(
    _ comparison: SurveyComparison, _ decisions: SurveyDecisions, _ survey: Citation,
    in registry: Registry
  ) throws {
    let standing = try SurveyStanding(comparison, decisions, survey.name)
    let writer = SurveyRecords(comparison, survey.name)
    var changes = SurveyChanges()
    let codes = try NewCodes(standing, comparison, registry)
    var keptFields = 0
    for pair in standing.same {
      keptFields += writer.kept(pair.second, of: pair.first).count
      changes.records.append(writer.record(pair.second, of: pair.first))
    }
    for second in standing.newcomers {
      changes.records.append(writer.record(second, as: codes[second]))
      changes.newCodes.insert(codes[second])
    }
    func code(_ first: Int) -> String { comparison.dossiers[first].site.code }
    func event(
      _ state: RelicState, _ decided: SurveyDecided, _ code: String
    ) throws -> LifecycleEvent {
      guard let date = decided.date ?? survey.date else { throw SurveyFault.noDate(code: code) }
      return LifecycleEvent(
        state: state, date: date, document: decided.document ?? survey.document ?? survey.name,
        cause: decided.reason)
    }
    for (first, decided) in standing.gone
    where comparison.dossiers[first].site.state != .destroyed {
      guard decided.reason != nil else { throw SurveyFault.noReason(code: code(first)) }
      changes.gone.append((code(first), try event(.destroyed, decided, code(first))))
    }
    for (first, parts) in standing.splits {
      changes.replacements.append(
        SurveyChanges.Replacement(
          codes: [code(first)], successors: parts.map { codes[$0.second] },
          event: try event(.split, parts[0].decided, code(first))))
    }
    for (second, parts) in standing.mergers {
      changes.replacements.append(
        SurveyChanges.Replacement(
          codes: parts.map { code($0.first) }, successors: [codes[second]],
          event: try event(.merged, parts[0].decided, code(parts[0].first))))
    }
    settled = changes
    lonePart = standing.halves.first.map {
      .alone($0.decision, code: code($0.first), place: comparison.records[$0.second].place)
    }
    self.standing = standing
    self.keptFields = keptFields
    undecided = standing.undecided
    unused = standing.unused
    counts = standing.counts
  }
}

/// The codes that new relics get: those that somebody chose, those of the survey where the register numbers its
/// relics so, or the next free ones.
private struct NewCodes {
  private var codes: [Int: String] = [:]

  init(
    _ standing: SurveyStanding, _ comparison: SurveyComparison, _ registry: Registry
  ) throws {
    var taken: Set<String> = []
    var series: [Substring: Int] = [:]
    func prefix(_ code: String) -> Substring {
      code.dropLast(code.reversed().prefix { $0.isASCII && $0.isNumber }.count)
    }
    if !standing.newcomers.isEmpty {
      for dossier in comparison.dossiers { series[prefix(dossier.site.code), default: 0] += 1 }
    }
    let most = series.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    for second in standing.newcomers {
      let own = comparison.records[second].site.code
      let chosen = standing.chosenCodes[second]
      guard let code = chosen ?? (prefix(own) == most ? own : nil) else { continue }
      let isFree = try !taken.contains(CodeOrder.key(code)) && !registry.isUsed(code)
      if isFree {
        taken.insert(CodeOrder.key(code))
        codes[second] = code
      } else if chosen != nil {
        throw EditError.usedCode(code)
      }
    }
    let others = standing.newcomers.filter { codes[$0] == nil }
    guard !others.isEmpty else { return }
    let free = try registry.nextCodes(others.count, beside: Set(codes.values))
    for (second, code) in zip(others, free) { codes[second] = code }
  }

  subscript(second: Int) -> String { codes[second] ?? "" }
}
