import Geodesy
import Tables

/// Where a relic is, and what of that the public may see.
extension Field {
  static let township = Field(
    .township, .text, Labels(zh: "乡镇", en: "Township"),
    Labels(zh: "所在乡镇或街道", en: "the township or subdistrict"), example: "城头山镇",
    headers: [
      "所在乡镇", "所属乡镇", "乡镇名称", "乡镇街道", "乡镇(街道)", "所在乡镇(街道)", "乡(镇)", "乡(镇、街道)",
      "乡镇、街道", "镇街", "镇(街道)", "所在镇", "所在镇街", "镇", "town",
    ],
    column: .township, .text(get: { $0.township }, set: { $0.township = $1 }))

  static let village = Field(
    .village, .text, Labels(zh: "村", en: "Village"), Labels(zh: "所在村", en: "the village"),
    example: "城头山村",
    headers: [
      "村名", "所在村", "所属村", "行政村", "村(社区)", "村社区", "村、社区", "所在村(社区)", "村居", "村(居)",
      "村(居委会)",
    ],
    concealment: .whenWithheld, column: .exact("village"),
    .text(get: { $0.village }, set: { $0.village = $1 }))

  static let address = Field(
    .address, .text, Labels(zh: "地址", en: "Address"), Labels(zh: "地址", en: "the address"),
    headers: [
      "地址及位置", "详细地址", "所在地", "地点", "位置", "地理位置", "坐落", "坐落地点", "所在位置", "具体位置", "文物地址",
      "location",
    ],
    concealment: .unlessOpen, column: .exact("address"),
    .text(get: { $0.address }, set: { $0.address = $1 }))

  /// Its two columns are described where they are made, for their names tell the datum.
  static let position = Field(
    .position, .position, Labels(zh: "坐标", en: "Position"),
    Labels(zh: "经度和纬度，WGS 84", en: "longitude and latitude, WGS 84"), unit: "°",
    headers: [
      "地理坐标", "中心点坐标", "中心坐标", "经纬度", "经纬度坐标", "坐标(经纬度)", "gps", "gps坐标", "测点坐标", "坐标位置",
      "coordinate", "coordinates", "lon lat", "lat lon",
    ], concealment: .unlessOpen, column: .exact("geom"),
    value: { FieldValue($0.site.position.map { text($0.coordinate) }) })

  /// Longitude and latitude with seven decimals, a comma between them.
  static func text(_ coordinate: Coordinate) -> String {
    DecimalText.string(coordinate.longitude, places: 7) + ", "
      + DecimalText.string(coordinate.latitude, places: 7)
  }

  static let accuracy = Field(
    .accuracy, .number(places: 3), Labels(zh: "位置精度(±m)", en: "Accuracy (± m)"),
    Labels(zh: "位置误差圆的半径，不详则空", en: "radius of the circle in which it lies, empty where not known"),
    unit: "m", example: "300", headers: ["位置精度", "坐标精度", "定位精度", "精度", "accuracy"],
    concealment: .unlessOpen, column: .exact("coord_accuracy_m"),
    .number(
      get: { $0.position?.accuracy?.metres },
      set: { $0.position?.accuracy = $1.map(Length.metres) }))

  package static let method = Field(
    .method, .word(WordSet(PositionMethod.self).with(.none)),
    Labels(zh: "定位方法", en: "Position by"), Labels(zh: "位置如何得来", en: "how the position was found"),
    headers: ["测量方法", "定位方式", "坐标获取方式"], concealment: .unlessOpen,
    column: .exact("coord_method"), isRequired: true,
    .word({ $0.position?.method }, { if let method = $1 { $0.position?.method = method } }),
    value: { $0.site.position.map { FieldValue($0.method) } ?? WordSet.Word.none.value })

  static let positionSource = Field(
    .positionSource, .text, Labels(zh: "坐标来源", en: "Position from"),
    Labels(zh: "坐标出处", en: "who says where it is"), concealment: .unlessOpen,
    column: .exact("coord_source"),
    .text(get: { $0.position?.source }, set: { $0.position?.source = $1 }))

  static let verbatim = Field(
    .verbatim, .text, Labels(zh: "坐标原文", en: "Coordinate as printed"),
    Labels(zh: "坐标原文", en: "the coordinate as its source prints it"),
    example: "29°41′30″N 111°39′20″E", concealment: .unlessOpen, column: .exact("coord_verbatim"),
    .text(get: { $0.position?.verbatim }, set: { $0.position?.verbatim = $1 }))

  static let declaredSystem = Field(
    .declaredSystem, .text, Labels(zh: "坐标原系统", en: "Declared system"),
    Labels(zh: "坐标原文的坐标系", en: "the system that the source declares"), example: "WGS 84",
    headers: ["坐标系", "坐标系统", "坐标基准", "大地基准", "坐标系名称", "datum", "crs"],
    concealment: .unlessOpen, column: .exact("coord_system"),
    .text(get: { $0.position?.declaredSystem }, set: { $0.position?.declaredSystem = $1 }))

  static let disclosure = Field(
    .disclosure, .word(WordSet(Disclosure.self)), Labels(zh: "位置公开", en: "Disclosure"),
    Labels(zh: "位置对公众公开的程度", en: "how much of the position the public may see"),
    headers: ["公开程度"], isRequired: true,
    .word({ $0.disclosure }, { if let disclosure = $1 { $0.disclosure = disclosure } }))
}

extension WordSet.Word {
  /// How a position was found that there is not.
  package static let none = WordSet.Word(
    code: "none", labels: Labels(zh: "无", en: "none"), shortLabels: Labels(zh: "无", en: "none"),
    spellings: [])
}
