import Foundation

/// A push that has been sent and not answered yet, with what it holds: the register may change meanwhile.
struct PendingPush: Codable {
  struct Entry: Codable {
    let uid: String
    /// The row here; nil for what the county lists.
    let relic: RowID?
    let isGone: Bool
    /// The record as JSON.
    let record: String
  }

  let id: String
  let entries: [Entry]

  init(_ push: HubPush) {
    id = push.id
    entries = push.changes.map { change in
      Entry(
        uid: change.uid, relic: change.relic, isGone: change.isGone,
        record: change.record.json)
    }
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(PendingPush.self, from: Data(json.utf8))
  }

  var json: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}
