public import Geodesy
public import Words

/// One plot (地块) of a file: an area with its holes.
public struct Plot: Hashable, Sendable {
  /// The number or identifier that the file gives it.
  public let number: String?
  /// The name that the file gives it.
  public let name: String?
  /// Text that the file says of it, by key, in the order of the file.
  public let properties: [Property]
  /// The area as it was declared.
  public let declared: DeclaredArea?
  /// The area in the plane of the file's zone.
  public let plane: PlaneArea
  /// The area in longitude and latitude of WGS 84.
  public let shape: MultiPolygon
  /// The line where it begins, or its number among the features.
  public let place: BoundaryNote.Place

  /// A key and a text.
  public struct Property: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The text.
    public let value: String

    /// A key and a text.
    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
  }

  /// The area on the grid, in square metres: what a surveyor declares.
  public var squareMetresOnGrid: Double { plane.squareMetres }
  /// The area on the ellipsoid, in square metres.
  public var squareMetresOnEllipsoid: Double { shape.squareMetresOnEllipsoid }
}

/// The area of a plot as its file declares it.
public struct DeclaredArea: Hashable, Sendable {
  /// As it is written.
  public let text: String
  /// The number.
  public let value: Double
  /// The unit that stands behind it; nil where the file's rule says hectares.
  public let writtenUnit: Unit?
  /// The line, where it stands on one.
  public let place: BoundaryNote.Place
  /// The unit in which it fits the area that was computed; nil where it fits in none.
  public internal(set) var fitting: Unit?

  /// Units of area.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// 公顷.
    case hectares = "ha"
    /// 平方米.
    case squareMetres = "m2"
    /// 亩, a fifteenth of a hectare.
    case mu = "mu"

    /// How many square metres it is.
    public var squareMetres: Double {
      switch self {
      case .hectares: 10_000
      case .squareMetres: 1
      case .mu: 10_000 / 15
      }
    }

    /// In words.
    public var sentence: Sentence {
      switch self {
      case .hectares: Sentence("boundary.hectares")
      case .squareMetres: Sentence("boundary.squareMetres")
      case .mu: Sentence("boundary.mu")
      }
    }
  }

  /// Reads `3.8760`, `3.8760公顷`, `38759.62㎡`; nil for what is no number, or zero.
  init?(_ text: String, at place: BoundaryNote.Place) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value > 0 else { return nil }
    self.text = text
    self.value = value
    self.place = place
    let unit = text.dropFirst(number.count).trimmed.lowercased()
    writtenUnit =
      switch unit {
      case "公顷", "ha", "hm2", "hm²": .hectares
      case "平方米", "平米", "㎡", "m2", "m²": .squareMetres
      case "亩": .mu
      default: nil
      }
    let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    precision = (decimals?.count).map { (0..<$0).reduce(1) { step, _ in step / 10 } } ?? 1
  }

  /// The value of the last digit.
  private let precision: Double

  /// The first unit in which the area is the declared one, to its digits and a thousandth.
  func unit(fitting squareMetres: Double) -> Unit? {
    Unit.allCases.first { unit in
      abs(squareMetres / unit.squareMetres - value) <= precision * 0.501 + value * 0.001
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
