import Testing
import Words

@testable import SurveyTables

@Suite("Periods in words")
struct PeriodWordsTests {
  @Test(
    "Words become years by the dynasty table",
    arguments: [
      ("夏", -2070, -1600), ("商代", -1600, -1046), ("西周", -1046, -771), ("春秋", -770, -476),
      ("战国时期", -475, -221), ("秦", -221, -206), ("西汉", -206, 25), ("东汉", 25, 220), ("汉", -206, 220),
      ("三国", 220, 280), ("西晋", 265, 317), ("东晋", 317, 420), ("南北朝", 420, 589), ("隋", 581, 618),
      ("唐代", 618, 907), ("五代", 907, 960), ("北宋", 960, 1127), ("南宋", 1127, 1279), ("元", 1271, 1368),
      ("明", 1368, 1644), ("清代", 1644, 1911), ("民国", 1912, 1949), ("新石器时代", -8000, -2000),
      ("清道光", 1821, 1850), ("乾隆", 1736, 1795), ("清代乾隆年间", 1736, 1795), ("明万历", 1573, 1620),
      ("明—清", 1368, 1911), ("明至清", 1368, 1911), ("明-清", 1368, 1911), ("唐至宋", 618, 1279),
      ("战国秦汉", -475, 220), ("明清", 1368, 1911), ("三国两晋南北朝", 220, 589), ("隋唐五代十国", 581, 979),
      ("宋辽西夏金元", 907, 1368), ("夏商周（含春秋）", -2070, -476), ("商周", -1600, -256), ("清至民国", 1644, 1949),
      ("唐、宋、清", 618, 1911), ("新石器时代大溪文化", -8000, -2000), ("新石器时代（大溪文化）", -8000, -2000),
      ("清道光八年", 1828, 1828), ("清道光八年（1828年）", 1828, 1828), ("清（1828—1843年）", 1828, 1843),
      ("清道光八年至二十三年", 1828, 1843), ("乾隆元年", 1736, 1736), ("清嘉庆廿三年", 1818, 1818),
      ("明洪武三十一年", 1398, 1398), ("民国二十三年", 1934, 1934), ("公元前4500年", -4500, -4500),
      ("公元前4500—前2000年", -4500, -2000), ("约公元前4000年", -4000, -4000), ("1828—1843年", 1828, 1843),
      ("1828～1843", 1828, 1843), ("公元1804年", 1804, 1804), ("1935年11月23日", 1935, 1935),
      ("一九三五年", 1935, 1935), ("18世纪", 1701, 1800), ("18—19世纪", 1701, 1900),
      ("二十世纪三十年代", 1930, 1939),
      ("20世纪50年代", 1950, 1959), ("1930年代", 1930, 1939), ("公元前5世纪", -500, -401),
      ("１８２８年", 1828, 1828), ("清乾隆至嘉庆", 1736, 1820), ("近代", 1840, 1949),
    ])
  func years(words: String, first: Int, last: Int) {
    let period = PeriodWords(words)
    #expect(period.first == first)
    #expect(period.last == last)
    #expect(period.remark == nil)
  }

  @Test(
    "A part of a period gives the years of the whole, with a remark",
    arguments: [
      ("清早期", 1644, 1911), ("明末清初", 1368, 1911), ("清末民初", 1644, 1949), ("新石器时代晚期", -8000, -2000),
      ("清道光末年", 1821, 1850),
    ])
  func parts(words: String, first: Int, last: Int) {
    let period = PeriodWords(words)
    #expect(period.first == first && period.last == last)
    #expect(
      period.remark?.rule.description
        == "means a part of a period, and the years are those of the whole")
  }

  @Test(
    "A time that goes on has no last year",
    arguments: [("明至今", 1368), ("现代", 1949), ("近现代", 1840), ("清—今", 1644)])
  func open(words: String, first: Int) {
    let period = PeriodWords(words)
    #expect(period.first == first && period.last == nil)
  }

  @Test(
    "What is not understood gives no years, and says so",
    arguments: [
      ("距今约6000年", "counts back from a year that it does not name, so no years follow from it"),
      ("距今6500—5300年", "counts back from a year that it does not name, so no years follow from it"),
      ("4500 BP", "counts back from a year that it does not name, so no years follow from it"),
      ("旧石器时代", "has no years in common use, so none follow from it"),
      ("青代", "is no period that the dynasty table knows, so no years follow from it"),
      ("明道光", "names a reign that is not of 明, so it gives no years"),
      ("清道光四十年", "names a year that the reign does not have, so it gives no years"),
      ("清至明", "ends before it begins, so it gives no years"),
      ("1843—1828年", "ends before it begins, so it gives no years"),
      ("明天", "is no period that the dynasty table knows, so no years follow from it"),
      (
        "公元前4500—2000年",
        "does not say whether its last year is before the common era, so it gives no years"
      ),
      ("宋（1700年）", "has words and years that do not agree"),
      ("很早", "is no period that the dynasty table knows, so no years follow from it"),
    ])
  func notUnderstood(words: String, rule: String) {
    let period = PeriodWords(words)
    #expect(period.first == nil && period.last == nil)
    #expect(period.remark?.rule.description == rule)
    #expect(period.remark?.suggestion != nil)
  }

  @Test("不详 is no period, and no fault", arguments: ["不详", "年代不详", "待考", "—"])
  func unknown(words: String) {
    #expect(PeriodWords(words) == PeriodWords("不详"))
    #expect(PeriodWords(words).first == nil && PeriodWords(words).remark == nil)
  }

  @Test("Every entry of the table runs forwards, and is read by each of its names")
  func table() {
    for entry in DynastyTable.entries {
      if let first = entry.first, let last = entry.last { #expect(first <= last) }
      for name in entry.names {
        let period = PeriodWords(name)
        #expect(period.first == entry.first && period.last == entry.last, "\(name)")
      }
    }
    for dynasty in ["明", "清"] {
      let reigns = DynastyTable.entries.filter { $0.dynasty == dynasty }
      #expect(reigns.first?.first == DynastyTable.byName[dynasty]?.first)
      #expect(reigns.last?.last == DynastyTable.byName[dynasty]?.last)
    }
  }
}
