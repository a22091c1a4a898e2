/// What a way costs: crossings into roads that are closed to through traffic, then time, then length.
///
/// The three are compared in this order, and add up, as one whole number: 8 bits of crossings, 28 of tenths
/// of a second (310 days), 28 of decimetres (26,843 km). So sums are exact and the same on every machine,
/// and among the fastest ways the shortest is taken.
public struct RoadCost: Comparable, Hashable, Sendable {
  /// The number that is compared.
  @usableFromInline var bits: UInt64

  @inlinable
  init(bits: UInt64) { self.bits = bits }

  /// More than any way costs.
  public static let none = RoadCost(bits: .max)
  /// Nothing.
  public static let zero = RoadCost(bits: 0)

  /// The weight of a road that may not be used.
  public static let closed = UInt32.max
  /// The weight of a crossing into a road that is closed to through traffic.
  public static let crossing = UInt32(1) << 28

  /// The cost of a road by its weight in a file, and its length.
  @inlinable
  init(weight: UInt32, decimetres: UInt32) {
    bits = UInt64(weight) << 28 | UInt64(decimetres)
  }

  /// The time, in tenths of a second.
  public var deciseconds: Int { Int(bits >> 28 & 0xFFF_FFFF) }
  /// The length, in decimetres.
  public var decimetres: Int { Int(bits & 0xFFF_FFFF) }
  /// How often the way crosses into a road that is closed to through traffic, or out of one.
  public var crossings: Int { Int(bits >> 56) }

  /// Whether `a` is the cheaper.
  @inlinable
  public static func < (a: RoadCost, b: RoadCost) -> Bool { a.bits < b.bits }

  /// The cost of one way and then another; neither is ``none``.
  @inlinable
  public static func + (a: RoadCost, b: RoadCost) -> RoadCost { RoadCost(bits: a.bits &+ b.bits) }
}
