public import HeritageRegistry
public import Hours

/// The record of one relic on paper: its fields, a map, a photograph, its sources, its code for a telephone.
///
/// The same card leaves as a page, a drawing, a sheet of PDF and a document; all have the same sections and
/// the same lines.
public struct Card: Sendable {
  /// A photograph, without what its file says of itself.
  public struct Photo: Hashable, Sendable {
    let bytes: [UInt8]
    let kind: AttachmentKind
    let facts: PictureFacts
    let caption: String?

    /// The same in other bytes, upright.
    init(_ photo: Photo, png bytes: [UInt8], width: Double, height: Double) {
      (self.bytes, kind, caption) = (bytes, .png, photo.caption)
      var facts = photo.facts
      (facts.width, facts.height, facts.orientation) = (Int(width), Int(height), 1)
      self.facts = facts
    }

    /// A photograph that a card can show; nil for what is no JPEG or PNG, or is broken.
    ///
    /// - Parameters:
    ///   - bytes: The file; what it says of itself is left out.
    ///   - attachment: What is said of it.
    public init?(_ bytes: [UInt8], _ attachment: Attachment) {
      guard let stripped = PublicPicture.stripped(bytes, attachment.kind, keepsTurn: false),
        let facts = PictureFacts(bytes, attachment.kind)
      else { return nil }
      (self.bytes, kind, self.facts) = (stripped, attachment.kind, facts)
      let parts = [
        attachment.facts.title, attachment.facts.direction, attachment.facts.author,
        attachment.facts.takenOn,
      ].compactMap { $0 }
      caption = parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
  }

  /// Everything that is known of the relic, as the reader may see it.
  public let entry: SiteEntry
  /// What the register says of itself.
  public let register: RegistryInfo
  /// Who reads: a card for staff says so.
  public let audience: Audience
  /// The language of labels.
  public let language: Language
  /// The date that the card states.
  public let date: CivilDate?
  /// What townships are called in the language of the card, by their Chinese names.
  public var townshipNames: [String: String] = [:]
  /// What lies under the relic on its map.
  public var ground = MapGround()
  /// The photograph that is shown.
  public var photo: Photo?
  /// The relic's code for a telephone.
  public var qr: QRCode?
  /// The files of the record, which a card for staff counts.
  public var attachments: [Attachment] = []

  /// Makes a card without map, photograph and QR code.
  public init(
    _ entry: SiteEntry, of register: RegistryInfo, for audience: Audience, language: Language,
    date: CivilDate?
  ) {
    self.entry = entry
    self.register = register
    self.audience = audience
    self.language = language
    self.date = date
  }

  var site: Site { entry.site }
  var words: CardWords { CardWords(language: language) }

  /// The name above the card.
  var title: String { site.name(in: language) }
  /// The name in the other language.
  var subtitle: String? {
    language == .zh ? site.nameEN : site.nameEN == nil ? nil : site.nameZH
  }
  /// Above the name: whose record it is.
  var heading: String { words.heading(register.name(in: language)) }
  /// At the foot of each page.
  var footer: String {
    ([heading, site.code, date?.description].compactMap { $0 }).joined(separator: " · ")
  }
}

/// A part of a card: its heading, and lines with labels or without.
public struct CardSection: Hashable, Sendable {
  /// A line of a section.
  public struct Line: Hashable, Sendable {
    /// What stands before it; nil for a paragraph.
    public var label: String?
    /// What it says.
    public var text: String
    /// Whether the register does not say it, which is written in a weaker colour.
    public var isUnknown = false
  }

  /// Where it stands on a page with two columns.
  enum Column: Hashable, Sendable {
    /// On the left, beside the map.
    case left
    /// On the right, below the map and the photograph.
    case right
    /// Below both.
    case both
  }

  /// Its heading.
  public let title: String
  /// Its lines.
  public let lines: [Line]
  let column: Column
}

extension Card {
  /// The map of the card alone, as SVG, with what is to stand below it; nil where the relic has no position
  /// that the reader may see.
  ///
  /// - Parameters:
  ///   - width: Its width in pixels.
  ///   - height: Its height in pixels.
  public func map(width: Double, height: Double) -> (svg: String, caption: String)? {
    let map = CardMap(card: self)
    return map.svg(width: width, height: height).map { ($0, map.caption) }
  }
}
