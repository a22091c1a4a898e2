import Foundation
package import HeritageRegistry

extension Hub {
  package func answer(to push: String, of county: String) throws -> HubAnswer? {
    try pool.use { hub in
      try hub.inTransaction {
        // One that is still being written holds the county.
        try hub.query("SELECT staff.enter($1::text)", [county])
        return try answer(to: push, in: hub)
      }
    }
  }

  private func answer(to push: String, in hub: HubConnection) throws -> HubAnswer? {
    try hub.query("SELECT answer FROM staff.push WHERE id = $1::uuid", [push]).first?.text(0)
      .map { try JSONDecoder().decode(HubAnswer.self, from: Data($0.utf8)) }
  }

  package func push(_ push: HubPush) throws -> HubAnswer {
    var attempts = 0
    while true {
      do {
        return try pool.use { hub in
          do { return try once(push, in: hub) } catch let fault as HubFault where fault.isPassing {
            throw Passing(fault: fault)
          }
        }
      } catch let passing as Passing {
        attempts += 1
        guard attempts < 5 else { throw passing.fault.error(of: name) }
      }
    }
  }

  /// A push that may succeed when it is made again.
  private struct Passing: Error { let fault: HubFault }

  private func once(_ push: HubPush, in hub: HubConnection) throws -> HubAnswer {
    try HubSchema.check(hub)
    // Who is not heard of any more holds the county no longer than a minute.
    try hub.execute(
      """
      BEGIN; SET LOCAL statement_timeout = '5min';
      SET LOCAL idle_in_transaction_session_timeout = '1min'
      """)
    do {
      try hub.query("SELECT staff.enter($1::text)", [push.county])
      if let known = try answer(to: push.id, in: hub) {
        try hub.execute("ROLLBACK")
        return known
      }
      try refuseOlder(push, in: hub)
      let (answer, isKept) = try write(push, in: hub)
      if !isKept || push.isRehearsal {
        // What is refused at the end is refused in a rehearsal too.
        if isKept { try hub.execute("SET CONSTRAINTS ALL IMMEDIATE") }
        try hub.execute("ROLLBACK")
      } else {
        let text = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        try hub.query(
          "INSERT INTO staff.push (id, county, answer) VALUES ($1::uuid, $2::text, $3::text)",
          [push.id, push.county, text])
        try hub.execute("COMMIT")
      }
      return answer
    } catch {
      hub.rollBack()
      throw error
    }
  }

