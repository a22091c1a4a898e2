import CXLSXWriter
import CXML
import SystemLibraries

/// The libraries that read and write workbooks, each opened by the first call that needs it.
enum Libraries {
  private static let openedXML = SystemLibrary(
    "libxml2", files: ["libxml2.so.2", "libxml2.so"], package: "libxml2"
  ).functions(xml_functions(), xml_find)
  private static let openedXLSX = SystemLibrary(
    "libxlsxwriter", files: ["libxlsxwriter.so.4", "libxlsxwriter.so"], package: "libxlsxwriter4"
  ).functions(xlsxwriter_functions(), xlsxwriter_find)

  /// The functions of libxml2.
  ///
  /// - Throws: ``WorkbookError/missing(_:)``.
  static func xml() throws(WorkbookError) -> xml_functions {
    do { return try openedXML.get() } catch { throw .missing(error) }
  }

  /// The functions of libxlsxwriter.
  ///
  /// - Throws: ``WorkbookError/missing(_:)``.
  static func xlsx() throws(WorkbookError) -> xlsxwriter_functions {
    do { return try openedXLSX.get() } catch { throw .missing(error) }
  }
}
