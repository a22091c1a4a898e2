/// The announcement of a relic as a protected unit (文物保护单位).
public struct Designation: Hashable, Sendable {
  /// Whether the designation still stands.
  public enum Standing: String, Vocabulary {
    /// It stands.
    case present
    /// A higher one took its place.
    case former

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "公布状态", en: "standing") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .present: Labels(zh: "现", en: "present")
      case .former: Labels(zh: "曾", en: "former")
      }
    }
  }

  /// The level announced.
  public let level: ProtectionLevel
  /// The batch, in Chinese: 第七批.
  public let batch: String?
  /// The year of the announcement.
  public let year: Int?
  /// The code in the official list.
  public let officialCode: String?
  /// Present or former.
  public let standing: Standing
  /// Who says so.
  public let source: String

  package init(
    level: ProtectionLevel, batch: String? = nil, year: Int? = nil, officialCode: String? = nil,
    standing: Standing, source: String
  ) {
    self.level = level
    self.batch = batch
    self.year = year
    self.officialCode = officialCode
    self.standing = standing
    self.source = source
  }
}
