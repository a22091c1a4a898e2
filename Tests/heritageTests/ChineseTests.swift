import Foundation
import HeritageTestSupport
import Testing

@Suite("Everything that people read is Chinese where it is asked for")
struct ChineseTests {
  private static let chinese = ["LANG": "zh_CN.UTF-8"]

  /// Lines of English, which are those with three words in small letters.
  ///
  /// Names of places and people begin with capitals; options, paths and fields have other signs.
  private static func english(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
      .filter { $0.firstMatch(of: /(?:^|[^\w.-])[a-z]{2,} [a-z]{2,} [a-z]{2,}(?:$|[^\w=])/) != nil }
  }

  private static func run(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Program.Run {
    try Program.heritage.run(arguments, in: folder.url, environment: chinese)
  }

  @Test(
    "An error and its hint are Chinese sentences, whether --lang or the locale asks for it",
    arguments: [
      (
        ["show", "LX-0099"],
        "错误：没有编号为 LX-0099 的文物点\n提示：是不是指：LX-0009 鸡叫城遗址、LX-0019 李家岗遗址、LX-0029 松澧分流工程纪念塔\n"
      ),
      (["list", "--db", "none.sqlite"], "错误：没有登记册 none.sqlite\n提示：用 heritage init 建立一个\n"),
      (
        ["list", "--sort", "distance"],
        "错误：按距离排序需要一个起量的地点\n提示：加 --near 经度,纬度 或 --near-site 编号\n"
      ),
      (
        ["list", "--level", "natonal"],
        "错误：natonal 不是文物级别\n提示：已知的有：全国重点文物保护单位、省级文物保护单位、市级文物保护单位、县级文物保护单位、未定级不可移动文物\n"
      ),
      (
        ["near", "--site", "LX-0016", "--radius", "5km"],
        "错误：LX-0016 没有可以起量的位置\n提示：heritage show 可说明它的位置知道些什么\n"
      ),
      (["group", "x"], "错误：没有代号为 x 的遗址群\n提示：已知的有：liyang-plain、lizhou-walls\n"),
      (["list", "--period", "2..1"], "错误：年份 2 至 1 前后颠倒\n"),
      (["list", "--after", "x"], "错误：x 不是本次查询的游标\n提示：请用上一页给出的游标，并保持同样的筛选条件\n"),
      (
        ["list", "--within", "none.geojson"], "错误：文件 none.geojson 不能读取：没有这个文件或文件夹\n"
      ),
      (
        ["map", "-o", "."], "错误：. 是一个文件夹\n提示：请写出其中的文件名\n"
      ),
    ] as [([String], String)])
  func errors(arguments: [String], sentence: String) throws {
    let folder = try Registers.lixian.get()
    #expect(try Self.run(arguments, in: folder).errors == sentence)
    let asked = try Program.heritage.run(arguments + ["--lang", "zh"], in: folder.url)
    #expect(asked.errors == sentence)
    let english = try Program.heritage.run(
      arguments + ["--lang=en"], in: folder.url, environment: Self.chinese)
    #expect(english.errors.hasPrefix("heritage: "))
  }

  @Test("A wrong command line is said in Chinese")
  func usage() throws {
    let run = try heritage("near", "111.6,29.6", "--radius", "5k", "--lang", "zh")
    #expect(run.status == 64)
    #expect(run.errors.contains("--radius 5k 不是半径：请写大于 0 的长度，如 5km、800m、5公里 或 800（米）"))
    #expect(run.errors.contains("提示：heritage help 有详细说明"))
  }

  @Test("Remarks beside an answer are Chinese")
  func remarks() throws {
    func remarks(_ arguments: String...) throws -> String {
      try Self.run(arguments, in: Registers.lixian.get()).errors
    }
    #expect(
      try remarks("near", "111.65556,29.69167", "--radius", "5km").hasPrefix(
        "111.65556,29.69167 周围 5000 米之内\n另有 "))
    #expect(try remarks("list", "--limit", "1").hasPrefix("还有更多：用 --after '"))
    #expect(try remarks("list", "--name", "没有的").contains("没有找到\n"))
    #expect(
      try remarks("export", "--level", "national")
        == "1 处文物没有位置，没有写出（加 --with-unlocated 可保留）\n")
    #expect(
      try remarks("search", "成头山").contains("没有叫这个名称的；是不是指下面这些？\n"))
    #expect(try remarks("cluster", "--eps", "5km", "--min", "3").contains("处不计：位置是乡镇驻地，不是文物点本身\n"))
    #expect(try remarks("group", "lizhou-walls").contains("范围 "))
  }

  @Test("The checks of the doctor are Chinese in a table, and codes for programs")
  func doctor() throws {
    let folder = try Registers.lixian.get()
    let table = try Self.run(["doctor", "--format", "table"], in: folder).output
    for line in ["数据库版本", "空间索引：site", "名称索引", "官方数字：登记总数", "官方 630，本库 630"] {
      #expect(table.contains(line), "\(line)")
    }
    #expect(Self.english(in: table) == [])
    let data = try Self.run(["doctor", "--format", "json"], in: folder).output
    #expect(data.contains("\"spatial index: site\""))
  }

  @Test("Problems of an import, its report and its workbook are Chinese")
  func imports() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Self.run(["init"], in: folder).errors.hasSuffix("已建立 heritage.sqlite：澧县，630 行\n"))
    try folder.write(
      """
      编号,名称,类别,文物级别,乡镇,经度,纬度,保管人
      A-1,甲桥,古建竺,县级文物保护单位,城头上镇,111.6,29.6,某人
      A-1,,古建筑,,城头山镇,111.6,,某人

      """, to: "登记表.csv")
    let rehearsal = try Self.run(["import", "登记表.csv", "--dry-run"], in: folder)
    #expect(rehearsal.status == 65)
    #expect(
      rehearsal.output.hasPrefix(
        """
        警告：登记表.csv，第 1 行，“保管人”列：“保管人”：认不得这一列，没有读取；如果要读，请用 --map 字段=保管人 指定
        错误：登记表.csv，第 1 行，“经度, 纬度”列：“经度, 纬度”：没有说明坐标用的是什么坐标系；用 --datum 声明：wgs84、cgcs2000、gcj02（高德、腾讯）、bd09（百度）或 gk3:37（写您的带号），也可以写在 coord_system 一列

        """))
    #expect(
      rehearsal.errors
        == "错误：有 6 个错误，不能导入；什么也没有写入\n提示：表头或选项改正之前，整张表都不能读取\n")
    let report = try Self.run(
      ["import", "登记表.csv", "--datum", "wgs84", "--dry-run", "--report", "标注.xlsx"], in: folder)
    #expect(report.status == 65)
    for line in [
      "错误：登记表.csv，第 2 行，“乡镇”列：“城头上镇”：现在和以前的乡镇中都没有这个名称；是不是指 城头山镇？",
      "错误：登记表.csv，第 2 行，“类别”列：“古建竺”：不是六个类别之一；是不是指 古建筑、古建？",
      "错误：登记表.csv，第 3 行，“名称”列：“”：不能为空；写上文物的名称",
      "错误：登记表.csv，第 2 行，“编号”列：“A-1”：编号还出现在 第 3 行；给每处文物各编一个编号，或只留一行",
    ] {
      #expect(report.output.contains(line + "\n"), "\(line)\n\(report.output)")
    }
    #expect(report.errors.contains("已写出 标注.xlsx\n"))
    #expect(Self.english(in: report.output + report.errors) == [])
  }

  @Test("Every command answers and refuses in Chinese")
  func everyCommand() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      编号,名称,类别,文物级别,乡镇,经度,纬度
      A-1,甲桥,古建筑,县级文物保护单位,城头山镇,111.66,29.69

      """, to: "t.csv")
    try folder.write("{", to: "broken.geojson")
    let runs: [([String], Int32)] = [
      (["init", "--empty"], 64), (["init", "--pack", "none"], 66), (["init"], 0), (["init"], 1),
      (["import", "t.csv"], 65), (["import", "t.csv", "--datum", "wgs84"], 0),
      (["import", "none.csv"], 66), (["import", "t.csv", "--datum", "x"], 64),
      (["import", "t.csv", "--map", "x=y"], 65), (["import", "t.csv", "--sheet", "x"], 65),
      (["import", "t.csv", "--map", "x"], 64), (["imports"], 0),
      (["show", "LX-0012"], 0), (["show", "none"], 66),
      (["search", "城头山"], 0), (["search", " "], 64),
      (["near", "29.69,111.65", "--radius", "5km"], 64),
      (["near", "111.65,29.69", "--radius", "5km", "--possible"], 0),
      (["nearest", "111.65,29.69"], 0), (["nearest", "111.65,29.69", "-n", "0"], 64),
      (["list", "--township", "没有的"], 66), (["list", "--include-stand-ins", "--limit", "3"], 0),
      (["list", "--within", "broken.geojson"], 65),
      (["group"], 0), (["group", "liyang-plain"], 0), (["group", "none"], 66),
      (["cluster", "--eps", "5km"], 0), (["cluster", "--eps", "x"], 64),
      (["intangible"], 0), (["stats"], 0), (["stats", "--format", "geojson"], 64),
      (["export", "-o", "a.geojson", "--datum", "gcj02"], 0), (["export", "--format", "gpx"], 0),
      (["export", "--format", "kml", "--datum", "gcj02"], 64), (["export", "--format", "csv"], 0),
      (["map", "-o", "a.svg"], 0), (["map", "--width", "1"], 64),
      (["synthesize", "--count", "1", "--seed", "1"], 0),
      (["synthesize", "--count=-1", "--seed", "1"], 64),
      (["convert", "--from", "wgs84", "--to", "gcj02", "2.35E,48.85N"], 0),
      (["convert", "--from", "wgs84", "--to", "gcj02", "x"], 65),
      (["convert", "--from", "wgs84", "--to", "gk3:37", "2.35E,48.85N"], 65),
      (["template", "-o", "a.xlsx"], 0), (["template", "-o", "none/a.xlsx"], 74),
      (["publish", "-o", "public.sqlite"], 0), (["publish", "-o", "public.sqlite"], 1),
      (["publish", "-o", "public.sqlite", "--force"], 0),
      (["import", "t.csv", "--datum", "wgs84", "--db", "public.sqlite"], 65),
      (["backup"], 0), (["backup", "-o", "public.sqlite"], 1), (["backup", "-o", "t.csv"], 64),
      (["doctor"], 0),
      (["doctor", "--db", "t.csv"], 65),
    ]
    for (arguments, status) in runs {
      let run = try Self.run(arguments, in: folder)
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(Self.english(in: run.errors) == [], "\(arguments)")
      if !run.errors.isEmpty {
        #expect(run.errors.unicodeScalars.contains { $0.properties.isIdeographic }, "\(arguments)")
      }
      if run.status != 0 { #expect(run.errors.contains("错误："), "\(arguments)") }
    }
  }
}
