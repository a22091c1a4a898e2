public import Geodesy

extension Registry {
  /// The dense groups of relics: DBSCAN over geodesic distances, the positions sorted in memory.
  ///
  /// Positions that are a township's seat are left out, and so are those that are less accurate than
  /// `epsilon`: relics that share the point of a town are no cluster. A position of unknown accuracy
  /// is used, as a survey's is. Relics are taken in the order of their codes: the same register gives
  /// the same clusters, and a relic at the border of several belongs to the first.
  ///
  /// Source: M. Ester, H.-P. Kriegel, J. Sander and X. Xu, *A density-based algorithm for discovering
  /// clusters in large spatial databases with noise*, KDD-96 (1996) 226–231.
  ///
  /// ```swift
  /// try registry.clusters(epsilon: .kilometres(5), minimum: 3).clusters.count  // 1
  /// ```
  ///
  /// - Parameters:
  ///   - epsilon: The radius of a neighbourhood.
  ///   - minimum: How many relics a neighbourhood must hold to be dense, its centre included.
  ///   - query: Which relics are looked at; its order and page are not used.
  /// - Throws: ``RegistryError`` for a distance or a number that is not positive, and for a value that
  ///   the register does not know.
  /// - Complexity: O(n log n + k), k being the number of pairs of neighbours; some 150 bytes for
  ///   each relic while they are searched, and the relics of the clusters.
  public func clusters(
    epsilon: Length, minimum: Int = 4, matching query: SiteQuery = SiteQuery()
  ) throws -> ClusterAnswer {
    guard epsilon.metres > 0, epsilon.metres.isFinite else {
      throw RegistryError.badRadius(metres: epsilon.metres)
    }
    guard minimum > 0 else { throw RegistryError.badLimit(minimum) }
    var query = query
    query.sort = .code
    query.cursor = nil
    query.limit = nil
    return try store.read(for: audience, .much) { state in
      let points = try ClusterPoints(try SiteSearch(query, in: state), epsilon: epsilon)
      let nearby = NearbyPoints(points.coordinates, radius: epsilon)
      let scan = DensityScan(count: points.ids.count, minimum: minimum) { point, found in
        nearby.neighbours(of: point, &found)
      }
      return ClusterAnswer(
        clusters: try points.clusters(of: scan, minimum: minimum),
        noiseCount: scan.clusters.count { $0 == DensityScan.none }, leftOut: points.leftOut,
        possibleBeyond: points.possibleBeyond)
    }
  }
}

/// The positions that clusters are made of, in the order of the relics' codes.
struct ClusterPoints {
  let state: any RegisterState
  private(set) var ids: [RowID] = []
  private(set) var coordinates: [Coordinate] = []
  private(set) var leftOut = ClusterAnswer.LeftOut()
  private(set) var possibleBeyond = 0

  /// Reads the positions of the relics that meet a query.
  init(_ search: SiteSearch, epsilon: Length) throws {
    state = search.state
    var found: [(code: String, id: RowID, coordinate: Coordinate)] = []
    var leftOut = leftOut
    possibleBeyond = try search.forEachMatch { row, location in
      guard let coordinate = location.coordinate, let method = try row.method() else {
        leftOut.unlocated += 1
        return
      }
      switch ClusterUse(method: method, accuracy: row.accuracy, epsilon: epsilon) {
      case .usable: found.append((row.code, row.id, coordinate))
      case .townshipSeat: leftOut.townshipSeats += 1
      case .inaccurate: leftOut.inaccurate += 1
      }
    }
    self.leftOut = leftOut
    found.sort { CodeOrder.isBefore($0.code, $1.code) }
    ids = found.map(\.id)
    coordinates = found.map(\.coordinate)
  }

  /// The clusters of a scan with their relics, which are read now.
  func clusters(of scan: DensityScan, minimum: Int) throws -> [Cluster] {
    var members: [[Cluster.Member]] = Array(repeating: [], count: Int(scan.clusterCount))
    let inside = ids.indices.filter { scan.clusters[$0] != DensityScan.none }
    for start in stride(from: 0, to: inside.count, by: 1000) {
      let places = inside[start..<min(start + 1000, inside.count)]
      let sites = try state.sites(withIDs: places.map { ids[$0] })
      for (place, site) in zip(places, sites) {
        let count = Int(scan.neighbourCounts[place])
        members[Int(scan.clusters[place])].append(
          Cluster.Member(site, neighbourCount: count, isCore: count + 1 >= minimum))
      }
    }
    return members.enumerated().compactMap { number, members in
      ConvexHull(of: members.lazy.compactMap(\.site.position?.coordinate)).map {
        Cluster(number: number + 1, members: members, hull: $0)
      }
    }
  }
}
