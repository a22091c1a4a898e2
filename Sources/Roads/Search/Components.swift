/// The strongly connected parts of a graph: from each junction of a part every other one can be reached.
///
/// Source: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Computing 1 (1972)
/// 146–160, doi:10.1137/0201010, with a stack of its own instead of recursion. Linear in the arcs.
struct Components {
  /// The part of each junction; parts are numbered as they are found.
  private(set) var part: [UInt32]
  /// The number of junctions of each part.
  private(set) var sizes: [Int] = []

  /// Finds the parts.
  ///
  /// - Parameters:
  ///   - starts: Where the arcs of each node begin, and one more.
  ///   - heads: Where each arc leads.
  ///   - isOpen: Whether an arc may be used.
  init(starts: [UInt32], heads: [UInt32], isOpen: (Int) -> Bool) {
    let count = starts.count - 1
    let none = UInt32.max
    part = [UInt32](repeating: none, count: count)
    var number = [UInt32](repeating: none, count: count)
    var low = [UInt32](repeating: 0, count: count)
    var next = Array(starts[..<count])
    var (path, open): ([UInt32], [UInt32]) = ([], [])
    var clock: UInt32 = 0
    func enter(_ node: Int) {
      number[node] = clock
      low[node] = clock
      clock += 1
      path.append(UInt32(node))
      open.append(UInt32(node))
    }
    for root in 0..<count where number[root] == none {
      enter(root)
      while let top = path.last {
        let node = Int(top)
        if next[node] < starts[node + 1] {
          let arc = Int(next[node])
          next[node] += 1
          guard isOpen(arc) else { continue }
          let head = Int(heads[arc])
          if number[head] == none {
            enter(head)
          } else if part[head] == none {
            low[node] = min(low[node], number[head])
          }
          continue
        }
        path.removeLast()
        if let below = path.last { low[Int(below)] = min(low[Int(below)], low[node]) }
        guard low[node] == number[node] else { continue }
        var size = 0
        while let member = open.popLast() {
          part[Int(member)] = UInt32(sizes.count)
          size += 1
          if Int(member) == node { break }
        }
        sizes.append(size)
      }
    }
  }

  /// The part with the greatest length of road, by what its roads add up to; of equal ones the one with the
  /// smallest junction.
  func main(lengths: [UInt64]) -> UInt32 {
    var best: UInt32 = 0
    var seen = Set<UInt32>()
    for member in part where seen.insert(member).inserted {
      if lengths[Int(member)] > lengths[Int(best)] || seen.count == 1 { best = member }
    }
    return best
  }
}
