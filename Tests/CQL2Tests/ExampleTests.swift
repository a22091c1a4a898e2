import CQL2
import Testing

@Suite("The examples of the standard")
struct ExampleTests {
  static let text = TestFiles.examples("text")
  static let json = TestFiles.examples("json")

  @Test("All of them are there: 120 as text, 109 as JSON")
  func allAreThere() {
    #expect(Self.text.count == 120)
    #expect(Self.json.count == 109)
  }

  @Test("A text gives itself back through text and through JSON", arguments: text)
  func roundTripOfText(name: String) throws {
    let filter = try Filter(text: TestFiles.example(name, "text"))
    #expect(try Filter(text: filter.text()) == filter)
    #expect(try Filter(json: filter.json()) == filter, "\(filter.json())")
    // What is written is canonical: writing it again changes nothing.
    #expect(try Filter(text: filter.text()).text() == filter.text())
  }

  @Test("A JSON gives itself back through text and through JSON", arguments: json)
  func roundTripOfJSON(name: String) throws {
    let filter = try Filter(json: TestFiles.example(name, "json"))
    #expect(try Filter(text: filter.text()) == filter)
    #expect(try Filter(json: filter.json()) == filter, "\(filter.json())")
  }

  @Test("The text and the JSON of a number are the same filter", arguments: text)
  func textIsJSON(name: String) throws {
    let number = String(name.prefix { $0 != "-" })
    let text = try Filter(text: TestFiles.example(name, "text"))
    let json = try Filter(json: TestFiles.example(number, "json"))
    #expect(text == json, "\(text.json())\n\(json.json())")
  }

  @Test("Filters are written with as few parentheses as they need")
  func writing() throws {
    func written(_ text: String) throws -> String { try Filter(text: text).text() }
    #expect(
      try written("\"value\" = ((((-1 * \"foo\") * 2.0) + (\"bar\" / 6.1234)) - (\"x\" ^ 2.0))")
        == "value = -1 * foo * 2 + bar / 6.1234 - x ^ 2")
    #expect(
      try written("not (a is null) and (b='x''y' or (c>1))")
        == "a IS NOT NULL AND (b = 'x''y' OR c > 1)")
    #expect(try written("a-(b-c)>0") == "a - (b - c) > 0")
    #expect(try written("\"and\"=\"保护 级别\"") == "\"and\" = \"保护 级别\"")
    #expect(try written("NOT (NOT a)") == "NOT (NOT a)")
    #expect(
      try written("s_within(geom,point z(1 2 3))") == "S_WITHIN(geom,POINT Z (1 2 3))")
    #expect(
      try Filter(text: "级别 IN ('国保','省保') AND t_after(d,date('2024-05-20'))").json()
        == """
        {"op":"and","args":[{"op":"in","args":[{"property":"级别"},["国保","省保"]]},\
        {"op":"t_after","args":[{"property":"d"},{"date":"2024-05-20"}]}]}
        """)
  }
}
