public import HeritageRegistry

/// A document of a word processor as values: headings, paragraphs, tables and pictures on pages of A4.
///
/// ```swift
/// var document = Document(title: "函", language: .zh)
/// document.blocks = [.heading("函", level: 1), .text("特此函告。")]
/// let file = document.docx
/// ```
public struct Document: Hashable, Sendable {
  /// What the properties of the file say.
  public var title: String
  /// The language of the text, which decides how it is checked and broken.
  public var language: Language
  /// What stands in it, from the top.
  public var blocks: [Block]
  /// What stands below every page, before its number; nil for a page without either.
  public var footer: String?
  /// The colour of headings below the title, as 0xRRGGBB; nil for black.
  public var accent: UInt32?

  /// Makes a document.
  public init(
    title: String, language: Language, blocks: [Block] = [], footer: String? = nil,
    accent: UInt32? = nil
  ) {
    self.title = title
    self.language = language
    self.blocks = blocks
    self.footer = footer
    self.accent = accent
  }

  /// What a document is made of.
  public enum Block: Hashable, Sendable {
    /// A heading: 1 is the title of the document, 2 and 3 those below it.
    case heading(String, level: Int)
    /// A paragraph.
    case paragraph(Paragraph)
    /// A table.
    case table(Table)
    /// A picture in a line of its own.
    case image(Image, Alignment)
    /// What follows begins on a new page.
    case pageBreak

    /// A paragraph of plain text.
    public static func text(_ text: String, _ alignment: Alignment = .start) -> Block {
      .paragraph(Paragraph([Run(text)], alignment))
    }
  }

  /// Where lines stand between the margins.
  public enum Alignment: String, Hashable, Sendable {
    /// At the left margin.
    case start
    /// In the middle.
    case center
    /// At the right margin.
    case end
    /// Spread from margin to margin.
    case both
  }

  /// A paragraph.
  public struct Paragraph: Hashable, Sendable {
    /// Its text in pieces of one look each.
    public var runs: [Run]
    /// Where its lines stand.
    public var alignment: Alignment
    /// Whether its first line begins two characters further in, as Chinese letters have it.
    public var isIndented: Bool

    /// Makes a paragraph.
    public init(_ runs: [Run], _ alignment: Alignment = .start, isIndented: Bool = false) {
      self.runs = runs
      self.alignment = alignment
      self.isIndented = isIndented
    }
  }

  /// Text of one look; a line feed in it begins a new line.
  public struct Run: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Whether it is bold.
    public var isBold: Bool
    /// The colour, as 0xRRGGBB; nil for black.
    public var colour: UInt32?
    /// The size in points; nil for that of the paragraph, 10.5.
    public var size: Double?

    /// Makes a piece of text.
    public init(
      _ text: String, isBold: Bool = false, colour: UInt32? = nil, size: Double? = nil
    ) {
      self.text = text
      self.isBold = isBold
      self.colour = colour
      self.size = size
    }
  }

  /// A table.
  public struct Table: Hashable, Sendable {
    /// Which lines are drawn.
    public enum Rules: Hashable, Sendable {
      /// Around every cell.
      case grid
      /// Below every row.
      case rows
      /// None.
      case none
    }

    /// The widths of the columns in millimetres; the text of a page is 170 mm wide.
    public var widths: [Double]
    /// The rows, each with a cell for every column.
    public var rows: [[Cell]]
    /// How many of the first rows stand again at the top of every page.
    public var headerRows: Int
    /// Which lines are drawn.
    public var rules: Rules

    /// Makes a table.
    public init(
      widths: [Double], rows: [[Cell]], headerRows: Int = 0, rules: Rules = .grid
    ) {
      self.widths = widths
      self.rows = rows
      self.headerRows = headerRows
      self.rules = rules
    }
  }

  /// A cell of a table.
  public struct Cell: Hashable, Sendable {
    /// What stands in it.
    public var blocks: [Block]
    /// The colour behind it, as 0xRRGGBB.
    public var fill: UInt32?

    /// Makes a cell.
    public init(_ blocks: [Block], fill: UInt32? = nil) {
      self.blocks = blocks
      self.fill = fill
    }

    /// A cell of plain text.
    public init(_ text: String, _ alignment: Alignment = .start, isBold: Bool = false) {
      self.init([.paragraph(Paragraph([Run(text, isBold: isBold)], alignment))])
    }
  }

  /// A picture.
  public struct Image: Hashable, Sendable {
    /// What its bytes are.
    public enum Kind: String, Hashable, Sendable {
      /// Portable Network Graphics.
      case png
      /// JPEG.
      case jpeg
    }

    /// Its file.
    public var bytes: [UInt8]
    /// What the bytes are.
    public var kind: Kind
    /// Its width on the page in millimetres.
    public var width: Double
    /// Its height on the page in millimetres.
    public var height: Double
    /// What it shows, for those who cannot see it.
    public var description: String

    /// Makes a picture.
    public init(
      _ bytes: [UInt8], _ kind: Kind, width: Double, height: Double, description: String
    ) {
      self.bytes = bytes
      self.kind = kind
      self.width = width
      self.height = height
      self.description = description
    }
  }
}
