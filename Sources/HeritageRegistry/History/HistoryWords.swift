import Geodesy

/// What people call the rows and fields of a history.
public enum HistoryWords {
  /// What a change is about: the field's label where it is a field of relics, else the table and the column.
  public static func label(of change: RowChange) -> Labels {
    if let field = change.field, let labels = fields["\(change.table).\(field)"] { return labels }
    let table = tables[change.table] ?? Labels(zh: change.table, en: change.table)
    guard let field = change.field else { return table }
    let column =
      columns["\(change.table).\(field)"] ?? columns[field] ?? Labels(zh: field, en: field)
    return Labels(zh: "\(table.zh)：\(column.zh)", en: "\(table.en): \(column.en)")
  }

  /// The table that a change is about, as people call it.
  public static func subject(of change: RowChange) -> Labels {
    tables[change.table] ?? Labels(zh: change.table, en: change.table)
  }

  /// Whether a change is about a number by which rows are told apart, which says nothing to a person.
  public static func isKey(_ change: RowChange) -> Bool {
    change.field.map { $0 == "id" || $0.hasSuffix("_id") && $0 != "township_id" } ?? false
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
