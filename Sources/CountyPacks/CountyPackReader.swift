import Foundation
import Geodesy
public import HeritageRegistry
import Tables

extension CountyPack {
  /// Reads and checks a pack.
  ///
  /// - Parameters:
  ///   - files: The files of the pack.
  ///   - allowsOutside: Whether sites may lie more than 500 m outside the county's outline.
  /// - Throws: `ImportFailure` with every problem of every file.
  public init(_ files: PackFiles, allowsOutside: Bool = false) throws(ImportFailure) {
    var reader = CountyPackReader(files: files.files, allowsOutside: allowsOutside)
    self = try reader.read()
  }
}

/// Reads the files of a pack one after the other and keeps every problem.
struct CountyPackReader {
  let files: [String: [UInt8]]
  let allowsOutside: Bool
  var pack = CountyPack(nameZH: "", codePrefix: "", standInSeed: 0)
  var problems = ProblemList()
  /// The line on which each site's code stands first.
  var siteLines: [String: Int] = [:]
  /// Whether `sites.csv` is a table.
  var hasReadSites = false
  private var tablesRead: Set<String> = []
  /// The rows of every table that name a site, by its code.
  private(set) var rowsBySite: [String: [Table.Row]] = [:]

  init(files: [String: [UInt8]], allowsOutside: Bool) {
    self.files = files
    self.allowsOutside = allowsOutside
  }

  mutating func read() throws(ImportFailure) -> CountyPack {
    readSettings()
    readOutlines()
    readOfficialCounts()
    readTownships()
    readSites()
    readNames()
    readReadings()
    readDesignations()
    readGroups()
    readZones()
    readVisits()
    readIntangibles()
    readPlaces()
    checkOutline()
    checkDisclosedText()
    checkOfficialCount()
    for name in files.keys.sorted() where !tablesRead.contains(name) {
      problems.problems.append(
        ImportProblem(
          severity: .warning, file: name, line: nil, column: nil, value: nil,
          rule: Sentence("pack.strayFile")))
    }
    guard !problems.problems.contains(where: { $0.severity == .error }) else {
      throw ImportFailure(problems: problems.problems)
    }
    pack.warnings = problems.problems
    return pack
  }

  /// Hands every row of a table to `body`, with the problems it finds kept.
  ///
  /// - Parameters:
  ///   - required: The columns that the header must have; a table that is not there has no rows.
  ///   - optional: The columns that it may have. Any other is a problem, for it may be misspelt.
  mutating func table(
    _ name: String, isRequired: Bool = false, required: [String], optional: [String] = [],
    _ body: (inout RowReader, inout CountyPackReader) -> Void
  ) {
    tablesRead.insert(name)
    guard let bytes = files[name] else {
      if isRequired { problems.error(Sentence("pack.missingFile"), file: name) }
      return
    }
    let table: Table
    do {
      table = try Table(csv: bytes, file: name)
    } catch {
      problems.error(error.sentence, file: name, line: error.line)
      return
    }
    let missing = required.filter { !table.header.contains($0) }
    for column in missing {
      problems.error(Sentence("pack.missingColumn", ["column": column]), file: name, line: 1)
    }
    for column in table.header where !(required + optional).contains(column) {
      problems.error(
        Sentence("pack.unknownColumn", ["column": column, "required": (required + optional)]),
        file: name, line: 1)
    }
    guard missing.isEmpty else { return }
    if name == "sites.csv" { hasReadSites = true }
    for row in table.rows {
      if let code = row["code"].value { rowsBySite[code, default: []].append(row) }
      for cell in row.cells where cell.text.unicodeScalars.contains(where: \.isControl) {
        problems.add(Sentence("pack.controlCharacters"), at: cell)
      }
      var reader = RowReader(row)
      body(&reader, &self)
      problems.problems += reader.problems.problems
    }
  }

  /// The features of an outline file; none where there is no such file.
  mutating func features(_ name: String) -> [GeoJSONDocument.Feature] {
    tablesRead.insert(name)
    guard let bytes = files[name] else { return [] }
    do {
      return try GeoJSONDocument(Data(bytes)).features
    } catch {
      problems.error(error.sentence, file: name)
      return []
    }
  }

  /// A cell that must name a site of `sites.csv`.
  mutating func siteCode(_ row: inout RowReader) -> String {
    let code = row.required("code")
    // Where sites.csv could not be read at all, that has been said.
    if !code.isEmpty, siteLines[code] == nil, hasReadSites {
      row.problems.add(Sentence("pack.noSuchSite"), at: row.cell("code"))
    }
    return code
  }

  private mutating func readSettings() {
    var settings: [String: Cell] = [:]
    table("pack.csv", isRequired: true, required: ["key", "value"]) { row, _ in
      let key = row.required("key")
      if settings.updateValue(row.cell("value"), forKey: key) != nil {
        row.problems.add(Sentence("pack.repeatedKey"), at: row.cell("key"))
      }
      let known = [
        "format", "name_zh", "name_en", "county_code", "code_prefix", "stand_in_seed", "credits",
      ]
      if !known.contains(key) {
        row.problems.add(
          Sentence("pack.noSuchSetting", ["known": known]), at: row.cell("key"))
      }
    }
    guard files["pack.csv"] != nil else { return }
    func text(_ key: String) -> String? { settings[key]?.value }
    if text("format") != "1" {
      problems.error(Sentence("pack.otherFormat"), file: "pack.csv")
    }
    for key in ["name_zh", "code_prefix"] where text(key) == nil {
      problems.error(Sentence("pack.missingSetting", ["key": key]), file: "pack.csv")
    }
    pack.nameZH = text("name_zh") ?? ""
    pack.nameEN = text("name_en")
    pack.credits = text("credits")
    pack.codePrefix = text("code_prefix") ?? ""
    pack.countyCode = text("county_code")
    if let cell = settings["county_code"], let code = cell.value,
      code.count != 6 || Int(code) == nil
    {
      problems.add(Sentence("pack.countyCode"), at: cell)
    }
    if let cell = settings["stand_in_seed"], let text = cell.value {
      if let seed = UInt64(text) {
        pack.standInSeed = seed
      } else {
        problems.add(Sentence("pack.badCount"), at: cell)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar steers a terminal or breaks a line rather than being text.
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
