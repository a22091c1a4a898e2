import HeritageRegistry
import HeritageSQLite
import Synchronization

/// The register's file while it is served: opened once, opened anew when another file stands in its place.
///
/// An importer that writes into the file changes its counter, one that moves a new file there its number. Either
/// way the file is opened anew, since its credits and its columns may be others, and what was remembered of the
/// old state is dropped. Every answer is wholly of one state: whoever makes it looks afterwards whether the state
/// is still the same.
final class ServedRegister: ServedSource {
  /// A register that is open, and what its file is known by.
  final class State: Sendable {
    let registry: Registry
    let version: String
    /// When the file was written, as a header says it.
    let modified: String

    private let path: String
    private let file: OpenFile?
    private let downloads = Mutex<Registry?>(nil)

    init(_ registry: Registry, _ path: String, _ file: OpenFile?, at stamp: FileStamp) {
      (self.registry, self.path, self.file) = (registry, path, file)
      (version, modified) = (stamp.digest, stamp.httpDate)
    }

    /// The register for answers in pieces, on two connections of its own; opened by the first.
    func streams(for audience: Audience) throws -> Registry {
      try downloads.withLock { held in
        let registry =
          try held ?? ServedRegister.open(path, readers: 2)
        held = registry
        return registry.seen(by: audience)
      }
    }
  }

  /// How many seconds a reading waits for a writer who holds the file; less than a question may take.
  static let patience = 2.0

  private let path: String
  private let readers: Int
  private let state: Mutex<Held>

  /// The state that was opened last.
  private struct Held {
    var stamp: FileStamp
    var state: State
    /// What the stamp is read from.
    var file: OpenFile?
    /// Until when nobody tries to open a file that a writer holds.
    var pause = ContinuousClock.now
  }

  /// Opens a file.
  ///
  /// - Throws: `RegistryError`.
  init(opening path: String, readers: Int) throws {
    self.path = path
    self.readers = readers
    var file: OpenFile?
    let stamp = try FileStamp(of: path, through: &file)
    let registry = try Self.open(path, readers: readers)
    state = Mutex(Held(stamp: stamp, state: State(registry, path, file, at: stamp), file: file))
  }

  private static func open(_ path: String, readers: Int) throws -> Registry {
    try Registry(opening: path, readers: readers, patience: patience, mapsFile: false)
  }

  /// How often an answer is made that a writer has overtaken.
  private static let attempts = 5

  /// Makes an answer of several readings; where the file has changed between them, it is made again.
  func answering<Value>(
    once: Bool, within seconds: Int, _ body: (ServedState) throws -> Value
  ) throws -> Value {
    for _ in 0..<Self.attempts {
      let state = try current()
      let value = try body(served(state))
      if try once || current().version == state.version { return value }
    }
    throw WebFault.overloaded
  }

  private func served(_ state: State) -> ServedState {
    ServedState(
      registry: state.registry, version: state.version, modified: state.modified,
      stream: { audience in
        Inquiry.Stream { body in
          try body(
            try state.streams(for: audience), { try self.current().version == state.version })
        }
      })
  }

  /// The present state.
  ///
  /// - Throws: `RegistryError` where the file has gone or is no register any more;
  ///   `RegistryError.busy(path:)` where a writer holds it.
  func current() throws -> State {
    return try state.withLock { held in
      var now = try FileStamp(of: path, through: &held.file)
      guard held.stamp != now else { return held.state }
      // One request waits for a writer; those behind it are told at once.
      guard ContinuousClock.now >= held.pause else { throw RegistryError.busy(path: path) }
      do {
        // A file that is replaced while it is opened must not be known by the stamp of the other.
        var (registry, opened): (Registry, FileStamp)
        repeat {
          opened = now
          registry = try Self.open(path, readers: readers)
          now = try FileStamp(of: path, through: &held.file)
        } while opened != now
        (held.stamp, held.state) = (now, State(registry, path, held.file, at: now))
        held.pause = .now
      } catch RegistryError.busy(let path) {
        held.pause = .now + .seconds(1)
        throw RegistryError.busy(path: path)
      }
      return held.state
    }
  }
}
