import HeritageRegistry

/// What the headers of Chinese and English tables are called: the names of the fields, and of columns that
/// are no field.
///
/// A name is compared as ``HeaderText`` folds it: without spaces, hyphens, underscores and marks, in
/// small letters and half width. The key of an export stands first, its labels after it.
enum HeaderNames {
  /// The role of a folded name.
  static subscript(folded: String) -> ColumnRole? { roles[folded] }

  /// The roles by their names.
  static let names: [(role: ColumnRole, names: [String])] =
    Field.all.map { field in
      (
        field.key == .position ? .coordinate : .field(field.key),
        [field.key.rawValue, field.labels.zh, field.labels.en] + field.headers
      )
    } + others

  private static let others: [(role: ColumnRole, names: [String])] = [
    (.longitude, ["lon", "经度", "Longitude", "东经", "lng", "long"]),
    (.latitude, ["lat", "纬度", "Latitude", "北纬"]),
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
    (.statisticalPeriod, ["统计年代"]),
    (.revision, ["revision", "登记册版本"]),
    (
      .computed,
      [
        "序号", "序", "行号", "顺序号", "no", "No.", "serial", "distance_m", "距离(m)", "Distance (m)",
        "bearing_deg",
        "方位角(°)", "Bearing (°)", "certainty", "确定性", "share", "误差圆占比",
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
