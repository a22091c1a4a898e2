/// A working copy and its hub: what is fetched, what is sent, and what a person has to decide.
public struct HubExchange: Sendable {
  let copy: any SharedCopy
  let hub: any SharedHub

  /// The hub as a person names it.
  public var hubName: String { hub.name }

  package init(_ copy: any SharedCopy, _ hub: any SharedHub) {
    self.copy = copy
    self.hub = hub
  }

  /// The state of the copy, which must be one of this hub.
  ///
  /// - Throws: ``HubError/noWorkingCopy(path:)``, ``HubError/otherHub(path:hub:)``.
  func state() throws -> CopyState {
    guard let state = try copy.state() else { throw HubError.noWorkingCopy(path: copy.name) }
    guard try hub.identity() == state.hub else {
      throw HubError.otherHub(path: copy.name, hub: hub.name)
    }
    return state
  }

  /// What is not as the hub has it: what was changed here since it was fetched or sent last.
  static func changes(
    in records: CopyRecords, county: String, note: (RowID?, [String]) throws -> EditNote
  ) rethrows -> [HubPush.Change] {
    var changes: [HubPush.Change] = []
    for (uid, base) in records.bases {
      guard let mine = records.current(base) else {
        changes.append(
          .init(
            uid: uid, code: base.record.code, revision: base.revision, fields: [:],
            record: base.record, isGone: true, note: try note(base.relic, [])))
        continue
      }
      let fields = mine.changes(since: base.record)
      guard !fields.isEmpty else { continue }
      changes.append(
        .init(
          uid: uid, code: base.relic == nil ? county : mine.code, revision: base.revision,
          fields: fields, record: mine, isGone: false,
          note: try note(base.relic, fields.keys.sorted())))
    }
    let linked = Set(records.bases.values.compactMap(\.relic))
    for (relic, mine) in records.relics where !linked.contains(relic) {
      changes.append(
        .init(
          uid: UniqueID.make(), code: mine.code, revision: 0, fields: mine.fields, record: mine,
          isGone: false, note: try note(relic, [])))
    }
    // In one order, whoever sends: two that meet wait for each other once.
    return changes.sorted { CodeOrder.isBefore($0.code, $1.code) }
  }
}

/// What came of fetching.
public struct PullReport: Hashable, Sendable {
  /// The codes of relics that are new here.
  public internal(set) var new: [String] = []
  /// Those that were changed.
  public internal(set) var changed: [String] = []
  /// Those that are gone.
  public internal(set) var gone: [String] = []
  /// The codes of relics that both sides had changed in different fields: both stand now.
  public internal(set) var merged: [String] = []
  /// Whether what the county lists was changed.
  public internal(set) var isCountyChanged = false
  /// What waits to be decided, those of before among it.
  public internal(set) var conflicts: [HubConflict] = []
}

/// What came of sending.
public struct PushReport: Hashable, Sendable {
  /// The codes of what was stored, or would be.
  public internal(set) var stored: [String] = []
  /// How many fields of them changed.
  public internal(set) var fields = 0
  /// What the hub has changed meanwhile, field by field; of relics without a row here both sides have changed
  /// different fields.
  public internal(set) var conflicts: [HubConflict] = []
  /// The codes of what the hub has changed meanwhile.
  public internal(set) var stale: [String] = []
  /// Whether the hub keeps it.
  public internal(set) var isKept = true
}
