import Foundation
import ServiceLifecycle

/// Ends the process some seconds after it was asked to stop, whatever a slow reader has not yet taken.
struct StopClock: Service {
  /// How long what is being answered may go on.
  static let patience = Duration.seconds(8)

  func run() async throws {
    try await gracefulShutdown()
    Task.detached {
      try? await Task.sleep(for: Self.patience)
      exit(0)
    }
  }
}
