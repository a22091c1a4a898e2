import CQL2
import Testing
import Words

@Suite("Faults of filters")
struct FaultTests {
  static func fault(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A fault in a text says where, what is there, and what to write",
    arguments: [
      (
        "",
        "the filter is empty; write one that names a property of the collection, or leave it out"
      ),
      (
        "name = ",
        "filter, character 8: the filter ends where one of these is expected: a value or a property"
      ),
      (
        "name 'x'",
        "filter, character 6: 'x' stands where one of these is expected: an operator, the end"
      ),
      (
        "name = 'x",
        "filter, character 8: a text in quotes does not end; a quote within is written twice"
      ),
      ("name = “x”", "filter, character 8: write \" instead of “"),
      ("level IN （'x'）", "filter, character 10: write ( instead of （"),
      (
        "a = b = c",
        "filter, character 7: = stands where one of these is expected: an operator, the end"
      ),
      ("name = 'a\u{0}'", "filter, character 10: U+0000 is a character that no filter has"),
      ("count = 1.2.3", "filter, character 9: “1.2.3” is not a number"),
      ("count = 10abc", "filter, character 9: “10abc” is not a number"),
      ("count = 0x1F", "filter, character 9: “0x1F” is not a number"),
      ("name IS 'x'", "filter, character 9: 'x' stands where one of these is expected: NULL"),
      (
        "name IN ()",
        "filter, character 9: () stands where one of these is expected: a value or a property"
      ),
      (
        "day = DATE('2023-02-29')",
        """
        filter, character 12: “2023-02-29” is neither a date such as 2024-05-20 nor a \
        timestamp in UTC such as 2024-05-20T12:00:00Z
        """
      ),
      (
        "s_within(geom,POLYGON((0 0,1 1,1 0,0 1)))",
        """
        filter, character 15: a ring does not end where it begins; repeat its first position\
         at the end
        """
      ),
      (
        "T_AFTER(a,INTERVAL('2024-05-21','2024-05-20T23:59:59Z'))",
        "filter, character 11: the interval ends before it begins"
      ),
      ("s_within(geom)", "filter, character 1: s_within takes 2 operands and has 1"),
      (
        "name LIKE level",
        """
        filter, character 11: after LIKE stands a text such as 'Mike%', in CASEI() or \
        ACCENTI() or without
        """
      ),
      (
        "T_MEETS(DATE('2024-05-20'),day)",
        """
        filter, character 9: a date stands where one of these is expected: interval \
        INTERVAL('2024-01-01','..')
        """
      ),
      ("'x'", "filter, character 1: a text stands where one of these is expected: truth value"),
    ])
  func text(text: String, sentence: String) {
    #expect(Self.fault { _ = try Filter(text: text) } == sentence)
  }

  @Test(
    "A fault in JSON has a pointer, or the character where JSON itself ends",
    arguments: [
      (
        #"{"op":"and","args":[true,{"op":"=","args":[{"property":"a"},null]}]}"#,
        "filter, /args/1/args/1: null stands where one of these is expected: a value or a property"
      ),
      (
        #"{"op":"=","args":[{"property":1},2]}"#,
        "filter, /args/0/property: 1 stands where one of these is expected: a text"
      ),
      (
        #"{"op":"=","args":{}}"#,
        "filter, /args: {…} stands where one of these is expected: an array"
      ),
      (
        #"{"a":1}"#,
        """
        this object is none of CQL2; it has a member op, property, date, timestamp, \
        interval, bbox or type
        """
      ),
      (
        #"{"op":"=","args":[1,2}"#,
        "filter, character 22: } stands where one of these is expected: ]"
      ),
      (
        #"{"op":"=","op":"=","args":[1,2]}"#,
        "filter, character 11: the member op stands twice in an object"
      ),
      (
        #"{"op":"s_within","args":[{"property":"g"},{"type":"Point","coordinates":[1]}]}"#,
        "filter, /args/1/coordinates: a position has two numbers, or three with a height"
      ),
      ("[01]", "filter, character 2: “01” is not a number"),
    ])
  func json(json: String, sentence: String) {
    #expect(Self.fault { _ = try Filter(json: json) } == sentence)
  }

  @Test(
    "A fault against what may be asked names what is near",
    arguments: [
      ("nmae = 'x'", "filter, character 1: there is no property nmae; the nearest is name"),
      (
        "open AND Name = 'x'",
        "filter, character 10: there is no property Name; the nearest is name"
      ),
      (
        "zzzzzz = 'x'",
        "filter, character 1: there is no property zzzzzz; a text is written in single quotes"
      ),
      (
        "s_within(geom,BBOX(0,2,1,1))",
        """
        filter, character 15: the box's south is above its north; write \
        BBOX(west,south,east,north)
        """
      ),
      (
        "S_INTERSECTS(name,POINT(1 1))",
        "filter, character 14: a text stands where one of these is expected: geometry"
      ),
      (
        "count = '7'",
        """
        filter, character 9: a whole number cannot be compared with a text; what is expected\
         here is written so: whole number
        """
      ),
      (
        "day = '2024-05-20'",
        """
        filter, character 7: a date cannot be compared with a text; what is expected here is\
         written so: date DATE('2024-05-20')
        """
      ),
      (
        "at = DATE('2024-05-20')",
        """
        filter, character 6: a timestamp cannot be compared with a date; what is expected \
        here is written so: timestamp TIMESTAMP('2024-05-20T12:00:00Z')
        """
      ),
      (
        "name IN ('a',2)",
        """
        filter, character 14: a text cannot be compared with a number; what is expected here\
         is written so: text 'in single quotes'
        """
      ),
      (
        "S_INTERSECTS(geom,BBOX(1000000,2000000,1000001,2000001))",
        """
        filter, character 19: the position 1000000 2000000 is outside the reference system, \
        which goes from west, south, east to north as -180,-90,180,90
        """
      ),
      ("nera(geom,1,1,1)", "filter, character 1: there is no function nera; the nearest is near"),
      ("near(geom,1,1)", "filter, character 1: near takes 4 operands and has 3"),
      (
        "near(geom,29.6,111.7,1)",
        "filter, character 16: lat is 111.7, and has to lie between -90 and 90"
      ),
      (
        "near(name,1,1,1)",
        "filter, character 6: a text stands where one of these is expected: geometry"
      ),
      (
        "count + name > 1",
        "filter, character 9: a text stands where one of these is expected: number, whole number"
      ),
      (
        "count",
        "filter, character 1: a whole number stands where one of these is expected: truth value"
      ),
    ])
  func kinds(text: String, sentence: String) {
    let fault = Self.fault {
      try Filter(text: text).check(
        Queryables(EvaluationTests.kinds), functions: [EvaluationTests.near])
    }
    #expect(fault == sentence)
  }

  @Test("Faults are sentences in Chinese too")
  func chinese() throws {
    let fault = #expect(throws: FilterFault.self) {
      try Filter(text: "day = '2024-05-20'").check(Queryables(EvaluationTests.kinds))
    }
    #expect(
      fault?.sentence.text(in: .zh)
        == "筛选条件第 7 个字符处：日期不能与文字比较；此处应写成：日期 DATE('2024-05-20')")
  }

  @Test("A text with a backslash before a quote has JSON alone")
  func noSpelling() throws {
    for text in ["\\", "a\\'b"] {
      let filter = Filter(.operation(.equal, [.property("a"), .text(text)]))
      #expect(throws: FilterFault.self) { try filter.text() }
      #expect(try Filter(json: filter.json()) == filter)
    }
  }
}
