import HeritageFormats
import Testing

@Suite("Text in XML")
struct XMLTextTests {
  @Test(
    "Marks become references, and what XML forbids is left out",
    arguments: [
      ("A & B", "A &amp; B"), ("<1 km> \"q\" 'a'", "&lt;1 km&gt; &quot;q&quot; 'a'"),
      ("a\u{0}b\u{B}c\u{1B}d\u{FFFE}e\u{FFFF}f", "abcdef"), ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"),
      ("城头山𠀋", "城头山𠀋"), ("", ""), ("]]>", "]]&gt;"),
    ])
  func escaped(text: String, expected: String) {
    #expect(XMLText.escaped(text) == expected)
  }
}
