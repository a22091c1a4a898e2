import HeritageRegistry

/// What the headers of Chinese and English tables are called: the one table of synonyms.
///
/// A name is compared as ``HeaderText`` folds it: without spaces, hyphens, underscores and marks, in
/// small letters and half width. The keys of an export stand first, its labels after them.
enum HeaderNames {
  /// The role of a folded name.
  static subscript(folded: String) -> ColumnRole? { roles[folded] }

  /// The roles by their names.
  static let names: [(role: ColumnRole, names: [String])] = [
    (
      .field(.code),
      [
        "code", "编号", "代码", "id", "编码", "登记号", "登记编号", "文物编号", "文物代码", "文物编码", "文物登记号",
        "普查编号", "普查登记号", "三普编号", "三普登记号", "四普编号", "四普登记号", "文物点编号", "不可移动文物编号",
        "不可移动文物代码", "不可移动文物登记号", "site code", "site id",
      ]
    ),
    (
      .field(.nameZH),
      [
        "name_zh", "名称", "Name (Chinese)", "文物名称", "单位名称", "文物单位名称", "文物点名称", "不可移动文物名称",
        "文物保护单位名称", "文保单位名称", "保护单位名称", "中文名称", "中文名", "名称(中文)", "遗址名称", "文物点",
        "Chinese name",
      ]
    ),
    (
      .field(.nameEN),
      ["name_en", "英文名称", "Name", "英文名", "名称(英文)", "English name", "Name (English)"]
    ),
    (
      .field(.level),
      [
        "protection_level", "文物级别", "Level", "保护级别", "级别", "文物保护级别", "保护等级", "文物等级", "等级", "单位级别",
        "公布级别", "保护单位级别", "文物保护单位级别", "定级情况",
      ]
    ),
    (
      .field(.category),
      [
        "category", "类别", "文物类别", "类型", "文物类型", "所属类别", "遗存类型", "类别名称", "大类", "分类", "class",
        "type",
      ]
    ),
    (
      .field(.subcategory),
      [
        "subcategory_zh", "细分类别", "Sub-class", "小类", "子类", "子类别", "二级类别", "文物子类", "亚类", "类别细分",
        "subcategory",
      ]
    ),
    (
      .field(.township),
      [
        "township", "乡镇", "所在乡镇", "所属乡镇", "乡镇名称", "乡镇街道", "乡镇(街道)", "所在乡镇(街道)", "乡(镇)",
        "乡(镇、街道)", "乡镇、街道", "镇街", "镇(街道)", "所在镇", "所在镇街", "镇", "town",
      ]
    ),
    (
      .field(.village),
      [
        "village", "村", "村名", "所在村", "所属村", "行政村", "村(社区)", "村社区", "村、社区", "所在村(社区)", "村居",
        "村(居)", "村(居委会)",
      ]
    ),
    (
      .field(.address),
      [
        "address", "地址", "地址及位置", "详细地址", "所在地", "地点", "位置", "地理位置", "坐落", "坐落地点", "所在位置",
        "具体位置", "文物地址", "location",
      ]
    ),
    (.longitude, ["lon", "经度", "Longitude", "东经", "lng", "long"]),
    (.latitude, ["lat", "纬度", "Latitude", "北纬"]),
    (
      .coordinate,
      [
        "position", "坐标", "地理坐标", "中心点坐标", "中心坐标", "经纬度", "经纬度坐标", "坐标(经纬度)", "gps", "gps坐标",
        "测点坐标", "坐标位置", "coordinate", "coordinates", "lon lat", "lat lon",
      ]
    ),
    (
      .northing,
      [
        "x", "x坐标", "坐标x", "北坐标", "纵坐标", "纵坐标x", "x(北)", "x(m)", "northing", "X, north (m)",
      ]
    ),
    (
      .easting,
      [
        "y", "y坐标", "坐标y", "东坐标", "横坐标", "横坐标y", "y(东)", "y(m)", "easting", "Y, east with zone (m)",
      ]
    ),
    (
      .field(.accuracy),
      [
        "coord_accuracy_m", "位置精度(±m)", "Accuracy (± m)", "位置精度", "坐标精度", "定位精度", "精度", "accuracy",
      ]
    ),
    (
      .field(.method),
      [
        "coord_method", "定位方法", "Position by", "测量方法", "定位方式", "坐标获取方式",
      ]
    ),
    (.field(.positionSource), ["coord_source", "坐标来源", "Position from"]),
    (.field(.verbatim), ["coord_verbatim", "坐标原文", "Coordinate as printed"]),
    (
      .field(.declaredSystem),
      [
        "coord_system", "坐标原系统", "Declared system", "坐标系", "坐标系统", "坐标基准", "大地基准", "坐标系名称", "datum",
        "crs",
      ]
    ),
    (.field(.disclosure), ["disclosure", "位置公开", "公开程度"]),
    (.field(.levelBasis), ["level_basis", "级别依据", "Basis of level"]),
    (
      .field(.periodWords),
      [
        "period_zh", "年代", "Period", "时代", "时期", "文物年代", "建造年代", "始建年代", "建筑年代", "年代描述", "朝代",
        "era", "dynasty",
      ]
    ),
    (.statisticalPeriod, ["统计年代"]),
    (.field(.periodStart), ["period_start", "起始年", "From year", "起始年份", "开始年", "始年", "年代上限"]),
    (.field(.periodEnd), ["period_end", "终止年", "To year", "终止年份", "结束年", "止年", "年代下限"]),
    (.field(.cultures), ["culture_zh", "考古学文化", "Culture", "文化类型", "所属文化"]),
    (
      .field(.area),
      [
        "area_m2", "面积(m²)", "Area (m²)", "面积", "文物面积", "占地面积", "分布面积", "遗址面积", "area",
      ]
    ),
    (.field(.foundYear), ["found_year", "发现年", "Found", "发现年份", "发现时间", "发现日期"]),
    (.field(.excavated), ["excavated", "发掘", "发掘年份", "发掘时间", "发掘情况", "是否发掘"]),
    (.field(.provenance), ["provenance", "资料来源"]),
    (.field(.confidence), ["confidence", "可信度"]),
    (
      .field(.summaryZH),
      [
        "summary_zh", "简介", "Summary (Chinese)", "文物简介", "内容简介", "简要说明", "简况", "概况", "描述",
        "简介(中文)", "中文简介", "description",
      ]
    ),
    (.field(.summaryEN), ["summary_en", "英文简介", "Summary", "简介(英文)", "Summary (English)"]),
    (.field(.notes), ["notes", "备注", "附注", "note", "remark", "remarks"]),
    (
      .field(.formerNames), ["former_names", "曾用名", "旧称", "曾用名称", "旧名", "原名", "原名称", "former name"]
    ),
    (
      .field(.aliases), ["aliases", "别名", "别称", "俗称", "又名", "其他名称", "其它名称", "alias", "other names"]
    ),
    (.field(.batch), ["batch", "批次", "公布批次", "所属批次", "公布批号"]),
    (
      .field(.batchYear),
      [
        "batch_year", "公布年份", "公布时间", "公布日期", "公布年度", "公布年", "核定公布时间", "year announced",
        "announced",
      ]
    ),
    (.field(.officialCode), ["official_code", "公布编号", "官方编号", "国保编号", "文保单位编号", "文物保护单位编号"]),
    (
      .field(.designationSource),
      [
        "designation_source", "公布依据", "公布文件", "公布文号", "文号", "批准文号",
      ]
    ),
    (.field(.formerDesignations), ["former_designations", "曾公布", "历次公布", "former designations"]),
    (
      .field(.sources),
      [
        "sources", "来源", "出处", "参考文献", "文献出处", "引用来源", "source", "references", "citations",
      ]
    ),
    (
      .computed,
      [
        "序号", "序", "行号", "顺序号", "no", "No.", "serial", "distance_m", "距离(m)", "Distance (m)",
        "bearing_deg",
        "方位角(°)", "Bearing (°)", "certainty", "确定性",
      ]
    ),
  ]

  /// All names as a person writes them, for suggestions.
  static let spellings: [String] = names.flatMap(\.names)

  private static let roles: [String: ColumnRole] = {
    var roles: [String: ColumnRole] = [:]
    for (role, names) in names {
      for name in names where roles[HeaderText.fold(name)] == nil {
        roles[HeaderText.fold(name)] = role
      }
    }
    return roles
  }()
}
