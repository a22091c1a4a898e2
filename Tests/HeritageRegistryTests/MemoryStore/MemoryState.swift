import Geodesy

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// The arrays, as an audience may see them.
struct MemoryState: RegisterState {
  let store: MemoryStore
  let audience: Audience

  var candidates: [MemoryCandidate] { store.candidates[audience, default: []] }

  func forEachCandidate(
    _ question: ResolvedQuery, in scope: CandidateScope,
    _ body: (any CandidateRow) throws -> Bool
  ) throws {
    var found = candidates.filter { admits($0, question) }
    switch scope {
    case .every: break
    case .unlocated: found.removeAll { $0.coordinate() != nil }
    case .ids(let ids): found.removeAll { !ids.contains($0.id) }
    // Each relic once, wherever it lies: the caller decides.
    case .boxes, .first: found.removeAll { $0.coordinate() == nil }
    case .ordered:
      func key(_ relic: MemoryCandidate) -> (Double, [UInt8], [UInt8]) {
        let sort = question.query.sort
        return (
          sort == .level ? Double(relic.visible.level.rank) : 0,
          sort == .name ? Array(relic.visible.nameZH.utf8) : [],
          Array(relic.code.lowercased().utf8)
        )
      }
      func isBefore(
        _ a: (Double, [UInt8], [UInt8]), _ b: (Double, [UInt8], [UInt8])
      ) -> Bool {
        if a.0 != b.0 { return a.0 < b.0 }
        if a.1 != b.1 { return a.1.lexicographicallyPrecedes(b.1) }
        return a.2.lexicographicallyPrecedes(b.2)
      }
      if let start = question.start {
        let start = (start.number, Array(start.text.utf8), Array(start.code.lowercased().utf8))
        found.removeAll { !isBefore(start, key($0)) }
      }
      found.sort { isBefore(key($0), key($1)) }
    }
    for relic in found where try !body(relic) { return }
  }

  /// The conditions that a store decides.
  private func admits(_ relic: MemoryCandidate, _ question: ResolvedQuery) -> Bool {
    let (site, query) = (relic.visible, question.query)
    func isOne<Value: Equatable>(of values: some Collection<Value>, _ value: Value?) -> Bool {
      values.isEmpty || value.map { value in values.contains { $0 == value } } ?? false
    }
    let category = site.category.map(CategoryFilter.category) ?? .unknown
    let township = store.pack.townships.firstIndex { $0.nameZH == site.township }
    guard isOne(of: question.codes, site.code), isOne(of: query.levels, site.level),
      isOne(of: query.categories, category),
      question.townshipIDs.map({ $0.contains(RowID((township ?? -2) + 1)) }) ?? true,
      question.groupID.map(relic.row.groups.contains) ?? true,
      isOne(of: query.access, relic.row.visit?.access ?? .unknown),
      isOne(of: query.provenances, site.provenance),
      question.namedIDs.map({ $0.contains(relic.id) }) ?? true,
      query.includesStandIns || site.provenance != .standIn,
      query.includesFormer || site.state?.isFormer != true, site.code != question.originCode
    else { return false }
    guard let years = query.years else { return true }
    guard let first = site.period.start ?? site.period.end,
      let last = site.period.end ?? site.period.start
    else { return false }
    return first <= years.last ?? .max && last >= years.first ?? .min
  }

  func forEachNearest(
    _ question: ResolvedQuery, to origin: Coordinate, _ body: (any CandidateRow) throws -> Length
  ) throws {
    var useful = Length.metres(.infinity)
    let found = candidates.filter { admits($0, question) }
      .compactMap { relic in
        relic.coordinate().map { (Geodesic.distance(origin, $0), relic) }
      }
      .sorted { $0.0 < $1.0 }
    for (distance, relic) in found where distance <= useful { useful = try body(relic) }
  }

  func count(_ question: ResolvedQuery) -> Int? { nil }

  var standInCount: Int { candidates.count { $0.visible.provenance == .standIn } }

  var largestAccuracy: Length? { candidates.compactMap(\.accuracy).max() }

  func test(of area: MultiPolygon, number: Int) throws -> any AreaTest {
    try PlaneAreaTest(area, number: number)
  }

  func id(withCode code: String) -> RowID? {
    candidates.first { CodeOrder.key($0.code) == CodeOrder.key(code) }?.id
  }

  func codes(shortest: Int, longest: Int) -> [(code: String, name: String)] {
    candidates.map(\.visible).filter {
      $0.provenance != .standIn && (shortest...longest).contains($0.code.count)
    }
    .map { ($0.code, $0.nameZH) }.sorted { CodeOrder.isBefore($0.0, $1.0) }
  }
}
