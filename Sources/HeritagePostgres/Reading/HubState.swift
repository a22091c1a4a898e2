import Geodesy
import HeritageRegistry

/// One state of a hub, inside a transaction.
struct HubState: RegisterState {
  let hub: HubConnection
  /// From which tables positions are taken: what the audience may see.
  let columns: HubColumns
  /// Whether what is staff's is read.
  let isForStaff: Bool
  private let cache: HubNames

  init(_ hub: HubConnection, isForStaff: Bool, names cache: HubNames) {
    self.hub = hub
    self.isForStaff = isForStaff
    self.cache = cache
    columns = isForStaff ? .merged : .visible
  }

  func names() throws -> RegisterNames { try cache.names(hub) }

  func test(of area: MultiPolygon, number: Int) throws -> any AreaTest {
    try HubAreaTest(area, number: number)
  }

  /// The largest number of a column, by its index in each partition: `max` of a domain looks at every row.
  private func largest(_ column: String, in table: String) throws -> Double? {
    try hub.query(
      """
      SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL
      ORDER BY \(column) DESC LIMIT 1
      """
    ).first?.number(0)
  }

  var largestAccuracy: Length? {
    get throws {
      let tables = ["heritage.site"] + (isForStaff ? ["staff.exact_position"] : [])
      return try tables.compactMap { try largest("coord_accuracy_m", in: $0) }.max()
        .map(Length.metres)
    }
  }

  var largestSquareMetres: Double? { get throws { try largest("area_m2", in: "heritage.site") } }

  var standInCount: Int {
    get throws {
      try hub.query("SELECT count(*) FROM heritage.site WHERE provenance = 'stand_in'").first?
        .integer(0) ?? 0
    }
  }

  func publicExtent() throws -> BoundingBox? {
    let row = try hub.query(
      """
      SELECT min(ST_X(geom)), min(ST_Y(geom)), max(ST_X(geom)), max(ST_Y(geom)) FROM heritage.site
      WHERE geom IS NOT NULL
      """
    ).first
    guard let row, let west = row.number(0), let south = row.number(1), let east = row.number(2),
      let north = row.number(3)
    else { return nil }
    // A register in a file says the box of its index, whose numbers SQLite rounds outwards to 32 bits by this rule
    // (`rtreeValueDown` of its rtree.c).
    func down(_ value: Double) -> Double {
      let near = Double(Float(value))
      guard near > value else { return near }
      return Double(Float(value * (value < 0 ? 1 + 1 / 8_388_608 : 1 - 1 / 8_388_608)))
    }
    return try BoundingBox(
      west: max(down(west), -180), south: max(down(south), -90), east: min(-down(-east), 180),
      north: min(-down(-north), 90))
  }
}
