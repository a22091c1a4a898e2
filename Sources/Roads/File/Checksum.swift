/// A sum by which damage of a file is noticed; no protection from whoever means to change it.
///
/// Source: Y. Collet, *xxHash fast digest algorithm*, version 0.2.0, "XXH64", with the seed 0. It reads some
/// gigabytes a second.
enum Checksum {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// The sum of some bytes.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let (p1, p2, p3, p4, p5) = primes
    var (offset, count) = (0, bytes.count)
    var sum: UInt64
    func word(_ at: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      rotated(lane &+ word &* p2, 31) &* p1
    }
    if count >= 32 {
      var (a, b, c, d) = (p1 &+ p2, p2, UInt64(0), 0 &- p1)
      while count - offset >= 32 {
        a = round(a, word(offset))
        b = round(b, word(offset + 8))
        c = round(c, word(offset + 16))
        d = round(d, word(offset + 24))
        offset += 32
      }
      sum = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
      for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* p1 &+ p4 }
    } else {
      sum = p5
    }
    sum = sum &+ UInt64(count)
    while count - offset >= 8 {
      sum = rotated(sum ^ round(0, word(offset)), 27) &* p1 &+ p4
      offset += 8
    }
    if count - offset >= 4 {
      let half = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      sum = rotated(sum ^ UInt64(UInt32(littleEndian: half)) &* p1, 23) &* p2 &+ p3
      offset += 4
    }
    while offset < count {
      sum = rotated(sum ^ UInt64(bytes[offset]) &* p5, 11) &* p1
      offset += 1
    }
    count = 0
    sum = (sum ^ sum >> 33) &* p2
    sum = (sum ^ sum >> 29) &* p3
    return sum ^ sum >> 32
  }

  @inline(__always)
  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }
}
