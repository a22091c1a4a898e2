public import Words

/// What a file is by its content, whatever its name says.
public enum FileKind: Hashable, Sendable, CaseIterable {
  /// No bytes, or nothing but white space.
  case empty
  /// A workbook in Office Open XML: `.xlsx`, `.xlsm`, `.xltx`.
  case workbook
  /// A workbook in Excel's binary parts: `.xlsb`.
  case binaryWorkbook
  /// A workbook of Excel before 2007: `.xls`.
  case oldWorkbook
  /// An Office document that a password protects.
  case protectedDocument
  /// Another document in the container of old Office: `.doc`, `.ppt`, `.wps`.
  case oldDocument
  /// A spreadsheet of OpenDocument: `.ods`.
  case openDocument
  /// A document of Word: `.docx`.
  case wordDocument
  /// Placemarks in a ZIP archive: `.kmz`.
  case packedPlacemarks
  /// Another ZIP archive.
  case zip
  /// A compressed file or another kind of archive.
  case archive
  /// A PDF document.
  case pdf
  /// A GeoPackage.
  case geoPackage
  /// An SQLite database.
  case sqlite
  /// The geometry of a shapefile: `.shp`.
  case shapefile
  /// A picture.
  case picture
  /// A web page: what many programs save as "Excel".
  case webPage
  /// Placemarks in XML: `.kml`.
  case placemarks
  /// Way points in XML: `.gpx`.
  case wayPoints
  /// Another XML document, such as a workbook of Excel 2003.
  case xml
  /// An object or a list in JSON; GeoJSON is one.
  case json
  /// Text: comma-, tab- or semicolon-separated values, one hopes.
  case text
  /// Bytes that are none of these.
  case unknown

  /// Whether sheets can be read from files of the kind.
  public var isReadable: Bool {
    switch self {
    case .workbook, .json, .text: true
    default: false
    }
  }

  /// The kind in words, as in "register.xlsx is …".
  public var words: Sentence {
    switch self {
    case .empty: Sentence("table.kindEmpty")
    case .workbook: Sentence("table.kindWorkbook")
    case .binaryWorkbook: Sentence("table.kindBinaryWorkbook")
    case .oldWorkbook: Sentence("table.kindOldWorkbook")
    case .protectedDocument: Sentence("table.kindProtected")
    case .oldDocument: Sentence("table.kindOldDocument")
    case .openDocument: Sentence("table.kindOpenDocument")
    case .wordDocument: Sentence("table.kindWordDocument")
    case .packedPlacemarks: Sentence("table.kindKMZ")
    case .zip: Sentence("table.kindZIP")
    case .archive: Sentence("table.kindArchive")
    case .pdf: Sentence("table.kindPDF")
    case .geoPackage: Sentence("table.kindGeoPackage")
    case .sqlite: Sentence("table.kindSQLite")
    case .shapefile: Sentence("table.kindShapefile")
    case .picture: Sentence("table.kindPicture")
    case .webPage: Sentence("table.kindWebPage")
    case .placemarks: Sentence("table.kindKML")
    case .wayPoints: Sentence("table.kindGPX")
    case .xml: Sentence("table.kindXML")
    case .json: Sentence("table.kindJSON")
    case .text: Sentence("table.kindText")
    case .unknown: Sentence("table.kindUnknown")
    }
  }

  /// What makes a table of a file of the kind; nil where it can be read as it is.
  public var hint: Sentence? {
    switch self {
    case .workbook, .json, .text: nil
    case .empty: Sentence("table.needsHeader")
    case .binaryWorkbook, .oldWorkbook, .openDocument, .webPage, .xml:
      Sentence("table.saveAsWorkbook")
    case .protectedDocument: Sentence("table.removePassword")
    case .oldDocument, .wordDocument: Sentence("table.copyTable")
    case .zip, .archive: Sentence("table.unpack")
    case .pdf, .picture: Sentence("table.typeTable")
    case .geoPackage, .shapefile, .placemarks, .packedPlacemarks, .wayPoints:
      Sentence("table.saveLayer")
    case .sqlite: Sentence("table.saveTable")
    case .unknown: Sentence("table.saveAsTable")
    }
  }

  /// Why a file of the kind is refused; nil where it can be read.
  public func refusal(of file: String) -> SheetFileError? {
    isReadable ? nil : SheetFileError(file: file, at: .kind, reason: words, hint: hint)
  }
}
