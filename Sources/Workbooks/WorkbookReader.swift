public import Tables
import Words

/// Reads the sheets of a workbook in Office Open XML (ECMA-376, ISO/IEC 29500): `.xlsx`, `.xlsm` and
/// `.xltx`, transitional and strict.
///
/// Each part is unpacked and parsed piece by piece within ``WorkbookLimits``, so that memory goes with
/// the values of the cells and not with the text of the file. Texts stay as they are, codes with leading
/// zeros among them; runs of rich text are joined and readings above it left out. A number is a date
/// where its format shows one, and `LX-0012` where it shows that; a formula has the value it had when the workbook was saved; the value of
/// merged cells fills their range. Nothing is computed, and nothing outside of the file is read.
///
/// ```swift
/// let sheets = try WorkbookReader().sheets(of: bytes, file: "register.xlsx")
/// for row in sheets[0].rows { print(row.number, row.cells) }
/// ```
public struct WorkbookReader: Sendable {
  /// How much a workbook may hold.
  public var limits: WorkbookLimits

  /// Makes a reader.
  public init(limits: WorkbookLimits = WorkbookLimits()) { self.limits = limits }

  /// The sheets with cells, hidden ones too, in the order of their tabs.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for messages.
  /// - Throws: ``WorkbookError`` for a file that is no workbook, is damaged or encrypted, holds more
  ///   than the limits allow, or has a cell that cannot be what it says.
  /// - Complexity: Linear; some 100,000 rows of 15 cells a second or two.
  public func sheets(of bytes: [UInt8], file: String) throws(WorkbookError) -> [Sheet] {
    let archive = try ZIPArchive(bytes, limits: limits)
    guard let main = try Relationships(of: "", in: archive).part("officeDocument") else {
      throw .unreadable(reason: Sentence("workbook.noWorkbook"))
    }
    guard !main.hasSuffix(".bin") else {
      throw .unreadable(reason: Sentence("workbook.binary"))
    }
    let relationships = try Relationships(of: main, in: archive)
    let workbook = try WorkbookPart(main, in: archive)
    var budget = MemoryBudget(limits, bytesOfFile: bytes.count)
    let styles = try Styles(relationships.part("styles"), in: archive, budget: budget)
    budget = styles.budget
    let strings = try SharedStrings(
      relationships.part("sharedStrings"), in: archive, limits: limits, budget: budget)
    budget = strings.budget
    let cells = CellValues(
      shared: strings.texts, formats: styles.numberFormats, system: workbook.system)

    var sheets: [Sheet] = []
    var read: Set<String> = []
    for entry in workbook.sheets {
      guard let target = relationships.byID[entry.relationship] else {
        throw .unreadable(reason: Sentence("workbook.missingSheet", ["name": entry.name]))
      }
      // Sheets of a single chart, and of old macros, have no cells.
      guard target.kind == "worksheet" else { continue }
      guard read.insert(target.part.lowercased()).inserted else {
        throw .unreadable(reason: Sentence("workbook.sharedSheet", ["name": entry.name]))
      }
      let part = try SheetPart(
        target.part, name: entry.name, in: archive, cells: cells, limits: limits, budget: budget)
      sheets.append(
        Sheet(
          file: file, name: entry.name, isHidden: entry.isHidden, rows: try part.filled()))
      budget = part.budget
    }
    guard !sheets.isEmpty else { throw .unreadable(reason: Sentence("workbook.noSheets")) }
    return sheets
  }
}
