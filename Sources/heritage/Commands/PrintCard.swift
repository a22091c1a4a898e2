import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Hours
import SystemLibraries
import Words

/// Puts the record of one relic on paper.
struct PrintCard: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "card", abstract: .help("card"), discussion: .help("card.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Option(help: .help("card.format", value: "format"))
  var format: CardFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: .help("card.output", value: "file"),
    completion: .file(extensions: CardFormat.allCases.map(\.rawValue)))
  var output: String?

  @Option(help: .help("card.date", value: "date"))
  var date: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var register: RegisterOptions

  private var chosenFormat: CardFormat { (try? CardFormat.chosen(format, for: output)) ?? .html }

  func validate() throws {
    let format = try CardFormat.chosen(format, for: output) ?? .html
    if !format.isText, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.pictureFile"))
    }
    if let date, CivilDate(date) == nil {
      throw ValidationError(Sentence("option.date", ["option": "--date", "text": date]))
    }
  }

  func run() throws {
    let registry = try register.open()
    let writer = writer
    let entry = try registry.entry(code)
    guard entry.site.provenance != .standIn else {
      throw Failure(
        Sentence("card.standIn", ["code": entry.site.code]), hint: nil, status: .usage)
    }
    var card = Card(
      entry, of: registry.info, for: registry.audience, language: writer.language,
      date: date.flatMap { CivilDate($0) } ?? Today.inChina)
    card.ground = try MapGround(of: registry)
    card.attachments = try registry.attachments(of: entry.site.code)
    do {
      card.qr = try QRCode(entry.site.code)
    } catch {
      writer.note(Sentence("card.noCode", ["reason": error.sentence, "remedy": error.hint]))
    }
    card.photo = try photo(of: card, in: registry, writer)
    try write(card, writer)
    let count = InternalFile.count([entry.site], for: registry.audience)
    if let warning = InternalFile.remark(on: output, holding: count) { writer.note(warning) }
  }

  /// The first photograph that can be shown; what keeps another from it is said.
  private func photo(
    of card: Card, in registry: Registry, _ writer: Output
  ) throws -> Card.Photo? {
    for attachment in card.attachments where attachment.facts.part == .photo {
      do {
        let content = try registry.content(
          ofAttachment: attachment.number, from: attachment.site)
        if let photo = Card.Photo(content.bytes, content.attachment) { return photo }
        writer.note(Sentence("card.noPhoto", ["number": attachment.number]))
      } catch let error as AttachmentError {
        writer.note(
          Sentence(
            "card.noPhotoBecause", ["number": attachment.number, "reason": error.sentence]))
      }
    }
    return nil
  }

  private func write(_ card: Card, _ writer: Output) throws {
    let format = chosenFormat
    if let text = card.text(as: format) { return try writer.write(text) }
    let image = try MapImage()
    func make(_ file: String) throws { try card.write(to: file, as: format, drawnBy: image) }
    if let output {
      try OutputFile(output).writeFile(make)
      writer.note(Sentence("answer.wrote", ["path": output]))
    } else {
      try OutputFile.writeToStandardOutput(make)
    }
    if !image.hasChineseFont { writer.note(Sentence("map.noFont")) }
  }

  private var writer: Output { Output(output: output, lang: lang, quiet: quiet) }
}

extension CardFormat: FileFormat {
  var endings: [String] { self == .html ? ["html", "htm", "xhtml"] : [rawValue] }
}
