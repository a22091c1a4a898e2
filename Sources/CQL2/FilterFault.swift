/// Why a filter is refused: what is wrong, and where it stands.
public struct FilterFault: Error, Hashable, Sendable {
  /// What is wrong.
  public let problem: Problem
  /// Where it stands; nil where the filter is wrong as a whole.
  public let place: Place?

  init(_ problem: Problem, at place: Place? = nil) {
    (self.problem, self.place) = (problem, place)
  }

  /// Where something stands in a filter.
  public enum Place: Hashable, Sendable {
    /// So many Unicode scalars of the text stand before it.
    case character(Int)
    /// A JSON pointer (RFC 6901); empty for the whole.
    case pointer(String)
  }

  /// What is wrong with a filter.
  public enum Problem: Hashable, Sendable {
    /// There is nothing in it.
    case empty
    /// Something else has to stand here; nothing is found where the filter ends.
    case unexpected(found: String?, expected: [Expectation])
    /// A text or a name has no closing quote.
    case unclosed(Unclosed)
    /// A character that no filter has, such as U+0000; as its code point.
    case character(UInt32)
    /// A character of Chinese typing in the place of the one on the right.
    case fullWidth(String, String)
    /// Digits that are no number in double precision.
    case number(String)
    /// A text that is no date and no timestamp in UTC.
    case moment(String)
    /// More than the limit.
    case tooComplex(FilterLimits.Measure, Int)
    /// A property that is not declared, and the declared one that is spelt most like it.
    case unknownName(String, nearest: String?)
    /// A function that the server does not have, and the one that is spelt most like it.
    case unknownFunction(String, nearest: String?)
    /// So many operands instead of as many as there have to be.
    case operandCount(String, expected: Int, found: Int)
    /// A value of one kind where others are asked for.
    case kind(found: ValueKind, expected: [ValueKind])
    /// Two kinds of values that cannot be compared.
    case incomparable(ValueKind, ValueKind)
    /// The pattern of LIKE is not a text that stands in the filter.
    case pattern
    /// A position outside the reference system.
    case outOfRange(x: Double, y: Double, within: GeometryBox)
    /// A number that an argument of a function cannot be, with the name of the argument.
    case argumentRange(String, Double, in: ClosedRange<Double>)
    /// The north of a box is below its south.
    case boxUpsideDown
    /// An interval that ends before it begins.
    case backwards
    /// The shape of a geometry's coordinates.
    case geometry(Shape)
    /// A geometry that GEOS does not accept, such as a polygon that crosses itself; with its
    /// reason.
    case invalidGeometry(String)
    /// An object of JSON that is none of CQL2.
    case unknownObject
    /// A member that stands twice in an object of JSON.
    case repeatedMember(String)
    /// JSON that text has no spelling for: a quote after a backslash, or a backslash at the end.
    case noSpelling(String)
    /// Bytes that are not UTF-8.
    case encoding
  }

  /// What has no closing quote.
  public enum Unclosed: Hashable, Sendable { case text, name }

  /// What is wrong with the coordinates of a geometry.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// A ring that does not end where it begins.
    case openRing
    /// A ring of fewer than four positions.
    case shortRing
    /// A line of one position.
    case shortLine
    /// A polygon without a ring, or a geometry without parts.
    case empty
    /// Other than two or three numbers in a position.
    case position
  }

  /// What may stand in a place.
  public enum Expectation: Hashable, Sendable {
    /// A sign or a word, as it is written.
    case sign(String)
    /// A value, a property or a function.
    case operand
    /// An operator.
    case operation
    case number
    case text
    case name
    /// A date or timestamp in quotes.
    case moment
    case geometry
    case object
    case array
    /// The end of the filter.
    case end
  }

  /// A short name of the problem for programs, stable from version to version.
  public var code: String {
    switch problem {
    case .tooComplex: "filter-too-complex"
    case .unknownName: "filter-unknown-property"
    case .unknownFunction: "filter-unknown-function"
    case .kind, .incomparable, .pattern: "filter-wrong-type"
    case .outOfRange: "filter-out-of-range"
    case .boxUpsideDown, .geometry, .invalidGeometry: "filter-bad-geometry"
    case .noSpelling: "filter-no-text"
    default: "filter-syntax"
    }
  }
}
