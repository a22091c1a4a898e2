/// A moment after which a reading of a register ends, for those who answer strangers.
///
/// ```swift
/// try ReadingDeadline.at(.now + .seconds(5)) { try registry.dossiers(matching: query) }
/// ```
public enum ReadingDeadline {
  @TaskLocal private static var current: ContinuousClock.Instant?

  /// A reading went on beyond its deadline.
  ///
  /// It says nothing of the question: another day it may be answered in time.
  public struct Passed: Error, Hashable, Sendable {
    /// Makes the error.
    public init() {}
  }

  /// The deadline of readings begun here; nil for none.
  public static var end: ContinuousClock.Instant? { current }

  /// Runs `body`, whose readings end with ``Passed`` once `end` has passed.
  ///
  /// - Throws: ``Passed``; what `body` throws.
  public static func at<Value>(
    _ end: ContinuousClock.Instant, _ body: () throws -> Value
  ) rethrows -> Value {
    try $current.withValue(end, operation: body)
  }

  /// Runs `body` with a deadline so far from now, or the one that holds already where that is nearer.
  ///
  /// - Throws: ``Passed``; what `body` throws.
  public static func within<Value>(
    _ span: Duration, _ body: () throws -> Value
  ) rethrows -> Value {
    let end = ContinuousClock.now + span
    return try at(min(end, current ?? end), body)
  }

  /// Ends what takes long without reading.
  ///
  /// Cost: some 50 ns.
  ///
  /// - Throws: ``Passed`` where the deadline has passed.
  public static func check() throws(Passed) {
    if let current, ContinuousClock.now > current { throw Passed() }
  }
}
