public import Boundaries
import Foundation
public import Geodesy
public import Roads
import TourPlanner

/// Roads read from files of maps, as a network.
public struct RoadImport: Sendable {
  /// The roads.
  public private(set) var network = RoadNetwork()
  /// What was read of each file, and what was not.
  public private(set) var readings: [RoadReading] = []
  /// What was read otherwise than the rule has it.
  public private(set) var remarks: [BoundaryNote] = []

  /// What somebody says of the files.
  public struct Options: Sendable {
    /// The profiles by which roads are used, one for each mode.
    public var profiles: [RoadProfile]
    /// The datum of layers of lines, where the file does not say it or says it wrongly.
    public var boundary = BoundaryOptions()
    /// Which field of a layer says what: `class`, `speed`, `oneway`, `level`.
    public var map: [String: String] = [:]
    /// Within how many metres the ends of lines are joined.
    public var tolerance = 2.0
    /// The area of which roads are wanted; nil for all.
    ///
    /// A way that has a corner in it is taken whole.
    public var area: BoundingBox?

    /// The profiles, and the usual rules.
    public init(profiles: [RoadProfile]) {
      self.profiles = profiles
      boundary.corners = 10_000_000
    }
  }

  /// Reads files: OpenStreetMap's by their names, layers of lines by their content.
  ///
  /// Several files of OpenStreetMap share their nodes, several layers are noded together; roads of one kind are
  /// not joined to those of the other.
  ///
  /// - Parameters:
  ///   - paths: Where the files are.
  ///   - options: What is read, and how.
  ///   - progress: Is told the share of the reading that is done.
  /// - Throws: ``RoadImportError``, `BoundaryError`, `MissingLibrary`.
  public init(
    _ paths: [String], options: Options, progress: @escaping (Double) -> Void = { _ in }
  ) throws {
    var layers: [(file: LineFile, name: String)] = []
    var maps: [String] = []
    for path in paths {
      switch try Self.kind(of: path) {
      case .map: maps.append(path)
      case .layer: layers.append((try Self.layer(path, options), Self.name(path)))
      }
    }
    if !maps.isEmpty { try readMaps(maps, options, progress) }
    if !layers.isEmpty { node(layers, options) }
    try checkFields(options.map)
    guard !network.edges.isEmpty else {
      let names = paths.map(Self.name).joined(separator: ", ")
      throw readings.contains { $0.outside > 0 }
        ? RoadImportError.noRoadsInside(file: names) : .noRoads(file: names)
    }
  }

  private mutating func readMaps(
    _ paths: [String], _ options: Options, _ progress: @escaping (Double) -> Void
  ) throws {
    let sizes = paths.map { path -> Double in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return Double(attributes?[.size] as? Int ?? 1)
    }
    let whole = sizes.reduce(0, +)
    var (done, reader): (Double, OSMReader?) = (0, nil)
    for (path, size) in zip(paths, sizes) {
      // A node takes some nine bytes of a PBF, a hundred of XML: near enough for a bar.
      let each = path.lowercased().hasSuffix(".pbf") ? 9.0 : 100
      let before = done
      let next = OSMReader(profiles: options.profiles, file: Self.name(path)) { count in
        progress(min((before + min(Double(count) * each, size)) / whole, 1))
      }
      try next.read(path)
      done += size
      readings.append(next.reading)
      if let reader { reader.add(next) } else { reader = next }
    }
    guard let reader else { return }
    var (ways, corners) = reader.numbered()
    if let area = options.area {
      let isInside = corners.points.map { area.contains($0.coordinate) }
      let count = ways.count
      ways.removeAll { !$0.corners.contains { isInside[Int($0)] } }
      readings[0].outside = count - ways.count
    }
    readings[0].missingCorners = reader.reading.missingCorners
    readings[0].emptyWays = reader.reading.emptyWays
    add(NetworkBuilder(ways: ways, corners: corners, profiles: options.profiles).network)
  }

  private static func layer(_ path: String, _ options: Options) throws -> LineFile {
    let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    guard let bytes else { throw RoadImportError.unreadable(file: path) }
    let stem = URL(fileURLWithPath: path).deletingPathExtension()
    let whole = URL(fileURLWithPath: path)
    let source = BoundarySource(name: name(path), bytes: Array(bytes)) { ending in
      let beside =
        ending.contains("wal") ? URL(fileURLWithPath: whole.path + "-wal") : nil
      let files = [
        stem.appendingPathExtension(ending), stem.appendingPathExtension(ending.uppercased()),
      ]
      return ([beside].compactMap { $0 } + files).lazy.compactMap {
        (try? Data(contentsOf: $0)).map(Array.init)
      }.first
    }
    return try LineFile(source, options: options.boundary)
  }

  private mutating func node(_ layers: [(file: LineFile, name: String)], _ options: Options) {
    let places = layers.lazy.flatMap { $0.file.lines }.flatMap(\.parts).joined()
    guard let box = BoundingBox(containing: places) else { return }
    let map = FlatMap(around: box)
    var lines: [FlatLine] = []
    for (file, name) in layers {
      var reading = RoadReading(file: name)
      remarks += file.remarks
      reading.datum = file.datum
      let fields = LayerFields(file.lines.lazy.map(\.properties), map: options.map)
      (reading.fields, reading.allFields) = (fields.read, fields.all)
      let rules = LineRoads(fields: fields, profiles: options.profiles)
      for line in file.lines {
        reading.ways += 1
        if let area = options.area,
          !line.parts.contains(where: { $0.contains(where: area.contains) })
        {
          reading.outside += 1
          continue
        }
        let road = rules.road(line.properties)
        guard road.uses.contains(where: \.isOpen) else { continue }
        reading.used += 1
        for part in line.parts {
          var points: [FlatLine.Point] = []
          for place in part {
            let point = map.point(place)
            if point != points.last { points.append(point) }
          }
          guard points.count >= 2 else {
            reading.emptyWays += 1
            continue
          }
          lines.append(FlatLine(points: points, road: road))
        }
      }
      readings.append(reading)
    }
    guard !lines.isEmpty else { return }
    var noding = Noding(lines, tolerance: options.tolerance)
    let (ways, points) = noding.ways()
    readings[readings.count - 1].noding = noding.report
    var corners = CornerTable()
    corners.points = points.map { RoadPoint(map.place($0)) }
    add(
      NetworkBuilder(
        ways: ways.map {
          RoadWay(
            corners: $0.corners, uses: $0.road.uses, kind: $0.road.isTrack ? [.track] : [])
        },
        corners: corners, profiles: options.profiles
      ).network)
  }

  /// Adds a network beside what is there.
  private mutating func add(_ other: RoadNetwork) {
    let first = UInt32(network.nodes.count)
    network.nodes += other.nodes
    network.edges += other.edges.map { edge in
      var moved = edge
      moved.from += first
      moved.to += first
      return moved
    }
  }
}
