import Testing

@testable import ArgumentParser
@testable import heritage

@Suite("Declarations of commands")
struct CommandDeclarationTests {
  /// A command and all below it.
  private static func tree(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(tree)
  }

  /// The parser asks these of itself at every start, but only where `DEBUG` is defined.
  @Test("Every command passes the checks that the parser has for declarations")
  func declarations() {
    let commands = Self.tree(Heritage.self)
    #expect(commands.count > 20)
    for command in commands {
      #expect(throws: Never.self) { try command._validate(parent: nil) }
    }
  }
}
