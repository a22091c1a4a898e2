/// What is wrong with a value: the rule that it breaks, and what could be written instead.
struct ValueFault: Error, Hashable, Sendable {
  /// The rule, as a sentence.
  let rule: String
  /// What could be written instead, or done.
  let suggestion: String?

  init(_ rule: String, suggestion: String? = nil) {
    self.rule = rule
    self.suggestion = suggestion
  }
}
