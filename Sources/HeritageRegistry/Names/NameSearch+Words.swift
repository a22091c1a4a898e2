import Foundation

/// Words that are looked for one by one, in names and in the other fields of a relic.
extension NameSearch {
  /// Whether relics are looked for that have every word somewhere: where there are several words, and where
  /// a single one was found in no name.
  func hasWordsToLookFor(after found: Int) -> Bool {
    let parts = parts
    return parts.count > 1 || found == 0 && parts.first.map { $0.count > 1 } ?? false
  }

  /// The words of the text, parted by white space, commas, quotation marks and brackets.
  private var parts: [String] {
    typed.split { character in
      character.isWhitespace || "、，,;；。·|/“”\"「」『』【】〔〕[]（）()《》〈〉<>".contains(character)
    }.map(String.init).filter { !PlainSpelling.of(NameFolding.fold($0)).isEmpty }
  }

  /// The relics that have every word.
  ///
  /// Those come first to mind of which a name, a code, a township or a group has one of the words; where
  /// there is none, every relic is looked at.
  func words() throws -> Findings {
    let words = try parts.prefix(8).map { try Word($0, in: state) }
    guard !words.isEmpty else { return Findings() }
    var found: [Candidate] = []
    func take(_ row: any CandidateRow) throws -> Bool {
      let site = try row.site(at: try row.coordinate())
      let texts = Self.texts(of: site)
      var best: (score: Int, text: String)?
      for word in words {
        guard let place = word.place(row.id, site, texts) else { return true }
        // What holds the word is told where it is no name.
        if best == nil, case .text(let text) = place { best = (0, text) }
      }
      found.append(
        Candidate(
          site: row.id, kind: .words, nameKind: best == nil ? .name : .field,
          name: .plain(best?.text ?? site.nameZH), range: nil))
      return true
    }
    var everything = SiteQuery()
    everything.includesStandIns = true
    everything.includesFormer = true
    let question = ResolvedQuery(everything)
    let named = words.reduce(into: Set<RowID>()) { $0.formUnion($1.named) }
    if !named.isEmpty { try state.forEachCandidate(question, in: .ids(named.sorted()), take) }
    if found.isEmpty { try state.forEachCandidate(question, in: .every, take) }
    return Findings(found: found)
  }

  /// A word and the relics that are named so.
  private struct Word {
    let text: String
    let folded: [UInt16]
    /// What an English word is called in Chinese names and texts.
    let chinese: [UInt16]?
    let named: Set<RowID>
    let level: ProtectionLevel?
    let category: Category?

    /// As many as there are; one more has to be a number too.
    private static let all = Int.max / 8

    init(_ text: String, in state: any RegisterState) throws {
      let search = try NameSearch(text, in: state)
      var named: Set<RowID> = []
      for step in [NameSearch.Step.literal, .spelling, .syllables, .initials, .township] {
        named.formUnion(try search.candidates(step, limit: Self.all).found.map(\.site))
      }
      let word = String(decoding: search.text, as: UTF16.self)
      if let chinese = NameSearch.chinese[word] {
        named.formUnion(
          try NameSearch(chinese, in: state).candidates(.literal, limit: Self.all).found
            .map(\.site))
      }
      self.text = text
      folded = search.text
      self.chinese = NameSearch.chinese[word].map(NameFolding.fold)
      self.named = named
      level = try? ProtectionLevel(named: text)
      category = try? Category(named: text)
    }

    /// Whether a text that has the word has it at the beginning of one of its own: no "rice" in "price".
    private func begins(in other: String) -> Bool {
      guard folded.allSatisfy(ReadingPattern.isLetter) else { return true }
      return other.split { !NameSearch.isOfWord($0) }.contains {
        NameFolding.fold(String($0)).starts(with: folded)
      }
    }

    enum Place {
      case named
      case text(String)
    }

    /// Where a relic has the word; nil for nowhere.
    func place(_ id: RowID, _ site: Site, _ texts: [(text: String, folded: [UInt16])]) -> Place? {
      if named.contains(id) { return .named }
      if let level, site.level == level { return .text(level.labels.zh) }
      if let category, site.category == category { return .text(category.labels.zh) }
      if let chinese, let found = texts.first(where: { NameSearch.contains($0.folded, chinese) }) {
        return .text(NameSearch.excerpt(found.text, around: chinese))
      }
      return texts.first { NameSearch.contains($0.folded, folded) && begins(in: $0.text) }
        .map { .text(NameSearch.excerpt($0.text, around: folded)) }
    }
  }

  /// English words that visitors look for, where most of a register is written in Chinese.
  private static let chinese = [
    "museum": "博物馆", "neolithic": "新石器", "palaeolithic": "旧石器", "paleolithic": "旧石器",
    "ruins": "遗址", "site": "遗址", "tomb": "墓", "cemetery": "墓", "grave": "墓", "temple": "庙",
    "bridge": "桥", "pagoda": "塔", "tower": "楼", "wall": "墙", "archway": "牌坊", "gate": "门",
    "well": "井", "inscription": "石刻", "cave": "洞", "residence": "故居", "monument": "纪念碑",
    "rice": "稻", "han": "汉", "tang": "唐", "song": "宋", "yuan": "元", "ming": "明", "qing": "清",
  ]

  /// The texts of a relic that are no names.
  private static func texts(of site: Site) -> [(text: String, folded: [UInt16])] {
    let texts =
      [
        site.village, site.address, site.period.words, site.subcategory, site.category?.labels.zh,
        site.category?.labels.en, site.level.labels.zh, site.level.labels.en, site.summaryZH,
        site.summaryEN,
      ].compactMap { $0 } + site.cultures
    return texts.map { ($0, NameFolding.fold($0)) }
  }

  private static func contains(_ text: [UInt16], _ part: [UInt16]) -> Bool {
    guard part.count <= text.count, let first = part.first else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Whether a character belongs to a word of letters; a Han character is a word by itself.
  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter && character.unicodeScalars.allSatisfy { !$0.properties.isIdeographic }
  }

  /// A short piece of a text with a folded word in it, at the beginning of a word of letters.
  static func excerpt(_ text: String, around word: [UInt16]) -> String {
    let oneLine = Array(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    let longest = max(24, min(word.count, 60))
    guard oneLine.count > longest else { return String(oneLine) }
    let (folded, offsets) = (
      NameFolding.fold(String(oneLine)), NameFolding.offsets(of: String(oneLine))
    )
    let isLatin = word.allSatisfy(ReadingPattern.isLetter)
    let middle = folded.indices.lazy.filter { folded[$0...].starts(with: word) }
      .compactMap { unit in offsets.lastIndex { $0 <= unit } }
      .first { !isLatin || $0 == 0 || !isOfWord(oneLine[$0 - 1]) }
    let start = max(
      0, min((middle ?? 0) - max(0, longest - word.count) / 2, oneLine.count - longest))
    let piece = String(oneLine[start..<start + longest])
    return (start > 0 ? "…" : "") + piece + (start + longest < oneLine.count ? "…" : "")
  }
}
