import HeritageRegistry
import Testing

@Suite("The value of a field")
struct FieldValueTests {
  @Test(
    "As plain text: codes, all decimals, and nothing where nothing is known",
    arguments: [
      (FieldValue.null, ""), (.text("城头山"), "城头山"), (.integer(-4500), "-4500"),
      (.decimal(111.65556, places: 7), "111.65556"), (.decimal(2696.11494, places: 3), "2696.115"),
      (.flag(true), "true"), (.flag(false), "false"),
      (.word("national", zh: "全国重点文物保护单位", en: "National unit"), "national"),
      (.list([.text("大溪文化"), .text("屈家岭文化")]), "大溪文化;屈家岭文化"), (.list([]), ""),
      (.object([.init("a", .integer(1)), .init("b", .null)]), #"{"a":1,"b":null}"#),
    ])
  func plainText(value: FieldValue, expected: String) {
    #expect(value.plainText == expected)
  }

  @Test(
    "For people: labels of their language, metres without decimals, coordinates with",
    arguments: [
      (
        FieldValue.word("national", zh: "全国重点文物保护单位", en: "National unit"), "全国重点文物保护单位",
        "National unit"
      ),
      (
        .list([.word("open", zh: "开放", en: "open"), .word("closed", zh: "不开放", en: "closed")]),
        "开放; 不开放", "open; closed"
      ),
      (.decimal(2696.11494, places: 3), "2696", "2696"),
      (.decimal(118.666, places: 2), "119", "119"),
      (.decimal(111.65556, places: 7), "111.65556", "111.65556"),
      (.integer(1979), "1979", "1979"), (.text("彭头山"), "彭头山", "彭头山"), (.null, "", ""),
    ])
  func displayText(value: FieldValue, chinese: String, english: String) {
    #expect(value.displayText(in: .zh) == chinese)
    #expect(value.displayText(in: .en) == english)
  }

  @Test("What is not known is null")
  func unknown() {
    #expect(FieldValue(nil as String?) == .null)
    #expect(FieldValue(nil as Int?) == .null)
    #expect(FieldValue(nil as Double?, places: 3) == .null)
    #expect(FieldValue(nil as Category?) == .null)
  }

  @Test("What is known keeps its kind")
  func known() {
    #expect(FieldValue("城头山") == .text("城头山"))
    #expect(FieldValue("") == .text(""))
    #expect(FieldValue(1979) == .integer(1979))
    #expect(FieldValue(0.5, places: 3) == .decimal(0.5, places: 3))
  }

  @Test("A word keeps its code and both labels", arguments: ProtectionLevel.allCases)
  func words(level: ProtectionLevel) {
    let value = FieldValue(level)
    #expect(value.plainText == level.rawValue)
    #expect(value.displayText(in: .zh) == level.label(in: .zh))
    #expect(value.displayText(in: .en) == level.label(in: .en))
    #expect(value.displayText(in: .zh) != value.displayText(in: .en))
  }
}
