import Geodesy

/// Looks in a register for relics that new or changed ones may be.
struct LikelyDuplicates {
  private let state: any RegisterState

  init(_ state: any RegisterState) { self.state = state }

  /// A relic as it will be, and where its row stands.
  struct Candidate {
    let place: SiteRecord.Place
    let dossier: Dossier
  }

  /// The likeliest for each candidate that has one.
  ///
  /// Names are read as the search has them packed, and from their tables where they have changed since.
  func among(
    _ newcomers: [Candidate]
  ) throws -> [RegisterDifference.LikelyDuplicate] {
    guard !newcomers.isEmpty else { return [] }
    let finder = DuplicateFinder(
      newcomers.map { newcomer in
        let site = newcomer.dossier.site
        let names = [site.nameZH] + newcomer.dossier.otherNames.map(\.name)
        return DuplicateFinder.Relic(
          code: site.code, names: names.map(NameFolding.fold).filter { !$0.isEmpty },
          coordinate: site.position?.coordinate,
          accuracy: site.position?.accuracy?.metres ?? 0, township: site.township)
      })
    let (residents, names) = try residents(named: try likeNames(finder))
    return zip(newcomers, finder.matches(among: residents)).compactMap { newcomer, match in
      match.map {
        RegisterDifference.LikelyDuplicate(
          place: newcomer.place, code: newcomer.dossier.site.code,
          name: newcomer.dossier.site.nameZH,
          presentCode: residents[$0.resident].code, presentName: names[$0.resident],
          distance: $0.distance, hasSameName: $0.hasSameName)
      }
    }
  }

  /// The Chinese names that may be like a newcomer's, by site.
  private func likeNames(_ finder: DuplicateFinder) throws -> [RowID: [[UInt16]]] {
    let names = try state.names()
    var found: [RowID: [[UInt16]]] = [:]
    func look(in index: NameIndex, except outdated: Set<RowID>) {
      for pack in [index.han, index.latin] {
        for number in 0..<pack.count where pack.kinds[number] != .english {
          let name = pack.name(number)
          guard finder.mayMatch(name), !outdated.contains(pack.sites[number]) else { continue }
          found[pack.sites[number], default: []].append(Array(name))
        }
      }
    }
    look(in: names.index, except: names.changed)
    look(in: names.changes, except: [])
    return found
  }

  /// The relics that have these names, in the order of their codes, and their names in use.
  private func residents(
    named names: [RowID: [[UInt16]]]
  ) throws -> ([DuplicateFinder.Relic], [String]) {
    var rows: [(relic: DuplicateFinder.Relic, name: String)] = []
    try state.forEachCandidate(ResolvedQuery(SiteQuery()), in: .ids(names.keys.sorted())) { row in
      let site = try row.site(at: try row.coordinate())
      rows.append(
        (
          DuplicateFinder.Relic(
            code: site.code, names: names[row.id] ?? [], coordinate: site.position?.coordinate,
            accuracy: site.position?.accuracy?.metres ?? 0, township: site.township),
          site.nameZH
        ))
      return true
    }
    rows.sort { CodeOrder.isBefore($0.relic.code, $1.relic.code) }
    return (rows.map(\.relic), rows.map(\.name))
  }
}
