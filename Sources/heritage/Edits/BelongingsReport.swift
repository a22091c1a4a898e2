import HeritageRegistry
import Words

/// What an edit did to the groups of a relic and to the readings of its names, for a person.
struct BelongingsReport {
  private let belongings: GivenBelongings
  private let code: String
  private let before: [String]
  private let outcome: EditOutcome

  /// - Parameter before: The keys of the groups that the relic was in.
  init(_ belongings: GivenBelongings, of code: String, before: [String], _ outcome: EditOutcome) {
    self.belongings = belongings
    self.code = code
    self.before = before
    self.outcome = outcome
  }

  /// Says what became of them, where anything did.
  func say(_ options: ChangeOptions) {
    func touches(_ table: String) -> Bool { outcome.changes.contains { $0.table == table } }
    if let groups = belongings.groups, touches("group_member") {
      options.note(
        Sentence("edit.groups", ["code": code, "old": Self.said(before), "new": Self.said(groups)]))
    }
    guard let readings = belongings.readings, touches("name_reading") else { return }
    options.note(
      Sentence(
        "edit.readings",
        ["code": code, "readings": Self.said(readings.map { "\($0.name) \($0.pinyin)" })]))
  }

  private static func said(_ texts: [String]) -> Sentence.Value {
    texts.isEmpty ? Labels(zh: "（空）", en: "(nothing)").sentenceValue : texts.sentenceValue
  }
}
