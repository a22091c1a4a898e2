import HeritageRegistry

/// The collections of a register.
extension FeatureCollection {
  static let all = [sites, designations, zones, townships, groups, intangible]

  static let sites = FeatureCollection(
    name: "sites",
    title: Labels(zh: "不可移动文物", en: "Immovable cultural relics"),
    summary: Labels(
      zh: "每处文物点一个要素，位置附精度和来源。位置按公开规定概略或不公开的，要素没有精确坐标；没有位置的文物点不出现在按范围（bbox）查询的结果里。",
      en:
        "One feature a relic, each position with its accuracy and its source. Where disclosure says so the "
        + "position is generalised or absent; a relic without a position is not in the answer to a bbox."
    ),
    geometryFormat: "geometry-point", properties: Field.all.compactMap(FeatureProperty.init),
    sortable: ["code", "name_zh", "protection_level"], list: nil)

  static let designations = FeatureCollection(
    name: "designations",
    title: Labels(zh: "文物保护单位公布", en: "Announcements of protected units"),
    summary: Labels(
      zh: "每次公布一个要素，位于其文物点。", en: "One feature an announcement, at the place of its relic."),
    geometryFormat: "geometry-point", properties: DesignationFeature.properties,
    list: DesignationFeature.all)

  static let zones = FeatureCollection(
    name: "zones", title: Labels(zh: "保护区划", en: "Protection and construction-control zones"),
    summary: Labels(
      zh: "现行且有图形的区划。只有文字、没有图形的区划不在此列：这里没有，不等于没有区划。",
      en:
        "Zones in force that have a shape. A zone in words alone is not here: its absence is no clearance."
    ),
    geometryFormat: "geometry-multipolygon", properties: ZoneFeature.properties,
    list: ZoneFeature.all)

  static let townships = FeatureCollection(
    name: "townships", title: Labels(zh: "乡镇街道", en: "Townships"),
    summary: Labels(zh: "乡镇街道驻地。", en: "The seats of townships."),
    geometryFormat: "geometry-point", properties: TownshipFeature.properties,
    list: TownshipFeature.all)

  static let groups = FeatureCollection(
    name: "groups", title: Labels(zh: "遗址群", en: "Groups of relics"),
    summary: Labels(zh: "遗址群，无图形。", en: "Groups of relics, without a shape."),
    geometryFormat: nil, properties: GroupFeature.properties, list: GroupFeature.all)

  static let intangible = FeatureCollection(
    name: "intangible", title: Labels(zh: "非物质文化遗产", en: "Intangible heritage"),
    summary: Labels(
      zh: "非物质文化遗产项目，无图形。", en: "Items of intangible heritage, without a shape."),
    geometryFormat: nil, properties: IntangibleFeature.properties, list: IntangibleFeature.all)
}
