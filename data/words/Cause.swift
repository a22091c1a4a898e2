public import Foundation

/// An error that says what happened as a sentence with values, and leaves the advice to whoever asks.
///
/// A library throws causes. What a person can do about one differs between a command line and a web page:
/// each has its own advice, and both print the same sentence.
public protocol Cause: LocalizedError, CustomStringConvertible {
  /// What happened, or what was looked for and not found.
  var sentence: Sentence { get }
}

extension Cause {
  /// The English sentence, for developers.
  public var description: String { sentence.text(in: .en) }
  /// The English sentence, as Foundation asks for it.
  public var errorDescription: String? { description }
}

// Repeated from Foundation, so that a file with a cause need not import it.
extension Cause {
  /// None: the sentence says it all.
  public var failureReason: String? { nil }
  /// None: advice is the asker's.
  public var recoverySuggestion: String? { nil }
  /// None.
  public var helpAnchor: String? { nil }
}
