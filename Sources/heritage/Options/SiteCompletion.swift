import ArgumentParser
import HeritageRegistry
import HeritageSQLite

/// Completes codes and names of relics on the command line.
enum SiteCompletion {
  /// For the argument or the option that names a relic.
  static let kind = CompletionKind.custom { arguments, _, prefix in
    candidates(for: prefix, arguments: arguments)
  }

  private static let most = 50

  /// The codes and names that begin with what has been typed; nothing where there is no register.
  private static func candidates(for prefix: String, arguments: [String]) -> [String] {
    let named = zip(arguments, arguments.dropFirst()).first { $0.0 == "--db" }?.1
    let path = RegisterFileOption.path(named)
    guard let registry = try? Registry(opening: path) else { return [] }
    guard !prefix.isEmpty else {
      var query = SiteQuery()
      query.limit = most
      return ((try? registry.sites(matching: query).items) ?? []).map(\.code)
    }
    let found = (try? registry.search(prefix, in: .names, limit: most).items) ?? []
    // A shell offers what begins with what was typed.
    let folded = prefix.lowercased()
    return found.filter { [.exact, .prefix].contains($0.match.kind) }.map(\.match.name)
      .filter { $0.lowercased().hasPrefix(folded) }
  }
}
