import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Copies a register.
struct Backup: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: .help("backup"),
      discussion: .help("backup.discussion"))
  }

  @Option(
    name: [.customShort("o"), .long],
    help: .help("backup.output", value: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  @Option(help: .help("init.format", value: "format"))
  var format: Init.Format?

  func validate() throws { if let output { try KnownEndings.refuse(output) } }

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
            .init("bytes", .integer(backup.byteCount)), .init("folder", FieldValue(backup.folder)),
            .init("files", .integer(backup.files)),
            .init("missing_files", .list(backup.missingFiles.map(FieldValue.text))),
          ])))
    } else if !quiet {
      Terminal.say(
        Sentence(
          "backup.copied",
          [
            "path": path, "copy": backup.path, "rows": backup.rows, "bytes": backup.byteCount,
          ]))
      if let folder = backup.folder {
        Terminal.say(Sentence("backup.files", ["count": backup.files, "folder": folder]))
      }
    }
    if !backup.missingFiles.isEmpty, format != .json {
      Terminal.say(
        Sentence(
          "backup.filesMissing",
          ["count": backup.missingFiles.count, "files": backup.missingFiles]))
    }
  }
}
