import Foundation
import Testing
import TourPlanner

@Suite("Limits of processor time")
struct ProcessorTimeLimitTests {
  /// Works until the thread has taken so many seconds of processor time since the call.
  private static func work(seconds: Double) {
    let start = ProcessorTimeLimit.now()
    while ProcessorTimeLimit.now() - start < seconds {}
  }

  /// Runs on a new thread, whose clock begins at 0, and waits for what comes of it.
  private static func onThread<Value: Sendable>(
    _ body: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: body()) }.start()
    }
  }

  @Test("The time begins with the first question, on whichever thread the limit was made")
  func otherThread() async {
    // A thread that has worked more than the limit allows makes it.
    let limit = await Self.onThread {
      Self.work(seconds: 0.1)
      return ProcessorTimeLimit(seconds: 0.05)
    }
    let progress = await Self.onThread {
      let first = limit.progress(iterations: 0)
      Self.work(seconds: 0.05)
      return (first, limit.progress(iterations: 1))
    }
    #expect(progress.0 == 0)
    #expect(progress.1 >= 1)
  }

  @Test("A search that goes from one thread to another keeps the time that it has taken")
  func handedOn() async {
    let limit = ProcessorTimeLimit(seconds: 0.1)
    let cap = ProcessorTimeCap(seconds: 0.1)
    for round in 1...3 {
      let progress = await Self.onThread {
        _ = (limit.progress(iterations: 0), cap.progress(iterations: 0))
        Self.work(seconds: 0.05)
        return (limit.progress(iterations: 0), cap.progress(iterations: 0))
      }
      #expect(progress.0 >= 0.5 * Double(round))
      if round > 1 { #expect(progress.1 == 1) }
    }
  }
}
