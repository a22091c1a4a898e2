/// A filter that was read: its expression, and where each part of it stands in the text or the
/// JSON.
///
/// ```swift
/// let filter = try Filter(text: "level = 'national' AND S_INTERSECTS(geom,BBOX(111,26,114,30))")
/// try filter.check(queryables)
/// let compiled = try filter.compiled(queryables)
/// let hits = subjects.filter(compiled.matches)
/// ```
public struct Filter: Hashable, Sendable {
  /// What is asked.
  public let expression: FilterExpression
  /// Where its parts stand; nil for an expression that was made and not read.
  let places: FilterPlaces?

  /// A filter of an expression.
  public init(_ expression: FilterExpression) {
    self.init(expression, nil)
  }

  /// Reads CQL2 text.
  ///
  /// - Throws: ``FilterFault``, the first fault from the left.
  public init(text: String, limits: FilterLimits = FilterLimits()) throws(FilterFault) {
    let read = try TextReader.read(text, limits: limits)
    (expression, places) = (read.expression, read.places)
    try FilterChecker(queryables: nil, functions: nil).checkFilter(self)
  }

  /// Reads CQL2 JSON, in UTF-8.
  ///
  /// - Throws: ``FilterFault``, the first fault from the beginning.
  public init(json: some Sequence<UInt8>, limits: FilterLimits = FilterLimits())
    throws(FilterFault)
  {
    let read = try JSONReader.read(Array(json), limits: limits)
    (expression, places) = (read.expression, read.places)
    try FilterChecker(queryables: nil, functions: nil).checkFilter(self)
  }

  /// Reads CQL2 JSON.
  ///
  /// - Throws: ``FilterFault``, the first fault from the beginning.
  public init(json: String, limits: FilterLimits = FilterLimits()) throws(FilterFault) {
    try self.init(json: json.utf8, limits: limits)
  }

  /// The same filter with its geometries and boxes changed, such as from latitude first.
  ///
  /// It is to be checked afterwards, in the axes that the subjects have.
  public func mappingGeometries(
    _ geometry: (Geometry) -> Geometry, boxes box: (GeometryBox) -> GeometryBox
  ) -> Filter {
    Filter(expression.mappingGeometries(geometry, boxes: box), places)
  }

  private init(_ expression: FilterExpression, _ places: FilterPlaces?) {
    (self.expression, self.places) = (expression, places)
  }

  /// Whether two filters ask the same, wherever their parts stand.
  public static func == (one: Filter, other: Filter) -> Bool { one.expression == other.expression }

  /// Feeds what is asked.
  public func hash(into hasher: inout Hasher) { hasher.combine(expression) }

  /// Holds the filter to what may be asked.
  ///
  /// - Throws: ``FilterFault`` for an undeclared property or function, for values of the wrong
  ///   kind, and for a position outside the reference system.
  public func check(
    _ queryables: Queryables, functions: [FilterFunction] = []
  ) throws(FilterFault) {
    try FilterChecker(queryables: queryables, functions: functions).checkFilter(self)
  }
}

/// Where an expression and its parts stand.
struct FilterPlaces: Hashable, Sendable {
  let place: FilterFault.Place
  let parts: [FilterPlaces]
}

/// An expression as a reader gives it.
struct PlacedExpression {
  let expression: FilterExpression
  let places: FilterPlaces
  /// How deep it is: 1 for a literal or a property.
  let depth: Int
  /// How many operations, properties and literals it has; literals of a list are its members.
  let nodes: Int

  init(_ expression: FilterExpression, at place: FilterFault.Place) {
    self.expression = expression
    places = FilterPlaces(place: place, parts: [])
    (depth, nodes) = (1, 1)
  }

  /// An expression made of parts.
  ///
  /// - Throws: ``FilterFault`` where that is deeper or longer than the limits allow.
  init(
    _ parts: [PlacedExpression], at place: FilterFault.Place, limits: FilterLimits,
    make: ([FilterExpression]) -> FilterExpression
  ) throws(FilterFault) {
    expression = make(parts.map(\.expression))
    places = FilterPlaces(place: place, parts: parts.map(\.places))
    depth = 1 + (parts.map(\.depth).max() ?? 0)
    let isList = if case .array = expression { true } else { false }
    nodes = parts.reduce(1) { sum, part in
      isList && part.nodes == 1 && part.expression.isConstant ? sum : sum + part.nodes
    }
    if depth > limits.depth {
      throw FilterFault(.tooComplex(.depth, limits.depth), at: place)
    }
    if nodes > limits.nodes {
      throw FilterFault(.tooComplex(.nodes, limits.nodes), at: place)
    }
  }
}
