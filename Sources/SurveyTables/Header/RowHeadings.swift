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
  private var order: [SiteField] = []
  /// The headings that hold, from the outermost in.
  private var held: [SiteField: [(words: String, rank: Int)]] = [:]

  init(columns: [ColumnRole?], townships: Set<String>) {
    fields = Set(
      [SiteField.level, .category, .township].filter {
        $0 == .category || !columns.contains(.field($0))
      })
    self.townships = townships
  }

  /// The words for each field that a heading says of the row below.
  var words: [SiteField: String] { held.compactMapValues(\.last?.words) }

  /// Whether a text alone in its row is such a heading, with a number or without.
  func isHeading(_ text: String) -> Bool { field(of: Self.parts(of: text).words) != nil }

  /// Takes note of a row that is no relic; false where it says nothing of the rows below.
  mutating func take(_ text: String) -> Bool {
    let (number, words) = Self.parts(of: text)
    let field = field(of: words)
    // A note ends no heading.
    guard number != nil || field != nil else { return false }
    let rank = number ?? Self.unnumbered
    guard let field else {
      held = held.mapValues { $0.filter { $0.rank < rank } }
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
    // 澧县文物保护单位 may be the title of a list of all levels.
    if fields.contains(.level), let reading = try? LevelWords.read(words),
      !reading.isByPlace || reading.level == .provincial
    {
      return .level
    }
    if fields.contains(.township), townships.contains(words) { return .township }
    return nil
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
