import Foundation
import HeritageRegistry
import Tables

/// What the headings between the rows say of the rows below them: `一、古建筑（5处）`,
/// `（二）省级文物保护单位`, 城头山镇.
///
/// A heading holds until the next of its kind, or until one that stands above it: the kind that comes
/// first in the sheet stands above the others. One that is not understood ends those that are numbered
/// as it is or further in.
struct RowHeadings {
  /// The fields that headings can say: those that have no column, and the class, which a heading says of
  /// the rows whose cell is empty.
  private let fields: Set<SiteField>
  private let townships: Set<String>
  /// The titles above the header.
  private let titles: Set<String>
  private var order: [SiteField] = []
  /// The headings that hold, from the outermost in.
  private var held: [SiteField: [(words: String, rank: Int)]] = [:]
  /// The headings that speak of levels and say none, from the outermost in.
  private var doubts: [(words: String, rank: Int)] = []

  init(columns: [ColumnRole?], townships: Set<String>, titles: [String] = []) {
    self.titles = Set(titles.map { Self.parts(of: $0).words })
    fields = Set(
      [SiteField.level, .category, .township].filter {
        $0 == .category || !columns.contains(.field($0))
      })
    self.townships = townships
  }

  /// The words for each field that a heading says of the row below.
  var words: [SiteField: String] { held.compactMapValues(\.last?.words) }

  /// What a heading says that speaks of levels and says none, of the row below: 申报省级文物保护单位.
  var doubt: String? { doubts.last?.words }

  /// Whether a text alone in its row is a heading or a title again, with a number or without.
  func isHeading(_ text: String) -> Bool {
    let words = Self.parts(of: text).words
    return field(of: words) != nil || isDoubtful(words) || titles.contains(words)
  }

  /// Takes note of a row that is no relic; false where it says nothing of the rows below.
  mutating func take(_ text: String) -> Bool {
    let (number, words) = Self.parts(of: text)
    let field = field(of: words)
    // A note ends no heading, and neither does the title of the next page.
    let isDoubtful = isDoubtful(words)
    guard field != nil || !titles.contains(words) && (number != nil || isDoubtful) else {
      return false
    }
    let rank = number ?? Self.unnumbered
    if isDoubtful || field == .level || number != nil { doubts.removeAll { $0.rank >= rank } }
    guard let field else {
      held = held.mapValues { $0.filter { $0.rank < rank } }
      if isDoubtful { doubts.append((words, rank)) }
      return false
    }
    if !order.contains(field) { order.append(field) }
    let above = order.prefix { $0 != field }
    held = held.filter { above.contains($0.key) || $0.key == field }
    held[field]?.removeAll { $0.rank >= rank }
    // 其他 under 古遗址 are other ancient sites.
    if held[field]?.isEmpty == false, field == .category,
      (try? ClassWords.read(words))?.category == .other
    {
      return false
    }
    held[field, default: []].append((words, rank))
    return true
  }

  /// The rank of a heading without a number: further in than every number.
  private static let unnumbered = 9

  private func field(of words: String) -> SiteField? {
    guard !words.isEmpty, words.utf8.count <= 120 else { return nil }
    if fields.contains(.category), (try? ClassWords.read(words)) != nil { return .category }
    // 澧县文物保护单位 above the header is the title of a list of all levels, and so it is on the next page.
    if fields.contains(.level), let reading = try? LevelWords.read(words),
      !reading.isByPlace || !titles.contains(words)
    {
      return .level
    }
    if fields.contains(.township), townships.contains(words) { return .township }
    return nil
  }

  private func isDoubtful(_ words: String) -> Bool {
    words.utf8.count <= 120 && !titles.contains(words)
      && field(of: words) == nil && LevelWords.isDoubtful(words)
  }

  /// How far in a heading is numbered, nil for none, and its words without number and count.
  private static func parts(of text: String) -> (rank: Int?, words: String) {
    var words = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    var rank: Int?
    if let match = words.prefixMatch(of: /第[一二三四五六七八九十]+部分[:、]?|[一二三四五六七八九十]+[、.]/) {
      rank = match.0.hasPrefix("第") ? 1 : 2
      words.removeFirst(match.0.count)
    } else if let match = words.prefixMatch(of: /\([一二三四五六七八九十]+\)[、.]?/) {
      rank = 3
      words.removeFirst(match.0.count)
    }
    words = words.replacing(/(?:[(:]?共?计?\d+[处个项座][)]?|\(\d+\))[:。]?$/, with: "")
    if words.hasSuffix(":") { words.removeLast() }
    return (rank, words)
  }
}
