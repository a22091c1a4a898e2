import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// Takes a file from a relic.
struct Detach: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "detach", abstract: .help("detach"), discussion: .help("detach.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Argument(help: .help("detach.number", value: "n"))
  var number: Int

  @OptionGroup var edit: EditOptions

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let attachment = try Registrar(opening: register.path).detach(
      number, from: code, note: try edit.note())
    guard !quiet else { return }
    Terminal.say(
      Sentence(
        "detach.detached",
        [
          "number": attachment.number, "name": attachment.facts.fileName,
          "code": attachment.site,
        ]))
    Terminal.say(Sentence("detach.kept"))
  }
}
