import Foundation
import HeritageRegistry
public import Words

/// Why a server cannot begin.
public enum ServerError: Cause, Hashable, Sendable {
  /// The file of the token is not there, or cannot be read.
  case noTokenFile(path: String)
  /// The file of the token holds no digest.
  case badTokenFile(path: String)
  /// Others than its owner may read the file of the token.
  case openTokenFile(path: String)
  /// A base map that is none.
  case badBaseMap(String)
  /// A hub is served to the public alone: staff change the files of their counties.
  case staffOfHub(hub: String)
  /// The port cannot be listened on.
  case cannotListen(host: String, port: Int, reason: String)
  /// Another program listens on the port.
  case portTaken(host: String, port: Int)
  /// The address is none of this machine's.
  case noSuchAddress(String)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .noTokenFile(let path): Sentence("web.noTokenFile", ["path": path])
    case .badTokenFile(let path): Sentence("web.badTokenFile", ["path": path])
    case .openTokenFile(let path): Sentence("web.openTokenFile", ["path": path])
    case .badBaseMap(let text): Sentence("web.badBaseMap", ["text": text])
    case .staffOfHub(let hub): Sentence("serve.ofHub", ["hub": hub])
    case .cannotListen(let host, let port, let reason):
      Sentence("web.cannotListen", ["host": host, "port": port, "reason": reason])
    case .portTaken(let host, let port): Sentence("web.portTaken", ["host": host, "port": port])
    case .noSuchAddress(let host): Sentence("web.noSuchAddress", ["host": host])
    }
  }
}

/// The staff's token, known by its SHA-256 alone.
struct StaffToken: Sendable {
  private let digest: [UInt8]

  /// Reads 64 hexadecimal digits from a file that its owner alone can read.
  init(file path: String) throws(ServerError) {
    var facts = stat()
    guard stat(path, &facts) == 0, let data = FileManager.default.contents(atPath: path) else {
      throw .noTokenFile(path: path)
    }
    guard facts.st_mode & 0o077 == 0 else { throw .openTokenFile(path: path) }
    // sha256sum writes the name of what it has read behind the digest.
    let text =
      String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).first ?? ""
    guard text.count == 64, text.allSatisfy(\.isHexDigit) else { throw .badTokenFile(path: path) }
    digest = Array(text.lowercased().utf8)
  }

  /// Whether an `Authorization` header holds the token; it takes the same time whatever the header is.
  func opens(_ header: String) -> Bool {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
    let given = Array(SHA256.hex(of: Array(parts[1].utf8)).utf8)
    return zip(given, digest).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
      && given.count == digest.count
  }
}
