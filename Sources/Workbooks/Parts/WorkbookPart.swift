import Words

/// The list of the sheets (ECMA-376-1, 18.2).
final class WorkbookPart: XMLPartReader {
  /// A sheet as the list has it.
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  let root: StaticString = "workbook"
  private(set) var sheets: [Entry] = []
  private(set) var system = DateSystem.from1900

  /// Reads the part.
  init(_ part: String, in archive: ZIPArchive) throws(WorkbookError) {
    try XMLPart.read(part, in: archive, to: self)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if "workbookPr" ~= name {
      if attributes.flag("date1904") { system = .from1904 }
    } else if "sheet" ~= name {
      guard let title = attributes.text("name"), let id = attributes.text("id") else {
        throw .unreadable(reason: Sentence("workbook.namelessSheet"))
      }
      let state = attributes.text("state") ?? "visible"
      sheets.append(Entry(name: title, relationship: id, isHidden: state != "visible"))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}
