import CQL2

/// Filters as strangers write them: what is read has to be written, and read again as the same.
enum FuzzedFilter {
  /// A subject that has a value of each kind.
  private struct Subject: FilterSubject {
    func value(of name: String) -> FilterValue? { FuzzedFilter.values[name] }
  }

  private static let values: [String: FilterValue] = [
    "a": .text("Chișinău 国保%"), "b": .number(7), "c": .boolean(true),
    "d": .date(CalendarDay(daysSince1970: 19_000)),
    "e": .timestamp(Instant(seconds: 1_700_000_000)),
    "f": .geometry(Geometry(GeometryBox(west: 1, south: 1, east: 5, north: 5))),
    "g": .array([.text("a"), .number(1)]),
  ]

  /// What is written may be longer than what was read.
  private static let long = FilterLimits(textBytes: 1_000_000, jsonBytes: 1_000_000)
  private static let queryables = Queryables(values.mapValues(\.kind))

  static func read(_ bytes: [UInt8]) {
    let filters = [
      try? Filter(text: String(decoding: bytes, as: UTF8.self)), try? Filter(json: bytes),
    ]
    for case .some(let filter) in filters {
      precondition((try? Filter(json: filter.json(), limits: long)) == filter)
      if let text = try? filter.text() {
        precondition((try? Filter(text: text, limits: long)) == filter)
      }
      for part in filter.expression.conjuncts { _ = part.candidates }
      guard let compiled = try? filter.compiled(queryables) else { continue }
      _ = compiled.truth(of: Subject())
    }
  }
}
