import GRDB
import Geodesy
import HeritageRegistry

/// What brings the fewest relics of a question that could go through the whole register.
///
/// SQLite knows how many values a column has, not that one of them is rare, and of a box it takes that it holds
/// little. Left alone it goes through all relics in the order of their codes for those of a level, or gathers
/// all for a page of ten; on a national register that is not in memory either takes 10 s.
extension SQLiteState {
  /// From how many rows on it matters.
  private static let large = 2000

  /// Every condition that SQL decides alone but the page, and of the box and the rarest level, class or township
  /// the one that brings fewer; a box that holds much is left to the positions.
  ///
  /// Cost: that of counting up to a quarter of the entries of the R*Tree, 50 ms for 766,722 relics.
  func narrowedConditions(_ question: ResolvedQuery) throws -> [SQLFragment] {
    let plain = question.conditions(absent: siteRow.absent)
    let box = question.query.boundingBox.map(siteRow.columns.identifiers(in:))
    let held = question.query.boundingBox.map(siteRow.columns.candidates(in:))
    let facets = Self.facets(of: question)
    guard question.codes.isEmpty, question.namedIDs == nil, box != nil || !facets.isEmpty,
      case let rows = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM site")) ?? 0,
      rows >= Self.large
    else { return plain + [held].compactMap { $0 } }
    let rarest = try rarest(of: facets, atMost: min(20_000, rows / 20))
    if let box, try count(box, atMost: rarest?.count ?? rows / 4) != nil {
      return plain + [held].compactMap { $0 }
    }
    return plain + [rarest?.those].compactMap { $0 }
  }

  /// That a relic is one of those of the rarest, where they are few; nil otherwise.
  private func rarest(
    of facets: [SQLFragment], atMost few: Int
  ) throws -> (count: Int, those: SQLFragment)? {
    var rarest: (count: Int, those: SQLFragment)?
    for facet in facets {
      let those = SQLFragment(
        sql: "SELECT id FROM site WHERE \(facet.sql)", arguments: facet.arguments)
      guard let count = try count(those, atMost: rarest.map { $0.count - 1 } ?? few) else {
        continue
      }
      rarest = (count, SQLFragment(sql: "s.id IN (\(those.sql))", arguments: those.arguments))
    }
    return rarest
  }

  /// How many rows a statement brings; nil where they are more.
  private func count(_ rows: SQLFragment, atMost most: Int) throws -> Int? {
    let count =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (\(rows.sql) LIMIT ?)"),
        arguments: StatementArguments(rows.arguments + [most + 1])) ?? 0
    return count <= most ? count : nil
  }

  /// The conditions that an index of one column answers alone.
  private static func facets(of question: ResolvedQuery) -> [SQLFragment] {
    func member(_ column: String, of values: [any DatabaseValueConvertible]) -> SQLFragment? {
      let marks = repeatElement("?", count: values.count).joined(separator: ", ")
      return values.isEmpty ? nil : SQLFragment(sql: "\(column) IN (\(marks))", arguments: values)
    }
    let query = question.query
    let categories = query.categories.compactMap { filter -> String? in
      if case .category(let category) = filter { category.rawValue } else { nil }
    }
    return [
      member("protection_level", of: query.levels.map(\.rawValue).sorted()),
      // Those without a category are asked for otherwise.
      query.categories.contains(.unknown) ? nil : member("category", of: categories.sorted()),
      member("township_id", of: question.townshipIDs ?? []),
    ].compactMap { $0 }
  }
}
