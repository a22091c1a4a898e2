import Foundation
import Testing

@testable import Words

@Suite("The tables of help")
struct HelpTableTests {
  private static let english = HelpTable.sentences(in: .en)
  private static let chinese = HelpTable.sentences(in: .zh)
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Both languages have the same keys, and the same places in what the parser says")
  func sameKeys() {
    #expect(Self.english.keys.sorted() == Self.chinese.keys.sorted())
    func places(_ sentence: String?) -> [String] {
      SentencePattern.pieces(of: sentence ?? "").compactMap {
        if case .place(let name) = $0 { name } else { nil }
      }.sorted()
    }
    for key in Self.english.keys where key.hasPrefix("parser.") {
      #expect(places(Self.english[key]) == places(Self.chinese[key]), "\(key)")
    }
  }

  @Test("The command line names every key that is not the parser's, and no other")
  func keysAreUsed() throws {
    var used: Set<String> = []
    let files = FileManager.default.enumerator(
      at: Self.root.appending(path: "Sources/heritage"), includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let code = try String(contentsOf: file, encoding: .utf8)
      for match in code.matches(of: /\.help\(\s*"([^"]+)"(?:,\s*value:\s*"([^"]+)")?/) {
        used.insert(String(match.1))
        if let value = match.2 { used.insert("value.\(value)") }
      }
    }
    let known = Set(Self.english.keys.filter { !$0.hasPrefix("parser.") })
    #expect(used.subtracting(known).sorted() == [])
    #expect(known.subtracting(used).sorted() == [])
  }

  @Test("A key stands in a line of its own, in order, once", arguments: Language.allCases)
  func order(language: Language) throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "data/words/help.\(language.rawValue).txt"),
      encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let keys = lines.map { $0.prefix { $0 != "\t" } }
    for line in lines { #expect(line.count { $0 == "\t" } == 1, "\(line)") }
    for (key, next) in zip(keys, keys.dropFirst()) {
      #expect(Array(key.utf8).lexicographicallyPrecedes(Array(next.utf8)), "\(key), \(next)")
    }
    #expect(keys.count == HelpTable.sentences(in: language).count)
  }

  @Test("A sentence is Chinese in Chinese, with Chinese punctuation")
  func chineseIsChinese() {
    func isChinese(_ text: String) -> Bool {
      text.unicodeScalars.contains(where: \.properties.isIdeographic)
    }
    // These are names and signs of the command line.
    let (same, signed) = (["value.prefer"], ["value.box", "value.point", "value.server"])
    for (key, sentence) in Self.chinese {
      #expect(isChinese(sentence) != same.contains(key), "\(key)")
      #expect(
        sentence.firstMatch(of: /[\u{4E00}-\u{9FFF}}][,;:?!]/) == nil || signed.contains(key),
        "\(key)")
      #expect(!sentence.hasSuffix("."), "\(key)")
    }
  }

  @Test("A sentence of help ends with a full stop; the name of a value has none")
  func fullStops() {
    for key in Self.english.keys where !key.hasPrefix("parser.") {
      let isName = key.hasPrefix("value.")
      #expect(Self.english[key]?.hasSuffix(".") != isName, "\(key)")
      #expect(Self.chinese[key]?.hasSuffix("。") != isName, "\(key)")
    }
  }

  @Test("What the parser prints is found by its form, the closest first")
  func forms() {
    func said(_ line: String) -> String? { HelpTable.chinese(for: line, under: "parser.error.") }
    #expect(said("Unknown option '--x'") == "没有选项“--x”")
    #expect(
      said("Unknown option '--nam'. Did you mean '--name'?") == "没有选项“--nam”，是不是指“--name”？")
    #expect(said("Unknown option '--x'. Did") == nil)
    #expect(said("unknown option '--x'") == nil)
    #expect(said("Missing value for 'it's'") == "“it's”缺少值")
    #expect(
      HelpTable.chinese(for: "半径。 (values: a, b; default: a)", under: "parser.item.")
        == "半径。（可取：a、b；默认：a）。")
    #expect(HelpTable.text("no.such.key", in: .zh) == "no.such.key")
  }
}
