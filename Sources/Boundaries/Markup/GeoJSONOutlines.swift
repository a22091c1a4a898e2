import Geodesy
import Tables
import Words

/// The areas of a GeoJSON file (RFC 7946), each feature a plot.
///
/// It is WGS 84 by its standard; the `crs` of files from before 2016 is read where it names CGCS2000 or one
/// of its zones, and refused otherwise.
enum GeoJSONOutlines {
  /// Reads a FeatureCollection, a Feature or a bare geometry.
  static func reading(
    _ source: BoundarySource, _ remarks: inout [BoundaryNote]
  ) throws -> RawReading {
    var scanner = JSONScanner(try BoundarySource.text(source.bytes))
    var reader = Reader()
    do {
      try reader.readRoot(&scanner)
      try scanner.finish()
    } catch let fault as JSONFault {
      throw Faults(
        fault.sentence, at: .line(scanner.line), cure: .say(Sentence("boundary.cureGeoJSON")))
    }
    for (kind, count) in reader.others.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        BoundaryNote(
          Sentence("boundary.entities", ["name": kind, "count": count]), isUnread: true))
    }
    var reading = RawReading()
    reading.plots = reader.plots
    reading.header.datum = .wgs84
    reading.header.basis = .standard
    if let datum = try reader.declaredDatum() {
      (reading.header.datum, reading.header.basis) = (datum, .header)
    }
    if reading.plots.isEmpty {
      throw Faults(
        reader.others.isEmpty ? Sentence("boundary.emptyCollection") : Sentence("boundary.noAreas"),
        cure: .say(Sentence("boundary.cureOutline")))
    }
    return reading
  }
}

private struct Reader {
  var plots: [RawPlot] = []
  var others: [String: Int] = [:]
  private var crs: String?
  private var number = 0

  /// The shape of an object while its members are read.
  private struct Shape {
    var type = ""
    var rings: [[RawRing]] = []
    var parts: [Shape] = []
    var depth = 0
  }

  mutating func readRoot(_ scanner: inout JSONScanner) throws {
    guard scanner.peek() == 0x7B else { throw notGeoJSON(scanner) }
    var shape = Shape()
    var properties: [Plot.Property] = []
    var isCollection = false
    var geometry: Shape?
    try scanner.object { scanner, name in
      switch name {
      case "type" where scanner.peek() == 0x22: shape.type = try scanner.string()
      case "crs": crs = try scanner.compact()
      case "features" where scanner.peek() == 0x5B:
        isCollection = true
        try scanner.list { scanner in
          number += 1
          try readFeature(&scanner)
        }
      case "geometry" where scanner.peek() == 0x7B: geometry = try readShape(&scanner)
      case "properties" where scanner.peek() == 0x7B: properties = try readProperties(&scanner)
      default: try readMember(name, &shape, &scanner)
      }
    }
    if isCollection { return }
    number = 1
    switch shape.type {
    case "Feature": if let geometry { append(geometry, properties) }
    case "FeatureCollection": break
    default:
      guard !shape.type.isEmpty else { throw notGeoJSON(scanner) }
      append(shape, properties)
    }
  }

  private func notGeoJSON(_ scanner: JSONScanner) -> Faults {
    Faults(
      Sentence("boundary.notGeoJSON"), at: .line(scanner.line),
      cure: .say(Sentence("boundary.cureFormats")))
  }

  private mutating func readFeature(_ scanner: inout JSONScanner) throws {
    guard scanner.peek() == 0x7B else { throw notGeoJSON(scanner) }
    var properties: [Plot.Property] = []
    var geometry: Shape?
    try scanner.object { scanner, name in
      switch name {
      case "geometry" where scanner.peek() == 0x7B: geometry = try readShape(&scanner)
      case "properties" where scanner.peek() == 0x7B: properties = try readProperties(&scanner)
      default: try scanner.skip()
      }
    }
    if let geometry { append(geometry, properties) }
  }

  private mutating func readProperties(_ scanner: inout JSONScanner) throws -> [Plot.Property] {
    var properties: [Plot.Property] = []
    try scanner.object { scanner, name in
      let text =
        scanner.peek() == 0x22 ? try scanner.string() : try scanner.compact()
      if text != "null", !text.isEmpty { properties.append(Plot.Property(name, text)) }
    }
    return properties
  }

  private mutating func readShape(_ scanner: inout JSONScanner) throws -> Shape {
    var shape = Shape()
    try scanner.object { scanner, name in try readMember(name, &shape, &scanner) }
    return shape
  }

