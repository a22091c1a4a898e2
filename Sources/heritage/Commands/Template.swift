import ArgumentParser
import HeritageFormats
import Words

/// Writes an empty workbook to be filled in.
struct Template: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: .help("template"),
      discussion: .help("template.discussion"))
  }

  @Option(
    name: [.customShort("o"), .long],
    help: .help("template.output", value: "file"),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    _ = try ExportOutputOptions.Format.chosen(.xlsx, for: output)
  }

  func run() throws {
    try OutputFile(output).writeFile { try WorkbookTemplate.write(to: $0, remarks: Self.remarks) }
    if !quiet { Terminal.say(Sentence("answer.wrote", ["path": output])) }
  }

  /// What stands above the explanations, in Chinese as the workbook is.
  private static var remarks: [String] {
    [Sentence("template.rows"), Sentence("template.coordinates"), Sentence("template.words")]
      .map { $0.text(in: .zh) }
  }
}
