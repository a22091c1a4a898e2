/// Tells of nearly all numbers that they are none of a set, by one look into 8 megabytes.
///
/// A number has three bits of a word. Of a million and a half of numbers one other in some thousands has the
/// bits of one of them.
struct KeyFilter {
  private var words = [UInt64](repeating: 0, count: 1 << Self.wordBits)

  private static let wordBits: UInt64 = 20

  /// The filter of some numbers.
  init(_ keys: some Sequence<UInt64>) {
    for key in keys {
      let (word, bits) = Self.place(of: key)
      words[word] |= bits
    }
  }

  /// Whether the number may be of the set; one that is of the set always may.
  func mayHold(_ key: UInt64) -> Bool {
    let (word, bits) = Self.place(of: key)
    return words.withUnsafeBufferPointer { $0[word] & bits == bits }
  }

  private static func place(of key: UInt64) -> (word: Int, bits: UInt64) {
    // The golden ratio spreads numbers over the upper bits of the product.
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    let bits: UInt64 = 1 << (hash >> 38 & 63) | 1 << (hash >> 32 & 63) | 1 << (hash >> 26 & 63)
    return (Int(truncatingIfNeeded: hash >> (64 - wordBits)), bits)
  }
}
