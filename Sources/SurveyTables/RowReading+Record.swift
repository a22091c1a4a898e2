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

  private mutating func missing(_ field: SiteField) -> String {
    // What is wrong with a fault or a control character has been said, and so has a missing column.
    let isBlank =
      switch cell(.field(field)) {
      case .empty: true
      case .text(let text): text.trimmingWhitespace.isEmpty
      default: false
      }
    if isBlank, columns[.field(field)] != nil {
      report(
        ValueFault(
          Sentence("survey.empty"),
          suggestion: field == .code
            ? Sentence("survey.writeCode") : Sentence("survey.writeName")),
        .field(field), value: "")
    }
    return ""
  }

  private mutating func name() -> String {
    if case .date(let text) = cell(.field(.nameZH)) {
      report(CodeText.Damage.date.fault, .field(.nameZH), value: text)
      return ""
    }
    guard let name = text(.nameZH) else { return missing(.nameZH) }
    return meant(name, .nameZH)
  }

  /// A name or a code; empty after a problem, where the cell says that there is none.
  private mutating func meant(_ text: String, _ field: SiteField) -> String {
    // A first code may be 0, and no name is.
    let isPlaceholder = CellText.isPlaceholder(text) || (field == .nameZH && text == "0")
    guard !isExport, isPlaceholder else { return text }
    report(
      ValueFault(
        Sentence("survey.placeholder"),
        suggestion: field == .code
          ? Sentence("survey.writeCode") : Sentence("survey.writeName")),
      .field(field), value: text)
    return ""
  }

  /// Names what a spreadsheet has made of a code.
  private mutating func examineCode(_ text: String?, _ field: SiteField) {
    if case .date(let date) = cell(.field(field)) {
      return report(CodeText.Damage.date.fault, .field(field), value: date)
    }
    guard !isExport, let text, let damage = CodeText.damage(of: text) else { return }
    if damage.isCertain {
      report(damage.fault, .field(field), value: text)
    } else {
      remark(damage.fault, .field(field), value: text)
    }
  }

  /// The code that the parts of ``SurveyOptions/codeFrom`` make, as the national lists write it: the
  /// number of a batch, a number of four digits, with hyphens between.
  private mutating func composedCode(_ columns: [ColumnMap.Column]) -> String {
    var parts: [String] = []
    for column in columns {
      guard let text = rawText(column)?.trimmingWhitespace, !CellText.isPlaceholder(text) else {
        report(
          ValueFault(
            Sentence("survey.noCodePart"), suggestion: Sentence("survey.writeCode")),
          column: column.header, value: rawText(column) ?? "")
        return ""
      }
      if column.role == .field(.batch) {
        parts.append(BatchText.number(text).map(String.init) ?? text)
      } else if let number = Int(text), number >= 0 {
        parts.append(String(repeating: "0", count: max(0, 4 - text.count)) + text)
      } else {
        parts.append(text)
      }
    }
    return parts.joined(separator: "-")
  }

  private mutating func code() -> String {
    if !plan.codeParts.isEmpty { return composedCode(plan.codeParts) }
    if case .formatted(_, let shown) = cell(.field(.code)) {
      remark(
        ValueFault(
          Sentence("survey.codeByFormat"),
          suggestion: Sentence("survey.formatAndCheck")),
        .field(.code), value: nil)
      return shown
    }
    if case .number(let number) = cell(.field(.code)) {
      let text = DecimalText.shortest(number)
      guard number == number.rounded(), number.magnitude < 1e15, number >= 0 else {
        report(
          ValueFault(
            Sentence("survey.numericCode"),
            suggestion: Sentence("survey.formatAndWrite")),
          .field(.code), value: text)
        return text
      }
      remark(
        ValueFault(
          Sentence("survey.codeAsNumber"),
          suggestion: Sentence("survey.formatAndCheck")),
        .field(.code), value: nil)
      return text
    }
    guard let code = text(.code) else { return missing(.code) }
    examineCode(code, .code)
    return meant(code, .code)
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
      set(&site, read(key) { text throws(ValueFault) in try AreaText.read(text, unit: unit) })
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

  // MARK: Designations

  private mutating func designations(
    _ level: ProtectionLevel, beside own: AnnouncementText, _ given: inout Set<SiteField>
  ) -> [Designation] {
    var batch = stated(.batch).map(BatchText.read) ?? own.batch
    if batch == nil, level != .registered, let common = options.batch {
      batch = BatchText.read(common)
      given.insert(.batch)
    }
    let ownYear: Int? = read(.batchYear) { text throws(ValueFault) in
      try YearText.read(text, in: 1949...3000)
    }
    let year = ownYear ?? own.year
    let code = stated(.officialCode) ?? own.officialCode
    examineCode(code, .officialCode)
    let source = text(.designationSource, limit: CellText.longestText)
    var designations: [Designation] = []
    // Nobody knows which announcement is meant where no level is given: what is not read is not emptied.
    if level == .registered, !given.contains(.level) {
      given.subtract([.batch, .batchYear, .officialCode, .designationSource])
    }
    if batch != nil || year != nil || code != nil || source != nil {
      if level == .registered {
        remark(
          ValueFault(
            Sentence("survey.noAnnouncement"),
            suggestion: Sentence("survey.writeAnnouncedLevel")),
          batch != nil ? .field(.batch) : year != nil ? .field(.batchYear) : .field(.officialCode),
          value: batch ?? year.map(String.init) ?? code)
      } else {
        designations.append(
          Designation(
            level: level, batch: batch, year: year, officialCode: code, standing: .present,
            source: source ?? plan.sheet.file))
      }
    }
    if let text = text(.formerDesignations, limit: CellText.longestText) {
      do throws(ValueFault) {
        designations += try ListText.designations(text)
      } catch {
        report(error, .field(.formerDesignations), value: text)
      }
    }
    return designations
  }

  // MARK: Words of fixed lists

  private static let disclosures = WordTable<Disclosure>()
  private static let provenances = WordTable<Provenance>([.published, .survey])
  private static let plainWords = Dictionary(
    uniqueKeysWithValues: Field.plain.compactMap { field in
      field.slot?.words.map { (field.key, WordPlaces($0)) }
    })
}
