/// The era by which a relic is counted (统计年代), each relic in one.
///
/// The eras are those of the survey's form for buildings, with those before and after. Source:
/// 第四次全国文物普查不可移动文物登记表, 统计年代.
public enum Era: String, Vocabulary {
  /// 旧石器时代、新石器时代.
  case prehistory
  /// 夏商周（含春秋）.
  case earlyDynasties = "xia_shang_zhou"
  /// 战国秦汉.
  case warringStatesToHan = "warring_states_qin_han"
  /// 三国两晋南北朝.
  case threeKingdomsToSouthernAndNorthern = "three_kingdoms_to_southern_northern"
  /// 隋唐五代十国.
  case suiToFiveDynasties = "sui_tang_five_dynasties"
  /// 宋辽西夏金元.
  case songToYuan = "song_liao_xia_jin_yuan"
  /// 明代.
  case ming
  /// 清代.
  case qing
  /// 民国以来.
  case modern
  /// A relic that was in use in several of them.
  case several

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "统计年代", en: "era") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .prehistory: Labels(zh: "史前", en: "Prehistory")
    case .earlyDynasties: Labels(zh: "夏商周（含春秋）", en: "Xia, Shang, Zhou (to Spring and Autumn)")
    case .warringStatesToHan: Labels(zh: "战国秦汉", en: "Warring States, Qin, Han")
    case .threeKingdomsToSouthernAndNorthern:
      Labels(zh: "三国两晋南北朝", en: "Three Kingdoms to Southern and Northern Dynasties")
    case .suiToFiveDynasties: Labels(zh: "隋唐五代十国", en: "Sui, Tang, Five Dynasties")
    case .songToYuan: Labels(zh: "宋辽西夏金元", en: "Song, Liao, Western Xia, Jin, Yuan")
    case .ming: Labels(zh: "明代", en: "Ming")
    case .qing: Labels(zh: "清代", en: "Qing")
    case .modern: Labels(zh: "民国以来", en: "Since 1912")
    case .several: Labels(zh: "跨年代", en: "Several eras")
    }
  }

  /// The first and the last year; where two eras share years, a relic that fits both is of the first.
  package var years: ClosedRange<Int>? {
    switch self {
    case .prehistory: -3_000_000 ... -1800
    case .earlyDynasties: -2070 ... -475
    case .warringStatesToHan: -475...220
    case .threeKingdomsToSouthernAndNorthern: 220...589
    case .suiToFiveDynasties: 581...979
    case .songToYuan: 907...1368
    case .ming: 1368...1644
    case .qing: 1616...1912
    case .modern: 1912...3000
    case .several: nil
    }
  }

  /// Words that say the era where the years are not both known.
  package var words: [String] {
    switch self {
    case .prehistory: ["史前", "旧石器时代", "新石器时代"]
    case .earlyDynasties: ["夏", "商", "周", "西周", "春秋", "商周", "夏商周"].flatMap(Self.dynasty)
    case .warringStatesToHan: ["战国", "秦", "汉", "西汉", "东汉", "秦汉"].flatMap(Self.dynasty)
    case .threeKingdomsToSouthernAndNorthern:
      ["三国", "晋", "西晋", "东晋", "南北朝", "南朝", "北朝", "六朝", "魏晋南北朝"].flatMap(Self.dynasty)
    case .suiToFiveDynasties: ["隋", "唐", "五代", "五代十国", "隋唐"].flatMap(Self.dynasty)
    case .songToYuan: ["宋", "北宋", "南宋", "辽", "西夏", "金", "元", "宋元"].flatMap(Self.dynasty)
    case .ming: ["明"].flatMap(Self.dynasty)
    case .qing: ["清"].flatMap(Self.dynasty)
    case .modern: ["民国", "中华民国", "现代", "当代", "近现代"]
    case .several: []
    }
  }

  private static func dynasty(_ name: String) -> [String] { [name, name + "代", name + "朝"] }

  /// The era of a period; nil where it is not known.
  ///
  /// Where both years are known they decide, otherwise the words, if they are those of one era.
  package init?(_ period: Period) {
    if let first = period.start, let last = period.end {
      self =
        Self.allCases.first {
          $0.years?.contains(first) == true && $0.years?.contains(last) == true
        }
        ?? .several
      return
    }
    guard let words = period.words,
      let era = Self.allCases.first(where: { $0.words.contains(words) })
    else { return nil }
    self = era
  }
}
