/// The properties that a filter may name, and what their values are.
public struct Queryables: Sendable {
  /// The kinds of values by the names of the properties.
  public let kinds: [String: ValueKind]
  /// Where positions of the filter may be, in the axes of its reference system.
  public let extent: GeometryBox

  /// Properties with their kinds.
  ///
  /// - Parameters:
  ///   - kinds: The kind of value of each property, by its name.
  ///   - extent: The range of the reference system; longitudes and latitudes of the whole earth
  ///     unless it is another.
  public init(_ kinds: [String: ValueKind], extent: GeometryBox = .earth) {
    (self.kinds, self.extent) = (kinds, extent)
  }
}

/// The name that is spelt most like another: at most a third of its characters are changed, left
/// out, put in or exchanged with their neighbour.
///
/// Of equally near ones the first in the alphabet.
func nearest(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().prefix(64))
  var best: (name: String, distance: Int)?
  for candidate in names.sorted() {
    let distance = distance(from: wanted, to: Array(candidate.lowercased().prefix(64)))
    if distance * 3 <= max(3, wanted.count), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// The optimal string alignment distance of two names.
private func distance(from one: [Character], to other: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var row = [i + 1]
    for j in other.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[other.count]
}
