/// What a relic is and what it is called.
extension Field {
  static let code = Field(
    .code, .text, Labels(zh: "编号", en: "Code"),
    Labels(zh: "本登记册的编号，不重复", en: "the register's own code, unique"), example: "LX-0001",
    headers: [
      "代码", "id", "编码", "档案编号", "档案号", "文物档案编号", "四普档案编号", "登记号", "登记编号", "文物编号", "文物代码", "文物编码",
      "文物登记号", "普查编号", "普查登记号",
      "三普编号", "三普登记号", "四普编号", "四普登记号", "文物点编号", "不可移动文物编号", "不可移动文物代码",
      "不可移动文物登记号", "site code", "site id",
    ],
    isRequired: true, .text(get: { $0.code }, set: { $0.code = $1 ?? "" }))

  static let nameZH = Field(
    .nameZH, .text, Labels(zh: "名称", en: "Name (Chinese)"),
    Labels(zh: "现用名称", en: "the name in use, in Chinese"), example: "城头山遗址",
    headers: [
      "文物名称", "单位名称", "文物单位名称", "文物点名称", "不可移动文物名称", "文物保护单位名称", "文保单位名称",
      "保护单位名称", "中文名称", "中文名", "名称(中文)", "遗址名称", "文物点", "Chinese name",
    ],
    isRequired: true, .text(get: { $0.nameZH }, set: { $0.nameZH = $1 ?? "" }))

  static let nameEN = plainText(
    .nameEN, Labels(zh: "英文名称", en: "Name"), Labels(zh: "英文名称", en: "the name in English"),
    example: "Chengtoushan site",
    headers: ["英文名", "名称(英文)", "English name", "Name (English)"])

  static let formerNames = Field(
    .formerNames, .list, Labels(zh: "曾用名", en: "Former names"),
    Labels(zh: "曾用名，以分号隔开", en: "names in use before"), unit: "a;b", example: "城头山古城遗址",
    headers: ["旧称", "曾用名称", "旧名", "原名", "原名称", "former name"],
    value: { .texts($0.names(.former)) })

  static let aliases = Field(
    .aliases, .list, Labels(zh: "别名", en: "Other names"),
    Labels(zh: "并用的别名，以分号隔开", en: "names in use beside it"), unit: "a;b",
    headers: ["别称", "俗称", "又名", "其他名称", "其它名称", "alias"], value: { .texts($0.names(.alias)) })

  static let category = Field(
    .category, .word(WordSet(Category.self)), Labels(zh: "类别", en: "Category"),
    Labels(
      zh: "普查的六个类别，不详则空", en: "one of the six classes of the surveys, empty where not known"),
    example: "古文化遗址",
    headers: ["文物类别", "类型", "文物类型", "所属类别", "遗存类型", "类别名称", "大类", "类别(大类)", "分类", "class", "type"],
    .word({ $0.category }, { $0.category = $1 }))

  static let subcategory = plainText(
    .subcategory, Labels(zh: "细分类别", en: "Sub-class"),
    Labels(zh: "细分类别", en: "the sub-class, in Chinese"), example: "城址",
    headers: [
      "小类", "类别(细分)", "类别(小类)", "类别(子类)", "细分类", "子类", "子类别", "二级类别", "文物子类", "亚类", "类别细分",
      "subcategory",
    ])

  static let level = Field(
    .level, .word(WordSet(ProtectionLevel.self)), Labels(zh: "文物级别", en: "Level"),
    Labels(zh: "保护级别", en: "how it is protected"), example: "全国重点文物保护单位",
    headers: [
      "保护级别", "级别", "文物保护级别", "保护等级", "文物等级", "等级", "单位级别", "公布级别", "保护单位级别",
      "文物保护单位级别", "定级情况",
    ],
    isRequired: true, .word({ $0.level }, { if let level = $1 { $0.level = level } }))

  static let levelBasis = Field(
    .levelBasis, .word(WordSet(LevelBasis.self)), Labels(zh: "级别依据", en: "Basis of level"),
    Labels(zh: "级别依据", en: "what the level rests on"), isRequired: true,
    .word({ $0.levelBasis }, { if let basis = $1 { $0.levelBasis = basis } }))

  static let provenance = Field(
    .provenance, .word(WordSet(Provenance.self)), Labels(zh: "资料来源", en: "Provenance"),
    Labels(zh: "本行资料来自何处", en: "where the row comes from"), isRequired: true,
    .word({ $0.provenance }, { if let provenance = $1 { $0.provenance = provenance } }))
}
