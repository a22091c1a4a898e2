import Geodesy
import HeritageRegistry
import Tables

extension CountyPackReader {
  /// Reads `sites.csv`.
  mutating func readSites() {
    let townships = Set(pack.townships.map(\.nameZH))
    let openSites = openSiteCodes()
    table(
      "sites.csv", isRequired: true,
      required: ["code", "name_zh", "protection_level"],
      optional: Self.optionalColumns
    ) { row, reader in
      let code = row.required("code")
      if Self.isStandInCode(code, prefix: reader.pack.codePrefix) {
        row.problems.add(Sentence("pack.standInCode"), at: row.cell("code"))
      }
      if let first = reader.siteLines[code] {
        row.problems.add(Sentence("pack.repeatedCode", ["first": first]), at: row.cell("code"))
      } else {
        reader.siteLines[code] = row.row.line
      }
      if let township = row.text("township"), !townships.contains(township) {
        row.problems.add(Sentence("pack.noSuchTownship"), at: row.cell("township"))
      }
      let position = Self.position(&row)
      let category: Category? = row.word("category")
      let disclosure: Disclosure? = row.word("disclosure")
      var site = Site(
        code: code, nameZH: row.required("name_zh"), category: category,
        level: row.requiredWord("protection_level", else: ProtectionLevel.registered),
        levelBasis: Self.levelBasis(&row), period: Self.period(&row),
        cultures: row.cell("culture_zh").list(), township: row.text("township"),
        village: row.text("village"), address: row.text("address"), position: position,
        provenance: row.word("provenance", known: [.published, .survey]) ?? .published)
      for field in Field.plain { row.read(field, into: &site) }
      site.disclosure =
        disclosure ?? DisclosureRule(for: site, isOpen: openSites.contains(code)).disclosure
      reader.pack.sites.append(Dossier(site, sources: Self.sources(row.cell("sources"))))
    }
  }

  /// Every column that a row of sites can have but the first three.
  private static let optionalColumns =
    Field.stored.map(\.key).filter { ![.code, .nameZH, .level, .position].contains($0) }
    .map(\.rawValue) + ["lon", "lat", "sources"]

  private static func isStandInCode(_ code: String, prefix: String) -> Bool {
    code.hasPrefix("\(prefix)-X") && code.dropFirst(prefix.count + 2).allSatisfy(\.isNumber)
  }

  /// The codes that `visits.csv` calls open, read ahead of the table itself.
  private func openSiteCodes() -> Set<String> {
    guard let bytes = files["visits.csv"], let table = try? Table(csv: bytes, file: "visits.csv")
    else { return [] }
    return Set(
      table.rows.filter { $0["access"].text == Access.open.rawValue }.map { $0["code"].text })
  }

  private static func sources(_ cell: Cell) -> [String] {
    var seen: Set<String> = []
    return cell.list().filter { seen.insert($0).inserted }
  }

  private static func levelBasis(_ row: inout RowReader) -> LevelBasis {
    // The long form reads better in a spreadsheet.
    if row.text("level_basis") == "not stated in the sources" { return .notStated }
    return row.word("level_basis", known: LevelBasis.allCases.filter { $0 != .standIn })
      ?? .notStated
  }

  private static func period(_ row: inout RowReader) -> Period {
    let (start, end) = (row.year("period_start"), row.year("period_end"))
    if let start, let end, start > end {
      row.problems.add(
        Sentence("record.periodBackwards", ["start": start]), at: row.cell("period_end"))
    }
    return Period(words: row.text("period_zh"), start: start, end: end)
  }

  private static func position(_ row: inout RowReader) -> Position? {
    let coordinate = row.coordinate()
    let accuracy = row.positive("coord_accuracy_m").map(Length.metres)
    let written = row.text("coord_method") == "none" ? nil : row.text("coord_method")
    guard let coordinate else {
      // What is wrong with the numbers has been said.
      guard row.text("lon") == nil, row.text("lat") == nil else { return nil }
      if accuracy != nil {
        row.problems.add(
          Sentence("pack.strayAccuracy"), at: row.cell("coord_accuracy_m"))
      }
      if written != nil {
        row.problems.add(Sentence("pack.strayMethod"), at: row.cell("coord_method"))
      }
      return nil
    }
    let known = PositionMethod.allCases.filter { $0 != .generalised && $0 != .generated }
    guard written != nil else {
      row.problems.add(
        Sentence("pack.noMethod", ["known": known.map(\.rawValue)]),
        at: row.cell("coord_method"))
      return nil
    }
    guard let method = row.word("coord_method", known: known) else { return nil }
    return Position(
      coordinate: coordinate, accuracy: accuracy, method: method,
      source: row.text("coord_source"), verbatim: row.text("coord_verbatim"),
      declaredSystem: row.text("coord_system"))
  }
}
