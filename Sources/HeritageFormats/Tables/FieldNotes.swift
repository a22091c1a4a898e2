import HeritageRegistry

/// What a field means, for the reader of a file that has left the program.
struct FieldNote: Sendable {
  /// A word of a fixed list.
  struct Word: Sendable {
    let code: String
    let labels: Labels
  }

  /// What it means, in Chinese.
  let zh: String
  /// What it means, in English.
  let en: String
  /// The unit of its numbers, or the form of its text; empty where it has none.
  let unit: String
  /// An example; empty where the meaning says enough.
  let example: String
  /// The words that it can be; none where it is free.
  let words: [Word]

  func meaning(in language: Language) -> String { language == .zh ? zh : en }
}

/// The notes of all fields.
enum FieldNotes {
  /// The note of a field, by its key; an empty one for a key without a note.
  static func note(_ key: String) -> FieldNote {
    if let note = all[key] { return note }
    guard let prefix = ["lon_", "lat_", "x_gk3_", "y_gk3_"].first(where: key.hasPrefix),
      let note = all[prefix]
    else { return FieldNote(zh: "", en: "", unit: "", example: "", words: []) }
    return note
  }

  private static func note(
    _ zh: String, _ en: String, _ unit: String = "", example: String = "",
    words: [FieldNote.Word] = []
  ) -> FieldNote {
    FieldNote(zh: zh, en: en, unit: unit, example: example, words: words)
  }

  private static func words<Word: Vocabulary>(_ type: Word.Type) -> [FieldNote.Word] {
    Word.allCases.map { FieldNote.Word(code: $0.rawValue, labels: $0.labels) }
  }

  private static let list = "a;b"
  private static let all: [String: FieldNote] = [
    "code": note("本登记册的编号，不重复", "the register's own code, unique", example: "LX-0001"),
    "name_zh": note("现用名称", "the name in use, in Chinese", example: "城头山遗址"),
    "name_en": note("英文名称", "the name in English", example: "Chengtoushan site"),
    "protection_level": note(
      "保护级别", "how it is protected", example: "全国重点文物保护单位",
      words: words(ProtectionLevel.self)),
    "category": note(
      "普查的六个类别，不详则空", "one of the six classes of the surveys, empty where not known",
      example: "古文化遗址", words: words(Category.self)),
    "township": note("所在乡镇或街道", "the township or subdistrict", example: "城头山镇"),
    "lon": note("经度，WGS 84", "longitude, WGS 84", "°", example: "111.65556"),
    "lat": note("纬度，WGS 84", "latitude, WGS 84", "°", example: "29.69167"),
    "lon_": note("经度，列名所示坐标系", "longitude in the datum that the key names", "°"),
    "lat_": note("纬度，列名所示坐标系", "latitude in the datum that the key names", "°"),
    "x_gk3_": note("纵坐标X，CGCS2000三度带", "northing X in the 3-degree zone of CGCS2000", "m"),
    "y_gk3_": note(
      "横坐标Y（含带号），CGCS2000三度带", "easting Y with the zone's number, CGCS2000", "m"),
    "distance_m": note("距所问地点的距离", "distance from the place that was asked for", "m"),
    "bearing_deg": note("从所问地点看的方位角", "bearing from the place that was asked for", "°"),
    "coord_accuracy_m": note(
      "位置误差圆的半径，不详则空", "radius of the circle in which it lies, empty where not known", "m",
      example: "300"),
    "certainty": note(
      "是否确在所问范围内", "whether it surely lies in the area that was asked for",
      words: words(Certainty.self)),
    "coord_method": note(
      "位置如何得来", "how the position was found",
      words: words(PositionMethod.self) + [.init(code: "none", labels: Labels(zh: "无", en: "none"))]
    ),
    "coord_source": note("坐标出处", "who says where it is"),
    "coord_verbatim": note(
      "坐标原文", "the coordinate as its source prints it", example: "29°41′30″N 111°39′20″E"),
    "coord_system": note("坐标原文的坐标系", "the system that the source declares", example: "WGS 84"),
    "disclosure": note(
      "位置对公众公开的程度", "how much of the position the public may see",
      words: words(Disclosure.self)),
    "subcategory_zh": note("细分类别", "the sub-class, in Chinese", example: "城址"),
    "level_basis": note("级别依据", "what the level rests on", words: words(LevelBasis.self)),
    "period_zh": note("年代（文字）", "the period in words", example: "新石器时代"),
    "period_start": note(
      "起始年，公元前为负", "first year, negative before the common era", example: "-4500"),
    "period_end": note("终止年，公元前为负", "last year, negative before the common era", example: "-2000"),
    "culture_zh": note("考古学文化，以分号隔开", "archaeological cultures", list, example: "大溪文化;屈家岭文化"),
    "village": note("所在村", "the village", example: "城头山村"),
    "address": note("地址", "the address"),
    "area_m2": note("面积", "the area", "m²", example: "187000"),
    "found_year": note("发现年份", "the year it was found", example: "1979"),
    "excavated": note("发掘年份，或 yes、no", "years of excavation, or yes or no", example: "1991-2002"),
    "provenance": note("本行资料来自何处", "where the row comes from", words: words(Provenance.self)),
    "confidence": note(
      "资料可信度", "how far its sources can be trusted", words: words(Confidence.self)),
    "summary_zh": note("简介", "a sentence about it, in Chinese"),
    "summary_en": note("英文简介", "a sentence about it, in English"),
    "notes": note("备注", "what a reader should know"),
    "former_names": note("曾用名，以分号隔开", "names in use before", list, example: "城头山古城遗址"),
    "aliases": note("并用的别名，以分号隔开", "names in use beside it", list),
    "batch": note("现级别的公布批次", "the batch of the designation that stands", example: "第四批"),
    "batch_year": note("现级别的公布年份", "the year of the designation that stands", example: "1996"),
    "official_code": note("公布名录中的编号", "the code in the official list", example: "4-0017"),
    "designation_source": note("现级别见于何处", "who says that it is designated"),
    "former_designations": note(
      "此前公布的级别（JSON）", "designations that a higher one has replaced", "JSON"),
    "sources": note("所据文献，以分号隔开", "sources, in the order in which they are cited", list),
  ]
}
