import Foundation
import Testing

@testable import Words

@Suite("The tables of sentences")
struct SentenceTableTests {
  private static let english = SentenceTable.of(.en)
  private static let chinese = SentenceTable.of(.zh)
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(of language: Language) throws -> String {
    try String(
      contentsOf: root.appending(path: "data/words/sentences.\(language.rawValue).txt"),
      encoding: .utf8)
  }

  /// The keys that the sources name, each a literal after `Sentence(`.
  private static func keysInUse(
    in folders: [String] = ["Sources", "data/words"]
  ) throws -> Set<String> {
    var keys: Set<String> = []
    for folder in folders {
      let files = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        let code = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "\n").filter {
            !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("///")
          }
          .joined(separator: "\n")
        keys.formUnion(code.matches(of: /\bSentence\(\s*"([^"]+)"/).map { String($0.1) })
      }
    }
    return keys
  }

  /// A sentence without the places that are filled in.
  private static func words(of sentence: String) -> String {
    sentence.replacing(/\{[A-Za-z0-9]*\}/, with: "")
  }

  @Test("Both languages have the same keys; English has singulars besides")
  func sameKeys() {
    let singulars = Self.english.keys.filter { $0.hasSuffix(".one") }
    #expect(Set(Self.english.keys).subtracting(singulars) == Set(Self.chinese.keys))
    for singular in singulars {
      #expect(Self.chinese[String(singular.dropLast(4))] != nil, "\(singular)")
    }
  }

  @Test("Both languages have the same places in a sentence")
  func samePlaces() {
    func places(_ sentence: String) -> Set<String> {
      Set(
        SentencePattern.pieces(of: sentence).compactMap {
          if case .place(let name) = $0 { name } else { nil }
        })
    }
    for (key, sentence) in Self.chinese {
      #expect(places(sentence) == places(Self.english[key] ?? ""), "\(key)")
    }
  }

  @Test("The sources name every key of the tables, and no other")
  func keysAreUsed() throws {
    let used = try Self.keysInUse()
    #expect(used.subtracting(Self.chinese.keys).sorted() == [])
    #expect(Set(Self.chinese.keys).subtracting(used).sorted() == [])
  }

  @Test("No sentence of a library names an option: the command line writes the advice")
  func causesWithoutOptions() throws {
    let own = try Self.keysInUse(in: ["Sources/heritage"])
    let libraries = Set(Self.chinese.keys).subtracting(own)
    #expect(libraries.count > 300)
    for key in libraries {
      #expect(Self.english[key]?.contains(/--[a-z]/) == false, "\(key)")
      #expect(Self.chinese[key]?.contains(/--[a-z]/) == false, "\(key)")
    }
  }

  @Test("A key stands in a line of its own, in order, once", arguments: Language.allCases)
  func order(language: Language) throws {
    let lines = try Self.text(of: language).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let keys = lines.map { $0.prefix { $0 != "\t" } }
    for line in lines { #expect(line.count { $0 == "\t" } == 1, "\(line)") }
    for (key, next) in zip(keys, keys.dropFirst()) {
      #expect(Array(key.utf8).lexicographicallyPrecedes(Array(next.utf8)), "\(key), \(next)")
    }
    #expect(keys.count == SentenceTable.of(language).count)
  }

  @Test("A sentence with words is Chinese in Chinese, with Chinese punctuation")
  func chineseIsChinese() {
    for (key, sentence) in Self.chinese {
      let english = Self.words(of: Self.english[key] ?? "")
      guard english.contains(where: { $0.isLetter }) else { continue }
      let words = Self.words(of: sentence)
      #expect(!words.isEmpty && words != english, "\(key)")
      #expect(
        words.contains { $0.unicodeScalars.contains(where: \.properties.isIdeographic) }, "\(key)")
      // No clause ends with a Western comma, semicolon or colon; 经度,纬度 is how options are written.
      #expect(sentence.firstMatch(of: /[\u{4E00}-\u{9FFF}}][,;:?!](?: |$)/) == nil, "\(key)")
      #expect(!sentence.hasSuffix("."), "\(key)")
    }
  }

  @Test("Every key is found by looking at a few lines, and no other", arguments: Language.allCases)
  func lookup(language: Language) {
    for (key, sentence) in SentenceTable.of(language) {
      #expect(SentenceTable.sentence(key, in: language) == sentence)
      #expect(SentenceTable.sentence(key + ".", in: language) == nil)
      #expect(SentenceTable.sentence(String(key.dropLast()) + "\u{1}", in: language) == nil)
    }
    for key in ["", "#", "\u{10FFFF}", "a"] {
      #expect(SentenceTable.sentence(key, in: language) == nil)
    }
  }

  @Test("Comments and broken lines are passed over")
  func parsing() {
    let table = SentenceTable.sentences(in: Array("# a\tb\n\nkey\ta {b} c\nbroken\n".utf8))
    #expect(table == ["key": "a {b} c"])
  }
}
