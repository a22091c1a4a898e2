import Testing
import TourPlanner

@Suite("When a search stops")
struct StoppingCriterionTests {
  @Test("Iterations count, and the first of several criteria decides")
  func progress() {
    #expect(IterationLimit(200).progress(iterations: 50) == 0.25)
    #expect(IterationLimit(0).progress(iterations: 0) == 1)
    let first = FirstOf(IterationLimit(200), IterationLimit(100))
    #expect(first.progress(iterations: 100) == 1)
    #expect(ProcessorTimeCap(seconds: 0).progress(iterations: 0) == 1)
    #expect(ProcessorTimeCap(seconds: 1e6).progress(iterations: 1_000_000) == 0)
    #expect(ProcessorTimeLimit(seconds: 0).progress(iterations: 0) == 1)
  }
}
