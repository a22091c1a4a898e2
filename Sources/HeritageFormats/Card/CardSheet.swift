import HeritageRegistry

/// A card laid out on pages of A4.
///
/// The first page has the head and two columns, the right one with the map and the photograph; below them, and
/// on further pages, the text takes the whole width.
struct CardSheet: Sendable {
  /// A line of text, or a rule, in its place on a page.
  enum Mark: Hashable, Sendable {
    case text(String, MapPoint, Look)
    case rule(MapPoint, width: Double, isStrong: Bool)
  }

  /// How a text looks.
  struct Look: Hashable, Sendable {
    var size = CardStyle.text
    var colour = MapStyle.ink
    var isBold = false
    var isSerif = false
    var isAtEnd = false
  }

  let card: Card
  /// What stands on each page.
  private(set) var pages: [[Mark]] = [[]]
  /// Where the map and the photograph stand on the first page; nil for neither.
  private(set) var map: MapRectangle?
  private(set) var photo: MapRectangle?
  private(set) var qr: MapRectangle?

  private var y = 0.0
  /// Where the text stands at the present place, and how wide it is.
  private var (x, width) = (CardStyle.margin, CardStyle.width)

  /// How far lines stand from one another, beside what is usual.
  private let density: Double

  /// Lays a card out; closer where that saves a page.
  init(_ card: Card) {
    let sheets = [1, 0.93, 0.87].map { CardSheet(card, density: $0) }
    let least = sheets.map(\.pages.count).min()
    self = sheets.first { $0.pages.count == least } ?? sheets[0]
  }

  private init(_ card: Card, density: Double) {
    self.card = card
    self.density = density
    layHead()
    let top = y
    let left = CardStyle.width - CardStyle.figure - CardStyle.gutter
    layFigures(from: top)
    (x, width) = (CardStyle.margin + left + CardStyle.gutter, CardStyle.figure)
    for section in card.sections where section.column == .right { lay(section) }
    let right = pages.count == 1 ? y : 0
    // A column that is longer than the page goes on over the whole width.
    if pages.count == 1 { (x, width, y) = (CardStyle.margin, left, top) }
    for section in card.sections where section.column == .left { lay(section) }
    y = pages.count == 1 ? max(y, right) : y
    (x, width) = (CardStyle.margin, CardStyle.width)
    for section in card.sections where section.column == .both { lay(section) }
  }

  private mutating func put(_ mark: Mark) { pages[pages.count - 1].append(mark) }

  private mutating func put(_ text: String, x: Double? = nil, y: Double, _ look: Look) {
    put(.text(text, MapPoint(x: x ?? self.x, y: y), look))
  }

  private mutating func layHead() {
    y = CardStyle.top
    let room = CardStyle.width - (card.qr == nil ? 0 : CardStyle.qr + 30)
    let right = CardStyle.page.width - CardStyle.margin
    put(card.heading, y: y + 8, Look(size: CardStyle.small, colour: MapStyle.muted))
    if card.audience == .staff {
      put(
        card.words.staffOnly, x: right - (card.qr == nil ? 0 : CardStyle.qr + 30), y: y + 8,
        Look(size: CardStyle.small, colour: CardStyle.accent, isBold: true, isAtEnd: true))
    }
    y += 26
    for line in TextMetrics.lines(card.title, width: room, size: CardStyle.title) {
      y += CardStyle.title * 1.25
      put(
        line, y: y - 6, Look(size: CardStyle.title, isBold: true, isSerif: true))
    }
    for line in card.subtitle.map({ TextMetrics.lines($0, width: room, size: 13) }) ?? [] {
      y += 19
      put(line, y: y, Look(size: 13, colour: MapStyle.muted, isSerif: true))
    }
    y += 25
    put(
      card.site.code + "   " + card.site.level.label(in: card.language), y: y,
      Look(size: 12, colour: CardStyle.accent, isBold: true))
    if card.qr != nil {
      qr = MapRectangle(
        x: right - CardStyle.qr, y: CardStyle.top, width: CardStyle.qr, height: CardStyle.qr)
      y = max(y, CardStyle.top + CardStyle.qr + 6)
    }
    y += 16
    put(.rule(MapPoint(x: CardStyle.margin, y: y), width: CardStyle.width, isStrong: true))
    y += 20
  }

