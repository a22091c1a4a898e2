extension HubExchange {
  /// Brings a register into a hub as a county of its own, and makes it that county's working copy.
  ///
  /// - Parameter code: The code of the county.
  /// - Returns: How many relics the hub has of it, stand-ins among them.
  /// - Throws: ``HubError/countyExists(hub:code:)``.
  package func join(
    as code: String,
    link: (String, Int, SharedRecord, [(uid: String, relic: RowID, record: SharedRecord)]) throws ->
      Void
  ) throws -> Int {
    let records = try copy.records()
    let relics = records.relics.sorted { CodeOrder.isBefore($0.value.code, $1.value.code) }
      .map { (uid: UniqueID.make(), relic: $0.key, record: $0.value) }
    let identity = try hub.identity()
    let seq = try hub.load(code, records.county, relics.map { ($0.uid, $0.record) })
    try link(identity, seq, records.county, relics)
    return relics.count
  }
}
