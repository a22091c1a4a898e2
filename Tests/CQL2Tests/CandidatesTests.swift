import CQL2
import Testing

@Suite("What a store can be asked for first")
struct CandidatesTests {
  private static let box = GeometryBox(west: 111, south: 29, east: 112, north: 30)

  @Test(
    "A part of a filter gives candidates, or none",
    arguments: [
      ("level = '国保'", .compared("level", .equal, .text("国保"))),
      ("2*3 < count", .compared("count", .greater, .number(6))),
      ("count BETWEEN 1 AND 2", .between("count", .number(1), .number(2))),
      ("level IN ('a','b')", .among("level", [.text("a"), .text("b")])),
      ("name LIKE 'Mi\\_ke%'", .begins("name", "Mi_ke")), ("name LIKE '%ke'", nil),
      ("name IS NULL", .missing("name")),
      ("S_INTERSECTS(geom,BBOX(111,29,112,30))", .meets("geom", box)),
      ("S_WITHIN(geom,LINESTRING(111 29,112 30))", .meets("geom", box)),
      ("S_CONTAINS(BBOX(111,29,112,30),geom)", .meets("geom", box)),
      ("S_DISJOINT(geom,BBOX(111,29,112,30))", nil), ("level <> 'a'", nil),
      ("NOT level = 'a'", nil), ("a = 1 OR b = 1", nil), ("CASEI(level) = 'a'", nil),
      ("name = level", nil), ("level IN ('a',name)", nil), ("open", nil), ("count = 1/0", nil),
    ] as [(String, FilterCandidates?)])
  func candidates(text: String, candidates: FilterCandidates?) throws {
    #expect(try Filter(text: text).expression.candidates == candidates)
  }

  @Test("The parts of an AND are those of the ANDs within it too")
  func conjuncts() throws {
    let filter = try Filter(text: "a = 1 AND (b = 2 AND c = 3) AND (d = 4 OR e = 5)")
    #expect(
      try filter.expression.conjuncts.map { try $0.text() } == [
        "a = 1", "b = 2", "c = 3", "d = 4 OR e = 5",
      ])
    #expect(filter.expression.properties == ["a", "b", "c", "d", "e"])
  }

  @Test("Candidates miss nothing that a predicate of the standard finds")
  func complete() throws {
    for row in ExpectedCountsTests.rows {
      let collection = try #require(TestCollection.all[row[1]])
      let filter = try Filter(text: row[2])
      let compiled = try filter.compiled(collection.queryables)
      for part in filter.expression.conjuncts {
        guard let candidates = part.candidates else { continue }
        for feature in collection.features where compiled.matches(feature) {
          #expect(Self.has(feature, candidates), "\(row[2])")
        }
      }
    }
  }

  private static func has(_ feature: TestFeature, _ candidates: FilterCandidates) -> Bool {
    switch candidates {
    case .compared(let name, _, _), .among(let name, _), .between(let name, _, _):
      feature.value(of: name) != nil
    case .begins(let name, let start):
      if case .text(let text)? = feature.value(of: name) {
        text.utf8.starts(with: start.utf8)
      } else {
        false
      }
    case .missing(let name): feature.value(of: name) == nil
    case .meets(let name, let box):
      if case .geometry(let geometry)? = feature.value(of: name) {
        geometry.bounds.map(box.meets) ?? false
      } else {
        false
      }
    }
  }
}
