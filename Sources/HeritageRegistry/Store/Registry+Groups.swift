extension Registry {
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
