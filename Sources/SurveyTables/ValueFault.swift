import HeritageRegistry
import Words

/// What is wrong with a value: the rule that it breaks, and what could be written instead.
struct ValueFault: Error, Hashable, Sendable {
  /// The rule, as a sentence.
  let rule: Sentence
  /// What could be written instead, or done.
  let suggestion: Sentence?
  /// What whoever reads the table could choose otherwise.
  let remedy: Remedy?

  init(_ rule: Sentence, suggestion: Sentence? = nil, remedy: Remedy? = nil) {
    self.rule = rule
    self.suggestion = suggestion
    self.remedy = remedy
  }
}
