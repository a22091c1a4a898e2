/// The texts that cells refer to by number (ECMA-376-1, 18.4.9).
final class SharedStrings: XMLPartReader {
  let root: StaticString = "sst"
  private(set) var texts: [String] = []
  private(set) var budget: MemoryBudget
  private var runs: TextRuns
  private var isInItem = false

  /// Reads the part, where there is one.
  init(
    _ part: String?, in archive: ZIPArchive, limits: WorkbookLimits, budget: MemoryBudget
  ) throws(WorkbookError) {
    runs = TextRuns(limit: limits.bytesOfCell)
    self.budget = budget
    if let part { try XMLPart.read(part, in: archive, to: self) }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if "si" ~= name {
      isInItem = true
      runs.clear()
    } else if isInItem {
      runs.start(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    if isInItem { try runs.append(bytes) }
  }

  func end(_ name: XMLName) throws(WorkbookError) {
    guard isInItem else { return }
    runs.end(name)
    guard "si" ~= name else { return }
    let text = runs.text
    try budget.holdCells(1)
    try budget.holdText(bytes: text.utf8.count)
    texts.append(text)
    isInItem = false
  }
}
