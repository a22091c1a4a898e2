public import Geodesy
public import TourPlanner

/// Makes a file of roads of a network.
///
/// The same network, notes and modes give the same bytes on every machine.
public struct RoadFileWriter {
  private let network: OrderedNetwork
  private var notes: RoadNotes
  private let profiles: UInt64
  private let modes: [TravelMode]
  private let hasHierarchy: Bool

  /// What a mode may use, for the report.
  public struct Share: Hashable, Sendable {
    /// The mode.
    public let mode: TravelMode
    /// The kilometres of road that it may use.
    public let kilometres: Double
    /// The share of them that lies in the main part, 0 … 1.
    public let main: Double
    /// The number of parts.
    public let parts: Int
    /// The largest parts beside the main one, the largest first, ten at most.
    public let islands: [Island]
  }

  /// A part of the roads from which one does not come away, or to which one does not come.
  public struct Island: Hashable, Sendable {
    /// The kilometres of road in it.
    public let kilometres: Double
    /// A junction of it.
    public let place: Coordinate
  }

  /// A writer.
  ///
  /// - Parameters:
  ///   - network: The roads.
  ///   - notes: What the file is to say of itself.
  ///   - profiles: The sum of the profiles.
  ///   - modes: The modes that the file serves.
  ///   - hasHierarchy: Whether a hierarchy is made; without it a file is smaller and every search longer.
  public init(
    _ network: RoadNetwork, notes: RoadNotes, profiles: UInt64, modes: [TravelMode],
    hasHierarchy: Bool = true
  ) {
    self.network = OrderedNetwork(network)
    (self.notes, self.profiles) = (notes, profiles)
    (self.modes, self.hasHierarchy) = (modes, hasHierarchy)
  }

  /// Writes the bytes of the file, and says how the roads hang together.
  ///
  /// - Parameters:
  ///   - progress: Is told the share of the work that is done.
  ///   - take: Is given the bytes, piece by piece.
  /// - Throws: What `take` throws.
  public mutating func write(
    progress: @escaping (Double) -> Void = { _ in }, to take: ([UInt8]) throws -> Void
  ) throws -> [Share] {
    var parts = network.parts()
    var shares: [Share] = []
    for (index, mode) in modes.enumerated() {
      let base = Double(index) / Double(modes.count)
      let step = 1 / Double(modes.count)
      let islands = Islands(network, mode)
      shares.append(islands.share)
      parts.append(.init(RoadPartKey(.weights, mode), network.weights(mode)))
      parts.append(.init(RoadPartKey(.main, mode), islands.bits))
      guard hasHierarchy else { continue }
      var builder = HierarchyBuilder(
        starts: network.arcStarts, heads: network.arcHeads, arcs: network.arcRoads
      ) { network.cost(of: $0, mode) }
      builder.contract { progress(base + step * 0.95 * $0) }
      let finished = builder.finished()
      parts.append(.init(RoadPartKey(.ranks, mode), finished.ranks))
      parts.append(.init(RoadPartKey(.upStarts, mode), finished.upStarts))
      parts.append(.init(RoadPartKey(.upArcs, mode), finished.upArcs))
      parts.append(.init(RoadPartKey(.downStarts, mode), finished.downStarts))
      parts.append(.init(RoadPartKey(.downArcs, mode), finished.downArcs))
      progress(base + step)
    }
    notes.shares = shares.map { "\($0.mode.rawValue) \(Int(($0.main * 1000).rounded()))" }
    parts.append(.init(RoadPartKey(.notes), notes.bytes))
    parts.sort { ($0.key.mode, $0.key.part.rawValue) < ($1.key.mode, $1.key.part.rawValue) }
    try write(parts, to: take)
    return shares
  }

  /// The bytes of the file, in memory.
  ///
  /// - Throws: Nothing; memory takes all bytes.
  public mutating func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try write { bytes += $0 }
    return bytes
  }

  private func write(
    _ parts: [PartBytes], to take: ([UInt8]) throws -> Void
  ) throws {
    typealias Layout = RoadFileLayout
    var head = [UInt8](repeating: 0, count: Layout.head + parts.count * Layout.entry)
    func put<N: FixedWidthInteger>(_ value: N, at offset: Int) {
      withUnsafeBytes(of: value) { bytes in
        for (index, byte) in bytes.enumerated() { head[offset + index] = byte }
      }
    }
    func padding(_ offset: Int) -> Int {
      (Layout.alignment - offset % Layout.alignment) % Layout.alignment
    }
    var offset = head.count
    for (index, part) in parts.enumerated() {
      offset += padding(offset)
      let at = Layout.head + index * Layout.entry
      put(part.key.part.rawValue, at: at)
      put(part.key.mode, at: at + 4)
      put(UInt64(offset), at: at + 8)
      put(UInt64(part.count), at: at + 16)
      put(part.sum, at: at + 24)
      offset += part.count
    }
    for (index, byte) in Layout.magic.enumerated() { head[index] = byte }
    put(Layout.version, at: 8)
    put(Layout.byteOrder, at: 12)
    put(UInt64(offset), at: 16)
    put(profiles, at: 24)
    let box = network.box
    for (index, value) in [box.west, box.south, box.east, box.north].enumerated() {
      put(value, at: 32 + 4 * index)
    }
    put(UInt32(network.nodes.count), at: 48)
    put(UInt32(network.lengths.count), at: 52)
    put(UInt32(parts.count), at: 56)
    put(modes.reduce(UInt32(0)) { $0 | 1 << $1.number }, at: 60)
    put(head.withUnsafeBytes { Checksum.of($0) }, at: Layout.sumOffset)
    try take(head)
    var written = head.count
    for part in parts {
      try take([UInt8](repeating: 0, count: padding(written)))
      written += padding(written)
      try part.forEachPiece(take)
      written += part.count
    }
  }
}
