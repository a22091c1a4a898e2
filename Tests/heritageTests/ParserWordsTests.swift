import Testing
import Words

@testable import heritage

@Suite("What the parser says, in Chinese")
struct ParserWordsTests {
  /// Every message that ArgumentParser 1.8 can print about arguments, with its Chinese.
  private static let messages = [
    ("Unknown option '--x'", "没有选项“--x”"),
    ("Unknown option '--nam'. Did you mean '--name'?", "没有选项“--nam”，是不是指“--name”？"),
    ("Missing value for '--radius <长度>'", "“--radius <长度>”缺少值"),
    (
      "Unknown option '-ox'\n   or: Missing value for '-o <文件>' in '-ox'",
      "没有选项“-ox”\n   或者：“-ox”里的“-o <文件>”缺少值"
    ),
    (
      "The option '--raw' does not take any value, but 'yes' was specified.",
      "选项“--raw”不带值，却写了“yes”"
    ),
    ("Unexpected argument 'x'", "多余的参数“x”"),
    ("2 unexpected arguments: 'x', 'y'", "多余的 2 个参数：“x”、“y”"),
    (
      "Value to be set with flag '--b' had already been set with flag '--a'",
      "“--b”要设的值已由“--a”设定"
    ),
    ("Missing expected argument '--radius <长度>'", "缺少“--radius <长度>”"),
    ("Missing one of: '--a', '--b'", "缺少其中之一：“--a”、“--b”"),
    ("The value 'x' is invalid for '-n <数目>'", "“x”不能用于“-n <数目>”"),
    ("The value 'x' is invalid for '<经度,纬度>': no point", "“x”不能用于“<经度,纬度>”：no point"),
    (
      "The value 'fr' is invalid for '--lang <语言>'. Please provide one of 'zh' and 'en'.",
      "“fr”不能用于“--lang <语言>”，可取“zh”、“en”"
    ),
    (
      "The value 'x' is invalid for '--mode <方式>'. Please provide one of 'drive', 'cycle' or 'walk'.",
      "“x”不能用于“--mode <方式>”，可取“drive”、“cycle”、“walk”"
    ),
    (
      "The value 'x' is invalid for '--format <格式>'. Please provide one of the following:\n  - csv\n  - tsv",
      "“x”不能用于“--format <格式>”，可取以下之一：\n  - csv\n  - tsv"
    ),
    ("Invalid option: -1", "选项写法不对：-1"),
    (
      "Can't generate completion scripts for 'csh'.\n"
        + "Please use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
      "不能为“csh”生成补全脚本。\n请写 --generate-completion-script=名称，可取：\n    zsh bash fish"
    ),
    ("Can't autodetect a supported shell.", "认不出所用的命令行外壳。"),
  ]

  @Test("Every message has its Chinese", arguments: messages)
  func message(english: String, chinese: String) {
    #expect(ParserWords.message(english, in: .zh) == chinese)
    #expect(ParserWords.message(english, in: .en) == english)
  }

  @Test("No message of the tables is without an example here")
  func complete() {
    let lines = Self.messages.flatMap { $0.0.split(separator: "\n") }.map {
      String($0.drop { $0 == " " })
    }
    for form in HelpTable.lines(under: "parser.error.") {
      let words = form.english.split(separator: /\{[a-z]+\}/).map(String.init)
      #expect(lines.contains { line in words.allSatisfy(line.contains) }, "\(form.english)")
    }
  }

  @Test("A message of the program itself stays as it is")
  func ownMessage() {
    #expect(ParserWords.message("--radius 5x is no radius", in: .zh) == "--radius 5x is no radius")
  }

  @Test("The language is that of the last --lang, whatever else is wrong")
  func language() {
    #expect(Language.of(["heritage", "near", "--lang", "zh", "--bad"]) == .zh)
    #expect(Language.of(["heritage", "--lang=zh", "--lang", "en"]) == .en)
    #expect(Language.of(["heritage", "--lang", "fr"]) == nil)
    #expect(Language.of(["heritage", "--lang"]) == nil)
    #expect(Help.topics(["help", "near", "--lang", "zh"]) == ["help", "near"])
    #expect(Help.topics(["help", "--lang=zh", "tour", "plan"]) == ["help", "tour", "plan"])
    #expect(Help.topics(["near", "--lang", "zh"]) == ["near", "--lang", "zh"])
    #expect(Help.topics(["help", "near"]) == ["help", "near"])
  }

  @Test("Chinese breaks anywhere but before a closing and behind an opening mark")
  func brokenLines() {
    #expect(BrokenLines.of("登记册文件。读入", within: 10) == ["登记册文", "件。读入"])
    #expect(BrokenLines.of("默认（登记册）", within: 6) == ["默认", "（登记", "册）"])
    #expect(BrokenLines.of("读 --dry-run 时", within: 8) == ["读", "--dry-run", "时"])
    #expect(BrokenLines.of("a b c d", within: 3) == ["a b", "c d"])
    #expect(BrokenLines.of("", within: 5) == [""])
  }
}
