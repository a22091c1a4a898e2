import Geodesy
import Testing

@Suite("Lengths")
struct LengthTests {
  @Test("Five kilometres are five thousand metres")
  func kilometres() {
    #expect(Length.kilometres(5) == .metres(5000))
    #expect(Length.kilometres(0.8).metres == 800)
  }

  @Test("Lengths add up and are taken from each other")
  func arithmetic() {
    #expect(Length.kilometres(1) + .metres(250) == .metres(1250))
    #expect(Length.kilometres(1) - .metres(250) == .metres(750))
    #expect((Length.metres(100) - .metres(250)).metres == -150)
  }

  @Test(
    "The shorter length comes first",
    arguments: [(0.0, 0.001), (999.0, 1000.0), (-1.0, 0.0), (5000.0, .infinity)])
  func order(shorter: Double, longer: Double) {
    #expect(Length.metres(shorter) < .metres(longer))
    #expect(!(Length.metres(longer) < .metres(shorter)))
    #expect(
      [Length.metres(longer), .metres(shorter)].min() == .metres(shorter))
  }

  @Test("Equal lengths are one element of a set")
  func hashing() {
    #expect(Set([Length.metres(5000), .kilometres(5), .metres(5001)]).count == 2)
  }
}
