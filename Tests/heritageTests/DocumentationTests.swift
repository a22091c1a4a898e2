import ArgumentParser
import Foundation
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import heritage

/// What `make record` sets: files that the program makes are written anew before they are compared.
private let isRecording = ProcessInfo.processInfo.environment["HERITAGE_RECORD"] != nil

@Suite("The documents")
struct DocumentationTests {
  private static func text(_ name: String) throws -> String {
    try String(contentsOf: Program.package.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("What a page shows is what the program prints", arguments: ManualPage.paths)
  func examples(path: String) throws {
    let page = try ManualPage(path)
    let steps = page.steps
    if path.hasPrefix("README") { #expect(steps.count == 5) }
    guard !steps.isEmpty else { return }
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Registers.lixian.get().path("heritage.sqlite"), toPath: folder.path("heritage.sqlite")
    )
    var text = page.text
    for step in steps {
      switch step {
      case .save(let name, let text): try folder.write(text, to: name)
      case .run(let command, let shown):
        let run = try Program.shell(command, in: folder.url, environment: page.environment)
        // A reader sees no difference between the ends of lines of CSV and of text.
        let lines = run.output.replacing("\r\n", with: "\n").components(separatedBy: "\n")
        if isRecording, !shown.isEmpty, !shown.contains("…"),
          !Self.agrees(lines.dropLast()[...], shown)
        {
          text = text.replacing(
            "\(command)\n\(shown.joined(separator: "\n"))\n",
            with: "\(command)\n\(lines.dropLast().joined(separator: "\n"))\n")
          continue
        }
        #expect(
          Self.agrees(lines.dropLast()[...], shown),
          "\(path): \(command) prints\n\(run.output)\(run.errors)")
      }
    }
    if text != page.text {
      try Data(text.utf8).write(to: Program.package.appendingPathComponent(path))
    }
  }

  /// Whether lines are those shown, where `…` stands for any number of lines.
  private static func agrees(_ lines: ArraySlice<String>, _ shown: [String]) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    let rest = Array(shown.dropFirst())
    guard first == "…" else {
      return lines.first == first && agrees(lines.dropFirst(), rest)
    }
    return (0...lines.count).contains { agrees(lines.dropFirst($0), rest) }
  }

  @Test("Both manuals have examples enough", arguments: ["en", "zh"])
  func manyExamples(language: String) throws {
    let steps = try ManualPage.written(in: language).flatMap(\.steps)
    let runs = steps.filter { if case .run = $0 { true } else { false } }
    #expect(runs.count >= 45)
  }

  @Test("A README fits on a screen or two, and shows the map", arguments: ["en", "zh"])
  func readme(language: String) throws {
    let page = try ManualPage(language == "zh" ? "README.zh.md" : "README.md")
    #expect(page.text.utf8.count <= 8192)
    #expect(page.links.contains { $0.path == "docs/\(language)/map.svg" })
    let doors = ["clerk", "planner", "gis", "developer", "visitor"].map {
      "docs/\(language)/\($0).md"
    }
    #expect(Set(doors).isSubset(of: page.links.map(\.path)))
  }

  @Test("The map that the READMEs show is the one that the program draws", arguments: ["en", "zh"])
  func picture(language: String) throws {
    let run = try heritage(
      "map", "--width", "1000", "--date", "2026-11-27", "--lang", language)
    #expect(run.status == 0)
    let file = Program.package.appendingPathComponent("docs/\(language)/map.svg")
    if isRecording { try Data(run.output.utf8).write(to: file) }
    #expect(run.output.utf8.count < 150_000)
    #expect(try String(contentsOf: file, encoding: .utf8) == run.output, "make record")
  }

