import Testing

/// The store that a test asks.
enum TestStore: String, CaseIterable {
  /// A file of SQLite.
  case file
  /// Arrays in memory, looked through by brute force.
  case memory
  /// A hub on a private server, where PostgreSQL is installed.
  case hub

  @TaskLocal static var current = TestStore.file
}

/// Runs each test over every store: what it expects must hold in all of them.
struct EveryStore: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await body() }
    for store in TestStore.allCases where store != .hub || TestHub.isThere {
      try await TestStore.$current.withValue(store) { try await body() }
    }
  }
}

extension Trait where Self == EveryStore {
  /// Each test runs over a file, over arrays in memory and over a hub.
  static var everyStore: EveryStore { EveryStore() }
}
