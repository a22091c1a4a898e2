import ArgumentParser
import HeritageRegistry

/// A protection level on the command line: `national`, `county`.
struct LevelArgument: ExpressibleByArgument {
  let level: ProtectionLevel

  init?(argument: String) {
    guard let level = try? ProtectionLevel(named: argument) else { return nil }
    self.level = level
  }

  static var allValueStrings: [String] { ProtectionLevel.allCases.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
