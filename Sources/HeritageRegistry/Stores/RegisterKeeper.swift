/// Keeps a register: a store that can be written.
package protocol RegisterKeeper: Sendable {
  /// The place of the register as a person names it.
  var name: String { get }

  /// Runs `body` in one transaction, as staff; what it writes is kept when it says so, and gone otherwise.
  ///
  /// Others can read the register meanwhile, and nobody else writes it. Where the store keeps a history, all
  /// that is written belongs to one edit of it, which is there only if something was written.
  ///
  /// - Parameter edit: Who writes, and why.
  /// - Throws: ``RegistryError/busy(path:)`` when another program writes; what `body` throws, after which the
  ///   register is as it was.
  func write<Value>(
    _ edit: NewEdit, _ body: (any RegisterDraft) throws -> DraftEnd<Value>
  ) throws -> Value
}

/// What becomes of a draft.
package enum DraftEnd<Value> {
  /// It is what the register is from now on.
  case kept(Value)
  /// The register stays as it was.
  case dropped(Value)
}

/// A state of a register that is being changed.
package protocol RegisterDraft: RegisterState {
  /// Writes a difference: relics that leave, that are new and that change, with all that belongs to them.
  ///
  /// A claim that is preferred and says something else from now on is preferred no longer.
  ///
  /// - Throws: ``ImportFailure`` that names the row which the store's own rules refuse; what `progress` throws.
  func write(
    _ difference: RegisterDifference, progress: (ImportStep, Int, Int) throws -> Void
  ) throws

  /// Takes an edit back as far as nothing stands in the way, and says what does.
  ///
  /// - Returns: What was done; what stands in the way, after which the draft is to be dropped.
  func takeBack(
    _ edit: Int
  ) throws -> (changes: [RowChange], hindrances: [UndoPlan.Hindrance])

  /// Brings a relic into a state, and notes how.
  func add(_ event: LifecycleEvent, to id: RowID) throws

  /// Notes what a relic has become.
  func add(successor: RowID, of id: RowID, as state: RelicState) throws

  /// Puts a relic into groups, and takes it out of all others.
  func set(groups: [RowID], of id: RowID) throws

  /// Says how names of a relic are read.
  func set(readings: [(name: String, pinyin: String)], of id: RowID) throws

  /// Writes a claim: a new one where it has no number.
  ///
  /// - Returns: Its number.
  @discardableResult
  func write(_ claim: Claim, of id: RowID) throws -> Int

  /// Keeps changes that are proposed; gives their number.
  func add(draft items: [Draft.Item], of code: String, note: EditNote) throws -> Int

  /// Notes what became of a draft.
  func decide(draft number: Int, as state: Draft.State, by note: EditNote) throws

  /// Writes a zone of a relic, or of none.
  ///
  /// - Returns: Its number.
  func write(_ zone: Zone, of id: RowID?) throws -> Int

  /// Ends a zone.
  func retireZone(numbered number: Int, on date: String) throws

  /// Writes the body of a relic in place of the one that it had.
  func write(_ body: RelicBody, of id: RowID) throws

  /// Writes what is certified as complete.
  func write(_ coverage: Coverage) throws

  /// Saves a check.
  ///
  /// - Returns: Its number.
  func write(_ check: CheckRecord) throws -> Int

  /// Takes the body of a relic away.
  ///
  /// - Returns: Whether it had one.
  func removeBody(of id: RowID) throws -> Bool

  /// Takes away what is certified under a number.
  ///
  /// - Returns: Whether there was something.
  func removeCoverage(numbered number: Int) throws -> Bool

  /// Takes a saved check away, and notes its values in the history.
  ///
  /// - Returns: Whether there was one.
  func removeCheck(numbered number: Int) throws -> Bool

  /// Notes in the log what a file did.
  func log(_ label: ImportLabel, _ counts: ImportCounts) throws

  /// The codes of the relics that have the file of a digest, in their order.
  func codes(withAttachment sha256: String) throws -> [String]

  /// Keeps a file, whose number is given here, and its bytes.
  ///
  /// Bytes that stand outside the register are on the disk before this returns.
  ///
  /// - Returns: The number.
  func attach(_ content: [UInt8], as attachment: Attachment, to id: RowID) throws -> Int

  /// Forgets what was said of a file; its bytes stay.
  func detach(_ number: Int) throws
}

/// What became of the rows of a file.
package struct ImportCounts {
  package var (new, changed, unchanged, refused, leftStandIns) = (0, 0, 0, 0, 0)

  /// Rows that all made new relics.
  package init(new: Int) { self.new = new }

  /// What a difference says of the rows of one file.
  init(of file: String, _ records: [SiteRecord], in difference: RegisterDifference) {
    func isOwn(_ place: SiteRecord.Place) -> Bool { place.file == file }
    new = difference.new.count { isOwn($0.place) }
    changed = difference.changed.count { isOwn($0.place) }
    refused = Set(difference.refused.map(\.index)).count { isOwn(records[$0].place) }
    let skipped = difference.skipped.count { isOwn($0.place) }
    unchanged = records.count { isOwn($0.place) } - new - changed - refused - skipped
    // Stand-ins leave one by one, in the order of the new relics.
    leftStandIns = difference.new.prefix(difference.leavingStandIns.count)
      .count { isOwn($0.place) }
  }
}
