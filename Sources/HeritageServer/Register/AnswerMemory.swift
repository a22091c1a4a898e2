import HeritageRegistry
import Synchronization

/// Answers that took long to make, by their tags: the same tag means the same bytes.
///
/// Many who ask for one heavy page cost as much as one. What is made in a few milliseconds is made anew.
final class AnswerMemory: Sendable {
  private struct Kept {
    var answers: [String: (answer: WebResponse, end: ContinuousClock.Instant)] = [:]
    var bytes = 0
  }

  private let kept = Mutex(Kept())
  /// An answer is kept if it took longer to make.
  private static let least = Duration.milliseconds(10)
  /// As long as a cache may keep it: a page may have today's date.
  private static let life = Duration.seconds(60)
  /// How many bytes are kept in all, and how many of one answer.
  private static let (limit, greatest) = (8 << 20, 2 << 20)

  /// The answer with a tag; nil where it is not kept.
  subscript(_ tag: EntityTag) -> WebResponse? {
    guard let found = kept.withLock({ $0.answers[tag.text] }), found.end > .now else { return nil }
    return found.answer
  }

  /// Keeps an answer that is worth it.
  func keep(_ answer: WebResponse, with tag: EntityTag, made spent: Duration) {
    guard answer.status == 200, spent > Self.least, case .bytes(let bytes) = answer.body,
      bytes.count <= Self.greatest
    else { return }
    kept.withLock { kept in
      if kept.bytes + bytes.count > Self.limit { kept = Kept() }
      let old = kept.answers.updateValue((answer, .now + Self.life), forKey: tag.text)
      if old == nil { kept.bytes += bytes.count }
    }
  }
}
