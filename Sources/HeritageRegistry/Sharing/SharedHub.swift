/// A hub as a working copy sees it: counties whose records have revisions.
package protocol SharedHub: Sendable {
  /// The hub as a person names it.
  var name: String { get }

  /// The hub's own identity, which its working copies know it by.
  func identity() throws -> String

  /// What of a county has changed behind a change, and the last change there is: one state of the hub, in
  /// which no change before that is still to come.
  ///
  /// - Throws: ``HubError/noCounty(hub:code:)``.
  func changes(of county: String, behind seq: Int) throws -> HubChanges

  /// Writes changes where the hub still has what they were made from: all of them, or, where the push is no
  /// partial one, none. A push that was answered before is given the same answer.
  ///
  /// - Throws: ``HubError``, among it ``HubError/codeTaken(hub:code:county:)`` where another county has given the
  ///   code of a new relic, ``HubError/olderHub(path:hub:)`` where the copy has fetched more than the hub knows.
  func push(_ push: HubPush) throws -> HubAnswer

  /// What a push was answered; nil where it never came. One that is still being written is waited for.
  func answer(to push: String, of county: String) throws -> HubAnswer?

  /// Writes a county that the hub does not have yet: all of it, or nothing.
  ///
  /// - Returns: The last change.
  /// - Throws: ``HubError/countyExists(hub:code:)``.
  func load(_ county: String, _ list: SharedRecord, _ relics: [(uid: String, record: SharedRecord)])
    throws -> Int
}

/// A record of a hub, at a revision.
package struct HubRecord: Sendable {
  /// The identity of a relic; the code of a county for what that lists.
  package let uid: String
  /// The code of the relic or county.
  package let code: String
  package let record: SharedRecord
  package let revision: Int
  /// Whether the relic has been taken away.
  package let isGone: Bool
  /// Who made the revision, when by the clock of the hub, why and from which source.
  package let note: EditNote

  package init(
    uid: String, code: String, record: SharedRecord, revision: Int, isGone: Bool, note: EditNote
  ) {
    (self.uid, self.code, self.record) = (uid, code, record)
    (self.revision, self.isGone, self.note) = (revision, isGone, note)
  }
}

/// What has changed in a county.
package struct HubChanges: Sendable {
  package let records: [HubRecord]
  /// The last change.
  package let seq: Int

  package init(records: [HubRecord], seq: Int) { (self.records, self.seq) = (records, seq) }
}

/// Changes of a working copy on their way into a hub.
package struct HubPush: Sendable {
  /// A record that was changed.
  package struct Change: Sendable {
    package let uid: String
    package let code: String
    /// The revision that it was changed from; 0 for a new relic.
    package let revision: Int
    /// The fields that are others now.
    package let fields: [String: SharedValue]
    /// The whole record.
    package let record: SharedRecord
    /// Whether the relic was taken away.
    package let isGone: Bool
    /// The row in the working copy; nil for what the county lists.
    package let relic: RowID?
    /// Who changed it, why, from which source.
    package var note = EditNote(who: nil)
  }

  /// Known to the hub once it is answered.
  package let id: String
  package let county: String
  /// The working copy as a person names it, and the last change that it has fetched.
  package let copy: (name: String, seq: Int)
  package let changes: [Change]
  /// Whether what the hub has changed meanwhile may be left out.
  package let isPartial: Bool
  /// Whether nothing is to be kept.
  package let isRehearsal: Bool
}

/// What a hub did with a push.
package struct HubAnswer: Codable, Sendable, Equatable {
  /// The revisions of what was stored, by identity.
  package var stored: [String: Int] = [:]
  /// The identities of what the hub has changed meanwhile, which was not stored.
  package var stale: [String] = []

  package init() {}
}
