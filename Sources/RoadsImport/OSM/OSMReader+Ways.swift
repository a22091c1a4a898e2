import Roads

extension OSMReader {
  /// The ways with their corners by numbers, now that all nodes are known.
  ///
  /// A way of an extract may lead beyond its border: it is cut where corners are missing.
  func numbered() -> (ways: [RoadWay], corners: CornerTable) {
    sortNodes()
    var isUsed = [Bool](repeating: false, count: ids.count)
    var found: [[Int]] = []
    for way in ways {
      found.append(
        way.refs.map { ref in
          guard let place = place(of: ref) else {
            missCorner()
            return -1
          }
          isUsed[place] = true
          return place
        })
    }
    var numbers = [UInt32](repeating: .max, count: ids.count)
    var corners = CornerTable()
    for place in ids.indices where isUsed[place] {
      numbers[place] = UInt32(corners.points.count)
      if let barrier = barriers[ids[place]] { corners.barriers[numbers[place]] = barrier }
      corners.points.append(points[place])
    }
    var result: [RoadWay] = []
    for (way, places) in zip(ways, found) {
      var isEmpty = true
      for piece in places.split(separator: -1) {
        var line: [UInt32] = []
        // A node that stands twice in a row is one corner.
        for place in piece where line.last != numbers[place] { line.append(numbers[place]) }
        guard line.count >= 2 else { continue }
        isEmpty = false
        result.append(RoadWay(corners: line, uses: way.uses, kind: way.kind))
      }
      if isEmpty { missWay() }
    }
    return (result, corners)
  }

  private func place(of id: Int64) -> Int? {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  /// Puts the nodes into the order of their numbers, where the file has another; the last of equal ones counts.
  private func sortNodes() {
    let isSorted = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
    guard !isSorted else { return }
    let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    var (sorted, places): ([Int64], [RoadPoint]) = ([], [])
    for index in order {
      if sorted.last == ids[index] {
        places[places.count - 1] = points[index]
      } else {
        sorted.append(ids[index])
        places.append(points[index])
      }
    }
    (ids, points) = (sorted, places)
  }
}
