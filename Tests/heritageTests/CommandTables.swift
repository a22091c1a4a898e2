import Foundation
import HeritageTestSupport

/// The commands and their options as Markdown, made from what the program says of itself.
///
/// Options whose explanation is the same in three commands or more stand once, above the commands.
struct CommandTables {
  private let words: Words
  private let root: Command

  /// The tables in `en` or `zh`.
  ///
  /// - Throws: where the program does not describe itself as JSON.
  init(language: String) throws {
    words = language == "zh" ? .zh : .en
    let run = try Program.heritage.run(
      ["--experimental-dump-help"],
      environment: ["LANG": language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8"])
    root = try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command
  }

  /// The page.
  var text: String {
    let commands = root.all(under: [])
    let rows = commands.map { $0.command.rows }
    let counts = Dictionary(rows.flatMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    var shared: [Row] = []
    for row in rows.joined() where counts[row, default: 0] >= 3 && !shared.contains(row) {
      shared.append(row)
    }
    var lines = [
      "# \(words.title)", "", words.origin, "", "| \(words.command) | \(words.purpose) |",
      "|---|---|",
    ]
    lines += commands.map { path, command in
      let name = path.joined(separator: " ")
      let anchor = path.joined(separator: "-")
      return "| [`\(name)`](#\(anchor)) | \(Row.cell(command.abstract ?? "")) |"
    }
    lines += ["", "## \(words.shared)", "", words.sharedNote, ""] + table(shared)
    for (path, command) in commands {
      let own = command.rows.filter { counts[$0, default: 0] < 3 }
      let others = command.rows.filter { counts[$0, default: 0] >= 3 }
      lines += ["", "## \(path.joined(separator: " "))", "", command.abstract ?? ""]
      if let discussion = command.discussion { lines += ["", discussion] }
      lines += ["", "```text", command.usage(path, options: words.options), "```"]
      if !own.isEmpty { lines += [""] + table(own) }
      if !others.isEmpty {
        lines += [
          "",
          "\(words.also) " + others.map { "`\($0.name)`" }.joined(separator: words.comma)
            + words.stop,
        ]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ rows: [Row]) -> [String] {
    ["| \(words.option) | \(words.meaning) |", "|---|---|"]
      + rows.map { row in
        var meaning = row.abstract
        if !row.values.allSatisfy(meaning.contains) {
          meaning += "\(words.values) \(row.values.joined(separator: words.comma))\(words.stop)"
        }
        if let value = row.value, !meaning.contains(value) {
          meaning += "\(words.byDefault) `\(value)`\(words.stop)"
        }
        return "| \(row.heads) | \(Row.cell(meaning)) |"
      }
  }

  /// What the page says for itself.
  private struct Words {
    let title, origin, command, purpose, shared, sharedNote, option, meaning, also: String
    let values, byDefault, options, comma, stop: String

    static let en = Words(
      title: "Commands and options",
      origin: "Made from the program's own help by `make record`; a test compares them.",
      command: "command", purpose: "what it does", shared: "Options of several commands",
      sharedNote: "Each command below names those that it has.",
      option: "option", meaning: "meaning", also: "And, explained above:", values: " Values:",
      byDefault: " Default:", options: "options", comma: ", ", stop: ".")
    static let zh = Words(
      title: "命令与选项", origin: "由 `make record` 根据程序自带的帮助生成，测试逐字核对。",
      command: "命令", purpose: "用途", shared: "多个命令共有的选项",
      sharedNote: "下面每个命令都列出它具有其中哪些选项。", option: "选项", meaning: "含义",
      also: "另有上面已说明的", values: "可取", byDefault: "默认", options: "选项", comma: "、", stop: "。")
  }
}

/// What the program prints for `--experimental-dump-help`.
private struct Dump: Decodable { let command: Command }

private struct Command: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [Command]?

  /// The commands below this one that are no mere heads of others, `help` apart.
  func all(under path: [String]) -> [(path: [String], command: Command)] {
    let own = path + [commandName]
    let below = (subcommands ?? []).filter { $0.commandName != "help" }
    return (path.isEmpty ? [] : [(own, self)]) + below.flatMap { $0.all(under: own) }
  }

  var rows: [Row] { (arguments ?? []).filter(\.shouldDisplay).map(Row.init) }

  /// The command line with its arguments.
  func usage(_ path: [String], options: String) -> String {
    let names = (arguments ?? []).filter { $0.kind == "positional" }.map { argument in
      let name = "<\(argument.valueName)>" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    let required = (arguments ?? []).filter { !$0.isOptional && $0.kind == "option" }
      .map { Row($0).name + " <\($0.valueName)>" }
    return (path + names + required + ["[<\(options)>]"]).joined(separator: " ")
  }
}

private struct Argument: Decodable {
  struct Name: Decodable {
    let kind, name: String

    var written: String { kind == "long" ? "--\(name)" : "-\(name)" }
  }

  let kind, valueName: String
  let names: [Name]?
  let abstract: String?
  let defaultValue: String?
  let allValues: [String]?
  let isOptional, isRepeating, shouldDisplay: Bool
}

/// A row of a table: an option and its explanation.
private struct Row: Hashable {
  let name, heads, abstract: String
  let value: String?
  let values: [String]

  init(_ argument: Argument) {
    let names = (argument.names ?? []).map(\.written)
    let placeholder = "<\(argument.valueName)>"
    name = names.last ?? placeholder
    let shown = names.isEmpty || argument.kind == "flag" ? name : "\(name) \(placeholder)"
    heads = (names.dropLast() + [shown]).map { "`\(Self.cell($0))`" }.joined(separator: ", ")
    abstract = argument.abstract ?? ""
    value = argument.defaultValue
    values = argument.allValues ?? []
  }

  /// A text that ends no cell of a table.
  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
