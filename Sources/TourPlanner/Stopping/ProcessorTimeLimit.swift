import Foundation
import Synchronization

/// Stops after some processor time of the threads that ask.
///
/// The time begins with the first question, so that a limit may be made on one thread and asked on another.
/// The plan then depends on the machine: it is for measurements.
public struct ProcessorTimeLimit: StoppingCriterion, Sendable {
  /// The seconds of processor time.
  public let seconds: Double
  private let meter = ProcessorTimeMeter()

  /// Stops after `seconds` of processor time from the first question; a copy goes on with the same time.
  public init(seconds: Double) { self.seconds = seconds }

  /// The time that has passed, of the time allowed.
  public func progress(iterations: Int) -> Double {
    seconds > 0 ? meter.spent() / seconds : 1
  }

  /// The processor time of the calling thread, in seconds.
  public static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The processor time between questions.
///
/// Each thread has a clock of its own: what lies between questions of two threads is not counted.
private final class ProcessorTimeMeter: Sendable {
  private struct State {
    var thread: pthread_t?
    var last = 0.0
    var spent = 0.0
  }

  private let state = Mutex(State())

  /// The seconds since the first question.
  func spent() -> Double {
    let (thread, now) = (pthread_self(), ProcessorTimeLimit.now())
    return state.withLock { state in
      // A new thread may have the number of one that has ended, and an earlier time.
      if state.thread == thread { state.spent += max(0, now - state.last) }
      (state.thread, state.last) = (thread, now)
      return state.spent
    }
  }
}
