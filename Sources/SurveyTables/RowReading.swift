import Geodesy
import HeritageRegistry
import Tables
import Words

/// Reads the rows of one sheet into records; what is wrong with a cell becomes a problem.
struct RowReading {
  let plan: SheetTable.Plan
  let options: SurveyOptions
  let context: SurveyContext
  let map: ColumnMap
  let columns: [ColumnRole: ColumnMap.Column]
  /// Whether the register has the relic of a code at a place already.
  let isSettled: (String, Coordinate) -> Bool
  let townships: TownshipNames
  let seats: [String: PostMortem.Seat]
  /// Whether the table is an export: nothing in it is inferred.
  let isExport: Bool
  let separators: Set<Character>
  /// The fields that the columns have.
  let fields: Set<SiteField>
  private(set) var problems: SurveyProblems
  var points: [PostMortem.Point] = []
  /// The codes of all rows, good and bad.
  private(set) var codes: [(code: String, place: SiteRecord.Place)] = []
  /// Readings by their text: tables repeat few words.
  var memory = Memory()

  /// The row being read.
  private var row = Sheet.Row(number: 0, cells: [])
  private(set) var hasError = false

  init(
    _ plan: SheetTable.Plan, options: SurveyOptions, context: SurveyContext,
    problems: SurveyProblems, isSettled: @escaping (String, Coordinate) -> Bool = { _, _ in false }
  ) {
    self.isSettled = isSettled
    self.plan = plan
    self.options = options
    self.context = context
    self.problems = problems
    map = plan.map
    columns = Dictionary(
      plan.map.columns.compactMap { column in column.role.map { ($0, column) } },
      uniquingKeysWith: { first, _ in first })
    townships = TownshipNames(context)
    seats = context.seats
    isExport = plan.map.isExport
    separators = isExport ? [";"] : [";", "；", "、"]
    fields = Self.fields(plan)
  }

  private static func fields(_ plan: SheetTable.Plan) -> Set<SiteField> {
    var fields = Set(plan.map.fields.values)
    // The text of the coordinate comes with the position where the table keeps it nowhere else.
    if plan.coordinates != nil, !fields.contains(.verbatim) {
      fields.formUnion([.verbatim, .declaredSystem])
    }
    return fields
  }

  /// The record of a row; nil where it has an error.
  mutating func record(of row: Sheet.Row) -> SiteRecord? {
    self.row = row
    hasError = false
    if let fault = plan.sheet.faults[row.number], centre == nil {
      report(
        ValueFault(fault.reason, remedy: fault.corners.isEmpty ? nil : .takeCentres),
        column: fault.isOfPlace ? plan.coordinates?.label : nil, value: nil)
      // A feature without properties has been named, and there is nothing else to say of it.
      if row.cells.allSatisfy({ $0 == .empty }) { return nil }
    }
    refuseFaults()
    let record = makeRecord(
      at: SiteRecord.Place(file: plan.sheet.file, sheet: plan.sheet.name, row: row.number))
    if !record.site.code.isEmpty { codes.append((record.site.code, record.place)) }
    let isNamed = !record.site.code.isEmpty && !record.site.nameZH.isEmpty
    return hasError || !isNamed ? nil : record
  }

  // MARK: Cells

  /// The number of the row.
  var number: Int { row.number }

  /// The cell of a role; empty where the table has no such column.
  func cell(_ role: ColumnRole) -> Sheet.Value {
    columns[role].map(value) ?? .empty
  }

  func value(_ column: ColumnMap.Column) -> Sheet.Value {
    column.index < row.cells.count ? row.cells[column.index] : .empty
  }

  /// The text of a cell as it stands, restored where an export has neutralised it.
  func rawText(_ column: ColumnMap.Column) -> String? {
    let value = value(column)
    if case .formatted(_, let shown) = value, !column.isNumber { return shown }
    guard let text = CellText.text(value) else { return nil }
    // Cells of a workbook are not run, and an export to one puts nothing before them.
    guard case .text = value, options.restoresFormulas, plan.sheet.name == nil else { return text }
    return CellText.restored(text)
  }

  /// The text of a role on one line; nil for an empty cell.
  mutating func text(_ role: ColumnRole, limit: Int = CellText.longestLine) -> String? {
    guard let column = columns[role] else { return heading(role) }
    guard let raw = rawText(column) else { return nil }
    do throws(ValueFault) {
      let line = try CellText.line(raw, limit: limit)
      let isName = role == .field(.nameZH) || role == .field(.code)
      if let damage = TextDamage(in: line, isName: isName) { name(damage, role, value: line) }
      return line.isEmpty ? nil : line
    } catch {
      report(error, role, value: raw)
      return nil
    }
  }

