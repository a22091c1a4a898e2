import GRDB
public import Geodesy

extension Registry {
  /// The dense groups of relics: DBSCAN over geodesic distances, the R*Tree giving the neighbours.
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
  ///   each relic while they are searched.
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
    return try read { db in
      let search = try SiteSearch(query, in: db, as: siteRow, names: names)
      let points = try ClusterPoints(search, in: db, epsilon: epsilon)
      let scan = try DensityScan(count: points.ids.count, minimum: minimum) { point, found in
        try points.neighbours(of: point, in: db, &found)
      }
      return ClusterAnswer(
        clusters: try points.clusters(of: scan, minimum: minimum, in: db),
        noiseCount: scan.clusters.count { $0 == DensityScan.none }, leftOut: points.leftOut,
        possibleBeyond: points.possibleBeyond)
    }
  }
}

/// The positions that clusters are made of, in the order of the relics' codes.
struct ClusterPoints {
  let siteRow: SiteRow
  let epsilon: Length
  private(set) var ids: [Int64] = []
  private(set) var coordinates: [Coordinate] = []
  private(set) var leftOut = ClusterAnswer.LeftOut()
  private(set) var possibleBeyond = 0
  private var places: [Int64: Int32] = [:]

  /// Reads the positions of the relics that meet a query.
  init(_ search: SiteSearch, in db: Database, epsilon: Length) throws {
    siteRow = search.siteRow
    self.epsilon = epsilon
    var found: [(code: String, id: Int64, coordinate: Coordinate)] = []
    var leftOut = leftOut
    possibleBeyond = try search.forEachMatch(db) { row, id, coordinate in
      guard let coordinate, let method = try search.siteRow.method(row) else {
        leftOut.unlocated += 1
        return
      }
      let accuracy = search.siteRow.accuracy(row)
      switch ClusterUse(method: method, accuracy: accuracy, epsilon: epsilon) {
      case .usable: found.append((search.siteRow.code(row), id, coordinate))
      case .townshipSeat: leftOut.townshipSeats += 1
      case .inaccurate: leftOut.inaccurate += 1
      }
    }
    self.leftOut = leftOut
    found.sort { CodeOrder.isBefore($0.code, $1.code) }
    ids = found.map(\.id)
    coordinates = found.map(\.coordinate)
    places.reserveCapacity(ids.count)
    for (place, id) in ids.enumerated() { places[id] = Int32(place) }
  }

  /// The statements that bring every position which may lie within the distance of one.
  func neighbourStatements(around position: Coordinate) -> [SQLFragment] {
    let boxes = BoundingBox(around: position, radius: epsilon).parts
    return siteRow.columns.indexes.flatMap { index in boxes.map(index.identifiers(meeting:)) }
  }

  /// The points within the distance of a point, itself included, in their order.
  func neighbours(of point: Int32, in db: Database, _ found: inout [Int32]) throws {
    let centre = coordinates[Int(point)]
    let statements = neighbourStatements(around: centre)
    for statement in statements {
      let row = try SiteCursor(statement, in: db)
      while try row.next() {
        guard let id = row.integer(0), let place = places[Int64(id)],
          place == point || Geodesic.distance(centre, coordinates[Int(place)]) <= epsilon
        else { continue }
        found.append(place)
      }
    }
    found.sort()
    // The public and the exact position of a relic stand in two R*Trees.
    guard statements.count > 1 else { return }
    var kept = 0
    for (index, place) in found.enumerated() where index == 0 || place != found[kept - 1] {
      found[kept] = place
      kept += 1
    }
    found.removeLast(found.count - kept)
  }

  /// The clusters of a scan with their relics, which are read now.
  func clusters(of scan: DensityScan, minimum: Int, in db: Database) throws -> [Cluster] {
    var members: [[Cluster.Member]] = Array(repeating: [], count: Int(scan.clusterCount))
    for place in ids.indices where scan.clusters[place] != DensityScan.none {
      let count = Int(scan.neighbourCounts[place])
      members[Int(scan.clusters[place])].append(
        Cluster.Member(
          site: try db.site(withID: ids[place], as: siteRow), neighbourCount: count,
          isCore: count + 1 >= minimum))
    }
    return members.enumerated().compactMap { number, members in
      ConvexHull(of: members.lazy.compactMap(\.site.position?.coordinate)).map {
        Cluster(number: number + 1, members: members, hull: $0)
      }
    }
  }
}

extension Database {
  /// The relic of a row that has been found.
  fileprivate func site(withID id: Int64, as siteRow: SiteRow) throws -> Site {
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(siteRow.every.selection) FROM \(siteRow.every.tables) WHERE s.id = ?",
        arguments: [id]),
      in: self)
    guard try row.next() else {
      throw RegistryError.damaged(path: "the register", reason: "the site \(id) is missing")
    }
    return try siteRow.site(row, at: try siteRow.coordinate(row))
  }
}
