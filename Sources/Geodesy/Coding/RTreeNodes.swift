/// Builds a whole R*Tree at once, by Sort-Tile-Recursive packing.
///
/// Entries are sorted by longitude into slices, each slice by latitude into full nodes, and the nodes'
/// boxes in the same way into the level above, up to one root. That takes O(n log n), a twentieth of the
/// time of as many insertions, and the boxes overlap less.
///
/// Sources: S. T. Leutenegger, M. A. Lopez, J. Edgington, *STR: a simple and efficient algorithm for
/// R-tree packing*, ICDE 1997, doi:10.1109/ICDE.1997.582015; SQLite, *The SQLite R*Tree Module*, section
/// 4, and its `rtree.c` for the bytes of a node: depth (of the root), count of cells, then per cell the
/// id and four 32-bit numbers, all big-endian.
package struct RTreeNodes: Sendable {
  /// A box of 32-bit numbers that holds what it is made of, and the row or node that it stands for.
  package struct Entry: Sendable {
    var id: Int64
    var west: Float
    var east: Float
    var south: Float
    var north: Float

    /// The box of a position, rounded outwards as SQLite rounds it.
    package init(id: Int64, _ position: Coordinate) {
      self.init(id: id, x: position.longitude, y: position.latitude)
    }

    /// The box of a point of any plane, rounded outwards as SQLite rounds it.
    package init(id: Int64, x: Double, y: Double) {
      self.id = id
      west = Self.down(x)
      east = Self.up(x)
      south = Self.down(y)
      north = Self.up(y)
    }

    /// The box around the entries of a node.
    init(node: Int64, around entries: ArraySlice<Entry>) {
      self = entries[entries.startIndex]
      id = node
      for entry in entries {
        west = min(west, entry.west)
        east = max(east, entry.east)
        south = min(south, entry.south)
        north = max(north, entry.north)
      }
    }

    private static func down(_ value: Double) -> Float {
      let rounded = Float(value)
      guard Double(rounded) > value else { return rounded }
      return Float(value * (value < 0 ? 1 + 1 / 8_388_608 : 1 - 1 / 8_388_608))
    }

    private static func up(_ value: Double) -> Float { -down(-value) }
  }

  /// A node as SQLite stores it.
  package struct Node: Sendable {
    /// Its number; 1 is the root.
    package let number: Int64
    /// The ids of the rows, or the numbers of the nodes, that it holds.
    package let children: [Int64]
    /// Whether it holds rows.
    package let isLeaf: Bool
    /// What stands in the column `data`.
    package let bytes: [UInt8]
  }

  private let nodeSize: Int

  /// Prepares to fill a tree whose root has so many bytes, which SQLite chose for all nodes; nil for a
  /// size that no tree has.
  package init?(nodeSize: Int) {
    guard nodeSize >= 4 + 24 * 2 else { return nil }
    self.nodeSize = nodeSize
  }

  /// Gives `body` every node of the tree of the entries, the root last; none where there is no entry.
  package func forEachNode(of entries: [Entry], _ body: (Node) throws -> Void) throws {
    guard !entries.isEmpty else { return }
    let capacity = (nodeSize - 4) / 24
    var level = entries
    var depth = 0
    var nextNode: Int64 = 2
    while level.count > capacity {
      var above: [Entry] = []
      for node in Self.tiles(&level, capacity: capacity) {
        try body(self.node(nextNode, of: level[node], depth: 0, isLeaf: depth == 0))
        above.append(Entry(node: nextNode, around: level[node]))
        nextNode += 1
      }
      level = above
      depth += 1
    }
    try body(node(1, of: level[...], depth: depth, isLeaf: depth == 0))
  }

  /// Sorts the entries and cuts them into nodes of equal size, `capacity` at most.
  static func tiles(_ entries: inout [Entry], capacity: Int) -> [Range<Int>] {
    let nodeCount = (entries.count + capacity - 1) / capacity
    let sliceCount = Int(Double(nodeCount).squareRoot().rounded(.up))
    entries.sort { ($0.west + $0.east, $0.id) < ($1.west + $1.east, $1.id) }
    var nodes: [Range<Int>] = []
    for slice in cut(0..<entries.count, into: sliceCount) {
      entries[slice].sort { ($0.south + $0.north, $0.id) < ($1.south + $1.north, $1.id) }
      nodes += cut(slice, into: (slice.count + capacity - 1) / capacity)
    }
    return nodes
  }

  /// A range cut into `count` parts whose lengths differ by one at most.
  private static func cut(_ range: Range<Int>, into count: Int) -> [Range<Int>] {
    (0..<count).map { part in
      range.lowerBound + range.count * part / count..<range.lowerBound + range.count * (part + 1)
        / count
    }
  }

  private func node(
    _ number: Int64, of entries: ArraySlice<Entry>, depth: Int, isLeaf: Bool
  ) -> Node {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(nodeSize)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt16(depth))
    append(UInt16(entries.count))
    for entry in entries {
      append(entry.id)
      for edge in [entry.west, entry.east, entry.south, entry.north] { append(edge.bitPattern) }
    }
    bytes += repeatElement(0, count: nodeSize - bytes.count)
    return Node(number: number, children: entries.map(\.id), isLeaf: isLeaf, bytes: bytes)
  }
}
