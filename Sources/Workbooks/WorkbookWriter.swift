import CXLSXWriter
import Words

/// Writes a workbook (.xlsx, ISO/IEC 29500) sheet by sheet, each from its first row to its last.
///
/// Text is text: no cell is read as a number, a date or a formula. The same calls give the same bytes,
/// since the workbook states a fixed time of creation.
///
/// ```swift
/// let workbook = try WorkbookWriter(path: "relics.xlsx")
/// let sheet = try workbook.addSheet("relics")
/// try sheet.write("00123", row: 0, column: 0)
/// try workbook.close()
/// ```
public final class WorkbookWriter {
  /// How many rows a sheet holds.
  public static let rowLimit = 1_048_576
  /// How many UTF-16 units of text a cell holds.
  public static let textLimit = 32_767

  private let xlsx: xlsxwriter_functions
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private let path: String
  /// 2000-01-01T00:00:00Z: no clock is in the bytes.
  private static let created = 946_684_800

  /// Begins a workbook; the file is written when it is closed.
  ///
  /// - Parameters:
  ///   - path: Where the file is to stand.
  ///   - title: What the properties of the document say.
  /// - Throws: ``WorkbookError/unwritable(path:reason:)``, as every call does, and
  ///   ``WorkbookError/missing(_:)``.
  public init(path: String, title: String = "") throws(WorkbookError) {
    self.path = path
    let xlsx = try Libraries.xlsx()
    self.xlsx = xlsx
    // Rows go to a temporary file as soon as the next one begins.
    var options = lxw_workbook_options()
    options.constant_memory = 1
    handle = path.withCString { xlsx.workbook_new_opt($0, &options) }
    guard let handle else { throw .unwritable(path: path, reason: Sentence("workbook.noMemory")) }
    title.withMutableCString { title in
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = Self.created
      _ = xlsx.workbook_set_properties(handle, &properties)
    }
  }

  deinit {
    // A workbook that was not closed holds files and memory: closing gives them back.
    if let handle { _ = xlsx.workbook_close(handle) }
  }

  /// Adds a sheet behind those that are there.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a name that is taken or
  ///   that no sheet may have.
  public func addSheet(_ name: String) throws(WorkbookError) -> SheetWriter {
    guard let handle, let sheet = xlsx.workbook_add_worksheet(handle, name) else {
      throw .unwritable(path: path, reason: Sentence("workbook.badSheetName", ["name": name]))
    }
    return SheetWriter(sheet, of: xlsx, path: path)
  }

  /// Makes a style for cells.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` where there is no memory left
  ///   or the workbook is closed.
  public func addStyle(_ style: CellStyle) throws(WorkbookError) -> StyleHandle {
    guard let handle, let format = xlsx.workbook_add_format(handle) else {
      throw .unwritable(path: path, reason: Sentence("workbook.noMemory"))
    }
    if style.isBold { xlsx.format_set_bold(format) }
    if style.isText { xlsx.format_set_num_format(format, "@") }
    if style.wraps { xlsx.format_set_text_wrap(format) }
    if style.wraps { xlsx.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if let colour = style.fill { xlsx.format_set_bg_color(format, colour) }
    if let colour = style.colour { xlsx.format_set_font_color(format, colour) }
    return StyleHandle(format: format)
  }

  /// Writes the file and ends the workbook.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` where the file or its temporary
  ///   ones cannot be written.
  public func close() throws(WorkbookError) {
    guard let open = handle else { return }
    handle = nil
    try xlsx.check(xlsx.workbook_close(open), path)
  }
}

/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  /// Whether the text is bold.
  public var isBold = false
  /// Whether what is typed into the cell stays text.
  public var isText = false
  /// Whether long text takes several lines.
  public var wraps = false
  /// The colour behind the text, as 0xRRGGBB.
  public var fill: UInt32?
  /// The colour of the text, as 0xRRGGBB.
  public var colour: UInt32?

  /// Makes a style.
  public init(
    isBold: Bool = false, isText: Bool = false, wraps: Bool = false, fill: UInt32? = nil,
    colour: UInt32? = nil
  ) {
    self.isBold = isBold
    self.isText = isText
    self.wraps = wraps
    self.fill = fill
    self.colour = colour
  }
}

/// A style that a workbook has.
public struct StyleHandle {
  let format: UnsafeMutablePointer<lxw_format>
}

extension xlsxwriter_functions {
  /// Turns libxlsxwriter's codes into errors.
  func check(_ code: lxw_error, _ path: String) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    throw .unwritable(
      path: path,
      reason: Sentence(
        quoting: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"))
  }
}

extension String {
  /// Gives `body` the text as C keeps it, in memory that C may change.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    var bytes = utf8CString
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // A C string has its final zero, so there is a first byte.
      var empty: CChar = 0
      return buffer.baseAddress.map(body) ?? body(&empty)
    }
  }
}
