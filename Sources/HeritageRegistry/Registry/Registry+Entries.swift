extension Registry {
  /// Everything that the register holds about one relic.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func entry(_ code: String) throws -> SiteEntry {
    try read { state in
      let (id, site) = try state.relic(code)
      let own = try state.dossiers(of: [SiteHit(site)], withIDs: [id])[0]
      return SiteEntry(
        site: site, otherNames: own.otherNames, designations: own.designations,
        groups: try state.groups(of: id), zones: try state.zones(of: id),
        visit: try state.visits(ofCodes: [site.code])[site.code], sources: own.sources)
    }
  }

  /// Where the facts about a relic come from, in the order in which they are cited.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func sources(of code: String) throws -> [String] {
    try read { state in
      let (id, site) = try state.relic(code)
      return try state.dossiers(of: [SiteHit(site)], withIDs: [id])[0].sources
    }
  }
}
