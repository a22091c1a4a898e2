import Geodesy

/// Random numbers from a seed, the same on every machine.
///
/// Source: xoshiro256** of D. Blackman and S. Vigna, *Scrambled linear pseudorandom number generators*,
/// ACM Trans. Math. Software 47 (2021) 36, filled by SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    state = (numbers.next(), numbers.next(), numbers.next(), numbers.next())
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number in 0 ..< `bound`, for bounds below 2³²; their bias is below 2⁻³².
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A number in 0 ..< 1.
  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
