public import TourPlanner
import Words

/// The roads of a file, as they lie in it: junctions, the roads between them, and what leads where.
///
/// Opening maps the file and reads its head; a file of up to 64 MB is summed as well, a larger one by
/// ``verify()`` alone. A search then reads what it touches.
public struct RoadGraph: @unchecked Sendable {
  /// The name of the file, as it was opened.
  public let file: String
  /// What the file says of itself: its sources, their date and licence.
  public let notes: RoadNotes
  /// The sum of the profiles by which it was made.
  public let profiles: UInt64
  /// The modes for which it has roads.
  public let modes: [TravelMode]
  /// The number of junctions.
  public let nodeCount: Int
  /// The number of roads.
  public let edgeCount: Int

  let head: RoadFileHead
  /// Keeps the pointers below alive.
  private let mapping: MappedFile

  let nodes: UnsafeBufferPointer<RoadPoint>
  let ends: UnsafeBufferPointer<UInt32>
  let lengths: UnsafeBufferPointer<UInt32>
  let kinds: UnsafeBufferPointer<UInt8>
  let bendStarts: UnsafeBufferPointer<UInt32>
  let bends: UnsafeBufferPointer<RoadPoint>
  let arcStarts: UnsafeBufferPointer<UInt32>
  let arcHeads: UnsafeBufferPointer<UInt32>
  let arcRoads: UnsafeBufferPointer<UInt32>
  let boxes: UnsafeBufferPointer<RoadBox>

  /// Opens a file.
  ///
  /// - Throws: ``RoadFileError``.
  public init(path: String) throws(RoadFileError) {
    try self.init(MappedFile(path: path), file: path)
  }

  /// Opens the bytes of a file.
  ///
  /// - Throws: ``RoadFileError``.
  public init(bytes: [UInt8], name: String = "roads") throws(RoadFileError) {
    guard !bytes.isEmpty else { throw .empty(file: name) }
    try self.init(MappedFile(bytes), file: name)
  }

  private init(_ mapping: MappedFile, file: String) throws(RoadFileError) {
    self.mapping = mapping
    self.file = file
    let head = try RoadFileHead(mapping.bytes, file: file)
    self.head = head
    profiles = head.profiles
    modes = TravelMode.allCases.filter { head.modes & 1 << $0.number != 0 }
    (nodeCount, edgeCount) = (head.nodes, head.edges)
    let parts = RoadParts(bytes: mapping.bytes, head: head, file: file)
    if mapping.bytes.count <= RoadFileLayout.mostSummed { try parts.verify() }
    notes = RoadNotes(lines: try parts.values(.notes, as: UInt8.self, count: nil))
    nodes = try parts.values(.nodes, as: RoadPoint.self, count: nodeCount)
    ends = try parts.values(.ends, as: UInt32.self, count: 2 * edgeCount)
    lengths = try parts.values(.lengths, as: UInt32.self, count: edgeCount)
    kinds = try parts.values(.kinds, as: UInt8.self, count: edgeCount)
    bendStarts = try parts.values(.bendStarts, as: UInt32.self, count: edgeCount + 1)
    bends = try parts.values(.bends, as: RoadPoint.self, count: nil)
    arcStarts = try parts.values(.arcStarts, as: UInt32.self, count: nodeCount + 1)
    arcHeads = try parts.values(.arcHeads, as: UInt32.self, count: 2 * edgeCount)
    arcRoads = try parts.values(.arcRoads, as: UInt32.self, count: 2 * edgeCount)
    boxes = try parts.values(.boxes, as: RoadBox.self, count: EdgeIndex.size(of: edgeCount))
    guard bendStarts[edgeCount] == bends.count, arcStarts[nodeCount] == arcHeads.count else {
      throw .damaged(file: file, part: Sentence("roads.part.head"))
    }
  }

  /// The parts of the file.
  var parts: RoadParts { RoadParts(bytes: mapping.bytes, head: head, file: file) }

  /// The box around all junctions and bends.
  public var box: (west: Double, south: Double, east: Double, north: Double) {
    (
      Double(head.west) / 1e7, Double(head.south) / 1e7, Double(head.east) / 1e7,
      Double(head.north) / 1e7
    )
  }

  /// Sums every part of the file.
  ///
  /// - Throws: ``RoadFileError/damaged(file:part:)``. Cost: some gigabytes a second.
  public func verify() throws(RoadFileError) { try parts.verify() }

  /// The line of a road, with its junctions.
  public func line(of edge: Int) -> [RoadPoint] {
    [nodes[Int(ends[2 * edge])]]
      + bends[Int(bendStarts[edge])..<Int(bendStarts[edge + 1])]
      + [nodes[Int(ends[2 * edge + 1])]]
  }

  /// The junctions where the line of a road begins and ends.
  public func junctions(of edge: Int) -> (from: UInt32, to: UInt32) {
    (ends[2 * edge], ends[2 * edge + 1])
  }

  /// What kind of road a road is.
  public func kind(of edge: Int) -> RoadEdge.Kind { RoadEdge.Kind(rawValue: kinds[edge]) }
}

/// A box of the tree of roads, in ten-millionths of a degree.
struct RoadBox {
  var west: Int32
  var south: Int32
  var east: Int32
  var north: Int32
}
