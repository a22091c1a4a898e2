import Foundation

/// Identities that no two programs give twice, in the order in which they are given.
package enum UniqueID {
  /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds since 1970, 74 random ones.
  package static func make() -> String {
    let time = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
    let high = time << 16 | 0x7000 | .random(in: 0...0x0FFF)
    let low: UInt64 = 1 << 63 | .random(in: 0...(1 << 62 - 1))
    let digits = [high, low].map { number in
      let digits = Array(String(number, radix: 16))
      return Array(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    let all = Array(digits)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
      .joined(separator: "-")
  }
}
