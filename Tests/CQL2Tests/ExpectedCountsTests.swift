import CQL2
import Testing

@Suite("The counts of the standard's abstract tests")
struct ExpectedCountsTests {
  static let rows = (try? TestFiles.rows("expected-counts.csv")) ?? []
  static let combinations = (try? TestFiles.rows("expected-counts-combinations.csv")) ?? []

  @Test("All of them are read: 274 predicates, 77 combinations, three collections")
  func allAreRead() {
    #expect(Self.rows.count == 274)
    #expect(Self.combinations.count == 77)
    #expect(
      TestCollection.all.mapValues(\.features.count) == [
        "ne_110m_admin_0_countries": 177, "ne_110m_populated_places_simple": 243,
        "ne_110m_rivers_lake_centerlines": 13,
      ])
  }

  /// Rows whose number is a known mistake of the table: three names begin with Ch (Chicago,
  /// Chengdu, Chișinău), and one with Chis.
  ///
  /// The numbers are those of a former row about København.
  static let mistakes = [
    "ACCENTI(name) LIKE accenti('Ch%')": 3,
    "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))": 1,
    "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))": 1,
  ]

  @Test("The mistakes of the table stand in it as they are known")
  func knownMistakes() {
    let rows = Self.rows.filter { Self.mistakes[$0[2]] != nil }
    #expect(rows.map { $0[3] } == ["2", "2", "2"])
  }

  @Test(
    "A predicate finds as many items as the standard says, as text and as JSON",
    arguments: rows)
  func predicate(row: [String]) throws {
    let collection = try #require(TestCollection.all[row[1]])
    let filter = try Filter(text: row[2])
    #expect(try collection.count(filter) == Self.mistakes[row[2]] ?? Int(row[3]), "\(row)")
    #expect(try Filter(json: filter.json()) == filter)
    #expect(try Filter(text: filter.text()) == filter)
  }

  @Test(
    "A combination of four predicates finds as many items as the standard says",
    arguments: combinations)
  func combination(row: [String]) throws {
    let collection = try #require(TestCollection.all["ne_110m_populated_places_simple"])
    let (p1, p2, p3, p4) = (row[1], row[2], row[3], row[4])
    let filter = try Filter(
      text: "(NOT (\(p2)) AND \(p1)) OR (\(p3) and \(p4)) or not (\(p1) OR \(p4))")
    #expect(try collection.count(filter) == Int(row[5]), "\(row)")
    #expect(try Filter(text: filter.text()) == filter)
  }
}
