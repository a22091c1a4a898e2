public import HeritageRegistry

/// What a column of a survey table holds.
public enum ColumnRole: Hashable, Sendable {
  /// A field of a relic; never `SiteField.position`, which has roles of its own.
  case field(SiteField)
  /// The longitude, or an angle east.
  case longitude
  /// The latitude.
  case latitude
  /// Both values of a coordinate in one cell.
  case coordinate
  /// X of Chinese tables: metres north.
  case northing
  /// Y of Chinese tables: metres east.
  case easting
  /// 统计年代, the coarse period that the form of the fourth survey ticks.
  case statisticalPeriod
  /// From which state of the register an export was made.
  case revision
  /// A number of the row, or a measure that an export has computed: it is nothing to import.
  case computed

  /// Whether the column belongs to a position.
  public var isCoordinate: Bool {
    switch self {
    case .longitude, .latitude, .coordinate, .northing, .easting: true
    default: false
    }
  }

  /// The key by which a map names the role: `name_zh`, `lon`, `position`; nil for what none can name.
  public var key: String? {
    switch self {
    case .field(let field): field.rawValue
    case .longitude: "lon"
    case .latitude: "lat"
    case .coordinate: SiteField.position.rawValue
    case .northing: "x"
    case .easting: "y"
    case .statisticalPeriod, .revision, .computed: nil
    }
  }

  /// The keys that a map can name, in the order of an export.
  public static let keys: [String] = SiteField.allCases.flatMap { field in
    field == .position ? ["lon", "lat", "position", "x", "y"] : [field.rawValue]
  }

  /// Up to three keys that a text may stand for: that of the field which has it for a label, else those that
  /// resemble it, the nearest first.
  ///
  /// - Parameters:
  ///   - text: The text, as it was typed.
  ///   - others: Keys that are known besides.
  public static func keys(like text: String, and others: [String] = []) -> [String] {
    let labelled = SiteField.allCases.filter { field in
      let labels = field.definition.labels
      return labels.zh == text || labels.en.lowercased() == text.lowercased()
    }
    guard labelled.isEmpty else { return labelled.map(\.rawValue) }
    return Nearest.words(to: text, among: keys + others)
  }

  /// The role of a key of a map; nil for a key that is not known.
  public init?(key: String) {
    switch key.lowercased() {
    case "lon": self = .longitude
    case "lat": self = .latitude
    case "x": self = .northing
    case "y": self = .easting
    case SiteField.position.rawValue: self = .coordinate
    case let key:
      guard let field = SiteField(rawValue: key) else { return nil }
      self = .field(field)
    }
  }
}
