import Geodesy

/// What people call the rows and fields of a history.
public enum HistoryWords {
  /// What a change is about: the field's label where it is a field of relics, else the table and the column.
  public static func label(of change: RowChange) -> Labels {
    if let field = change.field, let labels = fields["\(change.table).\(field)"] { return labels }
    let table = tables[change.table] ?? Labels(zh: change.table, en: change.table)
    guard let field = change.field else { return table }
    return Labels(zh: "\(table.zh) \(field)", en: "\(table.en) \(field)")
  }

  /// The key of the field of relics that a change is about; nil for none.
  static func field(of change: RowChange) -> SiteField? {
    if let column = change.field,
      let field = Field.stored.first(where: { field in
        switch field.column {
        case .site(let name)?: change.table == "site" && name == column
        case .exact(let name)?:
          name == column && (change.table == "site" || change.table == "exact_position")
        case .township?: change.table == "site" && column == "township_id"
        case nil: false
        }
      })
    {
      return field.key
    }
    return others[change.table]?[change.field ?? ""] ?? others[change.table]?[""]
  }

  private static let others: [String: [String: SiteField]] = [
    "site_name": ["": .formerNames],
    "designation": [
      "": .batch, "year": .batchYear, "official_code": .officialCode, "source": .designationSource,
    ],
    "site_source": ["": .sources],
    "visit": [
      "": .access, "ticket_cny": .ticket, "duration_min": .visitMinutes,
    ],
    "opening": ["": .openingHours], "opening_exception": ["": .openingHours],
  ]

  private static let fields: [String: Labels] = {
    var labels: [String: Labels] = [:]
    for field in Field.stored {
      switch field.column {
      case .site(let name)?: labels["site.\(name)"] = field.labels
      case .exact(let name)?:
        labels["site.\(name)"] = field.labels
        labels["exact_position.\(name)"] = field.labels
      case .township?: labels["site.township_id"] = field.labels
      case nil: break
      }
    }
    for (column, key) in [
      ("access", SiteField.access), ("ticket_cny", .ticket), ("duration_min", .visitMinutes),
    ] {
      labels["visit.\(column)"] = key.definition.labels
    }
    return labels
  }()

  private static let tables: [String: Labels] = [
    "site": Labels(zh: "文物", en: "relic"),
    "exact_position": Labels(zh: "精确位置", en: "exact position"),
    "site_name": Labels(zh: "其他名称", en: "other name"),
    "name_reading": Labels(zh: "读音", en: "reading of a name"),
    "designation": Labels(zh: "公布", en: "designation"),
    "site_source": Labels(zh: "引用文献", en: "citation"),
    "source": Labels(zh: "文献", en: "source"),
    "site_group": Labels(zh: "遗址群", en: "group"),
    "group_member": Labels(zh: "遗址群成员", en: "member of a group"),
    "zone": Labels(zh: "保护区划", en: "zone"),
    "exact_zone": Labels(zh: "不公开的区划", en: "withheld zone"),
    "visit": Labels(zh: "参观", en: "visit"),
    "opening": Labels(zh: "开放时间", en: "opening hours"),
    "opening_exception": Labels(zh: "开放时间例外", en: "exception of the opening hours"),
    "lifecycle": Labels(zh: "存续变动", en: "change of state"),
    "succession": Labels(zh: "合并与拆分", en: "merger or split"),
    "attachment": Labels(zh: "附件", en: "attachment"),
    "township": Labels(zh: "乡镇", en: "township"),
    "former_township": Labels(zh: "原乡镇", en: "former township"),
    "intangible": Labels(zh: "非遗", en: "intangible heritage"),
    "outline": Labels(zh: "界线", en: "outline"),
    "river": Labels(zh: "河流", en: "river"),
    "place": Labels(zh: "地点", en: "place"),
    "registry": Labels(zh: "登记册", en: "register"),
    "official_count": Labels(zh: "官方数字", en: "official number"),
  ]
}

extension StoredValue {
  /// A shape as people read it: a point as longitude and latitude, an area by its number of corners; nil for
  /// bytes that are no shape.
  public var shapeText: String? {
    guard case .blob(let bytes) = self else { return nil }
    return bytes.withUnsafeBytes { raw in
      if let point = try? SpatiaLiteBlob.point(in: raw) { return Field.text(point) }
      if let area = try? SpatiaLiteBlob.area(in: raw) {
        let corners = area.polygons.flatMap(\.rings).map { $0.positions.count - 1 }.reduce(0, +)
        return "MULTIPOLYGON (\(corners))"
      }
      return "BLOB (\(bytes.count))"
    }
  }
}
