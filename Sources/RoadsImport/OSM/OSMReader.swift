import CReadOSM
import Foundation
import Geodesy
import Roads
import SystemLibraries
import Tables
import TourPlanner

/// Reads the roads of a file of OpenStreetMap, XML or PBF, in one pass.
///
/// It keeps 16 bytes for each node of the file until the ways are known. A file in which ways stand before
/// their nodes is read all the same.
final class OSMReader {
  /// readosm.
  private static let library = SystemLibrary(
    "readosm", files: ["libreadosm.so.1", "libreadosm.so"], package: "libreadosm1")
  private static let opened = library.functions(readosm_functions(), readosm_find)

  let profiles: [RoadProfile]
  private(set) var reading: RoadReading
  private var last = RoadImportError.LastRead.nothing
  private var failure: RoadImportError?
  private let progress: (Int) -> Void
  private var seen = 0

  var ids: [Int64] = []
  var points: [RoadPoint] = []
  var barriers: [Int64: [RoadProfile.Barrier]] = [:]
  private(set) var ways:
    [(id: Int64, refs: [Int64], uses: [RoadProfile.Use], kind: RoadEdge.Kind)] = []

  /// A reader.
  ///
  /// - Parameter progress: Is told the number of nodes and ways that were read, now and then.
  init(profiles: [RoadProfile], file: String, progress: @escaping (Int) -> Void) {
    (self.profiles, self.progress) = (profiles, progress)
    reading = RoadReading(file: file)
    reading.isOpenStreetMap = true
  }

  /// Reads the file at a path.
  ///
  /// - Throws: ``RoadImportError``, `MissingLibrary`.
  func read(_ path: String) throws {
    let functions = try Self.opened.get()
    guard let open = functions.readosm_open, let close = functions.readosm_close,
      let parse = functions.readosm_parse
    else { return }
    var handle: UnsafeRawPointer?
    let status = open(path, &handle)
    defer { _ = close(handle) }
    guard status == 0 else { throw error(status) }
    let user = Unmanaged.passUnretained(self).toOpaque()
    let result = parse(
      handle, user,
      { user, node in
        guard let user, let node else { return -11 }
        return Unmanaged<OSMReader>.fromOpaque(user).takeUnretainedValue().take(node.pointee)
      },
      { user, way in
        guard let user, let way else { return -11 }
        return Unmanaged<OSMReader>.fromOpaque(user).takeUnretainedValue().take(way.pointee)
      }, nil)
    if let failure { throw failure }
    guard result == 0 else { throw error(result) }
  }

  private func error(_ status: Int32) -> RoadImportError {
    switch status {
    case -1: .unknownFormat(file: reading.file)
    case -2: .unreadable(file: reading.file)
    default: .damaged(file: reading.file, last: last)
    }
  }

  private func count() {
    seen += 1
    if seen & 0xFFFF == 0 { progress(seen) }
  }

  private func take(_ node: readosm_node) -> Int32 {
    count()
    let id = Int64(node.id)
    guard abs(node.latitude) <= 90, abs(node.longitude) <= 180 else {
      failure = .noPosition(
        file: reading.file, node: id, latitude: DecimalText.string(node.latitude, places: 7),
        longitude: DecimalText.string(node.longitude, places: 7))
      return -11
    }
    last = .node(id)
    ids.append(id)
    points.append(
      RoadPoint(
        Coordinate(uncheckedLongitude: node.longitude, latitude: node.latitude)))
    guard node.tag_count > 0, let tags = Self.tags(node.tags, node.tag_count, .node) else {
      return 0
    }
    let found = profiles.map { $0.barrier(of: tags) }
    if found.contains(where: { $0 != .none }) { barriers[id] = found }
    return 0
  }

  private func take(_ way: readosm_way) -> Int32 {
    count()
    last = .way(Int64(way.id))
    guard let tags = Self.tags(way.tags, way.tag_count, .way) else { return 0 }
    reading.ways += 1
    if let stamp = way.timestamp.map({ String(cString: $0).prefix(10) }), stamp.count == 10,
      stamp > reading.date ?? ""
    {
      reading.date = String(stamp)
    }
    let uses = profiles.map { $0.use(of: tags) }
    guard uses.contains(where: \.isOpen) else { return 0 }
    guard way.node_ref_count >= 2, let refs = way.node_refs else {
      reading.emptyWays += 1
      return 0
    }
    reading.used += 1
    var kind: RoadEdge.Kind = []
    if tags["route"] == "ferry" { kind.insert(.ferry) }
    if tags["highway"] == "track" { kind.insert(.track) }
    ways.append(
      (Int64(way.id), (0..<Int(way.node_ref_count)).map { Int64(refs[$0]) }, uses, kind))
    return 0
  }

  private enum Holder { case node, way }

  /// The tags of a way of traffic, or of a node that bars it; nil for anything else.
  private static func tags(
    _ tags: UnsafePointer<readosm_tag>?, _ count: Int32, _ holder: Holder
  ) -> [String: String]? {
    guard let tags, count > 0 else { return nil }
    func has(_ key: String, value: String? = nil) -> Bool {
      (0..<Int(count)).contains { index in
        guard let found = tags[index].key, strcmp(found, key) == 0 else { return false }
        guard let value else { return true }
        return tags[index].value.map { strcmp($0, value) == 0 } ?? false
      }
    }
    switch holder {
    case .way: guard has("highway") || has("route", value: "ferry") else { return nil }
    case .node:
      let keys = ["barrier", "access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot"]
      guard keys.contains(where: { has($0) }) else { return nil }
    }
    var found: [String: String] = [:]
    for index in 0..<Int(count) {
      guard let key = tags[index].key, let value = tags[index].value else { continue }
      found[String(cString: key)] = String(cString: value)
    }
    return found
  }

  /// Adds what another reader has read; a way that both have counts once.
  func add(_ other: OSMReader) {
    let known = Set(ways.map(\.id))
    ids += other.ids
    points += other.points
    barriers.merge(other.barriers) { first, _ in first }
    ways += other.ways.filter { !known.contains($0.id) }
  }

  /// Counts a corner that the file does not have.
  func missCorner() { reading.missingCorners += 1 }

  /// Counts a way of which nothing is left.
  func missWay() {
    reading.emptyWays += 1
    reading.used -= 1
  }
}
