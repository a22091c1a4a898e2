import HeritageRegistry

/// A statement, or a part of one, whose values stand as `?` until it is sent.
struct HubSQL {
  var text: String
  var values: [any HubValue] = []

  init(_ text: String, _ values: [any HubValue] = []) {
    self.text = text
    self.values = values
  }

  /// The text with its values numbered, as PostgreSQL wants them.
  var numbered: String {
    var (number, text) = (0, "")
    for character in self.text {
      guard character == "?" else {
        text.append(character)
        continue
      }
      number += 1
      text += "$\(number)"
    }
    return text
  }
}

extension HubConnection {
  /// Numbers for new rows of a table.
  func numbers(_ count: Int, of table: String) throws -> [RowID] {
    guard count > 0 else { return [] }
    return try query(
      """
      SELECT nextval(pg_get_serial_sequence('\(table)', 'id')) FROM generate_series(1, $1::bigint)
      """, [count]
    ).map { $0.id(0) }
  }

  /// Runs a statement and gives all its rows at once.
  func query(_ statement: HubSQL) throws -> HubResult {
    try query(statement.numbered, statement.values)
  }

  /// Gives `body` the rows of a statement some at a time until it returns false, for other statements may run
  /// in between; to be called in a transaction.
  func forEachFetched(_ statement: HubSQL, _ body: (HubRow) throws -> Bool) throws {
    cursors += 1
    let name = "c\(cursors)"
    try query(
      "DECLARE \(name) NO SCROLL CURSOR FOR \(statement.numbered)", statement.values, once: true)
    // A failed transaction closes its cursors itself.
    defer { _ = try? execute("CLOSE \(name)") }
    var size = 200
    while true {
      let rows = try execute("FETCH \(size) FROM \(name)")
      for row in rows { guard try body(row) else { return } }
      guard rows.count == size else { return }
      size = min(4 * size, 5000)
    }
  }
}
