public import ArgumentParser
import HeritagePostgres
public import HeritageRegistry
import HeritageSQLite
import Words

/// Which register is read, and for whom.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var register: RegisterFileOption

  @Option(help: .help("register.audience", value: "audience"))
  var audience: Audience?

  /// The path of the register.
  var path: String { register.path }

  /// Opens the register.
  func open() throws -> Registry {
    let audience = try chosenAudience()
    let registry =
      if let hub = HubAddress(path) { try Registry(opening: hub, audience: audience) } else {
        try Registry(opening: path, audience: audience)
      }
    Self.opened = registry
    return registry
  }

  /// The register stays open until the process ends: closing a file that was only read is work that
  /// the system does better.
  nonisolated(unsafe) private static var opened: Registry?

  private func chosenAudience() throws -> Audience {
    if let audience { return audience }
    guard let name = Environment["HERITAGE_AUDIENCE"] else { return .public }
    guard let audience = Audience(rawValue: name) else {
      throw ValidationError(Sentence("option.audience", ["name": name]))
    }
    return audience
  }
}

extension Audience: ExpressibleByArgument {}
