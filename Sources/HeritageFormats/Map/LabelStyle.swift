import HeritageRegistry

/// How a word on the map looks.
enum LabelStyle: Hashable, Sendable {
  /// The name of a relic.
  case relic(ProtectionLevel)
  /// The letter and number of relics that share a point.
  case shared(ProtectionLevel)
  case township
  case river
  case neighbour

  /// The height of the letters.
  var size: Double {
    switch self {
    case .relic(.national): 14
    case .relic(.provincial): 13
    case .relic: 12
    case .shared: 13
    case .township: 11.5
    case .river: 13
    case .neighbour: 15
    }
  }

  /// From one line to the next.
  var lineHeight: Double { size * 1.15 }

  var isBold: Bool {
    switch self {
    case .relic(.national), .shared: true
    default: false
    }
  }

  var isItalic: Bool { self == .river }

  /// The space added behind every character.
  var spacing: Double { self == .neighbour ? 5 : self == .river ? 3 : 0 }

  var colour: String {
    switch self {
    case .relic(let level), .shared(let level): MapStyle.colour(level)
    case .township: MapStyle.muted
    case .river: MapStyle.waterText
    case .neighbour: MapStyle.faint
    }
  }
}
