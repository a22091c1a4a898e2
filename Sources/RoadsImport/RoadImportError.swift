public import Tables
public import Words

/// Why no roads can be read from a file.
public enum RoadImportError: Cause, Hashable, Sendable {
  /// The file is not there, or may not be read.
  case unreadable(file: String)
  /// The file has no bytes.
  case empty(file: String)
  /// The name of the file does not say that it is a map.
  case unknownFormat(file: String)
  /// The file is packed once more.
  case packed(file: String)
  /// The file is cut off or damaged, behind a node or way of a number.
  case damaged(file: String, last: LastRead)
  /// A corner has no position on the earth.
  case noPosition(file: String, node: Int64, latitude: String, longitude: String)
  /// No layer has a field that somebody names; all that they have.
  case noField(field: String, file: String, known: [String])
  /// The file has no road that any of the modes uses.
  case noRoads(file: String)
  /// The file has no road in the area of which roads are wanted.
  case noRoadsInside(file: String)
  /// The main part of the roads of a mode has too small a share of their length.
  case scattered(file: String, mode: String, share: Int, parts: Int)
  /// The file is named as a map of OpenStreetMap, and its content is something else.
  case notAMap(file: String, FileKind)

  /// What a reader came by last.
  public enum LastRead: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// A node.
    case node(Int64)
    /// A way.
    case way(Int64)

    var sentence: Sentence {
      switch self {
      case .nothing: Sentence("roads.atBeginning")
      case .node(let id): Sentence("roads.afterNode", ["id": String(id)])
      case .way(let id): Sentence("roads.afterWay", ["id": String(id)])
      }
    }
  }

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unreadable(let file): Sentence("roads.noFile", ["file": file])
    case .empty(let file): Sentence("roads.emptyMap", ["file": file])
    case .unknownFormat(let file): Sentence("roads.unknownFormat", ["file": file])
    case .packed(let file): Sentence("roads.packed", ["file": file])
    case .damaged(let file, let last):
      Sentence("roads.damagedMap", ["file": file, "place": last.sentence])
    case .noPosition(let file, let node, let latitude, let longitude):
      Sentence(
        "roads.noPosition",
        ["file": file, "node": String(node), "latitude": latitude, "longitude": longitude])
    case .noField(let field, let file, _):
      Sentence("roads.noField", ["file": file, "field": field])
    case .noRoads(let file): Sentence("roads.noRoads", ["file": file])
    case .noRoadsInside(let file): Sentence("roads.noRoadsInside", ["file": file])
    case .scattered(let file, let mode, let share, let parts):
      Sentence(
        "roads.scattered", ["file": file, "mode": mode, "share": share, "parts": parts])
    case .notAMap(let file, let kind):
      Sentence("roads.notAMap", ["file": file, "kind": kind.words])
    }
  }
}
