import Geodesy
public import HeritageRegistry

/// The fields of a relic, in the one order that every format keeps.
public enum SiteColumns {
  /// Which fields an answer has.
  public enum Selection: Sendable {
    /// What a table on a terminal shows.
    case brief
    /// Every field.
    case full
  }

  /// The answer that holds the hits.
  ///
  /// - Parameters:
  ///   - hits: The relics.
  ///   - selection: Which fields.
  ///   - measures: Whether distance, bearing and certainty are among them.
  public static func answer(
    _ hits: [SiteHit], _ selection: Selection, _ measures: Measures
  ) -> Answer {
    let fields = fields(selection, measures)
    return Answer(
      columns: fields.map(\.column), rows: hits.map { hit in fields.map { $0.value(hit) } })
  }

  /// A field: its column and how its value is taken from a hit.
  struct Field: Sendable {
    let column: Answer.Column
    let isBrief: Bool
    /// The least that an answer must say for the field to be there.
    let measure: Measures
    let value: @Sendable (SiteHit) -> FieldValue

    init(
      _ key: String, _ zh: String, _ en: String, isNumber: Bool = false, isBrief: Bool = false,
      measure: Measures = .none, _ value: @escaping @Sendable (SiteHit) -> FieldValue
    ) {
      column = Answer.Column(key, zh: zh, en: en, isNumber: isNumber)
      self.isBrief = isBrief
      self.measure = measure
      self.value = value
    }
  }

  /// The fields of a selection.
  static func fields(_ selection: Selection, _ measures: Measures) -> [Field] {
    all.filter { field in
      guard selection == .full || field.isBrief else { return false }
      switch field.measure {
      case .none: return true
      case .certainty: return measures != .none
      case .distance: return measures == .distance
      }
    }
  }

  private static let all: [Field] = [
    Field("code", "编号", "Code", isBrief: true) { .text($0.site.code) },
    Field("name_zh", "名称", "Name (Chinese)", isBrief: true) { .text($0.site.nameZH) },
    Field("name_en", "英文名称", "Name", isBrief: true) { FieldValue($0.site.nameEN) },
    Field("protection_level", "文物级别", "Level", isBrief: true) {
      FieldValue($0.site.level)
    },
    Field("category", "类别", "Category", isBrief: true) {
      FieldValue($0.site.category)
    },
    Field("township", "乡镇", "Township", isBrief: true) { FieldValue($0.site.township) },
    Field("lon", "经度", "Longitude", isNumber: true) {
      FieldValue($0.site.position?.coordinate.longitude, places: 7)
    },
    Field("lat", "纬度", "Latitude", isNumber: true) {
      FieldValue($0.site.position?.coordinate.latitude, places: 7)
    },
    Field("distance_m", "距离(m)", "Distance (m)", isNumber: true, isBrief: true, measure: .distance)
    {
      FieldValue($0.distance?.metres, places: 3)
    },
    Field(
      "bearing_deg", "方位角(°)", "Bearing (°)", isNumber: true, isBrief: true, measure: .distance
    ) { FieldValue($0.bearing, places: 2) },
    Field("coord_accuracy_m", "位置精度(±m)", "Accuracy (± m)", isNumber: true, isBrief: true) {
      FieldValue($0.site.position?.accuracy?.metres, places: 3)
    },
    Field("certainty", "确定性", "Certainty", isBrief: true, measure: .certainty) {
      FieldValue($0.certainty)
    },
    Field("coord_method", "定位方法", "Position by") {
      $0.site.position.map { FieldValue($0.method) }
        ?? .word("none", zh: "无", en: "none")
    },
    Field("coord_source", "坐标来源", "Position from") { FieldValue($0.site.position?.source) },
    Field("coord_verbatim", "坐标原文", "Coordinate as printed") {
      FieldValue($0.site.position?.verbatim)
    },
    Field("coord_system", "坐标原系统", "Declared system") {
      FieldValue($0.site.position?.declaredSystem)
    },
    Field("disclosure", "位置公开", "Disclosure") { FieldValue($0.site.disclosure) },
    Field("subcategory_zh", "细分类别", "Sub-class") { FieldValue($0.site.subcategory) },
    Field("level_basis", "级别依据", "Basis of level") { FieldValue($0.site.levelBasis) },
    Field("period_zh", "年代", "Period") { FieldValue($0.site.period.words) },
    Field("period_start", "起始年", "From year", isNumber: true) {
      FieldValue($0.site.period.start)
    },
    Field("period_end", "终止年", "To year", isNumber: true) { FieldValue($0.site.period.end) },
    Field("culture_zh", "考古学文化", "Culture") {
      $0.site.cultures.isEmpty ? .null : .list($0.site.cultures.map(FieldValue.text))
    },
    Field("village", "村", "Village") { FieldValue($0.site.village) },
    Field("address", "地址", "Address") { FieldValue($0.site.address) },
    Field("area_m2", "面积(m²)", "Area (m²)", isNumber: true) {
      FieldValue($0.site.areaSquareMetres, places: 3)
    },
    Field("found_year", "发现年", "Found", isNumber: true) { FieldValue($0.site.foundYear) },
    Field("excavated", "发掘", "Excavated") { FieldValue($0.site.excavated) },
    Field("provenance", "资料来源", "Provenance") { FieldValue($0.site.provenance) },
    Field("confidence", "可信度", "Confidence") { FieldValue($0.site.confidence) },
    Field("summary_zh", "简介", "Summary (Chinese)") { FieldValue($0.site.summaryZH) },
    Field("summary_en", "英文简介", "Summary") { FieldValue($0.site.summaryEN) },
    Field("notes", "备注", "Notes") { FieldValue($0.site.notes) },
  ]
}
