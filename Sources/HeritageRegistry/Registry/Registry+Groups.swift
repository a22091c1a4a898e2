extension Registry {
  /// The groups of relics, by key.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public var groups: [SiteGroup] {
    get throws { try read { try $0.groups(of: nil) } }
  }

  /// The group with a key.
  ///
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``.
  public func group(_ key: String) throws -> SiteGroup {
    let all = try groups
    guard let group = all.first(where: { $0.key == key }) else {
      throw RegistryError.groupNotFound(key: key, known: all.map(\.key))
    }
    return group
  }

  /// How the members of a group lie to one another: their hull, extent and nearest neighbours.
  ///
  /// The positions are those that the audience may see, township seats among them: what the hull and the
  /// distances are worth depends on the accuracies.
  ///
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``.
  public func layout(ofGroup key: String) throws -> GroupLayout {
    var query = SiteQuery()
    query.group = key
    return GroupLayout(try sites(matching: query).items)
  }
}
