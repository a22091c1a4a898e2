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
  case inputOutput(path: String, reason: String)
  /// Another program holds the register.
  case busy(path: String)
  /// The register is damaged.
  case damaged(path: String, reason: String)
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
  case invalidArea(number: Int, reason: String)
  /// The text to look for is empty or too long.
  case badText(reason: String)
  /// A word of a fixed list was expected.
  case unknownValue(noun: String, value: String, known: [String])
  /// The years end before they begin.
  case emptyYearRange(first: Int, last: Int)
  /// The cursor of a page was not made by this query.
  case badCursor(String)
  /// Sorting by distance needs a place to measure from.
  case noOrigin
  /// The radius is not a positive, finite number of metres.
  case badRadius(metres: Double)
  /// A public copy would still tell exact positions; `found` says where.
  case traces(path: String, found: [String])
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
    case .damaged(let path, let reason):
      Sentence("register.damaged", ["path": path, "reason": reason])
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

  private static func sentence(path: String, traces: [String]) -> Sentence {
    let shown: [any SentenceValue] = Array(traces.prefix(5))
    let rest = traces.count - shown.count
    let more: [any SentenceValue] =
      rest > 0 ? [Sentence("register.traces.more", ["count": rest])] : []
    return Sentence(
      "register.traces", ["path": path, "found": Sentence.Value.clauses(shown + more)])
  }

  /// What the reader can do about it.
  public var hint: String? {
    switch self {
    case .noSuchFile: "create one with: heritage init"
    case .notARegister: "name the file with --db, or create one with: heritage init"
    case .newerSchema: "install the newer program"
    case .fileExists: "--force replaces it and keeps the old file beside it"
    case .notEmpty: "import into a register made with: heritage init --empty --name NAME"
    case .publicCopy: "import into the register that the copy was made from"
    case .busy: "try again when it has finished"
    case .changedMeanwhile: "look at it again, and decide anew"
    case .damaged: "heritage doctor says more; a sound copy can be restored from a backup"
    case .siteNotFound(_, let nearest), .townshipNotFound(_, let nearest):
      nearest.isEmpty ? nil : "did you mean: \(nearest.joined(separator: ", "))"
    case .groupNotFound(_, let known), .unknownValue(_, _, let known):
      known.isEmpty ? nil : "known: \(known.joined(separator: ", "))"
    case .siteNotLocated: "heritage show says what is known of its place"
    case .standInOrigin: "--include-stand-ins measures from it all the same"
    case .invalidArea: "mend the polygon, with the tool that drew it or with ST_MakeValid"
    case .badCursor: "take the cursor that the page before printed, with the same filters"
    case .noOrigin: "add --near LON,LAT or --near-site CODE"
    case .noSuchPack: "data/README.md describes the files of a pack"
    case .traces: "take the digits out of these texts of the register, or open the relic"
    case .badText: "give a part of a name, its pinyin or its initials, a code or a township"
    case .inputOutput, .townshipNotTraced, .emptyYearRange, .badRadius, .badLimit: nil
    }
  }
}
