/// The Traditional characters of the words that tables are made of, for tables that are kept in them.
///
/// Names of relics are not converted: the characters are those of headers, levels, classes, periods and
/// units alone.
/// Source: OpenCC's table of characters, for those of the words in this module.
enum TraditionalForms {
  /// The text in Simplified characters.
  static func simplified(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }),
      text.unicodeScalars.contains(where: { table[$0] != nil })
    else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { table[$0] ?? $0 }))
  }

  private static let table = Dictionary(
    zip(traditional.unicodeScalars, simplified.unicodeScalars),
    uniquingKeysWith: { first, _ in first })

  private static let traditional =
    "萬與業東兩個箇豐為爲樂鄉書亞畝會傳體關內軍況準齣劉別彆製辦動區醫韆華單佔衛厤曆歷縣參蔘發髮檯臺颱葉號閤衕後啓啟吳週鹹園圍"
    + "國圖場墰壇壜罈罎垻壩處備頭孫學審宮傢寢屬巖佈帶慶廟開噹當唸總戰護據敎數旂無舊時晉暫機來構査標覈橋樑樓橫漢沒註測點獻現畫畵"
    + "療礦碼確禎離鞦積稱窯築簡類係繫纍約級紀緯縱細終經結統緒編羣騰範獲穫懞濛矇錶觀計訊記設詳說説貴貿資遼進跡蹟選遺裏裡舖鋪鎭鎮"
    + "間閣闕陳彫琱鵰麪麫麵頃項順風舘館駐驛齊銷擬報薦廢"
  private static let simplified =
    "万与业东两个个丰为为乐乡书亚亩会传体关内军况准出刘别别制办动区医千华单占卫历历历县参参发发台台台叶号合同后启启吴周咸园围"
    + "国图场坛坛坛坛坛坝坝处备头孙学审宫家寝属岩布带庆庙开当当念总战护据教数旗无旧时晋暂机来构查标核桥梁楼横汉没注测点献现画画"
    + "疗矿码确祯离秋积称窑筑简类系系累约级纪纬纵细终经结统绪编群腾范获获蒙蒙蒙表观计讯记设详说说贵贸资辽进迹迹选遗里里铺铺镇镇"
    + "间阁阙陈雕雕雕面面面顷项顺风馆馆驻驿齐销拟报荐废"
}
