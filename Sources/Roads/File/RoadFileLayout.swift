import TourPlanner
import Words

/// How the bytes of a file of roads are laid out.
///
/// A head of 96 bytes: the magic word, the version, the byte order, the length of the file, the sum of the
/// profiles, the box, the numbers of junctions, roads and parts, the modes, and the sum of head and table.
/// Then the table, 32 bytes a part: what it is, its mode, where it begins, its bytes, its sum. Then the
/// parts, each beginning at a multiple of 64 bytes. A reader maps the file and reads the head; nothing else
/// is looked at before a search needs it.
enum RoadFileLayout {
  static let magic: [UInt8] = Array("HRROADS\n".utf8)
  static let version: UInt32 = 1
  static let byteOrder: UInt32 = 0x0102_0304
  static let head = 96
  static let entry = 32
  static let alignment = 64
  /// Where the sum of head and table stands.
  static let sumOffset = 64
  /// A file up to so many bytes is summed whole when it is opened, which takes some milliseconds; a larger
  /// one only by whoever checks it.
  static let mostSummed = 64 << 20
}

/// A part of a file of roads.
enum RoadPart: UInt32, CaseIterable {
  /// Lines of text: a key, a tab, a value.
  case notes = 1
  /// Two `Int32` a junction.
  case nodes
  /// The two junctions of each road, `UInt32`.
  case ends
  /// Decimetres of each road, `UInt32`.
  case lengths
  /// The kind of each road, `UInt8`.
  case kinds
  /// Where the bends of each road begin, `UInt32`, and one more for the end.
  case bendStarts
  /// Two `Int32` a bend.
  case bends
  /// Where the arcs of each junction begin, and one more.
  case arcStarts
  /// For each arc the junction to which it leads.
  case arcHeads
  /// For each arc twice its road, and one more where it runs against the line.
  case arcRoads
  /// Four `Int32` for each box of the tree of roads.
  case boxes
  /// Of a mode: two `UInt32` for each road, forward and backward.
  case weights
  /// Of a mode: one bit for each road, whether it is of the main part.
  case main
  /// Of a mode: the rank of each junction.
  case ranks
  /// Of a mode: where the arcs up from each rank begin, and one more.
  case upStarts
  /// Of a mode: the arcs up, 16 bytes each.
  case upArcs
  /// Of a mode: where the arcs that come down to each rank begin, and one more.
  case downStarts
  /// Of a mode: the arcs that come down, by the rank below.
  case downArcs

  /// What a message calls it.
  var name: Sentence {
    switch self {
    case .notes: Sentence("roads.part.notes")
    case .nodes: Sentence("roads.part.nodes")
    case .ends: Sentence("roads.part.ends")
    case .lengths: Sentence("roads.part.lengths")
    case .kinds: Sentence("roads.part.kinds")
    case .bendStarts, .bends: Sentence("roads.part.lines")
    case .arcStarts, .arcHeads, .arcRoads: Sentence("roads.part.arcs")
    case .boxes: Sentence("roads.part.boxes")
    case .weights: Sentence("roads.part.times")
    case .main: Sentence("roads.part.islands")
    case .ranks, .upStarts, .upArcs, .downStarts, .downArcs: Sentence("roads.part.hierarchy")
    }
  }
}

/// A part and the mode that it is for; 0 for all modes.
struct RoadPartKey: Hashable {
  var part: RoadPart
  var mode: UInt32

  init(_ part: RoadPart, _ mode: TravelMode? = nil) {
    self.part = part
    self.mode = mode?.number ?? 0
  }
}
