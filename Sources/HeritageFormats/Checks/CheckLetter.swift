import Geodesy
public import HeritageRegistry
import Tables
import Words

/// The answer of a check as a letter of the bureau: project, map, what is touched, who approves, and the
/// papers to hand in.
///
/// The papers are those that service guides of three provinces ask for before work inside a zone.
public struct CheckLetter: Sendable {
  private let sheet: CheckSheet
  private let builder: String?
  private let place: String?
  private let scene: MapScene?
  private let bureau: String

  /// The letter of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: The answer that the letter reports.
  ///   - builder: Who builds (建设单位); nil for a line to fill in.
  ///   - place: Where; nil for a line to fill in.
  ///   - registry: The register that was asked.
  public init(
    _ sheet: CheckSheet, builder: String?, place: String?, in registry: Registry
  ) throws {
    (self.sheet, self.builder, self.place) = (sheet, builder, place)
    scene = try CheckPage.scene(of: sheet, in: registry)
    bureau = registry.info.name(in: sheet.language)
  }

  /// The file of a word processor.
  ///
  /// - Throws: `ExportError`, and `MissingLibrary` where the map cannot be drawn.
  public func docx() throws -> [UInt8] { try document.docx }

  private var document: Document {
    get throws {
      let language = sheet.language
      func said(_ sentence: Sentence) -> String { sentence.text(in: language) }
      let title = said(Sentence("letter.title", ["name": projectName]))
      var document = Document(
        title: title, language: language,
        footer: said(Sentence("letter.footer", ["digest": sheet.answer.dataDigest.prefix(16)])))
      document.blocks = [
        .heading(title, level: 1), .text(said(Sentence("letter.number")), .end),
        .paragraph(
          .init([.init(said(Sentence("letter.to", ["builder": builder ?? Self.blank])))])),
        .paragraph(
          .init([.init(said(Sentence("letter.opening", ["name": projectName])))], isIndented: true)),
        .table(facts), .heading(said(Sentence("letter.answerHeading")), level: 2),
        .paragraph(
          .init(
            [.init(sheet.headline.text(in: language), isBold: true, colour: colour, size: 13)])),
      ]
      if !sheet.table.rows.isEmpty { document.blocks.append(.table(findings)) }
      document.blocks += sheet.remarks.dropLast().map { .text("• " + said($0)) }
      if let map = try map {
        document.blocks += [map, .text(said(Sentence("letter.map")), .center)]
      }
      document.blocks.append(.heading(said(Sentence("letter.papersHeading")), level: 2))
      document.blocks += [
        Sentence("letter.paper1"), Sentence("letter.paper2"), Sentence("letter.paper3"),
        Sentence("letter.paper4"), Sentence("letter.paper5"),
      ].enumerated().map { .text("\($0 + 1). " + said($1)) }
      document.blocks += [
        .text(said(Sentence("letter.validity"))), .text(""),
        .text(said(Sentence("letter.signature", ["bureau": bureau])), .end),
        .text(said(Sentence("letter.date")), .end),
      ]
      return document
    }
  }

  private static let blank = "____________"

  private var projectName: String { sheet.answer.request.project ?? sheet.answer.request.file }

  private var colour: UInt32 {
    switch sheet.answer.verdict {
    case .touches: 0xA3331F
    case .clear: 0x2F6B3C
    case .cannotSay: 0x8A5A00
    }
  }

  /// The project, in two columns.
  private var facts: Document.Table {
    let (answer, language) = (sheet.answer, sheet.language)
    func yes(_ flag: Bool?) -> Sentence {
      flag.map { $0 ? Sentence("letter.yes") : Sentence("letter.no") }
        ?? Sentence("letter.notAsked")
    }
    let hectares = DecimalText.string(answer.squareMetres / 10_000, places: 4)
    let rows: [(Sentence, String)] = [
      (Sentence("letter.builder"), builder ?? Self.blank),
      (Sentence("letter.project"), projectName),
      (Sentence("letter.place"), place ?? Self.blank),
      (
        Sentence("letter.size"),
        "\(DecimalText.string(answer.squareMetres, places: 2)) m² (\(hectares) ha)"
      ),
      (
        Sentence("letter.outline"),
        "\(answer.request.file), \(answer.request.datum), ± \(DecimalText.string(answer.request.accuracy.metres, places: 3)) m, SHA-256 \(answer.request.sha256.prefix(16))…"
      ),
      (Sentence("letter.largeWorks"), yes(answer.request.isLargeWorks).text(in: language)),
      (Sentence("letter.landTransfer"), yes(answer.request.isLandTransfer).text(in: language)),
      (
        Sentence("letter.record"),
        sheet.record.map(String.init) ?? Sentence("letter.unsaved").text(in: language)
      ),
    ]
    return Document.Table(
      widths: [42, 128],
      rows: rows.map { [.init($0.0.text(in: language), isBold: true), .init($0.1)] })
  }

  /// What is touched and what is near.
  private var findings: Document.Table {
    let answer = sheet.table.selecting([
      "code", "name", "zone", "finding", "overlap_m2", "share", "distance_m", "instrument",
    ])
    let head = answer.columns.map {
      Document.Cell($0.label(in: sheet.language), $0.isNumber ? .end : .start, isBold: true)
    }
    let rows = answer.rows.map { row in
      zip(answer.columns, row).map {
        Document.Cell($1.displayText(in: sheet.language), $0.isNumber ? .end : .start)
      }
    }
    return Document.Table(
      widths: [20, 24, 27, 18, 22, 15, 20, 24], rows: [head] + rows, headerRows: 1)
  }

  private var map: Document.Block? {
    get throws {
      guard let scene,
        let picture = MapWriter(width: 1000, language: sheet.language).picture(scene)
      else { return nil }
      let width = 165.0
      let height = width * picture.height / picture.width
      let scale = min(1, 190 / height)
      return .image(
        .init(
          try MapImage().png(picture, scale: 2), .png, width: width * scale, height: height * scale,
          description: projectName), .center)
    }
  }
}
