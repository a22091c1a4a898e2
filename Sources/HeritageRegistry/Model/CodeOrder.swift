/// The order of codes: byte by byte, without regard to the case of Latin letters, as the schema has it.
public enum CodeOrder {
  /// Whether code `a` comes before code `b`.
  public static func isBefore(_ a: String, _ b: String) -> Bool {
    let order = a.utf8.withContiguousStorageIfAvailable { a in
      b.utf8.withContiguousStorageIfAvailable { b in isBefore(a, b) }
    }
    // A text that is kept otherwise than as UTF-8 is compared where it is.
    return (order ?? nil) ?? folded(a).lexicographicallyPrecedes(folded(b))
  }

  private static func isBefore(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for place in 0..<min(a.count, b.count) where a[place] != b[place] {
      let (one, other) = (folded(a[place]), folded(b[place]))
      if one != other { return one < other }
    }
    return a.count < b.count
  }

  /// The code with its Latin capitals made small: codes that the schema takes for one are equal.
  package static func key(_ code: String) -> String {
    String(decoding: Array(folded(code)), as: UTF8.self)
  }

  /// Whether the schema takes two codes for one.
  ///
  /// Texts that Swift takes for equal, as `é` in two normal forms, are two codes.
  package static func isSame(_ a: String, _ b: String) -> Bool {
    folded(a).elementsEqual(folded(b))
  }

  private static func folded(_ code: String) -> some Sequence<UInt8> {
    code.utf8.lazy.map { folded($0) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