  @Test("The tables of commands are what the program says of itself", arguments: ["en", "zh"])
  func commandTables(language: String) throws {
    let tables = try CommandTables(language: language).text
    let file = Program.package.appendingPathComponent("docs/\(language)/commands.md")
    if isRecording { try Data(tables.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == tables, "make record")
  }

  @Test("Every command and every option is named", arguments: ["en", "zh"])
  func everyOption(language: String) throws {
    let written = try ManualPage.written(in: language).map(\.text).joined()
    let sections = try Self.text("docs/\(language)/commands.md").components(separatedBy: "\n## ")
    let commands = Heritage.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(commands.count == Heritage.configuration.subcommands.count)
    for command in commands {
      #expect(written.contains("heritage \(command)"), "no page of \(language) has \(command)")
      let nested = [
        "tour": ["plan", "order", "days", "check"], "files": ["verify", "clean"],
        "zone": ["import", "list", "show", "explain", "retire"], "body": ["import"],
        "coverage": ["add", "list"], "roads": ["build", "check", "route"],
        "hub": ["init", "join", "clone", "status"],
      ]
      for words in nested[command]?.map({ [command, $0] }) ?? [[command]] {
        let help = try Program.heritage.run(["help"] + words).output
        let options = Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
        #expect(!options.isEmpty)
        let title = (["heritage"] + words).joined(separator: " ") + "\n"
        let section = try #require(sections.first { $0.hasPrefix(title) }, "\(title)")
        for option in options {
          #expect(section.contains(option), "the table of \(words) lacks \(option)")
          #expect(written.contains(option), "no page of \(language) has \(option)")
        }
      }
    }
  }

  @Test("Both languages have the same pages, examples, options and fields")
  func parity() throws {
    #expect(ManualPage.names(in: "docs/en") == ManualPage.names(in: "docs/zh"))
    let twins =
      [("README.md", "README.zh.md"), ("data/README.md", "data/README.zh.md")]
      + ManualPage.names(in: "docs/en").filter { $0.hasSuffix(".md") && $0 != "commands.md" }
      .map { ("docs/en/\($0)", "docs/zh/\($0)") }
    for (english, chinese) in twins {
      let (a, b) = (try ManualPage(english), try ManualPage(chinese))
      #expect(a.headings.count == b.headings.count, "\(english)")
      #expect(a.blocks.map(\.info) == b.blocks.map(\.info), "\(english)")
      #expect(a.steps.count == b.steps.count, "\(english)")
      #expect(a.identifiers.subtracting(b.identifiers) == [], "\(chinese) lacks them")
      #expect(b.identifiers.subtracting(a.identifiers) == [], "\(english) lacks them")
    }
  }

  @Test("The page of the installation names what the Makefile installs", arguments: ["en", "zh"])
  func packages(language: String) throws {
    let line = try #require(
      try Self.text("Makefile").components(separatedBy: "\n")
        .first { $0.hasPrefix("BUILD_PACKAGES = ") })
    let page = try Self.text("docs/\(language)/install.md")
    for name in line.split(separator: " ").dropFirst(2) { #expect(page.contains("`\(name)`")) }
  }

  @Test("The Chinese words that the manual offers as values are those that are understood")
  func chineseWords() throws {
    // Rows of option, words and code; a row without an option belongs to the one above it.
    var (option, rows): (String, [(option: String, words: String, code: String)]) = ("", [])
    for line in try ManualPage("docs/zh/asking.md").prose where line.hasPrefix("| ") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.filter { $0 != " " && $0 != "`" } }
      guard cells.count == 5 else { continue }
      if !cells[1].isEmpty { option = cells[1] }
      rows.append((option, cells[2], cells[3]))
    }
    func compare<Word: Vocabulary>(_ words: some Sequence<Word>, _ option: String) throws {
      let offered = rows.filter { $0.option == option && Word(rawValue: $0.code) != nil }
      #expect(offered.map(\.code) == words.map(\.rawValue))
      for (row, word) in zip(offered, words) {
        #expect(row.words.contains(word.label(in: .zh)))
        for text in row.words.split(separator: "、") {
          #expect(try Word(named: String(text)) == word)
        }
      }
    }
    try compare(ProtectionLevel.allCases, "--level")
    try compare(Category.allCases, "--category")
    try compare(Access.allCases, "--access")
    try compare(Provenance.allCases.filter { $0 != .standIn }, "--provenance")
  }

  @Test(
    "Every link within the project leads somewhere",
    arguments: ManualPage.paths + ["CONTRIBUTING.md", "CHANGELOG.md", "data/lixian/SOURCES.md"])
  func links(path: String) throws {
    let page = try ManualPage(path)
    for link in page.links where !link.path.contains("://") {
      let target =
        link.path.isEmpty
        ? path
        : URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
          .appendingPathComponent(link.path).standardized.path.dropFirst().description
      let file = Program.package.appendingPathComponent(target).path
      #expect(FileManager.default.fileExists(atPath: file), "\(path): \(link.path)")
      guard let anchor = link.anchor else { continue }
      #expect(try ManualPage(target).anchors.contains(anchor), "\(path): \(target)#\(anchor)")
    }
  }

  @Test("Every document that the program or its code names is there")
  func namedDocuments() throws {
    var names: Set<String> = []
    for folder in ["Sources", "data/words", "Scripts"] {
      let url = Program.package.appendingPathComponent(folder)
      let files = try #require(
        FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil))
      for case let file as URL in files {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        names.formUnion(
          text.matches(of: /(?:docs|data)\/[A-Za-z\/.]+\.md/).map { String($0.output) })
      }
    }
    #expect(names.contains("docs/en/tables.md"))
    for name in names {
      let file = Program.package.appendingPathComponent(name).path
      #expect(FileManager.default.fileExists(atPath: file), "\(name)")
    }
  }

  @Test(
    "The example of the library is code that compiles, and prints what is shown",
    arguments: ["en", "zh"])
  func snippet(language: String) throws {
    let source = try Self.text("Tests/heritageTests/ManualSnippet.swift")
    let marked = source.components(separatedBy: "// mark: begin\n")[1]
      .components(separatedBy: "// mark: end")[0]
    let body = marked.components(separatedBy: "\n").map { line in
      line.hasPrefix("  ") ? String(line.dropFirst(2)) : line
    }
    let code =
      "import Geodesy\nimport HeritageRegistry\nimport HeritageSQLite\n\n"
      + body.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
      .replacing("opening: register)", with: "opening: \"heritage.sqlite\")")
      .replacing("in: language", with: "in: .\(language)")
    let page = try ManualPage("docs/\(language)/developer.md")
    #expect(page.blocks.first { $0.info == "swift" }?.lines.joined(separator: "\n") == code)
    let printed = try manualSnippet(
      register: Registers.lixian.get().path("heritage.sqlite"),
      language: language == "zh" ? .zh : .en)
    #expect(page.text.contains("```text\n" + printed + "```"))
  }

  @Test("Every exit code is named", arguments: ["en", "zh"])
  func exitCodes(language: String) throws {
    let text = try Self.text("docs/\(language)/developer.md")
    for code in [0, 1, 64, 65, 66, 74, 75, 130] { #expect(text.contains("| \(code) |")) }
  }

  @Test(
    "Every file and column of a county pack is described",
    arguments: ["data/README.md", "data/README.zh.md"])
  func packLayout(name: String) throws {
    let text = try Self.text(name)
    let folder = Program.package.appendingPathComponent("data/lixian")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name != "SOURCES.md" {
      #expect(text.contains(name))
      guard name.hasSuffix(".csv"), name != "pack.csv" else { continue }
      let header = try Self.text("data/lixian/\(name)").prefix { $0 != "\r\n" && $0 != "\n" }
      for column in header.split(separator: ",") { #expect(text.contains("`\(column)`")) }
    }
  }

  @Test("The credits of the data are those that the register prints")
  func credits() throws {
    let line = try #require(
      try Self.text("data/lixian/pack.csv").components(separatedBy: "\n")
        .first { $0.hasPrefix("credits,") })
    let credits = line.dropFirst("credits,".count).trimmingCharacters(in: ["\"", "\r"])
    #expect(try Self.text("README.md").contains(credits))
    #expect(try Self.text("README.zh.md").contains(credits))
  }

  @Test("The help of a command names its options in one column of text")
  func help() throws {
    let run = try heritage("help", "near")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("OVERVIEW: List the relics within a radius"))
    #expect(run.output.contains("USAGE: heritage near"))
    #expect(try heritage("--version").output == "0.1.0\n")
  }

  @Test("Shells complete commands and options", arguments: ["bash", "zsh", "fish"])
  func completion(shell: String) throws {
    let run = try heritage("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("nearest"))
    #expect(run.output.contains("include-stand-ins"))
  }
}
