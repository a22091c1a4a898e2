import CQL2
import Testing

@Suite("Filters decide about subjects")
struct EvaluationTests {
  static let kinds: [String: ValueKind] = [
    "name": .text, "level": .text, "count": .integer, "area": .number, "open": .boolean,
    "day": .date, "at": .timestamp, "until": .timestamp, "geom": .geometry, "none": .text,
    "nothing": .number, "tags": .array,
  ]

  static let subject = TestFeature(values: [
    "name": .text("Straße 5%"), "level": .text("国保"), "count": .number(7), "area": .number(2.5),
    "open": .boolean(true), "day": .date(CalendarDay("2024-05-20") ?? .init(daysSince1970: 0)),
    "at": .timestamp(Instant("2024-05-20T12:00:00Z") ?? .init(seconds: 0)),
    "until": .timestamp(Instant("2024-05-21T00:00:00Z") ?? .init(seconds: 0)),
    "geom": .geometry(Geometry(x: 111.7, y: 29.6)),
    "tags": .array([.text("a"), .text("b"), .number(1)]),
  ])

  static let near = FilterFunction(
    "near",
    [
      .init("geom", .geometry), .init("lon", .number), .init("lat", .number, in: -90...90),
      .init("degrees", .number),
    ], returns: .boolean
  ) { values in
    guard case .geometry(let geometry)? = values[0], case .point(let at) = geometry.form,
      case .number(let x)? = values[1], case .number(let y)? = values[2],
      case .number(let distance)? = values[3]
    else { return nil }
    return .boolean(abs(at.x - x) <= distance && abs(at.y - y) <= distance)
  }

  static func truth(_ text: String) throws -> Bool? {
    try Filter(text: text).compiled(Queryables(kinds), functions: [near]).truth(of: subject)
  }

  @Test(
    "Comparisons, and what is neither true nor false",
    arguments: [
      ("level = '国保'", true), ("level <> '省保'", true), ("level < '省保'", true),
      ("none <> 'x'", nil), ("none = 'x'", nil), ("NOT none = 'x'", nil), ("none IS NULL", true),
      ("none IS NOT NULL", false), ("none = 'x' OR count = 7", true),
      ("none = 'x' AND count = 8", false), ("none = 'x' AND count = 7", nil),
      ("none = 'x' OR count = 8", nil), ("(none = 'x') IS NULL", true), ("open", true),
      ("NOT open", false), ("open = TRUE", true), ("TRUE", true), ("count >= 7", true),
      ("7 < count", false), ("count BETWEEN 7 AND 8", true), ("count NOT BETWEEN 7 AND 8", false),
      ("count BETWEEN 8 AND nothing", false), ("count BETWEEN 7 AND nothing", nil),
      ("nothing BETWEEN 1 AND 2", nil), ("day = DATE('2024-05-20')", true),
      ("day BETWEEN DATE('2024-01-01') AND DATE('2024-12-31')", true),
      ("at < TIMESTAMP('2024-05-20T12:00:00.001Z')", true), ("at < until", true),
      ("'é' = 'e\u{301}'", false), ("'Z' < 'a'", true), ("'Ä' > 'z'", true),
      ("'\u{FFFD}' < '𠀀'", true),
    ] as [(String, Bool?)])
  func comparisons(text: String, truth: Bool?) throws {
    #expect(try Self.truth(text) == truth, "\(text)")
  }

