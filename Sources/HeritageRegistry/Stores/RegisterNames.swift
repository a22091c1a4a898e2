/// The names of a register, ready to be searched: as they were packed, and what has changed since.
package struct RegisterNames: Sendable {
  /// Every name as it was packed.
  let index: NameIndex
  /// The sites whose names have changed since the packing; what the pack says of them is out of date.
  let changed: Set<RowID>
  /// The names of the sites that have changed.
  let changes: NameIndex
  /// The names with readings of their own.
  let own: OwnReadings

  package init(
    index: NameIndex, own: OwnReadings, changed: Set<RowID> = [], changes: NameIndex = NameIndex()
  ) {
    self.index = index
    self.own = own
    self.changed = changed
    self.changes = changes
  }
}
