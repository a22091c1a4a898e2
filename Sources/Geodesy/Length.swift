/// A length on the ground, in metres.
///
/// ```swift
/// Length.kilometres(5) == Length.metres(5000)  // true
/// ```
public struct Length: Hashable, Comparable, Sendable {
  /// The length in metres.
  public var metres: Double

  /// A length of `value` metres.
  public static func metres(_ value: Double) -> Length { Length(metres: value) }

  /// A length of `value` kilometres.
  public static func kilometres(_ value: Double) -> Length { Length(metres: value * 1000) }

  /// Whether `a` is the shorter.
  public static func < (a: Length, b: Length) -> Bool { a.metres < b.metres }
  /// The sum of two lengths.
  public static func + (a: Length, b: Length) -> Length { Length(metres: a.metres + b.metres) }
  /// The difference of two lengths.
  public static func - (a: Length, b: Length) -> Length { Length(metres: a.metres - b.metres) }
}
