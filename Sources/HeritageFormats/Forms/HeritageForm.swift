public import HeritageRegistry

/// A form of the heritage administration, filled from a register as far as it knows.
///
/// The forms are those of mainland China's offices and so in Chinese. What the register does not know stays empty
/// for whoever knows it: nothing is guessed, and every form says that it is a draft to be confirmed.
///
/// Source of the fields: what two public programs read of 第四次全国文物普查不可移动文物登记表; the articles 26 and 29
/// of the Law on the Protection of Cultural Relics; the survey office's letters of acceptance. The official prints
/// were not at hand.
public struct HeritageForm: Sendable {
  /// Which form.
  public enum Kind: String, CaseIterable, Sendable {
    /// 第四次全国文物普查不可移动文物登记表: one relic.
    case survey4
    /// 文物保护单位“四有”情况表: zones, sign, record file, keeper of units.
    case siyou
    /// 保护范围和建设控制地带表: the zones of units.
    case zones
    /// 不可移动文物统计表: counts that add up.
    case counts
  }

  /// What a table of a form holds.
  public struct Table: Sendable {
    /// What stands above it; empty for nothing.
    public var title: String
    /// The headings of its columns; none where each row has a label and its value, twice.
    public var columns: [String]
    /// The cells; `.null` stays empty.
    public var rows: [[FieldValue]]
    /// Whether its last row and column are sums.
    public var hasSums: Bool

    init(
      _ title: String, _ columns: [String] = [], _ rows: [[FieldValue]], hasSums: Bool = false
    ) {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.hasSums = hasSums
    }

    /// Labels with their values, two beside each other.
    static func facts(_ title: String, _ facts: [(String, FieldValue)]) -> Table {
      let rows = stride(from: 0, to: facts.count, by: 2).map { index -> [FieldValue] in
        let second = index + 1 < facts.count ? facts[index + 1] : ("", .null)
        return [.text(facts[index].0), facts[index].1, .text(second.0), second.1]
      }
      return Table(title, [], rows)
    }
  }

  /// A part that begins on a page, or a sheet, of its own.
  public struct Section: Sendable {
    /// What a sheet is called.
    public var name: String
    /// What stands above it.
    public var title: String
    /// Its tables.
    public var tables: [Table]
  }

  /// Which form it is.
  public let kind: Kind
  /// Its parts.
  public internal(set) var sections: [Section]

  /// What stands above all.
  public var title: String { kind.title }

  init(_ kind: Kind, _ sections: [Section]) {
    self.kind = kind
    self.sections = sections
  }

  /// What every form says of itself.
  static let mark = "草稿，待核对：空格为登记册未载，请据实填写；不得作为正式文件。"
}

extension HeritageForm.Kind {
  /// What the form is called.
  public var title: String {
    switch self {
    case .survey4: "第四次全国文物普查不可移动文物登记表"
    case .siyou: "文物保护单位“四有”情况表"
    case .zones: "文物保护单位保护范围和建设控制地带表"
    case .counts: "不可移动文物统计表"
    }
  }
}
