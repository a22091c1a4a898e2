extension Period {
  /// The words of the period in a language.
  ///
  /// Only what is a plain name, or several with a joint between them, is said in English; whatever else the
  /// sources say stays as they say it: a period is never guessed.
  ///
  /// ```swift
  /// Period(words: "明至清", start: nil, end: nil).words(in: .en)  // "Ming to Qing"
  /// ```
  public func words(in language: Language) -> String? {
    guard language == .en, let words else { return words }
    return Self.english(words) ?? words
  }

  private static func english(_ words: String) -> String? {
    if let name = name(words) { return name }
    for (joint, word) in [
      ("至", " to "), ("—", "–"), ("－", "–"), ("-", "–"), ("、", ", "), ("；", "; "),
    ] {
      let parts = words.split(separator: joint, omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      let names = parts.map { english(String($0)) }
      return names.contains(nil) ? nil : names.compactMap { $0 }.joined(separator: word)
    }
    return nil
  }

  private static func name(_ text: String) -> String? {
    if let name = names[text] { return name }
    for (ending, before) in [("早期", "early "), ("中期", "middle "), ("晚期", "late ")] {
      guard text.hasSuffix(ending), let name = names[String(text.dropLast(ending.count))] else {
        continue
      }
      return before + name
    }
    // 清代 and 清朝 are 清.
    guard text.count > 1, text.hasSuffix("代") || text.hasSuffix("朝") else { return nil }
    return names[String(text.dropLast())]
  }

  private static let names: [String: String] = [
    "史前": "prehistory", "旧石器时代": "Palaeolithic", "旧石器": "Palaeolithic",
    "新石器时代": "Neolithic", "新石器": "Neolithic", "夏": "Xia", "商": "Shang", "周": "Zhou",
    "商周": "Shang and Zhou", "夏商周": "Xia, Shang and Zhou", "西周": "Western Zhou",
    "东周": "Eastern Zhou", "春秋": "Spring and Autumn", "战国": "Warring States", "秦": "Qin",
    "汉": "Han", "秦汉": "Qin and Han", "西汉": "Western Han", "东汉": "Eastern Han",
    "三国": "Three Kingdoms", "晋": "Jin (265–420)", "西晋": "Western Jin", "东晋": "Eastern Jin",
    "南北朝": "Southern and Northern Dynasties", "南朝": "Southern Dynasties",
    "北朝": "Northern Dynasties", "六朝": "Six Dynasties", "隋": "Sui", "唐": "Tang",
    "隋唐": "Sui and Tang", "五代": "Five Dynasties",
    "五代十国": "Five Dynasties and Ten Kingdoms", "宋": "Song", "北宋": "Northern Song",
    "南宋": "Southern Song", "辽": "Liao", "西夏": "Western Xia", "金": "Jin (1115–1234)",
    "元": "Yuan", "宋元": "Song and Yuan", "明": "Ming", "清": "Qing", "明清": "Ming and Qing",
    "太平天国": "Taiping", "民国": "Republic of China", "中华民国": "Republic of China",
    "近代": "modern (1840–1949)", "近现代": "modern (since 1840)", "现代": "since 1949",
    "当代": "since 1949",
  ]
}
