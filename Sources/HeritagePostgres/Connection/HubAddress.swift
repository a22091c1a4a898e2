/// Where a hub is: the address of a database as libpq reads it, `postgres://login@host/database`.
public struct HubAddress: Hashable, Sendable {
  /// The address, with everything that it says.
  let full: String

  /// The address that a text is; nil for the path of a file.
  public init?(_ text: String) {
    guard ["postgres://", "postgresql://"].contains(where: { text.hasPrefix($0) }) else {
      return nil
    }
    full = text
  }

  /// The address as a person may see it: without a password.
  public var name: String {
    let start = full.firstRange(of: "://").map { full[..<$0.upperBound] } ?? ""
    let rest = full[start.endIndex...]
    let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
    var place = String(rest[..<end])
    if let at = place.lastIndex(of: "@"), let colon = place[..<at].firstIndex(of: ":") {
      place = String(place[..<colon] + place[at...])
    }
    let path = rest[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let options = path.dropFirst().first.map { text in
      text.split(separator: "&").filter { !$0.hasPrefix("password=") }.joined(separator: "&")
    }
    return start + place + (path.first ?? "") + (options.map { $0.isEmpty ? "" : "?" + $0 } ?? "")
  }
}
