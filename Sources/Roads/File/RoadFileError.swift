public import Words

/// Why a file of roads cannot be used.
public enum RoadFileError: Cause, Hashable, Sendable {
  /// The system does not give the file.
  case unreadable(file: String, reason: Sentence)
  /// The file has no bytes.
  case empty(file: String)
  /// The file is none of roads.
  case notRoads(file: String)
  /// The file is of a version that is not read.
  case otherVersion(file: String, found: Int, readable: Int)
  /// The file was made on a machine that writes its numbers the other way round.
  case otherByteOrder(file: String)
  /// The file has fewer or more bytes than it says.
  case cut(file: String, found: Int, expected: Int)
  /// A part of the file is not as it was written.
  case damaged(file: String, part: Sentence)
  /// The file has no roads for a mode.
  case noMode(file: String, mode: String)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unreadable(let file, let reason):
      Sentence("roads.unreadable", ["file": file, "reason": reason])
    case .empty(let file): Sentence("roads.empty", ["file": file])
    case .notRoads(let file): Sentence("roads.notRoads", ["file": file])
    case .otherVersion(let file, let found, let readable):
      Sentence("roads.otherVersion", ["file": file, "found": found, "readable": readable])
    case .otherByteOrder(let file): Sentence("roads.otherByteOrder", ["file": file])
    case .cut(let file, let found, let expected):
      Sentence("roads.cut", ["file": file, "found": found, "expected": expected])
    case .damaged(let file, let part):
      Sentence("roads.damaged", ["file": file, "part": part])
    case .noMode(let file, let mode): Sentence("roads.noMode", ["file": file, "mode": mode])
    }
  }
}
