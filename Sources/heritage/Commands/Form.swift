import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Hours
import Words

/// Fills a form of the heritage administration from the register.
struct Form: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "form", abstract: .help("form"), discussion: .help("form.discussion"))
  }

  @Argument(help: .help("form.kind", value: "form"))
  var kind: HeritageForm.Kind

  @Argument(help: .help("form.codes", value: "code"), completion: SiteCompletion.kind)
  var codes: [String] = []

  @Option(
    name: [.customShort("o"), .long], help: .help("form.output", value: "file"),
    completion: .file(extensions: ["docx", "xlsx"]))
  var output: String

  @Option(help: .help("report.year", value: "year"))
  var year: Int?

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var register: RegisterOptions

  @OptionGroup var language: LanguageOption

  /// The formats of a form.
  enum Format: String, FileFormat {
    case docx, xlsx

    var endings: [String] { [rawValue] }
  }

  func validate() throws {
    _ = try Format.chosen(nil, for: output)
    if kind == .survey4, codes.isEmpty { throw ValidationError(Sentence("option.formCodes")) }
    if kind == .counts, !codes.isEmpty { throw ValidationError(Sentence("option.formNoCodes")) }
    if let year, !(1949...3000).contains(year) {
      throw ValidationError(Sentence("option.year", ["year": year]))
    }
  }

  func run() throws {
    let registry = try register.open()
    let writer = Output(output: output, lang: nil, quiet: quiet)
    let form = try form(of: registry)
    switch try Format.chosen(nil, for: output) ?? .docx {
    case .docx: try OutputFile(output).write { try $0(form.docx) }
    case .xlsx: try OutputFile(output).writeFile { try form.write(to: $0) }
    }
    writer.note(Sentence("answer.wrote", ["path": output]))
    writer.note(Sentence("form.draft"))
  }

  private func form(of registry: Registry) throws -> HeritageForm {
    switch kind {
    case .survey4:
      return .survey4(try relics(of: registry), county: registry.info.nameZH)
    case .siyou: return .siyou(try relics(of: registry))
    case .zones: return .zones(try relics(of: registry).map(\.entry))
    case .counts:
      let year = year ?? Today.inChina.year
      return .counts(
        try registry.report(of: year, changes: try registry.yearChanges(year)), of: registry.info)
    }
  }

  /// The relics that were named, or every unit.
  private func relics(
    of registry: Registry
  ) throws -> [(entry: SiteEntry, files: [Attachment])] {
    var codes = self.codes
    if codes.isEmpty {
      try registry.forEachBatch(matching: SiteQuery()) { found in
        codes += found.map(\.dossier.site).filter { $0.level != .registered }.map(\.code)
      }
    }
    return try codes.map { code in
      let entry = try registry.entry(code)
      guard entry.site.provenance != .standIn else {
        throw Failure(
          Sentence("card.standIn", ["code": entry.site.code]), hint: nil, status: .usage)
      }
      return (entry, try registry.attachments(of: entry.site.code))
    }
  }
}

/// A form as an argument.
protocol FormName: ExpressibleByArgument {}

extension HeritageForm.Kind: FormName {}
