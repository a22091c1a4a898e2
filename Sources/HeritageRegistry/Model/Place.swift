public import Geodesy

/// A named place where a tour can begin.
public struct Place: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Vocabulary {
    /// Where people set out: a town.
    case start
    /// Where people arrive by train or coach.
    case station

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "地点种类", en: "kind of place") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .start: Labels(zh: "出发地", en: "Start")
      case .station: Labels(zh: "车站", en: "Station")
      }
    }
  }

  /// A short key: `county-town`.
  public let key: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// A start or a station.
  public let kind: Kind
  /// Where it is.
  public let coordinate: Coordinate
  /// The radius of the circle in which it lies.
  public let accuracy: Length
  /// Who says so.
  public let source: String?

  package init(
    key: String, nameZH: String, nameEN: String? = nil, kind: Kind, coordinate: Coordinate,
    accuracy: Length, source: String? = nil
  ) {
    self.key = key
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.kind = kind
    self.coordinate = coordinate
    self.accuracy = accuracy
    self.source = source
  }
}
