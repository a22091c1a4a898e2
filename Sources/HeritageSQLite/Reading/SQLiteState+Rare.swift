import GRDB
import HeritageRegistry

/// The relics of a rare level, category or township, for questions that go through the whole register.
extension SQLiteState {
  /// How many relics are few: to look them up and sort them is quicker than to go through the others; 0 for a
  /// register that is small itself.
  private var few: Int {
    get throws {
      let rows = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM site")) ?? 0
      return rows < 2000 ? 0 : min(20_000, rows / 20)
    }
  }

  /// That a relic is one of those of the rarest that a question asks for, where they are few; nothing otherwise.
  ///
  /// It says no more than the question does. SQLite knows how many values a column has, not that one of them is
  /// rare: left alone it goes through all relics in the order of their codes, which takes 10 s of a national
  /// register that is not in memory, where those of a level are found in 0.1 s.
  ///
  /// Cost: that of counting up to 20,000 entries of an index for each condition, 1 ms.
  func rareOnes(of question: ResolvedQuery) throws -> [SQLFragment] {
    guard question.codes.isEmpty, question.namedIDs == nil, question.query.boundingBox == nil else {
      return []
    }
    var rarest: (count: Int, those: SQLFragment)?
    let facets = Self.facets(of: question)
    let few = facets.isEmpty ? 0 : try few
    guard few > 0 else { return [] }
    for condition in facets {
      let count =
        try Int.fetchOne(
          db.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM site WHERE \(condition.sql) LIMIT ?)"),
          arguments: StatementArguments(condition.arguments + [few + 1])) ?? 0
      guard count <= few, count < rarest?.count ?? .max else { continue }
      rarest = (
        count,
        SQLFragment(
          sql: "s.id IN (SELECT id FROM site WHERE \(condition.sql))",
          arguments: condition.arguments)
      )
    }
    return [rarest?.those].compactMap { $0 }
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
