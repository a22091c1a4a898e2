import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Checks a register.
struct Doctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: .help("doctor"),
      discussion: .help("doctor.discussion"))
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let findings = try RegisterFile(registry.path).diagnose()
    try Output(options: common.output).write(
      Answer(
        columns: [
          Answer.Column("check", zh: "检查", en: "Check"),
          Answer.Column("ok", zh: "结果", en: "Result"),
          Answer.Column("detail", zh: "说明", en: "Detail"),
        ],
        rows: findings.map {
          [
            .said($0.check),
            .word(
              $0.isSound ? "ok" : "failed", zh: $0.isSound ? "通过" : "失败",
              en: $0.isSound ? "ok" : "FAILED"),
            .said($0.detail),
          ]
        }))
    let failed = findings.filter { !$0.isSound }
    guard failed.isEmpty else {
      throw Failure(
        Sentence(
          "doctor.checksFailed",
          ["failed": failed.count, "all": findings.count, "checks": failed.map(\.check)]),
        hint: Sentence("advice.doctorTable"),
        status: .badData)
    }
  }
}
