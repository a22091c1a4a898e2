import ArgumentParser
import Foundation
import HeritageTestSupport
import Testing

@testable import heritage

@Suite("The documents")
struct DocumentationTests {
  private static func text(_ name: String) throws -> String {
    try String(contentsOf: Program.package.appendingPathComponent(name), encoding: .utf8)
  }

  /// A fenced block: its language and its lines.
  private static func blocks(_ name: String, _ language: String) throws -> [[String]] {
    var (blocks, block): ([[String]], [String]?) = ([], nil)
    for line in try text(name).components(separatedBy: "\n") {
      if block == nil, line == "```\(language)" {
        block = []
      } else if let lines = block, line == "```" {
        blocks.append(lines)
        block = nil
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  @Test(
    "What the READMEs show is what the program prints", arguments: ["README.md", "README.zh.md"])
  func consoleBlocks(name: String) throws {
    let folder = try Registers.lixian.get()
    let blocks = try Self.blocks(name, "console")
    #expect(blocks.count >= 8)
    for block in blocks {
      let command = try #require(block.first)
      #expect(command.hasPrefix("$ heritage "))
      let line = String(command.dropFirst(2))
        .replacing("heritage ", with: "'\(Program.heritage.path)' ", maxReplacements: 1)
        .replacing("| heritage ", with: "| '\(Program.heritage.path)' ")
      let run = try Program.shell(line, in: folder.url)
      #expect(
        Self.agrees(
          run.output.components(separatedBy: "\n").dropLast()[...], Array(block.dropFirst())),
        "\(name): \(command) prints\n\(run.output)")
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

  @Test("The example of the library is code that compiles, and prints what is shown")
  func snippet() throws {
    let source = try Self.text("Tests/heritageTests/ReadmeSnippet.swift")
    let marked = source.components(separatedBy: "// mark: begin\n")[1]
      .components(separatedBy: "// mark: end")[0]
    let body = marked.components(separatedBy: "\n").map { line in
      line.hasPrefix("  ") ? String(line.dropFirst(2)) : line
    }
    let code =
      "import Geodesy\nimport HeritageRegistry\n\n"
      + body.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
      .replacing("opening: register)", with: "opening: \"heritage.sqlite\")")
    #expect(try Self.blocks("README.md", "swift").first?.joined(separator: "\n") == code)
    let printed = try readmeSnippet(register: Registers.lixian.get().path("heritage.sqlite"))
    #expect(try Self.text("README.md").contains("```text\n" + printed + "```"))
  }

  @Test("Every command and every option is named", arguments: ["README.md", "README.zh.md"])
  func everyOption(name: String) throws {
    let text = try Self.text(name)
    let commands = Heritage.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(commands.count == Heritage.configuration.subcommands.count)
    for command in commands {
      #expect(text.contains("heritage \(command)"))
      let ways =
        [["help", command]]
        + ["plan", "order", "days", "check"].map {
          command == "tour" ? ["help", command, $0] : ["help", command]
        }
      let help = try ways.map { arguments in
        try Program.heritage.run(arguments, in: Registers.lixian.get().url).output
      }.joined()
      let options = help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
      #expect(!options.isEmpty)
      for option in Set(options) { #expect(text.contains(option), "\(name) lacks \(option)") }
    }
  }

  @Test("Every exit code is named", arguments: ["README.md", "README.zh.md"])
  func exitCodes(name: String) throws {
    let text = try Self.text(name)
    for code in [0, 1, 64, 65, 66, 74, 75, 130] { #expect(text.contains("| \(code) |")) }
  }

  @Test("Every file and column of a county pack is described")
  func packLayout() throws {
    let text = try Self.text("data/README.md")
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
