import ArgumentParser
import HeritageRegistry

/// What every command that reads a register and answers with relics understands.
struct CommonOptions: ParsableArguments {
  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: OutputOptions

  /// Opens the register.
  func open() throws -> Registry { try register.open() }

  /// The path of the register.
  var path: String { register.path }
}
