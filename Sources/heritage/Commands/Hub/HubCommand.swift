import ArgumentParser
import HeritageFormats
import HeritagePostgres
import HeritageRegistry
import HeritageSQLite
import Words

/// A hub of many counties: making one, bringing counties in, taking working copies out.
struct HubCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hub", abstract: .help("hub"), discussion: .help("hub.discussion"),
      subcommands: [HubInit.self, HubJoin.self, HubClone.self, HubStatus.self])
  }
}

/// Which hub is meant.
struct HubArgument: ParsableArguments {
  @Argument(help: .help("hub.address", value: "hub"))
  var address: String

  /// The hub.
  func hub() throws -> Hub { try Self.hub(address) }

  /// The hub that a text names.
  static func hub(_ text: String) throws -> Hub {
    guard let address = HubAddress(text) else {
      throw ValidationError(Sentence("option.hub", ["text": text]))
    }
    return Hub(address)
  }
}

/// Makes a database a hub.
struct HubInit: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: .help("hub.init"))
  }

  @OptionGroup var address: HubArgument
  @OptionGroup var language: LanguageOption

  func run() throws {
    let hub = try address.hub()
    let isNew = try hub.initialise()
    Terminal.say(
      isNew
        ? Sentence("hub.made", ["hub": hub.name]) : Sentence("hub.updated", ["hub": hub.name]))
  }
}

/// Brings a register into a hub as a county of its own.
struct HubJoin: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "join", abstract: .help("hub.join"))
  }

  @OptionGroup var address: HubArgument
  @OptionGroup var register: RegisterFileOption
  @OptionGroup var language: LanguageOption

  func run() throws {
    let hub = try address.hub()
    let count = try WorkingCopy(register.path).join(hub)
    Terminal.say(
      Sentence("hub.joined", ["count": count, "path": register.path, "hub": hub.name]))
  }
}

/// Makes a working copy of a county.
struct HubClone: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "clone", abstract: .help("hub.clone"))
  }

  @OptionGroup var address: HubArgument

  @Option(help: .help("hub.county", value: "code"))
  var county: String

  @OptionGroup var register: RegisterFileOption
  @OptionGroup var language: LanguageOption

  func run() throws {
    let hub = try address.hub()
    let partial = RegisterFile.temporaryPath(for: register.path)
    Interruption.remove([partial, partial + "-journal"])
    let count: Int
    do {
      count = try WorkingCopy(register.path).clone(county, of: hub)
    } catch RegistryError
      .fileExists(let path)
    {
      // A working copy may hold what nobody has sent yet: nothing replaces it.
      throw Failure(
        RegistryError.fileExists(path: path).sentence, hint: Sentence("advice.hubOtherFile"),
        status: .failed)
    }
    Terminal.say(
      Sentence("hub.cloned", ["count": count, "path": register.path, "hub": hub.name]))
  }
}

/// What a hub holds.
struct HubStatus: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: .help("hub.status"))
  }

  @OptionGroup var address: HubArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    let counties = try address.hub().counties()
    try Output(options: output).write(
      Answer(
        columns: [
          Answer.Column("county", zh: "县", en: "County"),
          Answer.Column("name", zh: "名称", en: "Name"),
          Answer.Column("relics", zh: "文物数", en: "Relics", isNumber: true),
          Answer.Column("seq", zh: "改动号", en: "Change", isNumber: true),
        ],
        rows: counties.map {
          [.text($0.code), .text($0.name), .integer($0.relics), .integer($0.seq)]
        }))
  }
}
