import HeritageRegistry
import Words

/// The level, the class and the period of a row: what is inferred where a table does not say it.
extension RowReading {
  /// The level with what it rests on, and what of its announcement stands in its words.
  ///
  /// An empty cell takes no level away: where a spreadsheet with merged cells was saved as text, all but
  /// the first of them are empty.
  mutating func level(
    _ given: inout Set<SiteField>
  ) -> (level: ProtectionLevel, basis: LevelBasis, announcement: AnnouncementText) {
    let basis = read(.levelBasis, Self.bases.word)
    guard let text = stated(.level) else {
      if let level = options.level {
        guard let doubt = plan.doubts[number] else {
          given.insert(.level)
          return (level, basis ?? .stated, AnnouncementText())
        }
        given.remove(.level)
        remark(
          ValueFault(
            Sentence("survey.levelDoubted", ["level": level, "heading": doubt]),
            suggestion: Sentence("survey.writeLevel")),
          .field(.level), value: nil)
      } else if columns[.field(.level)] != nil {
        given.remove(.level)
        remark(
          ValueFault(
            Sentence("survey.noLevel"),
            suggestion: Sentence("survey.writeLevel")),
          .field(.level), value: nil)
      }
      return (.registered, basis ?? .notStated, AnnouncementText())
    }
    do throws(ValueFault) {
      let reading = try Self.remembered(text, in: &memory.levels, LevelWords.read)
      let announcement = reading.announcement
      if announcement.batch != nil { given.insert(.batch) }
      if announcement.year != nil { given.insert(.batchYear) }
      if announcement.officialCode != nil { given.insert(.officialCode) }
      if reading.isByPlace {
        remark(
          ValueFault(Sentence("survey.levelOfPlace", ["level": reading.level])),
          .field(.level), value: text)
      }
      return (reading.level, basis ?? .stated, announcement)
    } catch {
      report(error, .field(.level), value: text)
      return (.registered, basis ?? .notStated, AnnouncementText())
    }
  }

  /// The class and the sub-class, each checked against the other; in a bureau's table a sub-class
  /// alone tells its class.
  mutating func classes(
    _ given: inout Set<SiteField>
  ) -> (HeritageRegistry.Category?, String?, isUnderTombs: Bool) {
    let own = stated(.category)
    let above = heading(.field(.category))
    let (category, subcategory) = classes(own ?? above, &given)
    guard own != nil, let above, let said = try? ClassWords.read(above).category else {
      return (category, subcategory, false)
    }
    if let category, category != said {
      remark(
        ValueFault(
          Sentence("survey.otherHeading", ["heading": above]),
          suggestion: Sentence("survey.correctOne")),
        .field(.category), value: own)
    }
    return (category, subcategory, said == .ancientTomb)
  }

  private mutating func classes(
    _ own: String?, _ given: inout Set<SiteField>
  ) -> (HeritageRegistry.Category?, String?) {
    var subcategory = text(.subcategory)
    var category: HeritageRegistry.Category?
    if let text = own {
      do throws(ValueFault) {
        let reading = try Self.remembered(text, in: &memory.classes, ClassWords.read)
        category = reading.category
        if let fault = reading.remark { remark(fault, .field(.category), value: text) }
        if subcategory == nil, let own = reading.subcategory {
          subcategory = own
          given.insert(.subcategory)
        }
      } catch {
        report(error, .field(.category), value: text)
        return (nil, subcategory)
      }
    }
    guard let subcategory else { return (category, nil) }
    let told: HeritageRegistry.Category?
    if let known = memory.subclasses[subcategory] {
      told = known
    } else {
      told = SubclassTable.category(of: subcategory)
      memory.subclasses[subcategory] = .some(told)
    }
    guard let told else { return (category, subcategory) }
    guard let category else { return (isExport ? nil : told, subcategory) }
    if category != told {
      remark(
        ValueFault(
          Sentence(
            "survey.otherSubclass", ["told": told.labels.zh, "category": category.labels.zh]),
          suggestion: Sentence("survey.correctClass")),
        columns[.field(.subcategory)] == nil ? .field(.category) : .field(.subcategory),
        value: subcategory)
    }
    return (category, subcategory)
  }

  /// The period, and the years that its words would have.
  ///
  /// An export infers none for what the register has: there they wait for words that change.
  mutating func period() -> (Period, inferredYears: Period?) {
    let words = text(.periodWords)
    let statistical = text(.statisticalPeriod).flatMap { CellText.isNothing($0) ? nil : $0 }
    let (start, end) = (year(.periodStart), year(.periodEnd))
    if let start, let end, start > end {
      report(
        ValueFault(
          Sentence("survey.yearsBackwards", ["start": start]),
          suggestion: Sentence("survey.exchangeYears")),
        .field(.periodEnd), value: "\(end)")
    }
    let hasYears = start != nil || end != nil
    guard !hasYears, !isExport, let own = words ?? statistical else {
      let given = Period(words: words ?? statistical, start: start, end: end)
      guard let words else { return (given, nil) }
      let reading = years(words)
      return (given, Period(words: words, start: reading.first, end: reading.last))
    }
    let role: ColumnRole = words == nil ? .statisticalPeriod : .field(.periodWords)
    let reading = years(own)
    if let fault = reading.remark { remark(fault, role, value: own) }
    if words != nil, let statistical {
      let ticked = years(statistical)
      if let a = reading.first, let b = ticked.last, a > b { disagree(statistical, own) }
      if let a = reading.last, let b = ticked.first, a < b { disagree(statistical, own) }
    }
    let period = Period(words: own, start: reading.first, end: reading.last)
    return (period, period)
  }

  private mutating func disagree(_ statistical: String, _ words: String) {
    remark(
      ValueFault(
        Sentence("survey.periodsDisagree", ["words": words]),
        suggestion: Sentence("survey.correctOne")),
      .statisticalPeriod, value: statistical)
  }

  private mutating func years(_ words: String) -> PeriodWords {
    if let known = memory.periods[words] { return known }
    let reading = PeriodWords(words)
    memory.periods[words] = reading
    return reading
  }

  private mutating func year(_ field: SiteField) -> Int? {
    read(field) { text throws(ValueFault) in
      if let number = NumberText.decimal(text), let year = Int(exactly: number),
        (-3_000_000...3000).contains(year), year != 0
      {
        return year
      }
      if let years = NumericPeriod.years(of: text), years.count == 1 { return years.lowerBound }
      throw ValueFault(
        Sentence("survey.badPeriodYear"),
        suggestion: Sentence("survey.writePeriodYear"))
    }
  }

  private static let bases = WordTable<LevelBasis>(
    LevelBasis.allCases.filter { $0 != .standIn })
}
