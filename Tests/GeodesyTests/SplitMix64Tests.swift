import Geodesy
import Testing

@Suite("Random numbers from a seed")
struct SplitMix64Tests {
  @Test("The numbers of the reference implementation for the seed 1234567")
  func reference() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("Numbers in a range stay in it, and reach its ends")
  func ranges() {
    var random = SplitMix64(seed: 1)
    let drawn = (0..<1000).map { _ in random.below(7) }
    #expect(Set(drawn) == Set(0..<7))
    for _ in 0..<1000 { #expect((0..<1).contains(random.unit())) }
  }
}
