import Geodesy

extension SiteSearch {
  /// The nearest relics, nearest first; ties are broken by code.
  ///
  /// The store brings relics in the order of a lower bound of their distance, until that passes the worst
  /// distance kept.
  func nearest(count: Int) throws -> [SiteHit] {
    guard let origin else { throw RegistryError.noOrigin }
    var best: [SiteHit] = []
    var worst = Length.metres(.infinity)
    try state.forEachNearest(resolved, to: origin) { row in
      guard let location = try location(of: row), let distance = location.line?.length,
        distance <= worst, !leavesOut(location)
      else { return worst }
      let hit = try hit(row, at: location)
      // Rows come nearly sorted: the place is near the end.
      let key = SortKey(hit, by: .distance)
      let place = best.lastIndex { SortKey($0, by: .distance) < key }.map { $0 + 1 } ?? 0
      if place < count { best.insert(hit, at: place) }
      if best.count > count { best.removeLast() }
      if best.count == count, let last = best[count - 1].distance { worst = min(worst, last) }
      return worst
    }
    return best
  }
}
