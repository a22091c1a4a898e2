/// How a text was found in a name; the first case is the best.
public enum MatchKind: String, Vocabulary, Comparable {
  /// The text is the whole name or code.
  case exact
  /// The name or the code begins with it.
  case prefix
  /// The name contains it.
  case substring
  /// The name contains it but for signs and the way a number is written.
  case spelling
  /// The name is read so.
  case pinyinExact = "pinyin_exact"
  /// The name begins with what is read so.
  case pinyinPrefix = "pinyin_prefix"
  /// The name contains what is read so.
  case pinyinSubstring = "pinyin_substring"
  /// The characters of a part of the name are read with these initials.
  case initials
  /// The relic lies in a township of that name, present or former.
  case township
  /// The relic belongs to a group of that name.
  case group
  /// Every word stands in a name or in another field of the relic.
  case words
  /// Near miss: other characters that are read alike.
  case soundAlike = "sound_alike"
  /// Near miss: one character more, less or other.
  case oneEdit = "one_edit"
  /// Near miss: two characters more, less or other.
  case twoEdits = "two_edits"

  /// Whether the name does not contain what was looked for, but something like it.
  public var isNearMiss: Bool { self >= .soundAlike }

  /// The place in the order, from 0.
  var rank: Int {
    switch self {
    case .exact: 0
    case .prefix: 1
    case .substring: 2
    case .spelling: 3
    case .pinyinExact: 4
    case .pinyinPrefix: 5
    case .pinyinSubstring: 6
    case .initials: 7
    case .township: 8
    case .group: 9
    case .words: 10
    case .soundAlike: 11
    case .oneEdit: 12
    case .twoEdits: 13
    }
  }

  /// Whether `a` is the better match.
  public static func < (a: MatchKind, b: MatchKind) -> Bool { a.rank < b.rank }

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "匹配方式", en: "kind of match") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .exact: Labels(zh: "全同", en: "exact")
    case .prefix: Labels(zh: "开头", en: "begins with it")
    case .substring: Labels(zh: "包含", en: "contains it")
    case .spelling: Labels(zh: "写法不同", en: "spelt otherwise")
    case .pinyinExact: Labels(zh: "拼音全同", en: "pinyin")
    case .pinyinPrefix: Labels(zh: "拼音开头", en: "pinyin begins with it")
    case .pinyinSubstring: Labels(zh: "拼音包含", en: "pinyin contains it")
    case .initials: Labels(zh: "首字母", en: "initials")
    case .township: Labels(zh: "所在乡镇", en: "in the township")
    case .group: Labels(zh: "所属群组", en: "in the group")
    case .words: Labels(zh: "各词都有", en: "has every word")
    case .soundAlike: Labels(zh: "音近", en: "sounds alike")
    case .oneEdit: Labels(zh: "差一字", en: "one character off")
    case .twoEdits: Labels(zh: "差两字", en: "two characters off")
    }
  }
}

/// What kind of name a text was found in.
public enum NameKind: String, Vocabulary {
  /// The name in use.
  case name
  /// Another name beside it.
  case alias
  /// A former name.
  case former
  /// The English name.
  case english
  /// The register's own code.
  case code
  /// The code of a designation.
  case officialCode = "official_code"
  /// The township, present or former.
  case township
  /// The name of a group.
  case group
  /// A field that holds no name: an address, a period, a summary.
  case field

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "名称种类", en: "kind of name") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .name: Labels(zh: "名称", en: "name")
    case .alias: Labels(zh: "别称", en: "alias")
    case .former: Labels(zh: "旧称", en: "former name")
    case .english: Labels(zh: "英文名称", en: "English name")
    case .code: Labels(zh: "编号", en: "code")
    case .officialCode: Labels(zh: "公布编号", en: "official code")
    case .township: Labels(zh: "乡镇", en: "township")
    case .group: Labels(zh: "群组", en: "group")
    case .field: Labels(zh: "其他字段", en: "other field")
    }
  }
}

/// Which name matched, how, and where.
public struct NameMatch: Hashable, Sendable {
  /// The name or code, as the register has it.
  public let name: String
  /// What kind of name it is.
  public let nameKind: NameKind
  /// How it matched.
  public let kind: MatchKind
  /// The characters of ``name`` that matched, counted from 0; nil where no part stands out.
  public let range: Range<Int>?
}

/// A relic found by a text.
public struct SearchHit: Hashable, Sendable {
  /// The relic, measured from the query's origin where it has one.
  public let hit: SiteHit
  /// Why it was found.
  public let match: NameMatch

  /// The relic.
  public var site: Site { hit.site }
}
