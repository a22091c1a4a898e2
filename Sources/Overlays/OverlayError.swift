public import Words

/// Why areas cannot be laid over each other.
public enum OverlayError: Cause, Hashable, Sendable {
  /// An area crosses itself; the reason is GEOS's.
  case invalid(String)
  /// GEOS gave up in one of its functions.
  case failed(String)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .invalid(let reason): Sentence("overlay.invalid", ["reason": reason])
    case .failed(let name): Sentence("overlay.failed", ["name": name])
    }
  }
}
