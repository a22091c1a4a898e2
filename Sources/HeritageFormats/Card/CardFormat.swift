/// The formats of a card.
public enum CardFormat: String, CaseIterable, Sendable {
  /// A page for a browser and a printer.
  case html
  /// Sheets of A4, with text that can be searched.
  case pdf
  /// A document of a word processor.
  case docx
  /// A drawing, its pages one below the other.
  case svg

  /// Whether it is text.
  public var isText: Bool { self == .html || self == .svg }
}

extension Card {
  /// The card as text; nil for a format that is a file by nature.
  public func text(as format: CardFormat) -> String? {
    switch format {
    case .html: CardPage(card: self).text
    case .svg: CardSheet(self).svg
    case .pdf, .docx: nil
    }
  }

  /// Writes the card into a file.
  ///
  /// - Parameters:
  ///   - path: The file, which is replaced.
  ///   - format: What is written.
  ///   - image: Draws what is a picture there.
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public func write(to path: String, as format: CardFormat, drawnBy image: MapImage)
    throws(ExportError)
  {
    switch format {
    case .pdf:
      var card = self
      card.photo = try photo.map { photo throws(ExportError) in try reduced(photo, by: image) }
      try image.write(CardSheet(card).pictures, to: path)
    case .docx: try ExportFile.write(try document(drawnBy: image).docx, to: path)
    case .html, .svg: try ExportFile.write(Array((text(as: format) ?? "").utf8), to: path)
    }
  }
}
