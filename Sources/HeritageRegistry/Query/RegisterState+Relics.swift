import Geodesy

/// What a question names, looked up: relics, townships and groups, with what resembles them where there are
/// none.
extension RegisterState {
  /// The relic with a code or a name of its own.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)`` with what resembles it.
  func relic(_ code: String) throws -> (id: RowID, site: Site) {
    if let id = try id(withCode: code) { return (id, try site(withID: id)) }
    let search = try? NameSearch(code, in: self)
    if let search, let id = try ownID(search) { return (id, try site(withID: id)) }
    throw RegistryError.siteNotFound(code: code, nearest: try namesNear(code, search))
  }

  /// The relic of a row that has been found.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` where there is no such row.
  func site(withID id: RowID) throws -> Site { try sites(withIDs: [id])[0] }

  /// The relics of rows that have been found, in the order of the ids.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` where there is no such row.
  func sites(withIDs ids: [RowID]) throws -> [Site] {
    var everything = SiteQuery()
    everything.includesStandIns = true
    everything.includesFormer = true
    var sites: [RowID: Site] = [:]
    try forEachCandidate(ResolvedQuery(everything), in: .ids(ids)) { row in
      sites[row.id] = try row.site(at: try row.coordinate())
      return sites.count < ids.count
    }
    return try ids.map { id in
      guard let site = sites[id] else {
        throw RegistryError.damaged(
          path: nil, reason: Sentence("register.missingSite", ["id": Int(id)]))
      }
      return site
    }
  }

  /// The only relic that has a name or an official code; nil for none and for several.
  private func ownID(_ search: NameSearch) throws -> RowID? {
    let exact = try search.candidates(.literal, limit: 3).found.filter { $0.kind == .exact }
    let ids = Set(exact.map(\.site))
    guard ids.count == 1, let id = ids.first, try !isStandIn(id) else { return nil }
    return id
  }

  private func isStandIn(_ id: RowID) throws -> Bool {
    try site(withID: id).provenance == .standIn
  }

  /// Up to three codes and names of relics that resemble `text`.
  private func namesNear(_ text: String, _ search: NameSearch?) throws -> [String] {
    guard !text.isEmpty, text.count <= 100 else { return [] }
    if let search {
      for step in NameSearch.Step.allCases
      where step != .words || search.hasWordsToLookFor(after: 1) {
        let found = try search.candidates(step, limit: 3).found.sorted { $0.kind < $1.kind }
        let named = try found.prefix(3).map { try site(withID: $0.site) }
          .filter { $0.provenance != .standIn }
        guard !named.isEmpty else { continue }
        return named.map { "\($0.code) \($0.nameZH)" }
      }
    }
    let folded = text.uppercased()
    return try codes(shortest: folded.count - 2, longest: folded.count + 2)
      .map { (distance: EditDistance.between($0.code.uppercased(), folded), site: $0) }
      .filter { $0.distance <= 2 }
      .sorted { ($0.distance, $0.site.code) < ($1.distance, $1.site.code) }
      .prefix(3).map { "\($0.site.code) \($0.site.name)" }
  }

  /// The row of a township by Chinese name, English name or code; of a former one, its successor's.
  ///
  /// "Chengtoushan" alone is Chengtoushan Town, where no other township begins like that.
  ///
  /// - Throws: ``RegistryError/townshipNotFound(name:nearest:)``,
  ///   ``RegistryError/townshipNotTraced(name:)``.
  func townshipID(named name: String) throws -> RowID {
    let found = try townships(answeringTo: name)
    let folded = name.lowercased()
    let exact = found.first { _, township in
      township.nameZH == name || township.code == name || township.nameEN?.lowercased() == folded
    }
    if let exact { return exact.id }
    if found.count == 1 { return found[0].id }
    guard found.isEmpty else {
      throw RegistryError.townshipNotFound(name: name, nearest: found.map(\.township.nameZH))
    }
    guard let former = try successors(ofFormerTownship: name).first else {
      // 涔南 is 涔南镇, where no other township is called so.
      let bare = try townships().map(\.nameZH).filter { Township.bareName($0) == name }
      if bare.count == 1 { return try townshipID(named: bare[0]) }
      throw RegistryError.townshipNotFound(name: name, nearest: try townshipsNear(name))
    }
    guard let successor = former else { throw RegistryError.townshipNotTraced(name: name) }
    return successor
  }

  /// The row of a group by its key.
  ///
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``.
  func groupID(named key: String) throws -> RowID {
    if let id = try groupID(withKey: key) { return id }
    throw RegistryError.groupNotFound(key: key, known: try groups(of: nil).map(\.key))
  }

  /// Up to three townships that share most of their characters with `name`.
  private func townshipsNear(_ name: String) throws -> [String] {
    let bare = Township.bareName(name)
    return Set(try townships().map(\.nameZH) + formerTownships().map(\.nameZH))
      .map { other in
        // 澧阳镇 is more likely 澧阳街道 than 澧南镇.
        let isSame = Township.bareName(other) == bare
        return (distance: isSame ? 0 : EditDistance.between(other, name), name: other)
      }
      .filter { $0.distance < max(name.count, $0.name.count) - 1 }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }
}
