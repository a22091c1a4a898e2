import Geodesy
import HeritageRegistry
import Tables
import Words

extension RowReading {
  /// The record that the row makes, whatever is wrong with it.
  mutating func makeRecord(at place: SiteRecord.Place) -> SiteRecord {
    var given = fields.union(plan.headings[number].map { Set($0.keys) } ?? [])
    let code = code()
    let name = name()
    let (category, subcategory, isUnderTombs) = classes(&given)
    let level = level(&given)
    let (township, position) = location(&given)
    let disclosure = read(.disclosure, Self.disclosures.word)
    if position == nil, disclosure == .withheld || disclosure == .coarse {
      keepWhatIsWithheld(&given)
    }
    let provenance = read(.provenance, Self.provenances.word) ?? .survey
    let (period, inferredYears) = period()
    var site = Site(
      code: code, nameZH: name, category: category, subcategory: subcategory, level: level.level,
      levelBasis: level.basis, period: period, cultures: list(.cultures, separators),
      township: township, village: stated(.village),
      address: isExport ? text(.address) : stated(.address), position: position,
      disclosure: disclosure ?? .open,
      provenance: provenance)
    // The sub-class has been read with the class.
    for field in Field.plain where field.key != .subcategory { read(field, into: &site) }
    let otherNames = otherNames(than: name)
    if disclosure == nil {
      // An empty cell decides nothing.
      given.remove(.disclosure)
      site.disclosure = DisclosureRule(for: site, otherNames: otherNames, isOpen: false).disclosure
    }
    // A row that somebody adds to an export lacks what an export never leaves empty.
    let isAdded = isExport && text(.levelBasis) == nil && text(.provenance) == nil
    let dossier = Dossier(
      site, otherNames: otherNames,
      designations: designations(level.level, beside: level.announcement, &given),
      sources: sources(), visit: visit(&given))
    return SiteRecord(
      place: place, dossier: dossier, given: given, isExport: isExport,
      inferredYears: inferredYears, isAdded: isAdded, isUnderTombs: isUnderTombs,
      madeFrom: text(.revision).flatMap { TableVersion($0) })
  }

  // MARK: Numbers and lists

  /// Reads a field that no rule looks into.
  private mutating func read(_ field: Field, into site: inout Site) {
    let key = field.key
    switch (field.slot, field.form) {
    case (.text(_, let set)?, let form):
      if field.takesFlags, case .flag(let flag) = cell(.field(key)) {
        set(&site, flag ? "yes" : "no")
      } else if case .longText = form {
        set(&site, said(text(key, limit: CellText.longestText)))
      } else {
        set(&site, said(text(key)))
      }
    case (.whole(_, let set)?, .whole(let range)):
      let year = read(key) { text throws(ValueFault) in try YearText.read(text, in: range) }
      set(&site, year)
    case (.number(_, let set)?, _):
      let unit = columns[.field(key)]?.squareMetres ?? 1
      let area = read(key) { text throws(ValueFault) in try AreaText.read(text, unit: unit) }
      if area?.isApproximate == true {
        remark(
          ValueFault(
            Sentence("survey.approximateArea"), suggestion: Sentence("survey.fineIfMeant")),
          .field(key), value: text(key))
      }
      set(&site, area?.squareMetres)
    case (.word(_, _, let set)?, _):
      guard let words = Self.plainWords[key] else { return }
      set(&site, read(key, words.place))
    default: break
    }
  }

  /// The text; nil where a bureau's table says that there is none.
  private func said(_ text: String?) -> String? {
    text.flatMap { !isExport && CellText.isNothing($0) ? nil : $0 }
  }

  private mutating func list(_ field: SiteField, _ separators: Set<Character>) -> [String] {
    guard let text = text(field, limit: CellText.longestText) else { return [] }
    do throws(ValueFault) {
      return try ListText.read(text, separators: separators)
    } catch {
      report(error, .field(field), value: text)
      return []
    }
  }

  private mutating func sources() -> [String] { list(.sources, [";"]) }

  private mutating func otherNames(than name: String) -> [OtherName] {
    var seen: Set<String> = []
    let names =
      list(.formerNames, separators).map { OtherName(name: $0, kind: .former) }
      + list(.aliases, separators).map { OtherName(name: $0, kind: .alias) }
    return names.filter { other in
      guard seen.insert(other.name).inserted else {
        remark(
          ValueFault(
            Sentence("survey.nameTwice"),
            suggestion: Sentence("survey.keepNameOnce")),
          .field(.aliases), value: other.name)
        return false
      }
      return true
    }
  }

  // MARK: Words of fixed lists

  private static let disclosures = WordTable<Disclosure>()
  private static let provenances = WordTable<Provenance>([.published, .survey])
  private static let plainWords = Dictionary(
    uniqueKeysWithValues: Field.plain.compactMap { field in
      field.slot?.words.map { (field.key, WordPlaces($0)) }
    })
}
