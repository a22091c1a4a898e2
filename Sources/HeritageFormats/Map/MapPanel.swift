import Geodesy
import HeritageRegistry

/// What stands beside the map: the legend, the relics that share a position, and remarks.
struct MapPanel: Sendable {
  /// What stands before the words of the legend.
  enum Symbol: Hashable, Sendable {
    case level(ProtectionLevel)
    case mark(SiteMark.Symbol)
    case shared
    case township
    case river
    case county
  }

  /// A line of the panel.
  enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of the legend; without a symbol it goes on from the line above.
    case entry(Symbol?, String)
    case place(String, level: ProtectionLevel)
    case site(String, accuracy: String, level: ProtectionLevel)
    case note(String)
    case gap

    /// The room it takes downwards, in pixels.
    var height: Double {
      switch self {
      case .heading: 24
      case .gap: 14
      case .place: 21
      case .site: 16.5
      case .note: 16
      case .entry(.some, _): 20
      case .entry(nil, _): 17
      }
    }
  }

  let rows: [Row]

  static let width = 276.0
  static let textSize = 12.0
  static let smallSize = 11.5
  /// Where the words of the legend begin, behind the symbols.
  static let indent = 32.0
  /// No position lists more names than this, and no map more positions.
  private static let mostNames = 12
  private static let mostPlaces = 24

  var height: Double { rows.reduce(0) { $0 + $1.height } }

  init(_ scene: MapScene, _ map: MapContents, _ words: MapWords, omitted: Int) {
    rows =
      Self.legend(scene, map, words) + Self.places(map, words)
      + Self.remarks(map, words, omitted: omitted)
  }

  private static func legend(_ scene: MapScene, _ map: MapContents, _ words: MapWords) -> [Row] {
    var entries: [(Symbol, String)] = []
    let drawn = map.marks.filter { !$0.isStandIn }.flatMap(\.sites)
    for level in ProtectionLevel.allCases {
      let count = drawn.count { $0.level == level }
      guard count > 0 else { continue }
      entries.append(
        (.level(level), "\(level.label(in: words.language)) · \(words.relics(count))"))
    }
    let symbols = map.marks.flatMap(\.symbols)
    if symbols.contains(where: \.isCircle) { entries.append((.mark(.circle(8)), words.circle)) }
    if symbols.contains(.dot) {
      let metres = MapStyle.dotRadius / map.projection.pixelsPerMetre
      entries.append(
        (.mark(.dot), words.dot("≈ " + LengthText.string(ScaleBar.rounded(metres)))))
    }
    if symbols.contains(.unknown) { entries.append((.mark(.unknown), words.unknown)) }
    if !map.shared.isEmpty { entries.append((.shared, words.shared)) }
    if symbols.contains(.standIn) { entries.append((.mark(.standIn), words.standIn)) }
    if !map.townships.isEmpty {
      entries.append(
        (.township, words.township(accuracy(map.townships.compactMap(\.seatAccuracy)))))
    }
    if !map.rivers.isEmpty {
      entries.append((.river, words.river(accuracy(map.rivers.compactMap(\.accuracy)))))
    }
    if scene.outlines.contains(where: { $0.kind == .county }) {
      entries.append((.county, words.county))
    }
    return [.heading(words.legend)]
      + entries.flatMap { symbol, text in
        TextMetrics.lines(text, width: width - indent, size: textSize).enumerated().map {
          Row.entry($0.offset == 0 ? symbol : nil, $0.element)
        }
      }
  }

  private static func places(_ map: MapContents, _ words: MapWords) -> [Row] {
    guard !map.shared.isEmpty else { return [] }
    var rows: [Row] = [.gap, .heading(words.sharedHeading)]
    for place in map.shared.prefix(mostPlaces) {
      let name = place.township.map { " " + $0.name(in: words.language) } ?? ""
      rows.append(
        .place(
          place.letter + name + " · " + words.relics(place.mark.sites.count),
          level: place.mark.level))
      for site in place.mark.sites.prefix(mostNames) {
        let accuracy = accuracy(site.position?.accuracy.map { [$0] } ?? []) ?? "± ?"
        let room = width - indent - TextMetrics.width(accuracy, size: smallSize) - 8
        rows.append(
          .site(
            TextMetrics.truncated(site.name(in: words.language), to: room, size: smallSize),
            accuracy: accuracy, level: site.level))
      }
      let more = place.mark.sites.count - mostNames
      if more > 0 { rows.append(.note(words.more(more))) }
    }
    let left = map.shared.dropFirst(mostPlaces).reduce(0) { $0 + $1.mark.sites.count }
    return left > 0 ? rows + [.note(words.more(left))] : rows
  }

  private static func remarks(_ map: MapContents, _ words: MapWords, omitted: Int) -> [Row] {
    let texts =
      (map.unlocated > 0 ? [words.unlocated(map.unlocated)] : [])
      + (map.outside > 0 ? [words.outside(map.outside)] : [])
      + (omitted > 0 ? [words.omitted(omitted)] : [])
    let lines = texts.flatMap { TextMetrics.lines($0, width: width, size: smallSize) }
    return lines.isEmpty ? [] : [.gap] + lines.map { .note($0) }
  }

  /// The accuracies from the least to the greatest: `±1 km – 2 km`; nil where none is known.
  private static func accuracy(_ lengths: [Length]) -> String? {
    guard let least = lengths.min()?.metres, let most = lengths.max()?.metres else { return nil }
    return least == most
      ? "±" + LengthText.string(most)
      : "±" + LengthText.string(least) + " – " + LengthText.string(most)
  }
}
