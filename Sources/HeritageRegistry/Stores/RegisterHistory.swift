/// What a store remembers of its changes.
package protocol RegisterHistory {
  /// The newest edit; nil for none.
  func lastEdit() throws -> Edit?

  /// An edit by its number; nil for none.
  func edit(_ number: Int) throws -> Edit?

  /// The edits before one, newest first, each with how many rows of ``RowChange`` it has and how many
  /// relics they are about.
  func edits(before number: Int?, limit: Int) throws -> [EditSummary]

  /// The changes of an edit, in their order; nil for those that no edit has gathered yet.
  func changes(of edit: Int?) throws -> [RowChange]

  /// The changes that are about a relic, in their order.
  func changes(ofRelic id: RowID) throws -> [RowChange]

  /// The rows that had a code once, small letters being taken for capitals.
  func relics(onceCalled code: String) throws -> [RowID]

  /// What a table made now carries.
  func version() throws -> TableVersion

  /// Whether a version is one that this register has had.
  func knows(_ version: TableVersion) throws -> Bool

  /// Whether a file of a digest was imported, and the import not taken back.
  func wasImported(_ sha256: String) throws -> Bool

  /// A relic as it was after a change; nil where it was not there.
  ///
  /// - Complexity: O(c) for c changes of it since.
  func relic(_ id: RowID, afterChange number: Int) throws -> KnownRelic?

  /// Whether anything of a relic has changed after a change.
  func hasChanged(_ id: RowID, afterChange number: Int) throws -> Bool
}

/// An edit and how much it changed.
public struct EditSummary: Hashable, Sendable {
  /// The edit.
  public let edit: Edit
  /// How many rows came or left, and fields changed.
  public let changes: Int
  /// How many relics they are about.
  public let relics: Int

  package init(edit: Edit, changes: Int, relics: Int) {
    self.edit = edit
    self.changes = changes
    self.relics = relics
  }
}

/// An edit that is about to be made.
package struct NewEdit: Sendable {
  package let kind: Edit.Kind
  package let note: EditNote
  package let about: Int?

  package init(_ kind: Edit.Kind, _ note: EditNote, about: Int? = nil) {
    self.kind = kind
    self.note = note
    self.about = about
  }
}
