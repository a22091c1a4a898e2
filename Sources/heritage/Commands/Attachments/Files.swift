import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Checks the files of all relics, and removes those that no relic has.
struct Files: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "files", abstract: .help("files"),
      subcommands: [FilesVerify.self, FilesClean.self])
  }
}

/// Compares every file with the digest of what was attached.
struct FilesVerify: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: .help("files.verify"),
      discussion: .help("files.verify.discussion"))
  }

  @OptionGroup var register: RegisterFileOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let check = try RegisterFile(register.path).verifyAttachments()
    let writer = Output(options: output)
    let answer = Answer(
      columns: [
        Answer.Column("fault", zh: "问题", en: "Fault"), Answer.Column("file", zh: "文件", en: "File"),
        Answer.Column("attachments", zh: "所属", en: "Of"),
      ],
      rows: check.findings.map { finding in
        [
          finding.fault.value, .text(finding.name),
          .list(finding.attachments.map { .text("\($0.site) \($0.number)") }),
        ]
      })
    // No fault is no empty answer: what was checked is said below.
    if answer.rows.isEmpty { try writer.write(empty: answer) } else { try writer.write(answer) }
    let unnamed = check.findings.count - check.losses.count
    if unnamed > 0 { writer.note(Sentence("files.unnamed", ["count": unnamed])) }
    guard check.losses.isEmpty else {
      throw Failure(
        Sentence("files.lost", ["count": check.losses.count, "files": check.files]),
        hint: Sentence("advice.filesFromBackup"), status: .badData)
    }
    writer.note(
      Sentence(
        "files.sound",
        ["files": check.files, "count": check.attachments, "bytes": check.bytes]))
  }
}

/// Removes files that no relic has.
struct FilesClean: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "clean", abstract: .help("files.clean"),
      discussion: .help("files.clean.discussion"))
  }

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let names = try RegisterFile(register.path).removeUnnamedFiles()
    if !quiet { Terminal.say(Sentence("files.removed", ["count": names.count])) }
  }
}

extension AttachmentCheck.Fault {
  /// The fault as a word.
  fileprivate var value: FieldValue {
    switch self {
    case .missing: .word(rawValue, zh: "缺失", en: "missing")
    case .changed: .word(rawValue, zh: "已改动", en: "changed")
    case .notPlain: .word(rawValue, zh: "链接或不是普通文件", en: "a link, or no plain file")
    case .unnamed: .word(rawValue, zh: "不属于任何文物", en: "of no relic")
    }
  }
}