  @Test(
    "Lists, patterns, case and accents",
    arguments: [
      ("level IN ('省保','国保')", true), ("level NOT IN ('省保')", true), ("none IN ('x')", nil),
      ("level IN ('省保',none)", nil), ("level IN ('国保',none)", true),
      ("count IN (1, 2*3+1)", true), ("CASEI(name) IN (CASEI('STRASSE 5%'))", true),
      ("name LIKE 'Stra%'", true), ("name LIKE 'stra%'", false), ("name LIKE '%5\\%'", true),
      ("name LIKE '%5\\_'", false), ("name LIKE 'Stra_e__%'", true), ("name LIKE '_'", false),
      ("name LIKE '%ß%5%'", true), ("name LIKE '%%'", true), ("name LIKE ''", false),
      ("level LIKE '_保'", true), ("level LIKE '__'", true), ("level LIKE '___'", false),
      ("none LIKE '%'", nil), ("CASEI(name) LIKE CASEI('STRASSE%')", true),
      ("ACCENTI('Chișinău') = 'Chisinau'", true), ("ACCENTI('København') = 'København'", true),
      ("CASEI('ΣΊΣΥΦΟΣ') = CASEI('σίσυφος')", true), ("CASEI('ẞ') = CASEI('ß')", true),
      ("CASEI('I') = CASEI('ı')", false), ("CASEI('\u{212A}') = 'k'", true),
      ("ACCENTI(CASEI('ÉCOLE')) = 'ecole'", true), ("ACCENTI('が') = 'か'", false),
      ("ACCENTI('国保e\u{301}') = '国保e'", true), ("CASEI('国保É') = '国保é'", true),
    ] as [(String, Bool?)])
  func texts(text: String, truth: Bool?) throws {
    #expect(try Self.truth(text) == truth, "\(text)")
  }

  @Test(
    "Arithmetic: powers, then products, then sums; no number comes of a division by zero",
    arguments: [
      ("count = 1+2*3", true), ("count = (1+2)*3-2", true), ("count = 2^3-1", true),
      ("count = 15 div 2", true), ("-count = -15 div 2", true), ("count % 4 = 3", true),
      ("-7 % 4 = -3", true), ("area = 5/2", true), ("-count * 2 = -14", true),
      ("-(count) = -7", true), ("count / 0 > 1", nil), ("count div 0 = 1", nil),
      ("count % 0 = 1", nil), ("nothing + 1 = 1", nil), ("1-1-1 = -1", true),
      ("10 / 5 / 2 = 1", true), ("1e2 = 100", true), (".5 = 0.5", true), ("+7 = count", true),
      ("-2 ^ 2 = 4", true), ("10 ^ 400 = 1", nil),
    ] as [(String, Bool?)])
  func arithmetic(text: String, truth: Bool?) throws {
    #expect(try Self.truth(text) == truth, "\(text)")
  }

  @Test(
    "Times: days with days, and a day with an instant as the whole of it",
    arguments: [
      ("T_AFTER(at, DATE('2024-05-19'))", true), ("T_AFTER(at, DATE('2024-05-20'))", false),
      ("T_INTERSECTS(at, DATE('2024-05-20'))", true), ("T_DISJOINT(day, at)", false),
      ("T_EQUALS(day, DATE('2024-05-20'))", true), ("T_BEFORE(day, until)", true),
      ("T_DURING(INTERVAL(at, until), INTERVAL('2024-05-20','2024-05-22'))", true),
      ("T_DURING(INTERVAL(at, until), INTERVAL('..','..'))", true),
      ("T_STARTS(INTERVAL(at, until), INTERVAL('2024-05-20T12:00:00Z','..'))", true),
      ("T_FINISHES(INTERVAL(at, '..'), INTERVAL('2024-01-01','..'))", true),
      ("T_MEETS(INTERVAL('2024-01-01','2024-02-01'),INTERVAL('2024-02-01','2024-03-01'))", true),
      ("T_MEETS(INTERVAL('..','..'),INTERVAL('..','..'))", false),
      ("T_EQUALS(INTERVAL('..','2024-02-01'),INTERVAL('..','2024-02-01'))", true),
      ("T_INTERSECTS(INTERVAL(none2, '..'), at)", nil),
    ] as [(String, Bool?)])
  func times(text: String, truth: Bool?) throws {
    let kinds = Self.kinds.merging(["none2": .date]) { first, _ in first }
    let filter = try Filter(text: text).compiled(Queryables(kinds))
    #expect(filter.truth(of: Self.subject) == truth, "\(text)")
  }

