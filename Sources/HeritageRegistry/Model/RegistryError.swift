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
}

extension RegistryError: CustomStringConvertible {
  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .noSuchFile(let path): "there is no register at \(path.isEmpty ? "''" : path)"
    case .noSuchPack(let path): "there is no folder with a pack at \(path)"
    case .notARegister(let path): "\(path) is not a register"
    case .newerSchema(let path, let found, let known):
      "\(path) has schema \(found), and this program knows schemas up to \(known)"
    case .fileExists(let path): "\(path) exists already and was not touched"
    case .publicCopy(let path):
      "\(path) is a public copy, without the exact positions, and takes no import"
    case .notEmpty(let path, let count):
      "\(path) holds \(count) \(count == 1 ? "row" : "rows") already"
    case .inputOutput(let path, let reason): "\(path): \(reason)"
    case .busy(let path): "another program is writing to \(path)"
    case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
    case .siteNotFound(let code, _): "no relic has the code \(code)"
    case .groupNotFound(let key, _): "no group has the key \(key)"
    case .townshipNotFound(let name, _): "no township, present or former, is called \(name)"
    case .townshipNotTraced(let name):
      "\(name) is a former township, and no source says which township it became part of"
    case .siteNotLocated(let code): "\(code) has no position that can be measured from"
    case .standInOrigin(let code):
      "\(code) is a stand-in, and its position is no relic's"
    case .invalidArea(let number, let reason): "area \(number) is not valid: \(reason)"
    case .badText(let reason): "the text cannot be looked for: \(reason)"
    case .unknownValue(let noun, let value, _): "\(value) is no \(noun)"
    case .emptyYearRange(let first, let last): "the years \(first) to \(last) run backwards"
    case .badCursor(let cursor): "\(cursor) is no cursor of this query"
    case .noOrigin: "sorting by distance needs a place to measure from"
    case .badRadius(let metres): "a radius of \(metres) m is not a positive length"
    case .traces(let path, let found):
      "a public copy of \(path) would still tell exact positions, and was not written: "
        + found.prefix(5).joined(separator: "; ")
        + (found.count > 5 ? "; and \(found.count - 5) more" : "")
    case .badLimit(let limit): "a limit of \(limit) is not a positive number"
    }
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