  /// Writes the changes that the hub has nothing newer of, in the transaction that is open.
  private func write(_ push: HubPush, in hub: HubConnection) throws -> (HubAnswer, isKept: Bool) {
    var answer = HubAnswer()
    let rows = try hub.query(
      "SELECT uid, rev, id FROM heritage.relic_key WHERE uid = ANY($1::uuid[])",
      [HubArray(push.changes.map(\.uid).filter { $0 != push.county })])
    let known = Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0.requiredText(0), (revision: $0.integer(1) ?? 0, id: $0.id(2)))
      })
    let listed =
      try hub.query("SELECT rev FROM heritage.county WHERE code = $1::text", [push.county]).first?
      .integer(0)
    guard let listed else { throw HubError.noCounty(hub: name, code: push.county) }
    let newKeys = push.changes.filter { $0.revision == 0 }.map { CodeOrder.key($0.code) }
    let taken = try taken(newKeys, push, in: hub)
    let isStale: (HubPush.Change) -> Bool = { change in
      if change.uid == push.county { return change.revision != listed }
      if change.revision == 0 { return taken.contains(Array(CodeOrder.key(change.code).utf8)) }
      return known[change.uid]?.revision != change.revision
    }
    answer.stale = push.changes.filter(isStale).map(\.uid)
    guard answer.stale.isEmpty || push.isPartial else { return (answer, false) }
    var writer = try HubRecordWriter(hub, county: push.county)
    let changes = push.changes.filter { !isStale($0) }
    var written: [(change: HubPush.Change, id: RowID)] = []
    let edits = try edits(of: changes, in: push.id, hub)
    var new = try hub.numbers(
      changes.count { $0.revision == 0 && !$0.isGone }, of: "heritage.relic_key")[...]
    // Townships and groups come before what refers to them.
    for change in changes.filter({ $0.uid == push.county })
      + changes.filter({ $0.uid != push.county })
    {
      try hub.queue(
        "SELECT set_config('heritage.edit', $1::text, true)", [edits[HubEdit(change.note)]])
      if change.uid == push.county {
        try writer.writeCounty(change.record, fields: Set(change.fields.keys))
        try writer.lookUp()
        continue
      }
      var id = known[change.uid]?.id ?? 0
      if change.isGone {
        try writer.remove(id)
      } else {
        if change.revision == 0 {
          id = new.removeFirst()
          try writer.insert(
            "heritage.relic_key",
            [
              ("id", String(id)), ("uid", change.uid), ("county", push.county),
              ("code", change.code),
            ])
        }
        try writer.write(
          change.record, fields: Set(change.fields.keys), to: id, isNew: change.revision == 0)
      }
      written.append((change, id))
    }
    for (change, id) in written where !change.isGone && change.fields["succession"] != nil {
      try writer.writeSuccession(change.record, of: id)
    }
    for row in try hub.query(
      "SELECT uid, rev FROM heritage.relic_key WHERE uid = ANY($1::uuid[])",
      [HubArray(written.map(\.change.uid))])
    { answer.stored[row.requiredText(0)] = row.integer(1) }
    if changes.contains(where: { $0.uid == push.county }) {
      answer.stored[push.county] =
        try hub.query("SELECT rev FROM heritage.county WHERE code = $1::text", [push.county])
        .first?.integer(0)
    }
    return (answer, true)
  }

  /// Refuses a push of a copy that has fetched more than the hub knows: what it would write is lost where the
  /// offices work.
  private func refuseOlder(_ push: HubPush, in hub: HubConnection) throws {
    let seq = try hub.query(
      """
      SELECT greatest(c.seq, (SELECT max(k.seq) FROM heritage.relic_key k WHERE k.county = c.code))
      FROM heritage.county c WHERE c.code = $1::text
      """, [push.county]
    ).first?.integer(0)
    if let seq, seq < push.copy.seq {
      throw HubError.olderHub(path: push.copy.name, hub: name)
    }
  }

  /// Which of the keys of codes the county has given already, as bytes.
  ///
  /// - Throws: `HubError.codeTaken(hub:code:county:)` for one of another county, which no pull would bring.
  private func taken(
    _ keys: [String], _ push: HubPush, in hub: HubConnection
  ) throws -> Set<[UInt8]> {
    let rows = try hub.query(
      """
      SELECT code_key, county, code FROM heritage.relic_key
      WHERE code_key = ANY($1::text[]) AND NOT gone ORDER BY code_key
      """, [HubArray(keys)])
    if let other = rows.first(where: { $0.text(1) != push.county }) {
      throw HubError.codeTaken(hub: name, code: other.requiredText(2), county: other.text(1))
    }
    return Set(rows.map { Array($0.requiredText(0).utf8) })
  }

  /// The edits that changes belong to, one for each that the office made, with their numbers.
  private func edits(
    of changes: [HubPush.Change], in push: String, _ hub: HubConnection
  ) throws -> [HubEdit: RowID] {
    var notes: [HubEdit: EditNote] = [:]
    var order: [HubEdit] = []
    for note in changes.map(\.note) {
      let edit = HubEdit(note)
      if notes.updateValue(note, forKey: edit) == nil { order.append(edit) }
    }
    let ids = try hub.numbers(order.count, of: "staff.edit")
    for (id, edit) in zip(ids, order) {
      let note = notes[edit]
      try hub.queue(
        """
        INSERT INTO staff.edit (id, push, said_at, who, why, source)
        VALUES ($1::bigint, $2::uuid, $3, $4, $5, $6)
        """, [id, push, note?.time, note?.who, note?.why, note?.source])
    }
    return Dictionary(uniqueKeysWithValues: zip(order, ids))
  }

  /// What tells the edits of a push apart.
  private struct HubEdit: Hashable {
    private let parts: [String?]

    init(_ note: EditNote) { parts = [note.who, note.why, note.source, note.time] }
  }
}
