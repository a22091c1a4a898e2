/// The arcs of a graph that changes: a list for each node, all lists in one piece of memory.
///
/// A list that has no room left moves to the end; the pool is packed when more than half of it is waste.
final class ArcPool {
  /// An arc to or from another node.
  struct Arc {
    /// The node at the other end.
    var node: UInt32
    /// Twice a road and its direction, or ``shortcut`` with the node that was left out.
    var via: UInt32
    var cost: UInt64
    /// How many roads it stands for.
    var roads: UInt32
  }

  /// The bit of an arc that stands for two others.
  static let shortcut = UInt32(1) << 31

  private(set) var arcs: UnsafeMutablePointer<Arc>
  private(set) var starts: UnsafeMutablePointer<UInt32>
  private(set) var counts: UnsafeMutablePointer<UInt32>
  private let rooms: UnsafeMutablePointer<UInt32>
  private let nodes: Int
  private var (end, room): (Int, Int)

  /// Lists with room for so many arcs each.
  init(rooms sizes: [UInt32]) {
    nodes = sizes.count
    starts = .allocate(capacity: max(nodes, 1))
    counts = .allocate(capacity: max(nodes, 1))
    rooms = .allocate(capacity: max(nodes, 1))
    end = 0
    for (node, size) in sizes.enumerated() {
      starts[node] = UInt32(end)
      counts[node] = 0
      rooms[node] = size
      end += Int(size)
    }
    room = max(end + end / 2, 1024)
    arcs = .allocate(capacity: room)
  }

  deinit {
    arcs.deallocate()
    starts.deallocate()
    counts.deallocate()
    rooms.deallocate()
  }

  /// The arcs of a node.
  @inline(__always)
  func list(_ node: Int) -> UnsafeMutableBufferPointer<Arc> {
    UnsafeMutableBufferPointer(start: arcs + Int(starts[node]), count: Int(counts[node]))
  }

  /// Adds an arc, or makes the one that leads to the same node cheaper; false where that was as cheap before.
  func add(_ arc: Arc, to node: Int) -> Bool {
    let list = list(node)
    for index in 0..<list.count where list[index].node == arc.node {
      guard arc.cost < list[index].cost else { return false }
      list[index] = arc
      return true
    }
    if counts[node] == rooms[node] { move(node) }
    arcs[Int(starts[node] + counts[node])] = arc
    counts[node] += 1
    return true
  }

  /// Takes the arc to a node out.
  func remove(_ other: UInt32, from node: Int) {
    let list = list(node)
    for index in 0..<list.count where list[index].node == other {
      list[index] = list[list.count - 1]
      counts[node] -= 1
      return
    }
  }

  private func move(_ node: Int) {
    let wanted = max(4, Int(rooms[node]) * 2)
    if end + wanted > room {
      pack()
      if end + wanted > room / 4 * 3 {
        let larger = max(room * 3 / 2, end + wanted)
        let other = UnsafeMutablePointer<Arc>.allocate(capacity: larger)
        other.moveInitialize(from: arcs, count: end)
        arcs.deallocate()
        (arcs, room) = (other, larger)
      }
    }
    (arcs + end).update(from: arcs + Int(starts[node]), count: Int(counts[node]))
    starts[node] = UInt32(end)
    rooms[node] = UInt32(wanted)
    end += wanted
  }

  /// Lays the lists one after the other, in the order in which they lie, without room.
  private func pack() {
    let order = (0..<nodes).sorted { starts[$0] < starts[$1] }
    var next = 0
    for node in order {
      let (start, count) = (Int(starts[node]), Int(counts[node]))
      if next != start {
        for index in 0..<count { arcs[next + index] = arcs[start + index] }
      }
      starts[node] = UInt32(next)
      rooms[node] = UInt32(count)
      next += count
    }
    end = next
  }
}
