/// How old a relic is, and what is known of it.
extension Field {
  static let periodWords = Field(
    .periodWords, .text, Labels(zh: "年代", en: "Period"),
    Labels(zh: "年代（文字）", en: "the period in words"), example: "新石器时代",
    headers: [
      "时代", "时期", "文物年代", "建造年代", "始建年代", "建筑年代", "年代描述", "朝代", "era", "dynasty",
    ], .text(get: { $0.period.words }, set: { $0.period.words = $1 }))

  static let periodStart = Field(
    .periodStart, .whole(-3_000_000...3000), Labels(zh: "起始年", en: "From year"),
    Labels(zh: "起始年，公元前为负", en: "first year, negative before the common era"), example: "-4500",
    headers: ["起始年份", "开始年", "始年", "年代上限"],
    .whole(get: { $0.period.start }, set: { $0.period.start = $1 }))

  static let periodEnd = Field(
    .periodEnd, .whole(-3_000_000...3000), Labels(zh: "终止年", en: "To year"),
    Labels(zh: "终止年，公元前为负", en: "last year, negative before the common era"), example: "-2000",
    headers: ["终止年份", "结束年", "止年", "年代下限"],
    .whole(get: { $0.period.end }, set: { $0.period.end = $1 }))

  static let cultures = Field(
    .cultures, .list, Labels(zh: "考古学文化", en: "Culture"),
    Labels(zh: "考古学文化，以分号隔开", en: "archaeological cultures"), unit: "a;b",
    example: "大溪文化;屈家岭文化", headers: ["文化类型", "所属文化"],
    .text(
      get: { $0.cultures.isEmpty ? nil : $0.cultures.joined(separator: ";") },
      set: { $0.cultures = $1?.split(separator: ";").map(String.init) ?? [] }),
    value: { .texts($0.site.cultures) })

  static let area = plainArea(
    .area, Labels(zh: "面积(m²)", en: "Area (m²)"), line: Labels(zh: "面积", en: "Area"),
    Labels(zh: "面积", en: "the area"),
    example: "187000", headers: ["面积", "文物面积", "占地面积", "分布面积", "遗址面积", "总面积", "area"])

  static let foundYear = plainYear(
    .foundYear, in: 1...3000, Labels(zh: "发现年", en: "Found"), line: Labels(zh: "发现", en: "Found"),
    Labels(zh: "发现年份", en: "the year it was found"), example: "1979",
    headers: ["发现年份", "发现时间", "发现日期"])

  static let excavated = plainText(
    .excavated, takesFlags: true, Labels(zh: "发掘", en: "Excavated"),
    Labels(zh: "发掘年份，或 yes、no", en: "years of excavation, or yes or no"), example: "1991-2002",
    headers: ["发掘年份", "发掘时间", "发掘情况", "是否发掘"])

  static let condition = plainWord(
    .condition, Condition.self, Labels(zh: "保存状况", en: "Condition"),
    Labels(zh: "保存状况，不详则空", en: "the state of preservation, empty where not known"),
    example: "较好",
    headers: [
      "保存状态", "保存现状", "现状", "保存情况", "现存状况", "现状评估", "保存程度", "完好程度", "state of preservation",
      "preservation",
    ])

  static let state = plainWord(
    .state, RelicState.self, Labels(zh: "存续状态", en: "State"),
    Labels(zh: "消失、迁移、撤销等，现存则空", en: "what has become of it, empty where it exists as before"),
    headers: ["存续情况", "存续现状"])

  static let confidence = plainWord(
    .confidence, Confidence.self, Labels(zh: "可信度", en: "Confidence"),
    Labels(zh: "资料可信度", en: "how far its sources can be trusted"))

  static let summaryZH = plainText(
    .summaryZH, isLong: true, Labels(zh: "简介", en: "Summary (Chinese)"),
    Labels(zh: "简介", en: "a sentence about it, in Chinese"),
    headers: [
      "文物简介", "内容简介", "简要说明", "简况", "概况", "描述", "简介(中文)", "中文简介", "description",
    ])

  static let summaryEN = plainText(
    .summaryEN, isLong: true, Labels(zh: "英文简介", en: "Summary"),
    Labels(zh: "英文简介", en: "a sentence about it, in English"),
    headers: ["简介(英文)", "Summary (English)"])

  static let notes = plainText(
    .notes, isLong: true, Labels(zh: "备注", en: "Notes"),
    Labels(zh: "备注", en: "what a reader should know"),
    headers: ["附注", "note", "remark", "remarks"])

  static let sources = Field(
    .sources, .list, Labels(zh: "文献", en: "Sources"),
    Labels(zh: "所据文献，以分号隔开", en: "sources, in the order in which they are cited"), unit: "a;b",
    headers: ["来源", "出处", "参考文献", "文献出处", "引用来源", "source", "references", "citations"],
    value: { .texts($0.sources) })
}
