import Foundation
import HeritageRegistry

/// A file that is held open, to be read beside SQLite.
///
/// Whoever closes a file takes back every lock that the process has on it (POSIX, `fcntl`), those of SQLite's readers
/// too: a writer would change what they are reading. So it stays open as long as anybody reads the register.
final class OpenFile: Sendable {
  private let file: Int32
  /// The device and the number of the file.
  let identity: [UInt64]

  /// Opens a file; nil where it cannot be.
  init?(_ path: String) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    var facts = stat()
    guard file >= 0, fstat(file, &facts) == 0 else { return nil }
    identity = [UInt64(facts.st_dev), UInt64(facts.st_ino)]
  }

  deinit { if file >= 0 { close(file) } }

  /// How many transactions have changed the file.
  ///
  /// They are four bytes of its head (SQLite's file format, section 1.3.6), and tell two within one tick of the
  /// clock apart.
  var changeCounter: UInt64 {
    var bytes: UInt32 = 0
    return pread(file, &bytes, 4, 24) == 4 ? UInt64(UInt32(bigEndian: bytes)) : 0
  }
}

/// What tells one state of a file from another without reading more than its first bytes.
struct FileStamp: Hashable, Sendable {
  private let facts: [UInt64]
  private let seconds: Int

  /// - Parameter file: The file as it was opened last; opened anew where another stands in its place.
  init(of path: String, through file: inout OpenFile?) throws(RegistryError) {
    guard let found = Self.facts(of: path) else { throw .noSuchFile(path: path) }
    seconds = found.seconds
    if file.map({ $0.identity != Array(found.numbers.prefix(2)) }) ?? true { file = OpenFile(path) }
    // Where the file is written through a log beside it, that is what changes.
    let log = Self.facts(of: path + "-wal")?.numbers ?? []
    facts = found.numbers + [file?.changeCounter ?? 0] + log
  }

  private static func facts(of path: String) -> (numbers: [UInt64], seconds: Int)? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    let numbers = [
      UInt64(facts.st_dev), UInt64(facts.st_ino), UInt64(bitPattern: Int64(facts.st_size)),
      UInt64(bitPattern: Int64(facts.st_mtim.tv_sec)), UInt64(facts.st_mtim.tv_nsec),
    ]
    return (numbers, facts.st_mtim.tv_sec)
  }

  /// 16 hexadecimal digits.
  var digest: String { String(SHA256.hex(of: Array("\(facts)".utf8)).prefix(16)) }

  /// When the file was written, as a header says it.
  var httpDate: String { HTTPDate.text(of: Date(timeIntervalSince1970: Double(seconds))) }
}

/// A moment as a header says it.
enum HTTPDate {
  static func text(of moment: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Foundation.Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: moment)
  }
}
