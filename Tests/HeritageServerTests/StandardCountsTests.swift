import CQL2
import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// CQL2: the predicates of the abstract tests as parameters of requests, on the collections of the standard,
/// with the numbers that it expects.
///
/// The register has no such collections, so what is left out is the way from the path to the features.
@Suite struct StandardCountsTests {
  static let rows = (try? TestFiles.rows("expected-counts.csv")) ?? []
  static let combinations = (try? TestFiles.rows("expected-counts-combinations.csv")) ?? []
  private static let classes = Set(rows.map { $0[0].split(separator: " ")[0] }).sorted()

  /// Known mistakes of the table: three names begin with Ch, and one with Chis.
  static let mistakes = [
    "ACCENTI(name) LIKE accenti('Ch%')": 3,
    "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))": 1,
    "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))": 1,
  ]

  /// Which features a request for items selects.
  private func found(
    _ text: String, in collection: TestCollection, language: String? = nil
  ) throws -> Set<Int> {
    var target = "/collections/test/items?filter=\(WebRequest.escaped(text))"
    if let language { target += "&filter-lang=\(language)" }
    let filter = try FeatureFilter(of: WebRequest(target: target), for: collection.queryables)
    let compiled = try #require(filter).compiled()
    return Set(collection.features.indices.filter { compiled.matches(collection.features[$0]) })
  }

  @Test(
    """
    cql2-text/validate, cql2-json/validate, basic-cql2/basic-test, comparison, is-null, boolean, \
    test-data, advanced-comparison-operators/like, between, in, test-data, \
    case-insensitive-comparison/casei, casei-like, test-data, \
    accent-insensitive-comparison/accenti, accenti-like, accenti-casei, accenti-casei-like, \
    test-data, basic-spatial-functions/s_intersects, test-data, \
    basic-spatial-functions-plus/s_intersects, test-data, \
    spatial-functions/s_intersects, s_disjoint, s_equals, s_touches, s_crosses, s_within, \
    s_contains, s_overlaps, test-data, \
    temporal-functions/temporal-functions-1, temporal-functions-2, test-data, \
    property-property/comparison-value-property, comparison-property-property, \
    comparison-value-value, test-data, arithmetic/arithmetic, test-data: \
    274 predicates as text and as JSON
    """,
    arguments: rows)
  func predicate(row: [String]) throws {
    let collection = try #require(TestCollection.all[row[1]])
    let text = try found(row[2], in: collection)
    #expect(text.count == Self.mistakes[row[2]] ?? Int(row[3]), "\(row)")
    let json = try Filter(text: row[2]).json()
    #expect(try found(json, in: collection, language: "cql2-json") == text)
  }

  @Test("basic-cql2/logical: 77 combinations of four predicates", arguments: combinations)
  func combination(row: [String]) throws {
    let collection = try #require(TestCollection.all["ne_110m_populated_places_simple"])
    let found = try found(Self.combined(Array(row[1...4])), in: collection)
    #expect(found.count == Int(row[5]), "\(row)")
  }

  @Test(
    """
    advanced-comparison-operators/logical, case-insensitive-comparison/logical, \
    accent-insensitive-comparison/logical, basic-spatial-functions/logical, \
    spatial-functions/logical, temporal-functions/logical, property-property/logical, \
    arithmetic/logical: AND, OR and NOT do what sets of features do
    """,
    arguments: classes)
  func logic(name: Substring) throws {
    let rows = Self.rows.filter { $0[0].split(separator: " ")[0] == name }
    for source in Set(rows.map { $0[1] }).sorted() {
      let collection = try #require(TestCollection.all[source])
      let predicates = rows.filter { $0[1] == source }.map { $0[2] }
      // A predicate is true, false, or neither: false is where its NOT is true.
      let yes = try predicates.map { try found($0, in: collection) }
      let no = try predicates.map { try found("NOT (\($0))", in: collection) }
      for first in predicates.indices {
        let (a, b, c, d) = (
          first, (first + 1) % predicates.count, (first + 2) % predicates.count,
          (first + 3) % predicates.count
        )
        let expected = yes[a].intersection(no[b]).union(yes[c].intersection(yes[d]))
          .union(no[a].intersection(no[d]))
        let text = Self.combined([a, b, c, d].map { predicates[$0] })
        #expect(try found(text, in: collection) == expected, "\(text)")
        #expect(yes[a].isDisjoint(with: no[a]))
      }
    }
  }

  static func combined(_ p: [String]) -> String {
    "(NOT (\(p[1])) AND (\(p[0]))) OR ((\(p[2])) and (\(p[3]))) or not ((\(p[0])) OR (\(p[3])))"
  }

  @Test("cql2-text/escaping: two quotes are one, as text and as JSON")
  func escaping() throws {
    let subject = TestFeature(values: ["name": .text("the king's \"tomb\" \\ 50%_")])
    let queryables = Queryables(["name": .text])
    let text = #"name = 'the king''s "tomb" \ 50%_'"#
    for (filter, language) in [
      (text, "cql2-text"), (try Filter(text: text).json(), "cql2-json"),
    ] {
      let request = WebRequest(
        target: "/?filter=\(WebRequest.escaped(filter))&filter-lang=\(language)")
      let compiled = try #require(try FeatureFilter(of: request, for: queryables)).compiled()
      #expect(compiled.matches(subject))
    }
  }
}
