/// Travel that a table of comma-separated values gives.
///
/// Either rows of `from,to,seconds,metres`, each way on its own, a heading of these words allowed; or a
/// square of seconds, whose first row and first column hold the codes; then no length is known.
/// Empty lines and lines that begin with `#` are passed over. Fields may be quoted.
public struct MatrixTravel: TravelModel, Hashable {
  private struct Pair: Hashable {
    var from: String
    var to: String
  }

  private struct Way: Hashable {
    var seconds: Int32
    var metres: Int32?
  }

  private var ways: [Pair: Way] = [:]
  private var places: Set<String> = []

  /// Reads a table.
  ///
  /// - Throws: ``TravelError/badLine(_:reason:)`` with the first line that cannot be read.
  public init(csv text: String) throws(TravelError) {
    var rows: [(line: Int, fields: [String])] = []
    for (index, line) in MatrixTravel.lines(text).enumerated() {
      let trimmed = MatrixTravel.trim(line)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      rows.append((index + 1, try MatrixTravel.fields(trimmed, line: index + 1)))
    }
    guard let head = rows.first else { throw .badLine(1, reason: "the table is empty") }
    if head.fields.first?.isEmpty == true {
      try readSquare(head.fields, rows.dropFirst())
    } else {
      let isHeading = head.fields.map { $0.lowercased() } == ["from", "to", "seconds", "metres"]
      try readPairs(rows.dropFirst(isHeading ? 1 : 0))
    }
  }

  /// That the travel is the table's.
  public var assumption: String { "travel times are those of a given table" }

  /// The travel between all places.
  ///
  /// - Throws: ``TravelError/unknownPlace(_:)``, ``TravelError/noWay(from:to:)``.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    var (seconds, metres): ([Int32], [Int32]) = ([], [])
    let hasMetres = ways.values.allSatisfy { $0.metres != nil }
    for place in places where !self.places.contains(place.id) {
      throw TravelError.unknownPlace(place.id)
    }
    for from in places {
      for to in places {
        let own = from.id == to.id ? Way(seconds: 0, metres: 0) : nil
        guard let way = own ?? ways[Pair(from: from.id, to: to.id)] else {
          throw TravelError.noWay(from: from.id, to: to.id)
        }
        seconds.append(way.seconds)
        metres.append(way.metres ?? 0)
      }
    }
    return try TravelMatrix(
      count: places.count, seconds: seconds, metres: hasMetres ? metres : nil)
  }

  private mutating func readPairs(
    _ rows: ArraySlice<(line: Int, fields: [String])>
  ) throws(TravelError) {
    for (line, fields) in rows {
      guard fields.count == 4 else {
        throw .badLine(
          line,
          reason: "expected from,to,seconds,metres, found "
            + MatrixTravel.count(fields.count, "field"))
      }
      let way = Way(
        seconds: try MatrixTravel.number(fields[2], line: line),
        metres: try MatrixTravel.number(fields[3], line: line))
      try add(way, from: fields[0], to: fields[1], line: line)
    }
  }

  private mutating func readSquare(
    _ head: [String], _ rows: ArraySlice<(line: Int, fields: [String])>
  ) throws(TravelError) {
    let codes = head.dropFirst()
    guard Set(codes).count == codes.count else {
      throw .badLine(1, reason: "a code is there twice")
    }
    var seen = 0
    for (line, fields) in rows {
      guard fields.count == head.count else {
        throw .badLine(
          line, reason: "expected \(MatrixTravel.count(head.count, "field")), found \(fields.count)"
        )
      }
      guard codes.contains(fields[0]) else {
        throw .badLine(line, reason: "\(fields[0]) is not in the first row")
      }
      for (to, field) in zip(codes, fields.dropFirst()) {
        let way = Way(seconds: try MatrixTravel.number(field, line: line), metres: nil)
        try add(way, from: fields[0], to: to, line: line)
      }
      seen += 1
    }
    guard seen == codes.count else {
      throw .badLine(
        rows.last?.line ?? 1,
        reason: "the table has \(MatrixTravel.count(seen, "row")) for "
          + MatrixTravel.count(codes.count, "code"))
    }
  }

  private mutating func add(
    _ way: Way, from: String, to: String, line: Int
  ) throws(TravelError) {
    guard !from.isEmpty, !to.isEmpty else { throw .badLine(line, reason: "a code is missing") }
    places.formUnion([from, to])
    if ways.updateValue(way, forKey: Pair(from: from, to: to)) != nil {
      throw .badLine(line, reason: "the way from \(from) to \(to) is there twice")
    }
  }
}
