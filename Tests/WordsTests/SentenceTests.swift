import Testing
import Words

@Suite("A sentence in two languages")
struct SentenceTests {
  @Test("Places are filled, in the order of each language")
  func places() {
    let sentence = Sentence("register.unknownValue", ["value": "natonal", "noun": "level"])
    #expect(sentence.text(in: .en) == "natonal is no level")
    #expect(sentence.text(in: .zh) == "natonal 不是level")
  }

  @Test("English has a singular")
  func singular() {
    let one = Sentence("register.notEmpty", ["path": "a", "count": 1])
    let two = Sentence("register.notEmpty", ["path": "a", "count": 2])
    #expect(one.text(in: .en) == "a holds 1 row already")
    #expect(two.text(in: .en) == "a holds 2 rows already")
    #expect(one.text(in: .zh) == "a 已有 1 行")
  }

  @Test("A sentence stands in another, and a list in the punctuation of the language")
  func nested() {
    let more = Sentence("register.traces.more", ["count": 2])
    let sentence = Sentence(
      "register.traces", ["path": "p", "found": Sentence.Value.clauses(["one", "two", more])])
    #expect(sentence.text(in: .en).hasSuffix("not written: one; two; and 2 more"))
    #expect(sentence.text(in: .zh).hasSuffix("没有写出：one；two；另有 2 处"))
    #expect(["a", "b"].sentenceValue.text(in: .en) == "a, b")
    #expect(["a", "b"].sentenceValue.text(in: .zh) == "a、b")
  }

  @Test("Braces within a value are no places")
  func braces() {
    let sentence = Sentence(quoting: "{path} {")
    #expect(Language.allCases.map { sentence.text(in: $0) } == ["{path} {", "{path} {"])
  }

  @Test("Text that differs with the language, and what is missing")
  func values() {
    let name = Sentence.Value.either(zh: "澧县", en: "Lixian")
    #expect(Sentence("quoted", ["text": name]).text(in: .zh) == "澧县")
    #expect(Sentence("quoted", ["text": name]).text(in: .en) == "Lixian")
    #expect(Sentence("quoted", ["text": 1.5]).description == "1.5")
    #expect(Sentence("quoted").description == "")
    #expect(Sentence("no.such.key").text(in: .zh) == "no.such.key")
  }
}
