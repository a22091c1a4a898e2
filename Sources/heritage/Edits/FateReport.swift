import HeritageRegistry
import Words

/// What becomes of relics, for a person.
struct FateReport {
  let fates: [Fate]
  let options: ChangeOptions

  /// Says what became of each, and in which edit.
  func say(as message: (Int) -> Sentence) throws {
    sayEach()
    try ChangeReport.sayNumber(of: options, as: message)
  }

  /// Says what would become of each.
  func sayRehearsed() {
    sayEach()
    options.note(Sentence("edit.dryRun"))
  }

  private func sayEach() {
    for fate in fates {
      options.note(
        Sentence(
          "fate.change",
          [
            "code": fate.code, "name": fate.name, "before": Self.words(fate.before),
            "after": Self.words(fate.after),
          ]))
      guard !fate.successors.isEmpty else { continue }
      options.note(
        Sentence("fate.successors", ["code": fate.code, "codes": fate.successors]))
    }
  }

  /// The state as people call it.
  static func words(_ state: RelicState?) -> Labels {
    state?.labels ?? Labels(zh: "现存", en: "existing")
  }
}
