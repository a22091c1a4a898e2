/// The years of archaeological periods, dynasties and reigns.
///
/// Sources: for Xia, Shang and Western Zhou 《夏商周断代工程1996—2000年阶段成果报告（简本）》 (2000); for
/// everything later the chronological tables in common use, 《中国历史纪年表》 (方诗铭) and
/// 《我国历代纪元表》 in the appendix of 《现代汉语词典》. Years are historical: -1 is 1 BCE. The dates of
/// Xia and of the Neolithic are approximate in the sources themselves. A year of a reign is given the
/// year of the common era with which most of it coincides.
enum DynastyTable {
  /// A span of time with its names.
  struct Entry: Hashable, Sendable {
    let names: [String]
    /// The first year; nil where no year is in common use.
    let first: Int?
    /// The last year; nil where the time goes on, or where no year is in common use.
    let last: Int?
    /// The dynasty of a reign.
    let dynasty: String?

    /// Whether years are in common use.
    var hasYears: Bool { first != nil }
  }

  /// Every entry, earliest first; reigns behind the dynasties.
  static let entries: [Entry] = periods + reigns(of: "明", ming) + reigns(of: "清", qing)

  /// The entries by each of their names.
  static let byName: [String: Entry] = Dictionary(
    entries.flatMap { entry in entry.names.map { ($0, entry) } },
    uniquingKeysWith: { first, _ in first })

  /// The longest name, in characters.
  static let longestName = byName.keys.map(\.count).max() ?? 0

  private static func entry(_ names: String, _ first: Int?, _ last: Int?) -> Entry {
    Entry(
      names: names.split(separator: " ").map(String.init), first: first, last: last, dynasty: nil)
  }

  private static let periods: [Entry] = [
    // The Palaeolithic has no years in common use: it begins with the first people.
    entry("旧石器时代 旧石器", nil, nil),
    entry("新石器时代 新石器", -8000, -2000),
    entry("夏 夏代 夏朝", -2070, -1600),
    entry("商 商代 商朝 殷商", -1600, -1046),
    entry("周 周代 周朝 两周", -1046, -256),
    entry("西周", -1046, -771),
    entry("东周", -770, -256),
    entry("春秋", -770, -476),
    entry("战国", -475, -221),
    entry("秦", -221, -206),
    entry("汉 两汉", -206, 220),
    entry("西汉", -206, 25),
    entry("新莽 王莽", 9, 23),
    entry("东汉", 25, 220),
    entry("三国", 220, 280),
    entry("曹魏", 220, 265),
    entry("蜀汉", 221, 263),
    entry("孙吴 东吴", 222, 280),
    entry("魏晋", 220, 420),
    entry("晋 两晋", 265, 420),
    entry("西晋", 265, 317),
    entry("东晋", 317, 420),
    entry("十六国", 304, 439),
    entry("南北朝", 420, 589),
    entry("六朝", 222, 589),
    entry("南朝", 420, 589),
    entry("刘宋 南朝宋", 420, 479),
    entry("南齐 南朝齐", 479, 502),
    entry("南朝梁", 502, 557),
    entry("南朝陈", 557, 589),
    entry("北朝", 386, 581),
    entry("北魏", 386, 534),
    entry("东魏", 534, 550),
    entry("西魏", 535, 556),
    entry("北齐", 550, 577),
    entry("北周", 557, 581),
    entry("隋", 581, 618),
    entry("唐", 618, 907),
    entry("五代", 907, 960),
    entry("五代十国", 907, 979),
    entry("宋 两宋", 960, 1279),
    entry("北宋", 960, 1127),
    entry("南宋", 1127, 1279),
    entry("辽", 907, 1125),
    entry("西夏", 1038, 1227),
    entry("金", 1115, 1234),
    entry("元", 1271, 1368),
    entry("蒙元", 1206, 1368),
    entry("明", 1368, 1644),
    entry("清", 1644, 1911),
    entry("太平天国", 1851, 1864),
    entry("民国 中华民国 民", 1912, 1949),
    // The surveys count as modern what is later than 1840.
    entry("近代", 1840, 1949),
    entry("近现代", 1840, nil),
    entry("现代 当代 新中国 中华人民共和国", 1949, nil),
  ]

  private static let ming: [(String, Int, Int)] = [
    ("洪武", 1368, 1398), ("建文", 1399, 1402), ("永乐", 1403, 1424), ("洪熙", 1425, 1425),
    ("宣德", 1426, 1435), ("正统", 1436, 1449), ("景泰", 1450, 1457), ("天顺", 1457, 1464),
    ("成化", 1465, 1487), ("弘治", 1488, 1505), ("正德", 1506, 1521), ("嘉靖", 1522, 1566),
    ("隆庆", 1567, 1572), ("万历", 1573, 1620), ("泰昌", 1620, 1620), ("天启", 1621, 1627),
    ("崇祯", 1628, 1644),
  ]

  private static let qing: [(String, Int, Int)] = [
    ("顺治", 1644, 1661), ("康熙", 1662, 1722), ("雍正", 1723, 1735), ("乾隆", 1736, 1795),
    ("嘉庆", 1796, 1820), ("道光", 1821, 1850), ("咸丰", 1851, 1861), ("同治", 1862, 1874),
    ("光绪", 1875, 1908), ("宣统", 1909, 1911),
  ]

  private static func reigns(of dynasty: String, _ reigns: [(String, Int, Int)]) -> [Entry] {
    reigns.map { Entry(names: [$0.0], first: $0.1, last: $0.2, dynasty: dynasty) }
  }
}