  /// What a heading above the row says of a role that has no column.
  func heading(_ role: ColumnRole) -> String? {
    guard let words = plan.headings[row.number], case .field(let field) = role else { return nil }
    return words[field]
  }

  mutating func text(_ field: SiteField, limit: Int = CellText.longestLine) -> String? {
    text(.field(field), limit: limit)
  }

  /// The text of a role, or nil where it stands for nothing: `-`, 无.
  mutating func stated(_ field: SiteField) -> String? {
    text(field).flatMap { CellText.isNothing($0) ? nil : $0 }
  }

  /// The value that `read` makes of a text; nil after a problem.
  mutating func read<Value>(
    _ field: SiteField, _ read: (String) throws(ValueFault) -> Value
  ) -> Value? {
    guard let text = stated(field) else { return nil }
    do throws(ValueFault) {
      return try read(text)
    } catch {
      report(error, .field(field), value: text)
      return nil
    }
  }

  /// Names what a program has done to a text: a damaged name or code is none.
  ///
  /// An export has what the register has, and marks of HTML may be meant.
  private mutating func name(_ damage: TextDamage, _ role: ColumnRole, value: String) {
    guard !isExport || damage.isLoss else { return }
    let fault = ValueFault(damage.sentence, suggestion: Sentence("survey.writeAnew"))
    if !isExport, role == .field(.nameZH) || role == .field(.code) {
      report(fault, role, value: value)
    } else {
      remark(fault, role, value: value)
    }
  }

  // MARK: Problems

  mutating func report(_ fault: ValueFault, _ role: ColumnRole, value: String?) {
    report(fault, column: columns[role]?.header ?? role.key, value: value)
  }

  mutating func report(_ fault: ValueFault, column: String?, value: String?) {
    hasError = true
    problems.error(fault, row: row.number, column: column, value: value)
  }

  mutating func remark(_ fault: ValueFault, _ role: ColumnRole, value: String?) {
    remark(fault, column: columns[role]?.header ?? role.key, value: value)
  }

  mutating func remark(_ fault: ValueFault, column: String?, value: String?) {
    problems.warning(fault, row: row.number, column: column, value: value)
  }

  /// A warning for a row that was read before.
  mutating func warn(_ fault: ValueFault, row: Int, column: String?, value: String?) {
    problems.warning(fault, row: row, column: column, value: value.map(HeaderText.oneLine))
  }

  /// A fault of a formula, and a yes or no, are no value of any field.
  ///
  /// Where a workbook was saved as text, a fault is text too.
  private mutating func refuseFaults() {
    for column in map.columns where column.role != nil {
      switch value(column) {
      case .text(let fault) where CellText.isFault(fault), .fault(let fault):
        report(
          ValueFault(
            Sentence("survey.failedFormula"), suggestion: Sentence("survey.mendFormula")
          ),
          column: column.header, value: fault)
      case .flag:
        if case .field(let field)? = column.role, field.definition.takesFlags { continue }
        report(
          ValueFault(
            Sentence("survey.flag"), suggestion: Sentence("survey.writeText")
          ),
          column: column.header, value: value(column).plainText)
      default: break
      }
    }
  }
}

extension RowReading {
  /// What texts were read as.
  struct Memory {
    var periods: [String: PeriodWords] = [:]
    var townships: [String: Result<TownshipNames.Reading, ValueFault>] = [:]
    var levels: [String: Result<LevelWords.Reading, ValueFault>] = [:]
    var classes: [String: Result<ClassWords.Reading, ValueFault>] = [:]
    var subclasses: [String: HeritageRegistry.Category?] = [:]
    var datums: [String: DatumWords.Finding?] = [:]
    var hours: [String: Result<HoursText.Reading, ValueFault>] = [:]
  }

  /// The reading of a text that was remembered, or is now.
  static func remembered<Value>(
    _ text: String, in memory: inout [String: Result<Value, ValueFault>],
    _ read: (String) throws(ValueFault) -> Value
  ) throws(ValueFault) -> Value {
    if let known = memory[text] { return try known.get() }
    let result = Result { () throws(ValueFault) in try read(text) }
    memory[text] = result
    return try result.get()
  }
}
