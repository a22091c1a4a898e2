/// A queue of nodes by what they cost, the cheapest first: a heap with four children a node.
///
/// A node may be in it several times; whoever takes one out sees whether it is out of date.
struct CostHeap: ~Copyable {
  struct Entry {
    var cost: UInt64
    var node: UInt32
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var room: Int
  private(set) var count = 0

  init(room: Int = 1024) {
    self.room = room
    entries = .allocate(capacity: room)
  }

  deinit { entries.deallocate() }

  var isEmpty: Bool { count == 0 }

  /// The cheapest entry; there must be one.
  var first: Entry { entries[0] }

  mutating func removeAll() { count = 0 }

  mutating func push(_ cost: UInt64, _ node: UInt32) {
    if count == room { grow() }
    var index = count
    count += 1
    while index > 0 {
      let parent = (index - 1) >> 2
      guard cost < entries[parent].cost else { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = Entry(cost: cost, node: node)
  }

  /// Takes the cheapest entry out; there must be one.
  mutating func pop() -> Entry {
    let top = entries[0]
    count -= 1
    guard count > 0 else { return top }
    let last = entries[count]
    var index = 0
    while true {
      let first = 4 * index + 1
      guard first < count else { break }
      var least = first
      var child = first + 1
      let end = min(first + 4, count)
      while child < end {
        if entries[child].cost < entries[least].cost { least = child }
        child += 1
      }
      guard entries[least].cost < last.cost else { break }
      entries[index] = entries[least]
      index = least
    }
    entries[index] = last
    return top
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: room * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    room *= 2
  }
}
