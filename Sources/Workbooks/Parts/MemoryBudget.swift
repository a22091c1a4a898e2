import Tables
import Words

/// What the cells take in memory, counted against what the file may take.
struct MemoryBudget {
  private var left: Int

  /// Starts with what a file of this size may take.
  init(_ limits: WorkbookLimits, bytesOfFile: Int) {
    left = limits.memory + limits.memoryPerByte * bytesOfFile
  }

  /// Counts a row, without its cells.
  mutating func holdRow() throws(WorkbookError) { try hold(96) }

  /// Counts empty cells, numbers or short texts.
  mutating func holdCells(_ count: Int) throws(WorkbookError) {
    try hold(count * MemoryLayout<Sheet.Value>.stride)
  }

  /// Counts what a text takes beside its cell.
  mutating func holdText(bytes: Int) throws(WorkbookError) {
    if bytes > 15 { try hold(bytes + 48) }
  }

  private mutating func hold(_ bytes: Int) throws(WorkbookError) {
    left -= bytes
    guard left >= 0 else {
      throw .tooLarge(reason: Sentence("workbook.tooMuchMemory"))
    }
  }
}

/// Equal texts held once, where they come again soon.
struct TextPool {
  private var slots = [String](repeating: "", count: 4096)

  /// The text as it is held, and whether it is held by nobody else.
  mutating func held(_ text: String) -> (text: String, isNew: Bool) {
    guard text.utf8.count > 15 else { return (text, false) }
    // FNV-1a: the same slots in every run.
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let slot = Int(hash >> 16 ^ hash) & (slots.count - 1)
    if slots[slot].utf8.elementsEqual(text.utf8) { return (slots[slot], false) }
    slots[slot] = text
    return (text, true)
  }
}
