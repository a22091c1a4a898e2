/// When a relic was in use: in words, and in years where the sources give them.
///
/// Years are historical: -1 is 1 BCE, and there is no year 0.
public struct Period: Hashable, Sendable {
  /// As the sources say it, in Chinese.
  public package(set) var words: String?
  /// The first year.
  public package(set) var start: Int?
  /// The last year, not before the first.
  public package(set) var end: Int?

  package init(words: String?, start: Int?, end: Int?) {
    self.words = words
    self.start = start
    self.end = end
  }

  /// The years as people write them: `4500–2000 BCE`, `1828–1843`, `960 –`.
  public func years(in language: Language) -> String? {
    func year(_ year: Int) -> String {
      switch (year < 0, language) {
      case (true, .zh): "公元前\(-year)年"
      case (true, .en): "\(-year) BCE"
      case (false, .zh): "\(year)年"
      case (false, .en): "\(year)"
      }
    }
    switch (start, end) {
    case (nil, nil): return nil
    case (let only?, nil): return year(only) + "–"
    case (nil, let only?): return "–" + year(only)
    case (let first?, let last?):
      if first == last { return year(first) }
      return language == .en && last < 0
        ? "\(-first)–\(year(last))" : "\(year(first))–\(year(last))"
    }
  }
}

/// A span of years to ask for.
public struct YearRange: Hashable, Sendable {
  /// The first year, negative before the common era; nil for no bound.
  public let first: Int?
  /// The last year; nil for no bound.
  public let last: Int?

  /// Makes a span.
  ///
  /// - Throws: ``RegistryError/emptyYearRange(first:last:)`` when it ends before it begins.
  public init(first: Int?, last: Int?) throws(RegistryError) {
    if let first, let last, first > last { throw .emptyYearRange(first: first, last: last) }
    self.first = first
    self.last = last
  }
}
