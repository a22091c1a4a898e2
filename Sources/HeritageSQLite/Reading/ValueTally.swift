import Foundation

/// Counts rows by the values of their columns, in one reading and without sorting them.
///
/// Every value gets a number when it first comes; the numbers of a row lead down a tree to its count.
struct ValueTally {
  private var columns: [Column]
  /// The branches of nodes by column; the node above is the upper half of a key, the number the lower.
  private var branches: [[UInt64: Int]]
  /// The node above and the number in its column of each node below the first column, whose numbers are its
  /// nodes.
  private var nodes: [(above: Int, number: Int)] = []
  private var tallies: [Int] = []
  /// The branch that was last taken in each column, and the node to which it leads.
  private var lastSteps: [(key: UInt64, node: Int)?]

  /// Where its columns stand in a row.
  private let places: [Int32]

  /// Counts by the columns of rows that stand at some places.
  init(columns places: [Int]) {
    self.places = places.map(Int32.init)
    columns = Array(repeating: Column(), count: places.count)
    branches = Array(repeating: [:], count: places.count)
    lastSteps = Array(repeating: nil, count: places.count)
  }

  /// Counts the row at which a cursor stands.
  mutating func add(_ row: SiteCursor) {
    var node = columns[0].number(of: row, places[0])
    for index in 1..<max(1, columns.count) {
      let number = columns[index].number(of: row, places[index])
      let key = UInt64(node) << 32 | UInt64(number)
      // Columns that are the same in most rows lead down the same way.
      if let (last, next) = lastSteps[index], last == key {
        node = next
        continue
      }
      if let next = branches[index][key] {
        node = next
      } else {
        nodes.append((node, number))
        branches[index][key] = nodes.count - 1
        node = nodes.count - 1
      }
      lastSteps[index] = (key, node)
    }
    while tallies.count <= node { tallies.append(0) }
    tallies[node] += 1
  }

  /// The values that came together, and how often, in no order.
  var counts: [(values: [String?], count: Int)] {
    tallies.indices.filter { tallies[$0] > 0 }.map { leaf in
      var values: [String?] = []
      var node = leaf
      for index in columns.indices.dropFirst().reversed() {
        values.append(columns[index].values[nodes[node].number])
        node = nodes[node].above
      }
      values.append(columns[0].values[node])
      return (values.reversed(), tallies[leaf])
    }
  }

  /// The values of a column, by their numbers.
  private struct Column {
    /// The first stands for NULL.
    private(set) var values: [String?] = [nil]
    private var bytes: [[UInt8]] = [[]]
    private var numbers: [String: Int] = [:]
    private var last = 0

    mutating func number(of row: SiteCursor, _ column: Int32) -> Int {
      row.withBytes(column) { text in
        guard let text else { return 0 }
        // The same value comes again and again, and most columns have few.
        if last > 0, isSame(text, bytes[last]) { return last }
        for number in 1..<min(8, bytes.count) where isSame(text, bytes[number]) {
          last = number
          return number
        }
        let value = String(decoding: text, as: UTF8.self)
        if let number = numbers[value] {
          last = number
          return number
        }
        last = values.count
        numbers[value] = last
        values.append(value)
        bytes.append(Array(text))
        return last
      }
    }

    private func isSame(_ text: UnsafeBufferPointer<UInt8>, _ known: [UInt8]) -> Bool {
      guard let start = text.baseAddress, text.count == known.count else { return false }
      return memcmp(start, known, text.count) == 0
    }
  }
}
