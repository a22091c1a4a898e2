import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Puts a backup in the place of a register.
struct Restore: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore", abstract: .help("restore"), discussion: .help("restore.discussion"))
  }

  @Argument(help: .help("restore.backup", value: "file"), completion: .file())
  var backup: String

  @OptionGroup var register: RegisterFileOption

  @Flag(help: .help("restore.yes"))
  var yes = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  /// So many codes are named of each kind.
  private static let mostCodes = 10

  func run() throws {
    let file = RegisterFile(register.path)
    let plan = try file.plan(restoring: backup)
    say(plan)
    guard !plan.isEmpty else { return }
    guard try isWanted() else {
      throw Failure(
        Sentence("restore.notAsked"), hint: Sentence("advice.restore"), status: .failed)
    }
    let partial = RegisterFile.temporaryPath(for: register.path)
    Interruption.remove([partial, partial + "-journal"])
    let old = try file.restore(from: backup)
    note(Sentence("restore.done", ["path": register.path, "backup": backup]))
    if let old { note(Sentence("output.oldFile", ["path": old])) }
  }

  private func say(_ plan: RestorePlan) {
    if plan.isEmpty { return note(Sentence("restore.same", ["backup": backup])) }
    func some(_ items: [String]) -> String {
      items.prefix(Self.mostCodes).joined(separator: ", ")
        + (items.count > Self.mostCodes ? " …" : "")
    }
    let (change, back, leave) = (plan.change, plan.comeBack, plan.leave)
    let edits = plan.lostEdits.map(String.init)
    let lines = [
      (change, Sentence("restore.change", ["count": change.count, "codes": some(change)])),
      (back, Sentence("restore.comeBack", ["count": back.count, "codes": some(back)])),
      (leave, Sentence("restore.leave", ["count": leave.count, "codes": some(leave)])),
      (edits, Sentence("restore.edits", ["count": edits.count, "numbers": some(edits)])),
    ]
    for (items, sentence) in lines where !items.isEmpty { note(sentence) }
  }

  private func isWanted() throws -> Bool {
    if yes { return true }
    return Terminal.ask(Sentence("restore.ask"))?.lowercased().hasPrefix("y") ?? false
  }

  private func note(_ sentence: Sentence) {
    if !quiet { Terminal.say(sentence) }
  }
}
