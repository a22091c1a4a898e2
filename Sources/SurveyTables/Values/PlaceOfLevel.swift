/// The name of a province, a city or a county, and the level at which it announces units:
/// 湖南省, 常德市, 江华瑶族自治县, 重庆市巴南区.
///
/// Provinces are known by their names, the others by their own last word alone, so that a name is one only
/// where nothing in it denies, proposes, joins or ranks.
/// Source: Constitution, article 30; 民政部《中华人民共和国行政区划代码》for the names of provinces and of
/// autonomous prefectures.
enum PlaceOfLevel: Hashable, Sendable {
  /// A province, an autonomous region or a municipality directly under the central government.
  case province(isMunicipality: Bool)
  /// A prefecture: 自治州, 盟, 地区.
  case prefecture
  /// A city that does not say whether it is one of prefecture or of county level.
  case city
  /// A county, a banner or a district.
  case county

  /// Reads a whole text as one place, with those above it before it or without; nil for any other text.
  init?(_ text: String) {
    var rest = Substring(text)
    var place: PlaceOfLevel?
    if let province = Self.provinces.first(where: { rest.hasPrefix($0) }) {
      rest.removeFirst(province.count)
      place = .province(isMunicipality: province.hasSuffix("市"))
    }
    if let (length, prefecture) = Self.prefecture(of: rest) {
      rest.removeFirst(length)
      place = prefecture
    }
    if !rest.isEmpty {
      guard let county = Self.county(rest) else { return nil }
      place = county
    }
    guard let place else { return nil }
    self = place
  }

  /// A city or a prefecture with which a text begins, and its length.
  private static func prefecture(of text: Substring) -> (length: Int, place: PlaceOfLevel)? {
    if let short = shortPrefectures.first(where: { text.hasPrefix($0 + "州") }) {
      return (short.count + 1, .prefecture)
    }
    for ending in ["自治州", "地区", "盟"] {
      guard let range = text.firstRange(of: ending), isName(text[..<range.lowerBound]) else {
        continue
      }
      return (text[..<range.upperBound].count, .prefecture)
    }
    // 津市市, 沙市区: 市 in the middle of a name is no city's.
    for name in ["津市", "沙市"] where text.hasPrefix(name) {
      guard text.hasPrefix(name + "市") else { return nil }
      return (3, .city)
    }
    guard let mark = text.firstIndex(of: "市"), isName(text[..<mark]) else { return nil }
    return (text[...mark].count, .city)
  }

  private static func county(_ text: Substring) -> PlaceOfLevel? {
    if text == "沙市区" { return .county }
    for ending in ["自治县", "自治旗", "林区", "特区", "县", "旗"] where text.hasSuffix(ending) {
      return isName(text.dropLast(ending.count)) ? .county : nil
    }
    if text.hasSuffix("区") {
      let name = text.dropLast()
      let isNone = noDistricts.contains { name.hasSuffix($0) }
      return isName(name) && !isNone ? .county : nil
    }
    // 常德市津市市: a city below a city is one of county level.
    let name = text.hasSuffix("市") ? text.dropLast() : ""
    return isName(name) || name == "津市" ? .county : nil
  }

  /// Whether a text can be what stands before 县, 市 or 区 in a name.
  private static func isName(_ text: Substring) -> Bool {
    guard (1...14).contains(text.count), text.unicodeScalars.allSatisfy(isHan),
      !text.contains(where: foreign.contains), !joined.contains(where: { text.contains($0) })
    else { return false }
    // 和县 alone is called by such a character.
    guard let first = text.first, leading.contains(first), text != "和" else { return true }
    return leadingNames.contains { text.hasPrefix($0) }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }

  /// Characters that stand in no such name.
  private static let foreign: Set<Character> = Set(
    "省市县区级的是被或及与非未拟暂不没失废撤销消取停荐候预备审评报请待似已等")

  /// Words of levels and of announcements.
  private static let joined = [
    "全国", "国家", "国保", "国宝", "重点", "文物", "文保", "保护", "单位", "公布", "核定", "申遗", "升格", "降为", "改为", "批准",
  ]

  /// Characters with which a name begins in few cases only: 原澧县 was one.
  private static let leading: Set<Character> = Set("原曾前旧现全各本我该某另邻外同两几多数每无为和国州旗盟")
  private static let leadingNames = [
    "原阳", "原平", "原州", "曾都", "前郭", "前进", "前锋", "全州", "全椒", "全南", "本溪", "邻水", "同心", "同仁", "同安",
    "同江", "同德", "两当", "多伦", "无极", "无为", "无棣", "无锡", "和平", "和硕", "和静", "和田", "和龙", "和林格尔", "和政",
    "和布克赛尔", "和顺",
  ]

  /// What stands before 区 in the name of what is no district.
  private static let noDistricts = [
    "开发", "管理", "风景", "名胜", "保护", "自治", "高新", "工业", "园", "景", "社", "库", "街", "校", "厂", "灌", "院",
    "地",
  ]

  private static let shortPrefectures = [
    "延边", "恩施", "湘西", "阿坝", "甘孜", "凉山", "黔西南", "黔东南", "黔南", "楚雄", "红河", "文山", "西双版纳", "大理",
    "德宏", "怒江", "迪庆", "临夏", "甘南", "海北", "黄南", "海南", "果洛", "玉树", "海西", "昌吉", "博尔塔拉", "巴音郭楞",
    "克孜勒苏", "伊犁",
  ]

  private static let provinces =
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
    .split(separator: " ").map { "\($0)省" }
    + ["北京市", "天津市", "上海市", "重庆市"]
    + ["内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"]
}
