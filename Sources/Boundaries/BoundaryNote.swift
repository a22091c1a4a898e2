public import Words

/// What is wrong with a file of outlines, or worth knowing of it: where, which value, why, and what to do.
public struct BoundaryNote: Hashable, Sendable {
  /// Where it stands.
  public enum Place: Hashable, Sendable {
    /// A line of a text, from 1.
    case line(Int)
    /// A feature or a record, from 1.
    case feature(Int)
    /// The file as a whole.
    case file
  }

  /// Where it stands.
  public let place: Place
  /// What stands there; nil where nothing is meant in particular.
  public let value: String?
  /// What is wrong.
  public let reason: Sentence
  /// What would mend it; nil where nothing need be done.
  public let cure: Cure?
  /// Whether it names a part of the file that may be ground and was not read, such as a line: nothing is known of
  /// that ground.
  public let isUnread: Bool

  /// What would mend it.
  public enum Cure: Hashable, Sendable {
    /// The datum of the file is to be declared; with its code where the numbers tell it.
    case declareDatum(String?)
    /// One of the layers of a drawing or a GeoPackage is to be chosen.
    case chooseLayer([String])
    /// Something else.
    case say(Sentence)
  }

  /// A note.
  public init(
    _ reason: Sentence, at place: Place = .file, value: String? = nil, cure: Cure? = nil,
    isUnread: Bool = false
  ) {
    (self.reason, self.place, self.value, self.cure) = (reason, place, value, cure)
    self.isUnread = isUnread
  }

  /// The line, where it is one.
  public var line: Int? { if case .line(let line) = place { line } else { nil } }

  /// Where and what: `line 18: X 37563447.873 is no northing in China`; with the value that stands there, where
  /// the reason does not say it.
  public var sentence: Sentence {
    var reason = reason
    if let value, !reason.text(in: .en).contains(value) {
      reason = Sentence("boundary.valueIs", ["value": value, "reason": reason])
    }
    switch place {
    case .line(let line): return Sentence("boundary.atLine", ["line": line, "reason": reason])
    case .feature(let number):
      return Sentence("boundary.atFeature", ["number": number, "reason": reason])
    case .file: return reason
    }
  }
}

/// Why a file gives no outline: every fault that was found, the first ones first.
public struct BoundaryError: Cause, Hashable, Sendable {
  /// The name of the file.
  public let file: String
  /// The faults; never none.
  public let faults: [BoundaryNote]
  /// What else was noted.
  public let remarks: [BoundaryNote]

  init(_ file: String, _ faults: [BoundaryNote], remarks: [BoundaryNote] = []) {
    (self.file, self.faults, self.remarks) = (file, faults, remarks)
  }

  /// What ended the reading of a file: its faults, or an error of the parts that were used.
  init(_ file: String, _ error: any Error, remarks: [BoundaryNote]) {
    let faults =
      (error as? Faults)?.notes
      ?? [BoundaryNote((error as? any Cause)?.sentence ?? Sentence(quoting: "\(error)"))]
    self.init(file, Array(faults.prefix(Faults.most)), remarks: remarks)
  }

  /// The first fault, and how many follow.
  public var sentence: Sentence {
    let first = faults.first?.sentence ?? Sentence("boundary.nothing")
    return Sentence("boundary.refused", ["file": file, "reason": first])
  }
}

/// Faults on their way to the error of the file.
struct Faults: Error {
  var notes: [BoundaryNote]

  init(_ notes: [BoundaryNote]) { self.notes = notes }

  init(
    _ reason: Sentence, at place: BoundaryNote.Place = .file, value: String? = nil,
    cure: BoundaryNote.Cure? = nil
  ) {
    notes = [BoundaryNote(reason, at: place, value: value, cure: cure)]
  }

  /// How many faults of a file are said; a file of another kind has one in each row.
  static let most = 20
}
