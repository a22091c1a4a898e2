/// A field that was changed on both sides since they were equal, differently.
public struct HubConflict: Hashable, Sendable {
  /// The identity of the relic in the hub.
  package let uid: String
  /// The code of the relic, or of the county.
  public let code: String
  /// The field; ``HubConflict/existence`` where one side has taken the relic away, or both have made it.
  public let field: String
  /// What it was when both were equal; nil for nothing.
  public let base: String?
  /// What it is here.
  public let mine: String?
  /// What it is in the hub.
  public let theirs: String?
  /// Who changed it in the hub.
  public let who: String?
  /// When, by the clock of the hub.
  public let time: String?

  /// The field of a conflict about whether there is the relic.
  public static let existence = "relic"

  package init(
    uid: String, code: String, field: String, base: String?, mine: String?, theirs: String?,
    who: String?, time: String?
  ) {
    (self.uid, self.code, self.field) = (uid, code, field)
    (self.base, self.mine, self.theirs) = (base, mine, theirs)
    (self.who, self.time) = (who, time)
  }
}

/// Two records that were one: what is taken over from the hub, and what nobody but a person can decide.
package struct SharedMerge {
  /// The fields that the hub alone has changed, with its values.
  package private(set) var taken: [String: SharedValue] = [:]
  /// The fields that both have changed, differently.
  package private(set) var disputed: [String] = []
  /// The fields that only this side has changed.
  package private(set) var own: [String] = []

  /// Fields that mean something together: where a relic is, what is withheld of it, and what of its zones.
  private static let bundle = [
    "site.disclosure", "site.geom", "site.coord_accuracy_m", "site.coord_method", "site.village",
    "site.address", "site.coord_verbatim", "site.coord_system", "site.coord_source",
    "exact_position.geom", "exact_position.coord_accuracy_m", "exact_position.coord_method",
    "exact_position.coord_source", "exact_position.coord_verbatim", "exact_position.coord_system",
    "exact_position.village", "exact_position.address",
  ]

  /// Compares a record here and in the hub with what they were.
  package init(base: SharedRecord, mine: SharedRecord, theirs: SharedRecord) {
    let (here, there) = (mine.changes(since: base), theirs.changes(since: base))
    let both = Set(here.keys).intersection(there.keys)
    var clashing = both.filter { mine[$0] != theirs[$0] }
    // A position of one office with the disclosure of another was never anybody's.
    let movedHere = Self.bundle.filter { here[$0] != nil && mine[$0] != theirs[$0] }
    let movedThere = Self.bundle.filter { there[$0] != nil && mine[$0] != theirs[$0] }
    if !movedHere.isEmpty, !movedThere.isEmpty { clashing.formUnion(movedHere + movedThere) }
    disputed = clashing.sorted()
    taken = there.filter { !clashing.contains($0.key) && mine[$0.key] != $0.value }
    own = here.keys.filter { !clashing.contains($0) && there[$0] == nil }.sorted()
  }
}
