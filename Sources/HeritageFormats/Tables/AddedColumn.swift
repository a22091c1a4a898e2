public import HeritageRegistry

/// A column that an answer has beside the fields of its relics: the cluster, the nearest neighbour.
public struct AddedColumn: Sendable {
  /// Its key and labels.
  public let column: Answer.Column
  /// A value for each relic, in their order.
  public let values: [FieldValue]
  /// Whether it stands before the fields of the relic.
  public let isFirst: Bool

  /// Makes a column.
  ///
  /// - Parameters:
  ///   - column: Its key and labels.
  ///   - isFirst: Whether it stands before the fields of the relic.
  ///   - values: A value for each relic, in their order.
  public init(_ column: Answer.Column, isFirst: Bool = false, values: [FieldValue]) {
    self.column = column
    self.values = values
    self.isFirst = isFirst
  }
}

extension Answer {
  /// The same rows with more columns, each with a value for every row.
  public func adding(_ added: [AddedColumn]) -> Answer {
    guard !added.isEmpty else { return self }
    let (first, last) = (added.filter(\.isFirst), added.filter { !$0.isFirst })
    return Answer(
      columns: first.map(\.column) + columns + last.map(\.column),
      rows: rows.enumerated().map { index, row in
        first.map { $0.values[index] } + row + last.map { $0.values[index] }
      })
  }
}