  private mutating func layFigures(from top: Double) {
    let x = CardStyle.page.width - CardStyle.margin - CardStyle.figure
    var bottom = top + (CardMap(card: card).isEmpty && card.photo == nil ? 0 : 4)
    func caption(_ text: String) {
      for line in TextMetrics.lines(text, width: CardStyle.figure, size: CardStyle.small) {
        bottom += 14
        pages[0].append(
          .text(
            line, MapPoint(x: x, y: bottom),
            Look(size: CardStyle.small, colour: MapStyle.muted)))
      }
      bottom += 16
    }
    let drawing = CardMap(card: card)
    if !drawing.isEmpty {
      map = MapRectangle(x: x, y: bottom, width: CardStyle.figure, height: CardStyle.map)
      bottom += CardStyle.map + 4
      caption(drawing.caption)
    }
    if let photo = card.photo {
      let size = CardPicture.size(photo, width: CardStyle.figure, height: 300)
      self.photo = MapRectangle(
        x: x + (CardStyle.figure - size.width) / 2, y: bottom, width: size.width,
        height: size.height)
      bottom += size.height + 4
      caption(photo.caption ?? "")
    }
    y = bottom
  }

  private mutating func breakPage(ifShorterThan height: Double) {
    guard y + height > CardStyle.page.height - CardStyle.bottom else { return }
    pages.append([])
    (x, width, y) = (CardStyle.margin, CardStyle.width, CardStyle.top)
  }

  private mutating func lay(_ section: CardSection) {
    // A heading stays with its first lines.
    breakPage(ifShorterThan: 32 + 2 * CardStyle.line)
    y += 16 * density
    put(
      section.title, y: y,
      Look(size: CardStyle.heading, colour: CardStyle.accent, isBold: true, isSerif: true))
    y += 7
    put(.rule(MapPoint(x: x, y: y), width: width, isStrong: false))
    y += 3
    let isList = section.lines.count > 1 && section.lines.allSatisfy { $0.label == nil }
    for (index, line) in section.lines.enumerated() {
      lay(line, number: isList ? index + 1 : nil)
    }
    y += 12 * density
  }

  private mutating func lay(_ line: CardSection.Line, number: Int?) {
    let indent = line.label != nil ? CardStyle.label : number == nil ? 0 : 20
    let size = number == nil ? CardStyle.text : 10.5
    let height = (number == nil ? CardStyle.line : 16.5) * density
    let look = Look(size: size, colour: line.isUnknown ? MapStyle.faint : MapStyle.ink)
    var labels =
      line.label.map { TextMetrics.lines($0, width: indent - 8, size: 10.5) }
      ?? number.map { ["\($0)."] } ?? []
    let paragraphs = line.text.split(separator: "\n")
    for (index, paragraph) in paragraphs.enumerated() {
      var rest = paragraph
      // A label may have more lines than its text.
      while !rest.isEmpty || index == paragraphs.count - 1 && !labels.isEmpty {
        breakPage(ifShorterThan: height)
        y += height
        if !labels.isEmpty {
          put(labels.removeFirst(), y: y, Look(size: 10.5, colour: MapStyle.muted))
        }
        // The room changes where the text goes on over a new page, so each line is broken by itself.
        rest = rest.drop { $0 == " " }
        guard
          let text = TextMetrics.lines(String(rest), width: width - indent, size: size).first
        else { continue }
        put(text, x: x + indent, y: y, look)
        rest = rest.dropFirst(text.count).drop { $0 == " " }
      }
    }
    if number != nil { y += 3 }
  }
}
