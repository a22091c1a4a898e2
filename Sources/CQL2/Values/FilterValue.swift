/// A value of a property, as a filter compares it.
///
/// A property without a value is nil.
public enum FilterValue: Hashable, Sendable {
  /// A text; it is compared by code points.
  case text(String)
  /// A number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDay)
  /// A point in time.
  case timestamp(Instant)
  /// From a time to another; nil is an open end.
  case interval(TimeSpan)
  /// A geometry.
  case geometry(Geometry)
  /// Several values.
  case array([FilterValue])

  /// What kind of value it is.
  public var kind: ValueKind {
    switch self {
    case .text: .text
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    case .interval: .interval
    case .geometry: .geometry
    case .array: .array
    }
  }
}

/// What kind of value a property has.
public enum ValueKind: String, Hashable, Sendable, CaseIterable {
  case text, number, integer, boolean, date, timestamp, interval, geometry, array

  /// Whether values of the two kinds can be compared.
  func compares(with other: ValueKind) -> Bool {
    self == other || self == .number && other == .integer || self == .integer && other == .number
  }

  /// What `/functions` calls it (functions.yml of OGC 21-065r2).
  public var functionType: String {
    switch self {
    case .text: "string"
    case .date, .timestamp, .interval: "datetime"
    default: rawValue
    }
  }
}

/// What is filtered: something that has values by the names of its properties.
public protocol FilterSubject {
  /// The value of a property; nil where there is none, which CQL2 calls NULL.
  func value(of name: String) -> FilterValue?
}
