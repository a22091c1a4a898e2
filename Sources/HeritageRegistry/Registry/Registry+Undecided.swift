import Geodesy

/// A position that the reader of a register sees more finely than the rule would show it.
///
/// Either somebody has decided so, or nobody has looked: the register does not know.
public struct UndecidedPosition: Hashable, Sendable {
  /// What the rule finds.
  public enum Reason: Hashable, Sendable {
    /// The relic has no class.
    case noCategory
    /// A name or the sub-class says a tomb.
    case words(String)
    /// The class is one whose positions the rule does not show.
    case category(Category)
  }

  /// The relic's code.
  public let code: String
  /// Its name in use.
  public let name: String
  /// What the rule finds.
  public let reason: Reason
}

extension Registry {
  /// The positions finer than about 1 km that the reader sees and the rule would hide or generalise: of
  /// relics without a class, with a tomb's name, and of tombs and ancient sites, where visitors may not
  /// come; by level and code.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(N) for N relics.
  public func undecidedPositions() throws -> [UndecidedPosition] {
    var found: [UndecidedPosition] = []
    func judge(_ dossiers: [DossierHit]) {
      for dossier in dossiers.map(\.dossier) {
        let site = dossier.site
        let rule = DisclosureRule(for: site, otherNames: dossier.otherNames, isOpen: false)
        guard rule.disclosure > site.disclosure, let reason = rule.reason else { continue }
        let said: UndecidedPosition.Reason? =
          switch reason {
          case .noCategory: .noCategory
          case .words(let text): .words(text)
          case .category: site.category.map { .category($0) }
          }
        if let said {
          found.append(UndecidedPosition(code: site.code, name: site.nameZH, reason: said))
        }
      }
    }
    try store.read(for: audience, .much) { state in
      var (ids, hits): ([RowID], [SiteHit]) = ([], [])
      try state.forEachCandidate(ResolvedQuery(SiteQuery()), in: .every) { row in
        // Most rows of a large register have no position, or one that the rule shows.
        guard Position.isFine(row.accuracy), let place = try row.coordinate() else { return true }
        ids.append(row.id)
        hits.append(SiteHit(try row.site(at: place)))
        if hits.count == 1000 {
          judge(try state.dossiers(of: hits, withIDs: ids))
          (ids, hits) = ([], [])
        }
        return true
      }
      judge(try state.dossiers(of: hits, withIDs: ids))
    }
    found.sort { CodeOrder.isBefore($0.code, $1.code) }
    let visits = try visits(of: found.map(\.code))
    return found.filter { visits[$0.code]?.access != .open }
  }
}
