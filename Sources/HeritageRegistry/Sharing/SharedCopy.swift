/// A register as a working copy of a county in a hub.
package protocol SharedCopy: Sendable {
  /// The path of the register.
  var name: String { get }

  /// Of which hub and county it is one; nil for none.
  func state() throws -> CopyState?

  /// Every record here, and what the hub said of those that it has, in one state of the register.
  func records() throws -> CopyRecords

  /// Writes what was fetched, an edit of the hub after another.
  ///
  /// - Throws: ``RegistryError``; ``RegistryError/busy(path:)`` where the register has been changed since it was
  ///   read. What has been written until then is as if it had been fetched alone.
  func receive(_ fetched: CopyChanges) throws

  /// Notes a push that is about to be sent, should its answer be lost; nil when it has been answered.
  func note(push: String?) throws

  /// Notes what the hub has stored: the records are what it has from now on, and the push has been answered.
  func note(
    stored: [(uid: String, relic: RowID?, isGone: Bool, record: SharedRecord, revision: Int)]
  ) throws

  /// Who changed fields of each record last, why, and from which source.
  func editNotes(_ records: [(relic: RowID?, fields: [String])]) throws -> [EditNote]

  /// The conflicts that wait, by code and field.
  func conflicts() throws -> [HubConflict]

  /// Decides conflicts of a relic: its fields stay as they are here, or become what the hub has.
  func decide(_ uid: String, fields: [String], takingTheirs: Bool, note: EditNote) throws
}

/// Which county of which hub a register is a working copy of.
public struct CopyState: Hashable, Sendable {
  /// The hub's own identity.
  package let hub: String
  /// Where it was found last, without a password.
  public let address: String
  /// The county.
  public let county: String
  /// The last change that was fetched.
  package let seq: Int
  /// When.
  public let fetchedAt: String
  /// A push that has not been answered yet.
  package let push: String?

  package init(
    hub: String, address: String, county: String, seq: Int, fetchedAt: String, push: String?
  ) {
    (self.hub, self.address, self.county) = (hub, address, county)
    (self.seq, self.fetchedAt, self.push) = (seq, fetchedAt, push)
  }
}

/// The records of a working copy.
package struct CopyRecords {
  /// What the hub said of a record when it was last fetched or stored.
  package struct Base {
    /// The row here; nil for what the county lists.
    package let relic: RowID?
    package let revision: Int
    package let record: SharedRecord

    package init(relic: RowID?, revision: Int, record: SharedRecord) {
      (self.relic, self.revision, self.record) = (relic, revision, record)
    }
  }

  /// The relics here, by their rows.
  package var relics: [RowID: SharedRecord]
  /// What the county lists.
  package var county: SharedRecord
  /// By the identities of the hub.
  package var bases: [String: Base]
  /// The last change that the history of the register had.
  package let lastChange: Int

  package init(
    relics: [RowID: SharedRecord], county: SharedRecord, bases: [String: Base], lastChange: Int
  ) {
    (self.relics, self.county, self.bases) = (relics, county, bases)
    self.lastChange = lastChange
  }

  /// The record here that a base is about; nil where it has been taken away.
  package func current(_ base: Base) -> SharedRecord? {
    base.relic.map { relics[$0] } ?? county
  }
}

/// What a working copy takes over from a hub.
package struct CopyChanges {
  /// What happens to a relic here, or to what the county lists.
  package enum Action {
    /// These fields become what the record has; a relic without a row gets one.
    case write(SharedRecord, fields: Set<String>)
    /// The relic leaves.
    case remove
    /// Nothing: what the hub has is noted.
    case note
  }

  /// A record of the hub.
  package struct Entry {
    package let theirs: HubRecord
    /// The row here; nil for a relic that is new here, and for what the county lists.
    package let relic: RowID?
    package let action: Action

    /// Whether it is what the county lists.
    package var isCounty: Bool { theirs.uid == theirs.code }
  }

  package var entries: [Entry] = []
  package var conflicts: [HubConflict] = []
  /// The last change.
  package var seq: Int
  /// Where the hub was found, without a password.
  package var address: String
  /// The last change of the register that they were made from.
  package var lastChange: Int
}
