/// Why a hub could not answer or take what was sent, with what the server said.
public enum HubError: Error, Equatable, Sendable {
  /// The server cannot be reached, or lets nobody in by this name.
  case unreachable(hub: String, reason: String)
  /// The login may not do this.
  case notGranted(hub: String, reason: String)
  /// The login may not read what is staff's.
  case notStaff(hub: String)
  /// The server has no room, or no connection left.
  case full(hub: String, reason: String)
  /// The server refused a row or a statement.
  case refused(hub: String, reason: String)
  /// The database is no hub.
  case notAHub(hub: String)
  /// The hub is of another version than this program writes.
  case otherSchema(hub: String, found: Int, known: Int)
  /// The database does not keep text in UTF-8.
  case notUTF8(hub: String, encoding: String)
  /// The hub has no county of the code.
  case noCounty(hub: String, code: String)
  /// The hub has the county already.
  case countyExists(hub: String, code: String)
  /// Another relic of the hub has the code, perhaps one of another county; nil where that is not known.
  case codeTaken(hub: String, code: String, county: String?)
  /// Whoever may log in could ask PostGIS for the box round all positions that are withheld.
  case tellsExtents(hub: String)
  /// The login may not make the database a hub.
  case needsSuperuser(hub: String, reason: String)
  /// The server has no PostGIS.
  case noPostGIS(hub: String, reason: String)
  /// The register says no code of its county.
  case noCountyCode(path: String)
  /// The file is no working copy of a hub.
  case noWorkingCopy(path: String)
  /// The file is a working copy of another hub.
  case otherHub(path: String, hub: String)
  /// What the hub knows of a copy is older than the copy: it was restored from a backup.
  case olderHub(path: String, hub: String)
  /// Relics have changed in the hub since they were last fetched; `codes` are the first of them.
  case stale(hub: String, count: Int, codes: [String])
  /// Conflicts wait for somebody to decide them; `codes` are the first of them.
  case undecided(path: String, count: Int, codes: [String])
  /// No conflict of the relic, or of its field, waits.
  case noConflict(code: String, field: String?)
  /// A change cannot be made in a hub directly.
  case readOnly(hub: String)
}

extension HubError: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unreachable(let hub, let reason):
      Sentence("hub.unreachable", ["hub": hub, "reason": reason])
    case .notGranted(let hub, let reason):
      Sentence("hub.notGranted", ["hub": hub, "reason": reason])
    case .notStaff(let hub): Sentence("hub.notStaff", ["hub": hub])
    case .full(let hub, let reason): Sentence("hub.full", ["hub": hub, "reason": reason])
    case .refused(let hub, let reason): Sentence("hub.refused", ["hub": hub, "reason": reason])
    case .notAHub(let hub): Sentence("hub.notAHub", ["hub": hub])
    case .otherSchema(let hub, let found, let known):
      Sentence("hub.otherSchema", ["hub": hub, "found": found, "known": known])
    case .notUTF8(let hub, let encoding):
      Sentence("hub.notUTF8", ["hub": hub, "encoding": encoding])
    case .noCounty(let hub, let code): Sentence("hub.noCounty", ["hub": hub, "code": code])
    case .countyExists(let hub, let code): Sentence("hub.countyExists", ["hub": hub, "code": code])
    case .codeTaken(let hub, let code, nil):
      Sentence("hub.codeTaken", ["hub": hub, "code": code])
    case .codeTaken(let hub, let code, let county?):
      Sentence("hub.codeOfCounty", ["hub": hub, "code": code, "county": county])
    case .tellsExtents(let hub): Sentence("hub.tellsExtents", ["hub": hub])
    case .needsSuperuser(let hub, let reason):
      Sentence("hub.needsSuperuser", ["hub": hub, "reason": reason])
    case .noPostGIS(let hub, let reason):
      Sentence("hub.noPostGIS", ["hub": hub, "reason": reason])
    case .noCountyCode(let path): Sentence("hub.noCountyCode", ["path": path])
    case .noWorkingCopy(let path): Sentence("hub.noWorkingCopy", ["path": path])
    case .otherHub(let path, let hub): Sentence("hub.otherHub", ["path": path, "hub": hub])
    case .olderHub(let path, let hub): Sentence("hub.olderHub", ["path": path, "hub": hub])
    case .stale(let hub, let count, let codes):
      Sentence("hub.stale", ["hub": hub, "count": count, "codes": Self.list(codes, of: count)])
    case .undecided(let path, let count, let codes):
      Sentence(
        "hub.undecided", ["path": path, "count": count, "codes": Self.list(codes, of: count)])
    case .noConflict(let code, nil): Sentence("hub.noConflict", ["code": code])
    case .noConflict(let code, let field?):
      Sentence("hub.noConflictOfField", ["code": code, "field": field])
    case .readOnly(let hub): Sentence("hub.readOnly", ["hub": hub])
    }
  }

  private static func list(_ codes: [String], of count: Int) -> String {
    codes.joined(separator: " ") + (count > codes.count ? " …" : "")
  }
}
