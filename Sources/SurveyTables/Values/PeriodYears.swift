public import HeritageRegistry

extension YearRange {
  /// The years of a period in words, as tables are read: 清代, 明, 新石器时代; nil for words from which none
  /// follow.
  ///
  /// - Throws: `RegistryError.emptyYearRange(first:last:)` when they end before they begin.
  public init?(periodInWords words: String) throws(RegistryError) {
    let period = PeriodWords(words)
    guard period.first != nil || period.last != nil else { return nil }
    try self.init(first: period.first, last: period.last)
  }
}
