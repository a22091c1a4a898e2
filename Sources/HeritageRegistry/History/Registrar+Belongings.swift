/// What belongs to a relic and stands in no table of relics: groups, readings of names.
extension Registrar {
  /// Puts a relic into groups, and takes it out of all others.
  ///
  /// - Parameter keys: The keys of the groups; none for no group.
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``, ``RegistryError/siteNotFound(code:nearest:)``.
  public func setGroups(_ keys: [String], of code: String, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      let id = try draft.relic(code).id
      try draft.set(groups: try keys.map(draft.groupID(named:)), of: id)
      return .kept(())
    }
  }

  /// Says how names of a relic are read, where the usual readings of their characters are wrong.
  ///
  /// - Parameter readings: The names and their readings, `dòng tíng`; none for the usual ones. A name must be
  ///   one of the relic's, and a reading has a syllable for each of its characters.
  /// - Throws: ``EditError/badState(code:reason:)`` for another name or number of syllables.
  public func setReadings(
    _ readings: [(name: String, pinyin: String)], of code: String, note: EditNote
  ) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      let (id, site) = try draft.relic(code)
      let names = Set([site.nameZH] + (try draft.otherNames(of: id)).map(\.name))
      for (name, pinyin) in readings {
        guard names.contains(name) else {
          throw EditError.badState(
            code: site.code, reason: Sentence("reading.otherName", ["name": name]))
        }
        guard pinyin.split(separator: " ").count == name.count else {
          throw EditError.badState(
            code: site.code,
            reason: Sentence("reading.syllables", ["name": name, "pinyin": pinyin]))
        }
      }
      try draft.set(readings: readings, of: id)
      return .kept(())
    }
  }
}
