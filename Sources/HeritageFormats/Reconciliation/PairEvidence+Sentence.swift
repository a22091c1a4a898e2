import HeritageRegistry
public import Reconciliation
public import Words

extension PairEvidence {
  /// What was found, and what it weighs: `same name (+7.9)`.
  public var sentence: Sentence {
    let tenths = (bits * 10).rounded() / 10
    return Sentence(
      "evidence.weighed",
      ["text": finding.sentence, "bits": (tenths > 0 ? "+" : "") + String(tenths)])
  }
}

extension PairEvidence.Finding {
  /// What was found, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .chance: Sentence("evidence.chance")
    case .sameCode(let code): Sentence("evidence.sameCode", ["code": code])
    case .sameSerial(let a, let b): Sentence("evidence.sameSerial", ["first": a, "second": b])
    case .recycledCode(let code): Sentence("evidence.recycledCode", ["code": code])
    case .otherCodes(let a, let b): Sentence("evidence.otherCodes", ["first": a, "second": b])
    case .names(let relation, let a, let b): Self.names(relation, a, b)
    case .distance(let metres, let within):
      Sentence("evidence.distance", ["metres": Int(metres.rounded()), "within": Int(within)])
    case .sameTownship(let name), .sameVillage(let name):
      Sentence("evidence.sameArea", ["name": name])
    case .otherTownships(let a, let b), .otherVillages(let a, let b):
      Sentence("evidence.otherAreas", ["first": a, "second": b])
    case .sameCategory(let category):
      Sentence("evidence.sameValue", ["value": Self.word(category)])
    case .sameLevel(let level): Sentence("evidence.sameValue", ["value": Self.word(level)])
    case .samePeriod(let period): Sentence("evidence.sameValue", ["value": period])
    case .otherCategories(let a, let b):
      Sentence("evidence.otherValues", ["first": Self.word(a), "second": Self.word(b)])
    case .otherLevels(let a, let b):
      Sentence("evidence.otherValues", ["first": Self.word(a), "second": Self.word(b)])
    case .otherPeriods(let a, let b):
      Sentence("evidence.otherValues", ["first": a, "second": b])
    case .overlappingPeriods(let a, let b):
      Sentence("evidence.overlapping", ["first": a, "second": b])
    }
  }

  private static func word(_ word: some Vocabulary) -> Sentence.Value {
    .either(zh: word.label(in: .zh), en: word.label(in: .en))
  }

  private static func names(_ relation: NameRelation, _ a: String, _ b: String) -> Sentence {
    let names: KeyValuePairs<String, any SentenceValue> = ["first": a, "second": b]
    return switch relation {
    case .same: Sentence("evidence.name.same", names)
    case .withoutPlace: Sentence("evidence.name.withoutPlace", names)
    case .soundAlike, .oneSoundAlike: Sentence("evidence.name.soundAlike", names)
    case .oneEdit: Sentence("evidence.name.oneEdit", names)
    case .sameCore: Sentence("evidence.name.sameCore", names)
    case .contained: Sentence("evidence.name.contained", names)
    case .partial: Sentence("evidence.name.partial", names)
    case .other: Sentence("evidence.name.other", names)
    }
  }
}
