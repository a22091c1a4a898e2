import Foundation

/// Stops after some processor time of the calling thread.
///
/// The plan then depends on the machine: it is for measurements.
public struct ProcessorTimeLimit: StoppingCriterion, Hashable, Sendable {
  /// The seconds of processor time.
  public let seconds: Double
  private let start: Double

  /// Stops after `seconds` of processor time from now.
  public init(seconds: Double) {
    self.seconds = seconds
    start = ProcessorTimeLimit.now()
  }

  /// The time that has passed, of the time allowed.
  public func progress(iterations: Int) -> Double {
    seconds > 0 ? (ProcessorTimeLimit.now() - start) / seconds : 1
  }

  /// The processor time of the calling thread, in seconds.
  public static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
