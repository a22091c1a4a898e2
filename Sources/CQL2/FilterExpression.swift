/// A filter of the OGC Common Query Language, or a part of one, as a value.
///
/// Text and JSON are two spellings of the same expression; ``Filter`` reads and writes both. What a
/// reader gives is at most as deep and as long as ``FilterLimits`` allows.
public indirect enum FilterExpression: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number, in double precision.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A day: `DATE('2024-05-20')`.
  case date(CalendarDay)
  /// A point in time: `TIMESTAMP('2024-05-20T12:00:00Z')`.
  case timestamp(Instant)
  /// From a date or timestamp to another; each end is a literal, ``open``, a property or a
  /// function.
  case interval(FilterExpression, FilterExpression)
  /// The end of an interval that has none: `'..'`.
  case open
  /// A geometry.
  case geometry(Geometry)
  /// `BBOX(west,south,east,north)`.
  case box(GeometryBox)
  /// A list of values.
  case array([FilterExpression])
  /// The value of a property.
  case property(String)
  /// An operator or a standardized function with its operands.
  case operation(FilterOperation, [FilterExpression])
  /// A function of the server with its arguments.
  case function(String, [FilterExpression])

  /// The parts of it, from left to right.
  public var parts: [FilterExpression] {
    switch self {
    case .text, .number, .boolean, .date, .timestamp, .open, .geometry, .box, .property: []
    case .interval(let lower, let upper): [lower, upper]
    case .array(let elements): elements
    case .operation(_, let operands): operands
    case .function(_, let arguments): arguments
    }
  }

  /// Whether it has the same value for everything that is filtered.
  public var isConstant: Bool {
    switch self {
    case .property, .function: false
    default: parts.allSatisfy(\.isConstant)
    }
  }

  /// The names of the properties that it asks for, each once, in the order of the alphabet.
  public var properties: [String] {
    var names: Set<String> = []
    visit { if case .property(let name) = $0 { names.insert(name) } }
    return names.sorted()
  }

  private func visit(_ body: (FilterExpression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  /// The same expression with its geometries and boxes changed, such as from another reference
  /// system.
  public func mappingGeometries(
    _ geometry: (Geometry) -> Geometry, boxes box: (GeometryBox) -> GeometryBox
  ) -> FilterExpression {
    func mapped(_ parts: [FilterExpression]) -> [FilterExpression] {
      parts.map { $0.mappingGeometries(geometry, boxes: box) }
    }
    switch self {
    case .geometry(let old): return .geometry(geometry(old))
    case .box(let old): return .box(box(old))
    case .array(let elements): return .array(mapped(elements))
    case .operation(let operation, let operands): return .operation(operation, mapped(operands))
    case .function(let name, let arguments): return .function(name, mapped(arguments))
    default: return self
    }
  }
}
