/// What a file of roads says of itself.
public struct RoadNotes: Hashable, Sendable {
  /// The names of the files from which it was made.
  public var sources: [String]
  /// The SHA-256 of each of them, in hexadecimal digits.
  public var digests: [String]
  /// Of which day the newest data are, as `2026-10-01`; nil where no source says.
  public var date: String?
  /// Under which licence the data may be passed on; nil where nobody has said.
  public var licence: String?
  /// Whom every plan and map has to name.
  public var attribution: String?
  /// The profiles, as text.
  public var profiles: [String]
  /// Of each mode the share of the length that lies in the main part, in thousandths, behind its name.
  public var shares: [String]

  /// Notes of a file.
  public init(
    sources: [String] = [], digests: [String] = [], date: String? = nil, licence: String? = nil,
    attribution: String? = nil, profiles: [String] = [], shares: [String] = []
  ) {
    (self.sources, self.digests, self.date) = (sources, digests, date)
    (self.licence, self.attribution) = (licence, attribution)
    (self.profiles, self.shares) = (profiles, shares)
  }

  init(lines bytes: UnsafeBufferPointer<UInt8>) {
    self.init()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let value = String(parts[1])
      switch parts[0] {
      case "source": sources.append(value)
      case "sha256": digests.append(value)
      case "date": date = value
      case "licence": licence = value
      case "attribution": attribution = value
      case "profile": profiles.append(value)
      case "share": shares.append(value)
      default: break
      }
    }
  }

  /// The notes as lines.
  var bytes: [UInt8] {
    var lines: [(String, String)] = []
    for source in sources { lines.append(("source", source)) }
    for digest in digests { lines.append(("sha256", digest)) }
    if let date { lines.append(("date", date)) }
    if let licence { lines.append(("licence", licence)) }
    if let attribution { lines.append(("attribution", attribution)) }
    for profile in profiles { lines.append(("profile", profile)) }
    for share in shares { lines.append(("share", share)) }
    return lines.flatMap { key, value in
      let clean = value.map { $0.isNewline || $0 == "\t" ? " " : $0 }
      return Array("\(key)\t\(String(clean))\n".utf8)
    }
  }
}
