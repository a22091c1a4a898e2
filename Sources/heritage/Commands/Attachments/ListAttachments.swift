import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Lists the files of a relic, and hands one out.
struct ListAttachments: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attachments", abstract: .help("attachments"),
      discussion: .help("attachments.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Option(help: .help("attachments.export", value: "n"))
  var export: Int?

  @Option(help: .help("attachments.thumbnails", value: "dir"), completion: .directory)
  var thumbnails: String?

  @Option(help: .help("output.format", value: "format"))
  var format: OutputOptions.Format?

  @Option(
    name: [.customShort("o"), .long],
    help: .help("attachments.output", value: "file"),
    completion: .file())
  var output: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(help: .help("output.failEmpty"))
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @Flag(help: .help("output.noColor"))
  var noColor = false

  @OptionGroup var register: RegisterOptions

  func validate() throws {
    if thumbnails != nil, export != nil {
      throw ValidationError(Sentence("option.exportOrThumbnails"))
    }
    guard export != nil else {
      _ = try OutputOptions.Format.chosen(format, for: output)
      return
    }
    if format != nil { throw ValidationError(Sentence("option.exportFormat")) }
    if output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.pictureFile"))
    }
  }

  func run() throws {
    let registry = try register.open()
    if let export { return try write(export, in: registry) }
    let attachments = try registry.attachments(of: code)
    if let thumbnails {
      return try ThumbnailFolder(thumbnails, writer).write(attachments, of: code, in: registry)
    }
    let answer = AttachmentRows.answer(attachments)
    let writer = writer
    if try registry.isPublicCopy {
      try writer.write(empty: answer)
      writer.note(Sentence("attachments.publicCopy"))
      if failEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
      return
    }
    if registry.audience == .public { writer.note(Sentence("attachments.publicSees")) }
    try writer.write(
      answer,
      brief: answer.selecting(["number", "part", "title", "taken_on", "direction", "kind", "bytes"])
    )
  }

  private func write(_ number: Int, in registry: Registry) throws {
    let (attachment, bytes) = try registry.content(ofAttachment: number, from: code)
    guard let output else { return try Terminal.write(bytes) }
    try OutputFile(output).write { try $0(bytes) }
    writer.note(Sentence("answer.wrote", ["path": output]))
    if registry.audience == .public { writer.note(Sentence("attachments.stripped")) }
    let isInternal = try registry.entry(attachment.site).site.disclosure != .open
    if registry.audience == .staff, isInternal,
      let warning = InternalFile.remark(on: output, holding: 1)
    {
      writer.note(warning)
    }
  }

  private var writer: Output {
    Output(
      output: output, lang: lang, quiet: quiet, failEmpty: failEmpty, noColor: noColor,
      format: format)
  }
}

/// Attachments as rows.
enum AttachmentRows {
  static func answer(_ attachments: [Attachment]) -> Answer {
    Answer(
      columns: [
        Answer.Column("number", zh: "序号", en: "No.", isNumber: true),
        Answer.Column("part", zh: "档案部分", en: "Part"),
        Answer.Column("title", zh: "名称", en: "Title"),
        Answer.Column("label", zh: "编号", en: "Label"),
        Answer.Column("taken_on", zh: "日期", en: "Date"),
        Answer.Column("direction", zh: "方位", en: "Direction"),
        Answer.Column("author", zh: "作者", en: "Author"),
        Answer.Column("scale", zh: "比例", en: "Scale"),
        Answer.Column("kind", zh: "种类", en: "Kind"),
        Answer.Column("bytes", zh: "字节", en: "Bytes", isNumber: true),
        Answer.Column("file_name", zh: "文件名", en: "File name"),
        Answer.Column("sha256", zh: "SHA-256", en: "SHA-256"),
      ],
      rows: attachments.map { attachment in
        let facts = attachment.facts
        return [
          .integer(attachment.number), FieldValue(facts.part), FieldValue(facts.title),
          FieldValue(facts.label), FieldValue(facts.takenOn), FieldValue(facts.direction),
          FieldValue(facts.author), FieldValue(facts.scale),
          .word(attachment.kind.rawValue, zh: attachment.kind.name, en: attachment.kind.name),
          .integer(attachment.byteCount), .text(facts.fileName), .text(attachment.sha256),
        ]
      })
  }
}
