import Geodesy
import HeritageRegistry

/// What stands beside the map: the legend, the relics that share a position, and remarks.
struct MapPanel: Sendable {
  /// What stands before the words of the legend.
  enum Symbol: Hashable, Sendable {
    case level(ProtectionLevel)
    case mark(SiteMark.Symbol)
    /// The relics of a cell, by how strongly it is coloured.
    case count(Double)
    case shared
    case township
    case river
    case county
    case zone(Zone.Kind)
    case asked
  }

  /// A line of the panel.
  enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of the legend; without a symbol it goes on from the line above.
    case entry(Symbol?, String)
    case place(String, level: ProtectionLevel)
    /// A relic; without a level it goes on from the line above.
    case site(String, accuracy: String, level: ProtectionLevel?)
    case note(String)
    case gap

    /// The room it takes downwards, in pixels.
    var height: Double {
      switch self {
      case .heading: 24
      case .gap: 14
      case .place: 21
      case .site(_, _, nil): 14
      case .site: 16.5
      case .note: 16
      case .entry(.some, _): 20
      case .entry(nil, _): 17
      }
    }

    /// Whether it stands above the lines that it belongs to.
    var isHeading: Bool {
      switch self {
      case .heading, .place: true
      case .site, .entry, .note, .gap: false
      }
    }

    /// Whether it belongs to the line above.
    var goesOn: Bool {
      switch self {
      case .entry(nil, _), .site(_, _, nil): true
      case .heading, .place, .site, .entry, .note, .gap: false
      }
    }
  }

  /// The lines, in columns side by side.
  let columns: [[Row]]

  /// The room between two columns, and between the map and a panel beside it.
  static let gap = 24.0
  static let width = 276.0
  static let textSize = 12.0
  static let smallSize = 11.5
  /// Where the words of the legend begin, behind the symbols.
  static let indent = 32.0
  /// No position lists more names than this, and no map more positions.
  private static let mostNames = 12
  private static let mostPlaces = 24

  var height: Double { columns.map(Self.height).max() ?? 0 }

  init(
    _ scene: MapScene, _ map: MapContents, _ words: MapWords, omitted: Int, columns count: Int = 1
  ) {
    columns = Self.columns(
      count,
      of: Self.legend(scene, map, words) + Self.remarks(scene, map, words, omitted: omitted)
        + Self.places(map, words))
  }

  private static func height(_ rows: [Row]) -> Double { rows.reduce(0) { $0 + $1.height } }

  /// Lines in columns of much the same height, none of which ends with a heading.
  private static func columns(_ count: Int, of rows: [Row]) -> [[Row]] {
    var columns: [[Row]] = [[]]
    var rest = height(rows)
    for row in rows {
      let last = columns.count - 1
      let share = rest / Double(count - last)
      if columns.count < count, height(columns[last]) >= share, !row.goesOn {
        rest -= height(columns[last])
        var carried: [Row] = []
        while let end = columns[last].last, end.isHeading {
          carried.insert(columns[last].removeLast(), at: 0)
        }
        columns.append(carried)
      }
      // No column begins with a gap.
      if row != .gap || !(columns.last ?? []).isEmpty { columns[columns.count - 1].append(row) }
    }
    return columns
  }

  private static func legend(_ scene: MapScene, _ map: MapContents, _ words: MapWords) -> [Row] {
    var entries: [(Symbol, String)] =
      map.cells.map { cells in
        cells.classes.enumerated().map {
          (.count(MapCells.opacity($0.offset)), words.perCell($0.element))
        }
      } ?? []
    let drawn = map.marks.filter { !$0.isStandIn }.flatMap(\.sites)
    for level in ProtectionLevel.allCases {
      let count = drawn.count { $0.level == level }
      guard count > 0 else { continue }
      entries.append(
        (.level(level), "\(level.label(in: words.language)) · \(words.relics(count))"))
    }
    let symbols = map.marks.flatMap(\.symbols)
    if symbols.contains(where: \.isCircle) { entries.append((.mark(.circle(8)), words.circle)) }
    if symbols.contains(where: \.isCell) {
      entries.append((.mark(.cell(width: 14, height: 14)), words.cell))
    }
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
    if scene.ground.outlines.contains(where: { $0.kind == .county }) {
      entries.append((.county, words.county))
    }
    for kind in Zone.Kind.allCases
    where scene.ground.zones.contains(where: { $0.zone.kind == kind }) {
      entries.append((.zone(kind), words.zone(kind)))
    }
    for shape in scene.shapes {
      let text =
        switch shape {
        case .area: words.askedArea
        case .corridor(_, let distance): words.corridor(LengthText.string(distance.metres))
        case .ring(_, let radius, let name):
          words.ring(radius.map { LengthText.string($0.metres) }, name)
        }
      if !entries.contains(where: { $0.1 == text }) { entries.append((.asked, text)) }
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
        let lines = TextMetrics.lines(
          site.name(in: words.language), width: room, size: smallSize)
        rows += lines.enumerated().map { index, line in
          .site(line, accuracy: index == 0 ? accuracy : "", level: index == 0 ? site.level : nil)
        }
      }
      let more = place.mark.sites.count - mostNames
      if more > 0 { rows.append(.note(words.more(more))) }
    }
    let left = map.shared.dropFirst(mostPlaces).reduce(0) { $0 + $1.mark.sites.count }
    return left > 0 ? rows + [.note(words.more(left))] : rows
  }

  private static func remarks(
    _ scene: MapScene, _ map: MapContents, _ words: MapWords, omitted: Int
  ) -> [Row] {
    var texts: [String] = []
    if let spread = scene.spread, let cells = map.cells { texts += words.cells(cells, spread) }
    if let coverage = scene.coverage { texts.append(words.coverage(coverage)) }
    if map.unlocated > 0 { texts.append(words.unlocated(map.unlocated)) }
    if map.outside > 0 { texts.append(words.outside(map.outside)) }
    if omitted > 0 { texts.append(words.omitted(omitted)) }
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
