import Foundation
import HeritageTestSupport

/// A page of the documents, with what it shows of the program and where it links to.
struct ManualPage {
  /// The path from the root of the package.
  let path: String
  /// The Markdown.
  let text: String

  /// - Throws: where there is no such page.
  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Program.package.appendingPathComponent(path), encoding: .utf8)
  }

  /// The pages of both languages: the READMEs, the manual, and the layout of a county pack.
  static let paths: [String] =
    ["README.md", "README.zh.md", "data/README.md", "data/README.zh.md"]
    + ["docs", "docs/en", "docs/zh"].flatMap { folder in
      names(in: folder).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }

  /// The pages of one language that people wrote, without the tables that the program makes.
  static func written(in language: String) throws -> [ManualPage] {
    try paths.filter { !$0.hasSuffix("commands.md") }.map { try ManualPage($0) }
      .filter { $0.language == language }
  }

  /// The names of the files of a folder of the package, sorted.
  static func names(in folder: String) -> [String] {
    let url = Program.package.appendingPathComponent(folder)
    return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// `zh` or `en`.
  var language: String {
    path.hasSuffix(".zh.md") || path.hasPrefix("docs/zh/") ? "zh" : "en"
  }

  /// The variables of somebody who reads this page: the program built here, in the page's language.
  var environment: [String: String] {
    [
      "PATH": Program.products.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
      "LANG": language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8",
    ]
  }

  /// What a reader does in the order of the page.
  enum Step: Equatable {
    /// Saves a block under the name that stands behind its language.
    case save(name: String, text: String)
    /// Runs a command, and sees lines; `…` stands for any number of them.
    case run(command: String, shown: [String])
  }

  /// The steps of the page: its `console` blocks, and blocks that name a file, as `csv survey.csv` does.
  var steps: [Step] {
    blocks.flatMap { block -> [Step] in
      if block.info == "console" { return Self.runs(of: block.lines) }
      let words = block.info.split(separator: " ")
      guard words.count == 2 else { return [] }
      return [
        .save(name: String(words[1]), text: block.lines.joined(separator: "\n") + "\n")
      ]
    }
  }

  /// The commands of a block, each behind `$ ` and with the lines that follow it.
  private static func runs(of lines: [String]) -> [Step] {
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(.run(command: String(line.dropFirst(2)), shown: []))
      } else if case .run(let command, let shown) = steps.last {
        steps[steps.count - 1] = .run(command: command, shown: shown + [line])
      }
    }
    return steps
  }

  /// A fenced block: what stands behind its fence, and its lines.
  struct Block {
    let info: String
    var lines: [String] = []
  }

  /// The fenced blocks, in the order of the page.
  var blocks: [Block] {
    var (blocks, open): ([Block], Block?) = ([], nil)
    for line in text.components(separatedBy: "\n") {
      switch open {
      case nil where line.hasPrefix("```"): open = Block(info: String(line.dropFirst(3)))
      case let block? where line == "```":
        blocks.append(block)
        open = nil
      default: open?.lines.append(line)
      }
    }
    return blocks
  }

  /// The lines outside the fenced blocks.
  var prose: [String] {
    var isInBlock = false
    return text.components(separatedBy: "\n").filter { line in
      if line.hasPrefix("```") { isInBlock.toggle() }
      return !isInBlock && !line.hasPrefix("```")
    }
  }

  /// The headings, without their marks.
  var headings: [String] {
    prose.filter { $0.hasPrefix("#") }.map { $0.drop { $0 == "#" }.trimmingPrefix(" ") }
      .map(String.init)
  }

  /// The parts of the page that GitHub gives its headings: small letters, hyphens for spaces.
  var anchors: Set<String> {
    Set(
      headings.map { heading in
        String(
          heading.lowercased().replacing(" ", with: "-").unicodeScalars
            .filter { $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.isDigit }
            .map(Character.init))
      })
  }

  /// Where the links lead: a path from the page, and a part of the page there.
  var links: [(path: String, anchor: String?)] {
    prose.joined(separator: "\n").matches(of: /\]\(([^)#\s]*)(?:#([^)\s]*))?\)/).map {
      (String($0.1), $0.2.map(String.init))
    }
  }

  /// The options and the words of the program in code marks: what both languages have to name.
  var identifiers: Set<String> {
    Set(
      prose.joined(separator: "\n").matches(of: /`([^`]+)`/).flatMap { match in
        match.1.matches(of: /--[a-z][a-z-]+|\b[a-z]+_[a-z_0-9]*[a-z0-9]\b/).map {
          String($0.output)
        }
      })
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }
}
