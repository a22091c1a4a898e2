import Foundation
import Synchronization

/// Who of the staff is signed in with a browser: a browser cannot send a token with each page, so it gets a cookie
/// that is worth nothing elsewhere and nothing after a day's work.
final class StaffSessions: Sendable {
  private struct Session {
    let name: String
    let end: Date
  }

  /// The name of the cookie.
  static let cookie = "heritage"
  private static let hours = 12
  private static let limit = 200

  private let sessions = Mutex<[String: Session]>([:])

  /// Begins a session.
  ///
  /// - Returns: Its key, 128 bits that nobody can guess.
  func begin(_ name: String, now: Date = Date()) -> String {
    var source = SystemRandomNumberGenerator()
    let key = (0..<2).map { _ in
      let part = String(source.next(), radix: 16)
      return String(repeating: "0", count: 16 - part.count) + part
    }.joined()
    sessions.withLock { sessions in
      sessions = sessions.filter { $0.value.end > now }
      if sessions.count >= Self.limit { sessions = [:] }
      sessions[key] = Session(
        name: name, end: now.addingTimeInterval(Double(Self.hours) * 3600))
    }
    return key
  }

  /// Ends a session.
  func end(_ key: String) { _ = sessions.withLock { $0.removeValue(forKey: key) } }

  /// Who has a session; nil for nobody, and after its end.
  func name(of key: String, now: Date = Date()) -> String? {
    sessions.withLock { sessions in
      sessions[key].flatMap { $0.end > now ? $0.name : nil }
    }
  }

  /// The key that a request's cookie holds; nil for none.
  static func key(of request: WebRequest) -> String? {
    for part in (request.headers["cookie"] ?? "").split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      if sides.count == 2, sides[0] == cookie { return sides[1] }
    }
    return nil
  }

  /// The header that sets the cookie of a key, or takes it away.
  ///
  /// - Parameter isSecure: Whether others reach the server by https alone.
  static func header(_ key: String?, isSecure: Bool) -> String {
    "\(cookie)=\(key ?? ""); Path=/; HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "") + (key == nil ? "; Max-Age=0" : "")
  }
}