  @Test(
    "Places in a plane of longitude and latitude",
    arguments: [
      ("S_INTERSECTS(geom,BBOX(111,29,112,30))", true),
      ("S_INTERSECTS(geom,BBOX(111.7,29.6,112,30))", true),
      ("S_INTERSECTS(geom,BBOX(150,-90,-150,90))", false),
      ("S_INTERSECTS(geom,BBOX(170,20,120,30))", true),
      ("S_DISJOINT(geom,BBOX(170,20,120,30))", false),
      ("S_INTERSECTS(geom,BBOX(111.7,29.6,111.7,29.6))", true),
      ("S_WITHIN(geom,BBOX(111,29,112,30))", true),
      ("S_WITHIN(geom,BBOX(111.7,29,112,30))", false),
      ("S_TOUCHES(geom,BBOX(111.7,29,112,30))", true),
      ("S_EQUALS(geom,POINT(111.7 29.6))", true), ("S_EQUALS(geom,geom)", true),
      ("S_CONTAINS(BBOX(111,29,112,30),geom)", true),
      ("S_INTERSECTS(geom,GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(111 29.6,112 29.6)))", true),
      ("S_DISJOINT(geom,GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(1 1,2 2)))", true),
      ("near(geom,111.7,29.5,0.2)", true), ("NOT near(geom,0,29.5,0.2)", true),
    ] as [(String, Bool?)])
  func places(text: String, truth: Bool?) throws {
    #expect(try Self.truth(text) == truth, "\(text)")
  }

  @Test(
    "Lists of values",
    arguments: [
      ("A_EQUALS(tags,('a','b',1))", true), ("A_EQUALS(tags,('a','b'))", false),
      ("A_CONTAINS(tags,('b'))", true), ("A_CONTAINS(tags,('c'))", false),
      ("A_CONTAINEDBY(tags,('b',1,'a','c'))", true), ("A_OVERLAPS(tags,('x',1))", true),
      ("A_OVERLAPS(tags,())", false),
    ] as [(String, Bool?)])
  func lists(text: String, truth: Bool?) throws {
    #expect(try Self.truth(text) == truth, "\(text)")
  }

  @Test("What GEOS cannot decide is neither true nor false, and is counted")
  func undecided() throws {
    // A ring of two positions.
    let ring = [Position(x: 0, y: 0), Position(x: 1, y: 1)]
    let subject = TestFeature(values: ["geom": .geometry(Geometry(.polygon([ring])))])
    for text in ["S_WITHIN(geom,BBOX(0,0,5,5))", "NOT S_INTERSECTS(geom,BBOX(0,0,5,5))"] {
      let filter = try Filter(text: text).compiled(Queryables(Self.kinds))
      #expect(filter.truth(of: subject) == nil)
      #expect(filter.undecided == 1)
    }
  }

  @Test(
    "A filter with latitude first is turned before it is checked, and its faults keep their places")
  func axes() throws {
    func turned(_ text: String) throws -> Filter {
      try Filter(text: text).mappingGeometries {
        $0.mapping { Position(x: $0.y, y: $0.x, z: $0.z) }
      } boxes: {
        GeometryBox(west: $0.south, south: $0.west, east: $0.north, north: $0.east)
      }
    }
    // The second box crosses the meridian of 180°.
    for text in [
      "S_INTERSECTS(geom,BBOX(29,111,30,112))", "S_INTERSECTS(geom,BBOX(20,170,30,120))",
    ] {
      #expect(try turned(text).compiled(Queryables(Self.kinds)).matches(Self.subject))
    }
    let fault = #expect(throws: FilterFault.self) {
      try turned("S_INTERSECTS(geom,POINT(111 29))").check(Queryables(Self.kinds))
    }
    #expect(fault?.place == .character(18))
    #expect(fault?.code == "filter-out-of-range")
  }

  @Test("A geometry that crosses itself is a fault of the filter, with its place")
  func invalidGeometry() throws {
    let filter = try Filter(text: "open AND S_WITHIN(geom,POLYGON((0 0,1 1,1 0,0 1,0 0)))")
    let fault = #expect(throws: FilterFault.self) { try filter.compiled(Queryables(Self.kinds)) }
    #expect(fault?.code == "filter-bad-geometry")
    #expect(fault?.place == .character(23))
  }
}
