import Foundation
import HeritagePostgres
import HeritageRegistry
import Synchronization

/// What is served: the file of a register, or a hub.
protocol ServedSource: Sendable {
  /// Makes an answer that is wholly of one state.
  ///
  /// - Parameters:
  ///   - once: Whether it is made once, whatever happens meanwhile: a form that writes is not carried out twice.
  ///   - seconds: How long it may take where it waits for a server.
  /// - Throws: `RegistryError`, `HubError`; ``WebFault/overloaded`` where writers overtake it again and
  ///   again; what `body` throws.
  func answering<Value>(
    once: Bool, within seconds: Int, _ body: (ServedState) throws -> Value
  ) throws -> Value
}

/// A state of what is served.
struct ServedState: Sendable {
  /// The register, for the public.
  let registry: Registry
  /// What the state is known by.
  let version: String
  /// Since when it has been this one, as a header says it.
  let modified: String
  /// The register for answers in pieces, as an audience may see it.
  let stream: @Sendable (Audience) -> Inquiry.Stream
}

/// A hub while it is served, to the public alone: each answer is made in one transaction.
final class ServedHub: ServedSource {
  private let reader: HubReader
  /// For answers in pieces, each of which holds its connection until it is sent: those that are one too many
  /// wait on their own threads.
  private let streams: HubReader
  private let since = HubTimes()
  private static let downloads = 8

  /// Connects.
  ///
  /// - Throws: `HubError`.
  init(_ hub: HubAddress, readers: Int) throws {
    // One more for what is found before anybody asks.
    reader = try HubReader(hub, readers: readers + 1)
    streams = try HubReader(hub, readers: Self.downloads)
  }

  func answering<Value>(
    once: Bool, within seconds: Int, _ body: (ServedState) throws -> Value
  ) throws -> Value {
    try ReadingDeadline.at(.now + .seconds(seconds)) {
      try reader.inOneState { moment in
        try body(
          ServedState(
            registry: moment.registry, version: moment.version,
            modified: since.time(of: moment.version),
            stream: { [streams] audience in
              Inquiry.Stream { body in
                try streams.inOneState { try body($0.registry.seen(by: audience), { true }) }
              }
            }))
      }
    }
  }
}

/// Since when a hub has been in the state that was seen last.
private final class HubTimes: Sendable {
  private let last = Mutex((version: "", time: ""))

  /// When a state was first seen, as a header says it.
  func time(of version: String) -> String {
    last.withLock { last in
      if last.version != version { last = (version, HTTPDate.text(of: Date())) }
      return last.time
    }
  }
}
