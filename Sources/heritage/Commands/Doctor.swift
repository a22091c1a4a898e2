import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite

/// Checks a register.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Check a register: the file, its references, its spatial indexes, the official numbers.",
    discussion: "Exits with 65 when a check fails.")

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
            .text($0.check),
            .word(
              $0.isSound ? "ok" : "failed", zh: $0.isSound ? "通过" : "失败",
              en: $0.isSound ? "ok" : "FAILED"),
            .text($0.detail),
          ]
        }))
    let failed = findings.filter { !$0.isSound }
    guard failed.isEmpty else {
      throw Failure(
        "\(failed.count) of \(findings.count) checks failed: "
          + failed.map(\.check).joined(separator: ", "),
        hint: "the table above says what was found; keep a copy of the file before you mend it",
        status: .badData)
    }
  }
}
