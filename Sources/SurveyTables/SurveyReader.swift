public import Geodesy
import HeritageRegistry
public import Tables
import Words

/// Reads survey tables as bureaus keep them into records of relics, with every problem they have.
///
/// What headers, values and coordinates are understood is written down in `docs/en/tables.md`. Nothing is
/// guessed: what is not understood is said, and stays empty.
///
/// ```swift
/// let reading = SurveyReader(SurveyOptions(datum: .cgcs2000)).read(sheets, known: context)
/// ```
///
/// A record's `SiteRecord.given` names the fields that the table has. What is inferred
/// stands in the record and is not given: years that follow from words, a class that follows from a
/// sub-class, a township's seat, the basis of a level, the method, the provenance and the disclosure of
/// a table that does not have them.
public struct SurveyReader: Sendable {
  private let options: SurveyOptions

  /// Makes a reader.
  public init(_ options: SurveyOptions = SurveyOptions()) { self.options = options }

  /// Reads sheets; codes are told apart across all of them.
  ///
  /// - Parameters:
  ///   - sheets: The sheets of one file or of several.
  ///   - context: What is known of the county.
  ///   - progress: Called with the number of rows read so far, every thousand rows.
  ///   - isSettled: Whether the register has the relic of a code at a place already: a place that is far from
  ///     its township is not asked about twice.
  public func read(
    _ sheets: [Sheet], known context: SurveyContext,
    progress: (Int) -> Void = { _ in },
    isSettled: @escaping (String, Coordinate) -> Bool = { _, _ in false }
  ) -> SurveyReading {
    var named: [ColumnRole: String] = [:]
    var (records, readings): ([SiteRecord], [SurveyReading.SheetReading]) = ([], [])
    var collected = optionProblems(sheets, &named)
    let townships = Set(context.townships.map(\.nameZH))
    var rowCount = 0
    var tables: [SheetTable] = []
    var codes: [(code: String, place: SiteRecord.Place)] = []
    for sheet in sheets {
      var problems = SurveyProblems(sheet)
      let table = SheetTable(
        sheet, named: named, options: options, townships: townships, problems: &problems)
      readings.append(table.reading)
      guard let plan = table.plan else {
        collected.append(problems)
        continue
      }
      var reader = RowReading(
        plan, options: options, context: context, problems: problems, isSettled: isSettled)
      for row in plan.rows {
        if let record = reader.record(of: row) { records.append(record) }
        rowCount += 1
        if rowCount % 1000 == 0 { progress(rowCount) }
      }
      reader.examinePoints()
      codes += reader.codes
      collected.append(reader.problems)
      tables.append(table)
    }
    if tables.isEmpty, let first = sheets.first,
      !collected.contains(where: { !$0.tableErrors.isEmpty })
    {
      var problems = SurveyProblems(file: first.file, sheet: nil)
      problems.tableError(
        ValueFault(
          Sentence("survey.noHeader"),
          remedy: .nameHeaders),
        row: first.rows.first?.number)
      collected.insert(problems, at: 0)
    }
    let clashes = Self.clashes(codes, collected: &collected)
    let problems = collected.flatMap { $0.finished() }
    return SurveyReading(
      records: records.filter { !clashes.contains($0.place) }, problems: problems,
      rejected: Self.rejected(problems, in: tables), codes: Set(codes.map(\.code)),
      sheets: readings,
      tableErrors: collected.flatMap(\.tableErrors))
  }

  /// The problems of the options, which no sheet has alone.
  private func optionProblems(
    _ sheets: [Sheet], _ named: inout [ColumnRole: String]
  ) -> [SurveyProblems] {
    guard let first = sheets.first else { return [] }
    var problems = SurveyProblems(file: first.file, sheet: nil)
    for (key, header) in options.headers.sorted(by: { $0.key < $1.key }) {
      guard let role = ColumnRole(key: key) else {
        problems.tableError(
          ValueFault(
            Sentence("survey.noSuchField"),
            suggestion: Nearest.question(key, among: ColumnRole.keys)
              ?? Sentence("survey.knownFields", ["ColumnRole": ColumnRole.keys])),
          row: nil, column: header, value: key)
        continue
      }
      named[role] = header
    }
    let names = sheets.compactMap(\.name)
    for name in options.sheets where !names.contains(name) {
      problems.tableError(
        ValueFault(
          Sentence("survey.noSuchSheet"),
          suggestion: Nearest.question(name, among: names)
            ?? (names.isEmpty
              ? nil : Sentence("survey.itsSheets", ["names": names])),
          remedy: names.isEmpty ? .nameNoSheet : nil),
        row: nil, value: name)
    }
    return problems.list.isEmpty ? [] : [problems]
  }

  /// Reports codes that stand in several rows, without regard to case, and returns their places.
  private static func clashes(
    _ codes: [(code: String, place: SiteRecord.Place)], collected: inout [SurveyProblems]
  ) -> Set<SiteRecord.Place> {
    let groups = Dictionary(grouping: codes) { CodeOrder.key($0.code) }.filter { $1.count > 1 }
    guard !groups.isEmpty else { return [] }
    var clashes: Set<SiteRecord.Place> = []
    for (code, place) in codes {
      guard let group = groups[CodeOrder.key(code)] else { continue }
      clashes.insert(place)
      let others = group.lazy.map(\.place).filter { $0 != place }
      let named: [Sentence] = others.prefix(5).map { Self.sentence($0, seenFrom: place) }
      let index = collected.firstIndex {
        $0.file == place.file && $0.sheet == place.sheet && $0.codeColumn != nil
      }
      guard let index else { continue }
      collected[index].error(
        ValueFault(
          group.count > 6
            ? Sentence("survey.codeRepeatedOften", ["named": named, "group": group.count - 6])
            : Sentence("survey.codeRepeated", ["named": named]),
          suggestion: Sentence("survey.oneCodeEach"),
          remedy: collected[index].batchesCodes
            ? .composeCode(["batch", collected[index].codeColumn ?? "code"]) : nil),
        row: place.row, column: collected[index].codeColumn, value: code)
    }
    return clashes
  }

  /// A place of the tables, as short as it can be told from another.
  private static func sentence(
    _ place: SiteRecord.Place, seenFrom other: SiteRecord.Place
  ) -> Sentence {
    var sentence = Sentence("survey.placeRow", ["row": place.row])
    if place.sheet != other.sheet, let sheet = place.sheet {
      sentence = Sentence("survey.placeInSheet", ["sheet": sheet, "sentence": sentence])
    }
    return place.file == other.file
      ? sentence : Sentence("survey.placeInFile", ["file": place.file, "place": sentence])
  }

  /// The rows for relics that have an error.
  private static func rejected(
    _ problems: [ImportProblem], in tables: [SheetTable]
  ) -> [SiteRecord.Place] {
    let bad = Set(
      problems.compactMap { problem -> SiteRecord.Place? in
        guard problem.severity == .error, let line = problem.line else { return nil }
        return SiteRecord.Place(file: problem.file, sheet: problem.sheet, row: line)
      })
    return tables.flatMap { table in
      (table.plan?.rows ?? []).map {
        SiteRecord.Place(file: table.reading.file, sheet: table.reading.name, row: $0.number)
      }
      .filter(bad.contains)
    }
  }
}
