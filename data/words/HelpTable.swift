import WordTables

/// What the command line says of its commands and options, and what its parser says, in both languages.
///
/// The tables `help.en.txt` and `help.zh.txt` have the form of the tables of sentences. Their lines under
/// `parser.` hold in English, word for word, what ArgumentParser prints, with places for what differs.
public enum HelpTable {
  /// The text of a key in a language; the key itself, which the tests rule out, where there is none.
  public static func text(_ key: String, in language: Language) -> String {
    let table = language == .zh ? words_help_zh() : words_help_en()
    return SentenceTable.line(of: key, in: table) ?? key
  }

  /// The lines whose keys begin with a prefix, in both languages, in the order of their keys.
  public static func lines(under prefix: String) -> [(english: String, chinese: String)] {
    english.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
      .map { ($0.value, chinese[$0.key] ?? $0.value) }
  }

  /// What a printed English line says in Chinese.
  ///
  /// ```swift
  /// HelpTable.chinese(for: "Unknown option '--x'", under: "parser.error.")  // "没有选项“--x”"
  /// ```
  ///
  /// - Returns: nil where no English line under the prefix has this form.
  public static func chinese(for line: String, under prefix: String) -> String? {
    // The form with the most words of its own is the closest one.
    let forms = lines(under: prefix).sorted {
      words(of: $0.english).count > words(of: $1.english).count
    }
    for form in forms {
      guard let values = SentencePattern.values(of: line, in: form.english) else { continue }
      return SentencePattern.pieces(of: form.chinese).reduce(into: "") { text, piece in
        switch piece {
        case .text(let words): text += words
        case .place("values"): text += list(values["values"] ?? "")
        case .place(let name): text += values[name] ?? ""
        }
      }
    }
    return nil
  }

  static func sentences(in language: Language) -> [String: String] {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  private static let chinese = SentenceTable.sentences(in: words_help_zh())
  private static let english = SentenceTable.sentences(in: words_help_en())

  private static func words(of pattern: String) -> String {
    SentencePattern.pieces(of: pattern).reduce(into: "") {
      if case .text(let words) = $1 { $0 += words }
    }
  }

  /// Several values, with the marks of Chinese between them.
  private static func list(_ values: Substring) -> String {
    String(values).replacing("', '", with: "”、“").replacing("' or '", with: "”、“")
      .replacing("' and '", with: "”、“").replacing(", ", with: "、")
  }
}

extension SentencePattern {
  /// What stands in the places of a pattern where a text has its form; nil where it has not.
  static func values(of text: String, in pattern: String) -> [String: Substring]? {
    let pieces = pieces(of: pattern)
    var (values, rest): ([String: Substring], Substring) = ([:], text[...])
    var open: String?
    for (index, piece) in pieces.enumerated() {
      switch (piece, open) {
      case (.place(let name), _): open = name
      case (.text(let words), nil):
        guard rest.hasPrefix(words) else { return nil }
        rest = rest.dropFirst(words.count)
      case (.text(let words), let name?):
        let isLast = index == pieces.count - 1
        guard let range = isLast ? rest.range(ofSuffix: words) : rest.firstRange(of: words) else {
          return nil
        }
        values[name] = rest[..<range.lowerBound]
        (rest, open) = (rest[range.upperBound...], nil)
      }
    }
    if let open {
      values[open] = rest
    } else if !rest.isEmpty {
      return nil
    }
    return values
  }
}

extension Substring {
  fileprivate func range(ofSuffix suffix: Substring) -> Range<Index>? {
    hasSuffix(suffix) ? index(endIndex, offsetBy: -suffix.count)..<endIndex : nil
  }
}
