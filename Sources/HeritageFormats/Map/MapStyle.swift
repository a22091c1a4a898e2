import HeritageRegistry

/// The colours and sizes of a map, in pixels.
enum MapStyle {
  static let paper = "#FDFCF8"
  static let ground = "#F7F2E4"
  static let surroundings = "#ECEAE3"
  static let countyEdge = "#8C7B5E"
  static let neighbourEdge = "#C9C3B5"
  static let water = "#9DC0D0"
  static let waterText = "#4F84A0"
  static let ink = "#2E2B26"
  static let muted = "#6B665C"
  static let faint = "#A39D90"
  static let township = "#857C69"
  static let warning = "#A3331F"
  /// Cells of many relics, of whatever level.
  static let density = "#7A2A1C"

  /// Fonts with Chinese characters of common systems, and whatever the reader's system has.
  static let fonts =
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
    + "'WenQuanYi Micro Hei',sans-serif"

  /// The radius of a symbol that stands for a point.
  static let dotRadius = 4.5
  /// The radius of the symbol of a position of unknown accuracy.
  static let unknownRadius = 5.5
  /// Half the length of the cross at the centre of what was asked for.
  static let crossRadius = 9.0
  /// Half the side of the square of a township's seat.
  static let seatRadius = 2.5
  /// Half the side of the cross of a stand-in.
  static let standInRadius = 2.5

  /// The colour of a level; they differ in lightness too, for print without colours.
  static func colour(_ level: ProtectionLevel) -> String {
    switch level {
    case .national: "#A3331F"
    case .provincial: "#B8741A"
    case .municipal: "#6F5B95"
    case .county: "#1F7468"
    case .registered: "#54606B"
    }
  }

  /// How the shape of a zone is drawn.
  static func zone(_ kind: Zone.Kind) -> KeyValuePairs<String, String> {
    switch kind {
    case .protection:
      ["fill": "#A3331F", "fill-opacity": "0.2", "stroke": "#A3331F", "stroke-width": "1.4"]
    case .control:
      [
        "fill": "#B8741A", "fill-opacity": "0.1", "stroke": "#B8741A", "stroke-width": "1.4",
        "stroke-dasharray": "5 3",
      ]
    case .burialArea, .possibleUnderground:
      [
        "fill": "#5B4A8A", "fill-opacity": "0.1", "stroke": "#5B4A8A", "stroke-width": "1.2",
        "stroke-dasharray": "2 2",
      ]
    case .worldHeritageBuffer, .historicArea:
      [
        "fill": "#4F6D3A", "fill-opacity": "0.08", "stroke": "#4F6D3A", "stroke-width": "1.2",
        "stroke-dasharray": "8 3",
      ]
    }
  }

  /// How what was asked for is drawn.
  static let asked: KeyValuePairs<String, String> = [
    "fill": ink, "fill-opacity": "0.05", "stroke": ink, "stroke-width": "1.4",
    "stroke-dasharray": "8 3 2 3",
  ]

  /// The width of a circle's line: the higher the level, the heavier.
  static func lineWidth(_ level: ProtectionLevel) -> Double {
    switch level {
    case .national: 1.8
    case .provincial: 1.5
    case .municipal, .county: 1.2
    case .registered: 1
    }
  }
}
