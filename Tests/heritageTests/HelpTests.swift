import Foundation
import HeritageFormats
import HeritageTestSupport
import Testing
import Words

@testable import heritage

@Suite("Help in two languages")
struct HelpTests {
  private static let chinese = ["LANG": "zh_CN.UTF-8"]

  private static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.heritage.run(arguments, environment: environment)
  }

  /// What the program says of itself as JSON.
  private struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let abstract, discussion: String?
      let arguments: [Argument]?
      let subcommands: [Command]?

      /// The command and those below it that are the program's own.
      var all: [Command] {
        [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
      }

      /// The words by which each of them is called, behind the name of the program.
      func paths(_ path: [String]) -> [[String]] {
        [path]
          + (subcommands ?? []).filter { $0.commandName != "help" }
          .flatMap { $0.paths(path + [$0.commandName]) }
      }
    }

    struct Argument: Decodable {
      struct Name: Decodable, Equatable { let kind, name: String }
      let kind, valueName: String
      let names: [Name]?
      let abstract, defaultValue: String?
      let allValues: [String]?
    }

    let command: Command
  }

  private static func dump(_ environment: [String: String] = [:]) throws -> [Dump.Command] {
    let run = try run("--experimental-dump-help", environment: environment)
    return try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command.all
  }

  @Test("Every command, argument, option and value is explained in both languages")
  func everything() throws {
    let (english, chinese) = (try Self.dump(), try Self.dump(Self.chinese))
    #expect(english.count == 82)
    #expect(english.map(\.commandName) == chinese.map(\.commandName))
    let lines = HelpTable.lines(under: "")
    /// Whether a text is that of the same line as an English one.
    func agree(_ chinese: String?, _ english: String?) -> Bool {
      guard let chinese, let english else { return chinese == english }
      return lines.contains { $0.english == english && $0.chinese == chinese }
    }
    for (one, other) in zip(english, chinese) {
      #expect(one.abstract != nil)
      #expect(agree(other.abstract, one.abstract), "\(one.commandName)")
      #expect(agree(other.discussion, one.discussion), "\(one.commandName)")
      let (options, others) = (one.arguments ?? [], other.arguments ?? [])
      #expect(options.map(\.names) == others.map(\.names))
      for (option, said) in zip(options, others) {
        let name = "\(one.commandName) \(option.names?.last?.name ?? option.valueName)"
        #expect(option.abstract?.isEmpty == false, "\(name)")
        #expect(agree(said.abstract, option.abstract), "\(name)")
        if option.kind == "flag" {
          #expect(said.valueName == option.valueName, "\(name)")
        } else {
          #expect(agree(said.valueName, option.valueName), "\(name)")
        }
        #expect(said.defaultValue == option.defaultValue && said.allValues == option.allValues)
      }
    }
  }

  /// The commands as `heritage help` takes them: `[]`, `["show"]`, `["tour", "plan"]`.
  private static func topics() throws -> [[String]] {
    let run = try run("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command.paths([])
  }

  @Test("No sentence of English is left on a Chinese screen, and no line is too long")
  func screens() throws {
    for topic in try Self.topics() {
      let run = try Program.heritage.run(["help"] + topic, environment: Self.chinese)
      #expect(run.status == 0 && run.errors.isEmpty, "\(topic)")
      #expect(run.output.hasPrefix("概述："), "\(topic)")
      #expect(run.output.contains("\n选项：\n"), "\(topic)")
      #expect(run.output.contains("--version               显示版本号。\n"), "\(topic)")
      #expect(run.output.contains("-h, --help              显示帮助。\n"), "\(topic)")
      let said = run.output.replacing(/`[^`]*`|“[^”]*”|用法：[^\n]*|\{[^。]*\}/, with: "")
      #expect(said.firstMatch(of: /[A-Za-z]+ [a-z]+ [a-z]+/) == nil, "\(topic)")
      #expect(said.firstMatch(of: /OVERVIEW|USAGE|OPTIONS|ARGUMENTS|SUBCOMMANDS|default:/) == nil)
      for line in run.output.split(separator: "\n") where !line.hasPrefix("用法：") {
        #expect(EastAsianWidth.of(String(line)) <= 80, "\(line)")
      }
    }
  }

  @Test("A screen in Chinese")
  func screen() throws {
    #expect(
      try Self.run("help", "template", environment: Self.chinese).output == """
        概述：生成空白登记表，供文物部门填写：中文表头、可选用语、填表说明。

        表头就是导入时认得的那些。级别、类别等列可从下拉列表里选法定用语；填写示例在填表
        说明那张表上，不混在行里。

        用法：heritage template --output <文件> [--quiet] [--lang <语言>]

        选项：
          -o, --output <文件>     写到哪里。
          -q, --quiet             不在标准错误中打印说明。
          --lang <语言>           标签用什么语言：zh 或 en（默认：随系统语言环境）（可
                                  取：zh、en）。
          --version               显示版本号。
          -h, --help              显示帮助。


        """)
    let near = try Self.run("help", "nearest", environment: Self.chinese).output
    #expect(near.contains("\n用法：heritage nearest [<选项>] [<经度,纬度>]\n\n参数：\n  <经度,纬度>"))
    #expect(near.contains("\n  -n, --count <数目>      要几处（默认：10）。\n"))
    #expect(
      near.contains(
        "  --audience <读者>       谁来看：对公众（public），敏感文物的位置只给概略的或不\n"))
    #expect(near.contains("（可取：public、staff）。\n"))
    let tour = try Self.run("help", "tour", environment: Self.chinese).output
    #expect(tour.contains("\n用法：heritage tour <子命令>\n"))
    #expect(tour.contains("\n子命令：\n  plan（默认）            安排得分最高的行程"))
    #expect(tour.contains("\n\n  各命令的详细帮助：“heritage help tour <子命令>”。\n"))
    #expect(tour.contains("\n用法：heritage tour plan [<选项>] --date <日期>\n"))
  }

  @Test("A screen in English is as ever")
  func englishScreen() throws {
    #expect(
      try Self.run("help", "template").output == """
        OVERVIEW: Write an empty workbook for a bureau: Chinese headers, lists of
        words, explanations.

        The headers are those that an import recognises. The columns of levels,
        categories and the like offer the law's words; examples stand on the sheet of
        explanations, not among the rows.

        USAGE: heritage template --output <file> [--quiet] [--lang <lang>]

        OPTIONS:
          -o, --output <file>     Where to write it.
          -q, --quiet             Print no remarks on the standard error.
          --lang <lang>           The language of labels: zh or en (default: from the
                                  locale). (values: zh, en)
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test(
    "The language of help is that of --lang, wherever it stands, else of the locale",
    arguments: [
      (["help", "near", "--lang", "zh"], "C"), (["help", "--lang=zh", "near"], "C"),
      (["near", "--help", "--lang", "zh"], "C"), (["near", "--lang=zh", "-h"], "C"),
      (["near", "--help"], "zh_CN.UTF-8"), (["help", "near"], "zh_TW.UTF-8"),
    ])
  func language(arguments: [String], locale: String) throws {
    let run = try Program.heritage.run(arguments, environment: ["LANG": locale])
    #expect(run.status == 0)
    #expect(run.output == (try Self.run("help", "near", environment: Self.chinese).output))
    #expect(
      try Self.run("help", "near", "--lang", "en", environment: Self.chinese).output
        == (try Self.run("help", "near").output))
  }

  @Test("The screen of the program and of commands without --lang obey it too")
  func languageElsewhere() throws {
    for arguments in [["--help", "--lang", "zh"], ["--lang", "zh", "--help"]] {
      let run = try Program.heritage.run(arguments)
      #expect(run.output.hasPrefix("概述：一个县的不可移动文物"))
    }
    #expect(try Self.run(environment: Self.chinese).output.hasPrefix("概述：一个县"))
    #expect(try Self.run("init", "--help", "--lang", "zh").output.hasPrefix("概述：用县数据包"))
    #expect(try Self.run("--version", environment: Self.chinese).output == "0.1.0\n")
    let zh = try Self.run("--experimental-dump-help", "--lang", "zh").output
    #expect(zh == (try Self.run("--experimental-dump-help", environment: Self.chinese).output))
  }

  @Test(
    "A wrong command line is named in Chinese, with code 64",
    arguments: [
      (["tour"], "缺少“--date <日期>”"),
      (["near", "111.65,29.69", "--radius"], "“--radius <长度>”缺少值"),
      (["list", "--levl", "national"], "没有选项“--levl”，是不是指“--level”？"),
      (["list", "--no-such-thing"], "没有选项“--no-such-thing”"),
      (["list", "-x"], "没有选项“-x”"),
      (["list", "x"], "多余的参数“x”"),
      (["list", "x", "y"], "多余的 2 个参数：“x”、“y”"),
      (["list", "--possible=yes"], "选项“--possible”不带值，却写了“yes”"),
      (["nearest", "-n", "x", "111,29"], "“x”不能用于“-n <数目>”"),
      (["list", "--lang", "fr"], "“fr”不能用于“--lang <语言>”，可取“zh”、“en”"),
      (
        ["list", "--sort", "x"],
        "“x”不能用于“--sort <顺序>”，可取“code”、“name”、“level”、“distance”"
      ),
      (["show"], "缺少“<编号>”"),
      (["nothing"], "错误：heritage 没有 nothing 这个命令"),
      (["tour", "order"], "缺少“--sites <编号> ...”"),
      (
        ["export", "--format", "doc"],
        "“doc”不能用于“--format <格式>”，可取以下之一：   - csv   - tsv   - json   - jsonl   - xlsx"
          + "   - geojson   - geojsonseq   - kml   - gpx   - gpkg"
      ),
    ])
  func errors(arguments: [String], message: String) throws {
    let run = try Program.heritage.run(arguments, environment: Self.chinese)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("\(message)\n"), "\(run.errors)")
  }

  @Test("A shell that is unknown is named in Chinese, and scripts explain in Chinese")
  func completion() throws {
    let unknown = try Self.run("--generate-completion-script", "csh", environment: Self.chinese)
    #expect(unknown.errors.contains("不能为“csh”生成补全脚本。"))
    for shell in ["bash", "zsh", "fish"] {
      let english = try Self.run("--generate-completion-script", shell).output
      let script = try Self.run("--generate-completion-script", shell, environment: Self.chinese)
      #expect(script.status == 0)
      #expect(script.output.contains("include-stand-ins"))
      #expect(script.output.split(separator: "\n").count == english.split(separator: "\n").count)
      if shell != "bash" {
        #expect(script.output.contains("包括占位记录，它们不是文物。"))
        #expect(!script.output.contains("Show "))
      }
    }
  }
}
