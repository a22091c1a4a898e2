/// The order of codes: byte by byte, without regard to the case of Latin letters, as the schema has it.
public enum CodeOrder {
  /// Whether code `a` comes before code `b`.
  public static func isBefore(_ a: String, _ b: String) -> Bool {
    folded(a).lexicographicallyPrecedes(folded(b))
  }

  /// The code with its Latin capitals made small: codes that the schema takes for one are equal.
  package static func key(_ code: String) -> String {
    String(decoding: Array(folded(code)), as: UTF8.self)
  }

  private static func folded(_ code: String) -> some Sequence<UInt8> {
    code.utf8.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
