import ArgumentParser
import HeritageFormats
import Words

/// Writes an empty workbook to be filled in.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract:
      "Write an empty workbook for a bureau: Chinese headers, lists of words, explanations.",
    discussion: """
      The headers are those that an import recognises. The columns of levels, categories and the like \
      offer the law's words; examples stand on the sheet of explanations, not among the rows.
      """)

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to write it.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

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
