public import HeritageRegistry

/// Which column of a sheet holds which field.
public struct ColumnMap: Hashable, Sendable {
  /// The field of each column that is understood, by the column's index from 0.
  public let fields: [Int: SiteField]

  /// Makes a map.
  public init(fields: [Int: SiteField]) { self.fields = fields }
}
