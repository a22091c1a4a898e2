extension Registry {
  /// Everything that the register holds about one relic.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func entry(_ code: String) throws -> SiteEntry {
    try read { state in
      let (id, site) = try state.relic(code)
      return SiteEntry(
        dossier: try state.dossiers(of: [SiteHit(site)], withIDs: [id])[0].dossier,
        groups: try state.groups(of: id), zones: try state.zones(of: id),
        lifecycle: try state.lifecycle(of: id))
    }
  }

  /// A relic with its other names, its announcements and its sources.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func dossier(_ code: String) throws -> Dossier {
    try read { state in
      let (id, site) = try state.relic(code)
      return try state.dossiers(of: [SiteHit(site)], withIDs: [id])[0].dossier
    }
  }
}
