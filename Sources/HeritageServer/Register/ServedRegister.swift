import Foundation
import HeritageRegistry
import HeritageSQLite
import Synchronization

/// The register's file while it is served: opened once, opened anew when another file stands in its place.
///
/// An importer that writes into the file changes its time and size; one that moves a new file there changes
/// its number. Either way what was remembered of the old state is dropped, and every answer is wholly of one
/// state: whoever makes it looks afterwards whether the state is still the same.
final class ServedRegister: Sendable {
  /// A register that is open, and what its file is known by.
  struct State: Sendable {
    let registry: Registry
    let version: String
  }

  private let path: String
  private let readers: Int
  private let state: Mutex<(stamp: FileStamp, state: State)>

  /// Opens a file.
  ///
  /// - Throws: ``RegistryError``.
  init(opening path: String, readers: Int) throws {
    self.path = path
    self.readers = readers
    let stamp = try FileStamp(of: path)
    let registry = try Registry(opening: path, audience: .public, readers: readers)
    state = Mutex((stamp, State(registry: registry, version: stamp.digest)))
  }

  /// The present state.
  ///
  /// - Throws: ``RegistryError`` where the file has gone or is no register any more.
  func current() throws -> State {
    return try state.withLock { held in
      var now = try FileStamp(of: path)
      guard held.stamp != now else { return held.state }
      var registry = held.state.registry
      if held.stamp.inode != now.inode || held.stamp.device != now.device {
        // A file that is replaced while it is opened must not be known by the stamp of the other.
        var opened: FileStamp
        repeat {
          opened = now
          registry = try Registry(opening: path, audience: .public, readers: readers)
          now = try FileStamp(of: path)
        } while opened != now
      }
      held = (now, State(registry: registry, version: now.digest))
      return held.state
    }
  }
}

/// What tells one state of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  init(of path: String) throws(RegistryError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .noSuchFile(path: path) }
    (device, inode) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
    size = Int64(facts.st_size)
    (seconds, nanoseconds) = (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec)
  }

  /// 16 hexadecimal digits.
  var digest: String {
    String(
      SHA256.hex(of: Array("\(device) \(inode) \(size) \(seconds) \(nanoseconds)".utf8)).prefix(16))
  }

  /// When the file was written, as a header says it.
  var httpDate: String {
    let formatter = DateFormatter()
    formatter.locale = Foundation.Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
  }
}
