/// A function that a server offers to filters, such as `near(geom,111.7,29.6,5000)`.
public struct FilterFunction: Sendable {
  /// Its name, as filters write it.
  public let name: String
  /// Its arguments, in order.
  public let arguments: [Argument]
  /// The kind of its value.
  public let returns: ValueKind
  /// Its value for the values of the arguments, nil for NULL.
  ///
  /// It is called for each subject, with as many values as there are arguments, each nil or of a
  /// kind that was declared.
  public let value: @Sendable ([FilterValue?]) -> FilterValue?

  /// An argument of a function.
  public struct Argument: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The kinds of values that it takes.
    public let kinds: [ValueKind]
    /// From where to where a number may lie; nil where any may stand.
    public let range: ClosedRange<Double>?

    /// An argument.
    public init(_ name: String, _ kinds: ValueKind..., in range: ClosedRange<Double>? = nil) {
      (self.name, self.kinds, self.range) = (name, kinds, range)
    }
  }

  /// A function.
  public init(
    _ name: String, _ arguments: [Argument], returns: ValueKind,
    value: @escaping @Sendable ([FilterValue?]) -> FilterValue?
  ) {
    (self.name, self.arguments, self.returns) = (name, arguments, returns)
    self.value = value
  }
}