  private mutating func readMember(
    _ name: String, _ shape: inout Shape, _ scanner: inout JSONScanner
  ) throws {
    switch name {
    case "type" where scanner.peek() == 0x22: shape.type = try scanner.string()
    case "coordinates" where scanner.peek() == 0x5B:
      var found: [[RawRing]] = []
      let depth = try readRings(&scanner, &found)
      (shape.rings, shape.depth) = (found, depth)
    case "geometries" where scanner.peek() == 0x5B:
      try scanner.list { scanner in
        guard scanner.peek() == 0x7B else { return try scanner.skip() }
        shape.parts.append(try readShape(&scanner))
      }
    default: try scanner.skip()
    }
  }

  /// Reads lists in each other: pairs into rings, rings into polygons.
  ///
  /// - Returns: How deep the lists are: 1 for a position, 3 for a polygon, 4 for several.
  private mutating func readRings(
    _ scanner: inout JSONScanner, _ polygons: inout [[RawRing]]
  ) throws -> Int {
    var deepest = 0
    var ring = RawRing(name: "1", isClosed: false)
    var rings: [RawRing] = []
    func read(_ scanner: inout JSONScanner) throws -> (depth: Int, pair: (Double, Double)?) {
      var numbers: [Double] = []
      var depth = 0
      let line = scanner.line(near: &lastLine)
      var children = 0
      try scanner.list { scanner in
        switch scanner.peek() {
        case 0x5B:
          let child = try read(&scanner)
          depth = max(depth, child.depth)
          children += 1
          if child.depth == 1, let pair = child.pair {
            ring.points.append(
              RawPoint(east: pair.0, north: pair.1, place: .line(line), label: nil))
          }
        case let byte? where byte == 0x2D || (0x30...0x39).contains(byte):
          if numbers.count < 4 {
            numbers.append(Double(try scanner.number()) ?? .nan)
          } else {
            _ = try scanner.number()
          }
        default:
          throw Faults(
            Sentence("boundary.badPosition"), at: .line(scanner.line),
            cure: .say(Sentence("boundary.cureGeoJSON")))
        }
      }
      depth += 1
      if children == 0 {
        guard numbers.count >= 2 else { return (depth, nil) }
        return (1, (numbers[0], numbers[1]))
      }
      if depth == 2 {
        ring.name = "\(rings.count + 1)"
        let (first, last) = (ring.points.first, ring.points.last)
        ring.isClosed = first?.east == last?.east && first?.north == last?.north
        rings.append(ring)
        ring = RawRing(name: "1")
      } else if depth == 3 {
        polygons.append(rings)
        rings = []
      }
      return (depth, nil)
    }
    deepest = try read(&scanner).depth
    if !rings.isEmpty { polygons.append(rings) }
    return deepest
  }

  private var lastLine = (index: 0, line: 1)

  init() {}

  /// Adds the areas of a geometry as one plot.
  private mutating func append(_ shape: Shape, _ properties: [Plot.Property]) {
    var plot = RawPlot(at: .feature(number))
    plot.properties = properties
    plot.name = plot.property(["NAME", "DKMC", "XMMC", "MC", "名称", "地块名称", "项目名称"])
    plot.number = plot.property(["DKBH", "DKH", "BH", "ID", "编号", "地块编号"])
    var polygons: [[RawRing]] = []
    func collect(_ shape: Shape) {
      switch (shape.type, shape.depth) {
      case ("GeometryCollection", _): shape.parts.forEach(collect)
      case ("Polygon", 3), ("MultiPolygon", 4): polygons += shape.rings
      case (let type, _):
        others[type.isEmpty ? "?" : String(type.prefix(40)), default: 0] += 1
      }
    }
    collect(shape)
    guard !polygons.isEmpty else { return }
    plot.hasRoles = polygons.count == 1
    plot.rings = polygons.flatMap(\.self).enumerated().map { index, ring in
      RawRing(name: "\(index + 1)", points: ring.points, isClosed: ring.isClosed)
    }
    plots.append(plot)
  }

  /// The datum of a `crs`; nil for none.
  func declaredDatum() throws -> Datum? {
    guard let crs, crs != "null", !crs.contains("CRS84") else { return nil }
    let match = crs.firstMatch(of: /EPSG(?::[\d.]*)?:(\d{4,6})"|"EPSG".*"code":"?(\d{4,6})\b/)
    guard let code = (match?.1 ?? match?.2).flatMap({ Int($0) }),
      let datum = try? Datum("EPSG:\(code == 4979 ? 4326 : code)")
    else {
      throw Faults(
        Sentence("boundary.otherCRS"), value: String(crs.prefix(60)), cure: .declareDatum(nil))
    }
    return datum
  }
}

extension JSONScanner {
  /// The line that has been reached, counted from a place before it.
  func line(near last: inout (index: Int, line: Int)) -> Int {
    if last.index < index {
      last.line += bytes[last.index..<index].count { $0 == 0x0A }
      last.index = index
    }
    return last.line
  }
}
