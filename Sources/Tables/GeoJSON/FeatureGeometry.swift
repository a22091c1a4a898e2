import Words

/// The geometry of a feature, as far as it can be the place of a row (RFC 7946, 3.1).
struct FeatureGeometry {
  /// What a geometry says of the place of a row.
  enum Place {
    /// It is empty.
    case nowhere
    /// It is one point, in whatever geometry that is written.
    case point(Sheet.Corner)
    /// It is more than a point.
    case shape(Sheet.Fault)
  }

  private var type = ""
  private var positions: [[Double]] = []
  private var parts: [FeatureGeometry] = []
  /// Whether something that is no number stands in a position.
  private var isBroken = false

  /// Reads an object.
  init(_ scanner: inout JSONScanner) throws {
    try scanner.object { scanner, name in
      switch name {
      case "type" where scanner.peek() == 0x22: type = try scanner.string()
      case "coordinates" where scanner.peek() == 0x5B: try readPositions(&scanner)
      case "geometries" where scanner.peek() == 0x5B:
        try scanner.list { scanner in
          guard scanner.peek() == 0x7B else { return try scanner.skip() }
          parts.append(try FeatureGeometry(&scanner))
        }
      default: try scanner.skip()
      }
    }
  }

  /// Reads a position, or lists of them in each other.
  private mutating func readPositions(_ scanner: inout JSONScanner) throws {
    var numbers: [Double] = []
    try scanner.list { scanner in
      switch scanner.peek() {
      case 0x5B: try readPositions(&scanner)
      case let byte? where byte == 0x2D || (0x30...0x39).contains(byte):
        if let number = Double(try scanner.number()), numbers.count < 4 { numbers.append(number) }
      default:
        isBroken = true
        try scanner.skip()
      }
    }
    if !numbers.isEmpty { positions.append(numbers) }
  }

  /// The geometry, or those that a collection holds, without empty ones.
  private var leaves: [FeatureGeometry] {
    type == "GeometryCollection"
      ? parts.flatMap(\.leaves) : positions.isEmpty && !isBroken ? [] : [self]
  }

  /// What it says of the place of a row.
  var place: Place {
    let known = [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
      "GeometryCollection",
    ]
    guard known.contains(type) else {
      return .shape(Sheet.Fault(Sentence("table.noPoint", ["type": type])))
    }
    let leaves = leaves
    let corners = leaves.flatMap(\.positions).compactMap { numbers in
      numbers.count >= 2 && numbers[0].isFinite && numbers[1].isFinite
        ? Sheet.Corner(longitude: numbers[0], latitude: numbers[1]) : nil
    }
    guard !leaves.contains(where: \.isBroken),
      corners.count == leaves.reduce(0, { $0 + $1.positions.count })
    else {
      return .shape(Sheet.Fault(Sentence("table.emptyPoint")))
    }
    guard let first = corners.first else { return .nowhere }
    let arePoints = leaves.allSatisfy { $0.type == "Point" || $0.type == "MultiPoint" }
    if arePoints, corners.allSatisfy({ $0 == first }) { return .point(first) }
    let name = leaves.count == 1 ? leaves[0].type : type
    return .shape(
      Sheet.Fault(
        Sentence("table.noPoint", ["type": name]), corners: corners))
  }
}
