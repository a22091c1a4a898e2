/// What becomes of a relic by a document: the state that it had and the one that it gets, and what stands for it.
public struct Fate: Hashable, Sendable {
  /// The relic's code, as the register has it.
  public let code: String
  /// Its name in use.
  public let name: String
  /// The state before; nil where it simply existed.
  public let before: RelicState?
  /// The state after; nil where it exists again as before.
  public let after: RelicState?
  /// The codes of the relics that stand for it from now on; none where it was neither merged nor split.
  public let successors: [String]
}
