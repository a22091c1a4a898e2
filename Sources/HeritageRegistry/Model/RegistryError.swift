/// Why a register could not answer: one sentence each, saying what was looked for.
public enum RegistryError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case noSuchFile(path: String)
  /// There is no folder with a pack at the path.
  case noSuchPack(path: String)
  /// The file is no register.
  case notARegister(path: String)
  /// The register was written by a newer program.
  case newerSchema(path: String, found: Int, known: Int)
  /// A file stands where the register would be created.
  case fileExists(path: String)
  /// The register is a public copy, without the exact positions, and nothing can be imported into it.
  case publicCopy(path: String)
  /// The register holds relics where an empty one is needed.
  case notEmpty(path: String, count: Int)
  /// The file or its folder cannot be read or written.
  case inputOutput(path: String, reason: Sentence)
  /// Another program holds the register.
  case busy(path: String)
  /// The register is damaged; the path is nil where it is read already.
  case damaged(path: String?, reason: Sentence)
  /// No relic has the code. `nearest` are codes and names that resemble it.
  case siteNotFound(code: String, nearest: [String])
  /// No group has the key.
  case groupNotFound(key: String, known: [String])
  /// No township, present or former, has the name.
  case townshipNotFound(name: String, nearest: [String])
  /// The township is a former one, and no source says what it became.
  case townshipNotTraced(name: String)
  /// The relic has no position that the audience may see.
  case siteNotLocated(code: String)
  /// The relic is a stand-in: its position is nobody's.
  case standInOrigin(code: String)
  /// An area, given by its place in the query from 1, crosses itself or is broken otherwise.
  case invalidArea(number: Int, reason: Sentence)
  /// The text to look for is empty or too long.
  case badText(reason: Sentence)
  /// A word of a fixed list was expected.
  case unknownValue(noun: Labels, value: String, known: [Sentence.Value])
  /// The years end before they begin.
  case emptyYearRange(first: Int, last: Int)
  /// The cursor of a page was not made by this query.
  case badCursor(String)
  /// Sorting by distance needs a place to measure from.
  case noOrigin
  /// The radius is not a positive, finite number of metres.
  case badRadius(metres: Double)
  /// A public copy would still tell exact positions; `found` says where.
  case traces(path: String, found: [Sentence])
  /// The page's size, or the number of neighbours, is not positive.
  case badLimit(Int)
  /// The relic is not what it was when the change was thought out.
  case changedMeanwhile(code: String)
}

extension RegistryError: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .noSuchFile(let path):
      Sentence("register.noSuchFile", ["path": path.isEmpty ? "''" : path])
    case .noSuchPack(let path): Sentence("register.noSuchPack", ["path": path])
    case .notARegister(let path): Sentence("register.notARegister", ["path": path])
    case .newerSchema(let path, let found, let known):
      Sentence("register.newerSchema", ["path": path, "found": found, "known": known])
    case .fileExists(let path): Sentence("register.fileExists", ["path": path])
    case .publicCopy(let path): Sentence("register.publicCopy", ["path": path])
    case .notEmpty(let path, let count):
      Sentence("register.notEmpty", ["path": path, "count": count])
    case .inputOutput(let path, let reason):
      Sentence("register.inputOutput", ["path": path, "reason": reason])
    case .busy(let path): Sentence("register.busy", ["path": path])
    case .damaged(let path?, let reason):
      Sentence("register.damaged", ["path": path, "reason": reason])
    case .damaged(nil, let reason): Sentence("register.damagedItself", ["reason": reason])
    case .siteNotFound(let code, _): Sentence("register.siteNotFound", ["code": code])
    case .groupNotFound(let key, _): Sentence("register.groupNotFound", ["key": key])
    case .townshipNotFound(let name, _): Sentence("register.townshipNotFound", ["name": name])
    case .townshipNotTraced(let name): Sentence("register.townshipNotTraced", ["name": name])
    case .siteNotLocated(let code): Sentence("register.siteNotLocated", ["code": code])
    case .standInOrigin(let code): Sentence("register.standInOrigin", ["code": code])
    case .invalidArea(let number, let reason):
      Sentence("register.invalidArea", ["number": number, "reason": reason])
    case .badText(let reason): Sentence("register.badText", ["reason": reason])
    case .unknownValue(let noun, let value, _):
      Sentence("register.unknownValue", ["value": value, "noun": noun])
    case .emptyYearRange(let first, let last):
      Sentence("register.emptyYearRange", ["first": first, "last": last])
    case .badCursor(let cursor): Sentence("register.badCursor", ["cursor": cursor])
    case .noOrigin: Sentence("register.noOrigin")
    case .badRadius(let metres): Sentence("register.badRadius", ["metres": metres])
    case .traces(let path, let found): Self.sentence(path: path, traces: found)
    case .badLimit(let limit): Sentence("register.badLimit", ["limit": limit])
    case .changedMeanwhile(let code): Sentence("register.changedMeanwhile", ["code": code])
    }
  }

  private static func sentence(path: String, traces: [Sentence]) -> Sentence {
    let shown: [any SentenceValue] = Array(traces.prefix(5))
    let rest = traces.count - shown.count
    let more: [any SentenceValue] =
      rest > 0 ? [Sentence("register.traces.more", ["count": rest])] : []
    return Sentence(
      "register.traces", ["path": path, "found": Sentence.Value.clauses(shown + more)])
  }
}
