import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Copies a register.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a register by SQLite's online backup, and check the copy.",
    discussion: """
      The copy holds everything, exact positions too. It appears whole, or not at all, and replaces no \
      file; a register that is not sound is not copied.
      """)

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where the copy is to stand (default: FILE.backup-1, or the next number that is free).",
      valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Option(help: "json prints what was done, or why not, as JSON.")
  var format: Init.Format?

  func run() throws {
    let path = register.path
    let copy = output ?? RegisterFile(path).backupPath
    let partial = RegisterFile.temporaryPath(for: copy)
    Interruption.remove([partial, partial + "-journal"])
    let backup: RegisterFile.Backup
    do {
      backup = try RegisterFile(path).backup(to: copy)
    } catch let error as RegistryError {
      guard case .fileExists = error else { throw error }
      throw Failure(error.sentence, hint: Sentence("advice.otherName"), status: .failed)
    }
    if format == .json {
      try Terminal.write(
        JSONText.pretty(
          .object([
            .init("path", .text(backup.path)), .init("rows", .integer(backup.rows)),
            .init("bytes", .integer(backup.byteCount)),
          ])))
    } else if !quiet {
      Terminal.say(
        Sentence(
          "backup.copied",
          [
            "path": path, "copy": backup.path, "rows": backup.rows, "bytes": backup.byteCount,
          ]))
    }
  }
}
