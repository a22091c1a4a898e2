/// Which cell formats show more than a number (ECMA-376-1, 18.8).
final class Styles: XMLPartReader {
  let root: StaticString = "styleSheet"
  private var codes: [Int: String] = [:]
  private var formats: [Int] = []
  private var isInCellFormats = false
  private(set) var budget: MemoryBudget

  /// What each cell format shows, by its number; nil where it is a plain number.
  private(set) var numberFormats: [NumberFormat?] = []

  /// Reads the part, where there is one.
  init(_ part: String?, in archive: ZIPArchive, budget: MemoryBudget) throws(WorkbookError) {
    self.budget = budget
    guard let part else { return }
    try XMLPart.read(part, in: archive, to: self)
    var known: [Int: NumberFormat?] = [:]
    numberFormats = formats.map { id in
      if let format = known[id] { return format }
      let format = (codes[id] ?? DateFormat.builtIn[id]).flatMap { NumberFormat(code: $0) }
      known[id] = .some(format)
      return format
    }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if "numFmt" ~= name {
      guard let id = attributes.text("numFmtId").flatMap({ Int($0) }),
        let code = attributes.text("formatCode")
      else { return }
      try budget.holdCells(2)
      try budget.holdText(bytes: code.utf8.count)
      codes[id] = code
    } else if "cellXfs" ~= name {
      isInCellFormats = true
    } else if isInCellFormats, "xf" ~= name {
      try budget.holdCells(2)
      formats.append(attributes.text("numFmtId").flatMap { Int($0) } ?? 0)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    if "cellXfs" ~= name { isInCellFormats = false }
  }
}
