import Foundation

/// Identities that no two programs give twice, in the order in which they are given.
package enum UniqueID {
  /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds since 1970, 74 random ones.
  package static func make() -> String {
    let time = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: time >> UInt64(40 - 8 * place)) }
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { String($0 + 0, radix: 16) }.map { $0.count < 2 ? "0" + $0 : $0 }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }
}
