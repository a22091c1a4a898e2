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
    in records: CopyRecords, county: String,
    notes: ([(relic: RowID?, fields: [String])]) throws -> [EditNote]
  ) rethrows -> [HubPush.Change] {
    var changes: [HubPush.Change] = []
    var asked: [(relic: RowID?, fields: [String])] = []
    func add(
      _ uid: String, _ code: String, _ revision: Int, _ fields: [String: SharedValue],
      _ record: SharedRecord, _ relic: RowID?, isGone: Bool = false
    ) {
      changes.append(
        .init(
          uid: uid, code: code, revision: revision, fields: fields, record: record, isGone: isGone,
          relic: relic))
      asked.append((relic, isGone || revision == 0 ? [] : fields.keys.sorted()))
    }
    for (uid, base) in records.bases {
      guard let mine = records.current(base) else {
        add(uid, base.record.code, base.revision, [:], base.record, base.relic, isGone: true)
        continue
      }
      let fields = mine.changes(since: base.record)
      guard !fields.isEmpty else { continue }
      add(
        uid, base.relic == nil ? county : mine.code, base.revision, fields, mine, base.relic)
    }
    let linked = Set(records.bases.values.compactMap(\.relic))
    for (relic, mine) in records.relics where !linked.contains(relic) {
      add(UniqueID.make(), mine.code, 0, mine.fields, mine, relic)
    }
    for (place, note) in try notes(asked).enumerated() { changes[place].note = note }
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
