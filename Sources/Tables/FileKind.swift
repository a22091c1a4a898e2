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
  public var words: String {
    switch self {
    case .empty: "empty"
    case .workbook: "an Excel file (.xlsx)"
    case .binaryWorkbook: "a binary Excel file (.xlsb)"
    case .oldWorkbook: "an old Excel file (.xls)"
    case .protectedDocument: "protected by a password"
    case .oldDocument: "an old Office document, and no workbook"
    case .openDocument: "an OpenDocument spreadsheet (.ods)"
    case .wordDocument: "a Word document (.docx)"
    case .packedPlacemarks: "a KMZ file"
    case .zip: "a ZIP archive, and no workbook"
    case .archive: "a compressed archive"
    case .pdf: "a PDF document"
    case .geoPackage: "a GeoPackage"
    case .sqlite: "an SQLite database"
    case .shapefile: "a shapefile"
    case .picture: "a picture"
    case .webPage: "a web page"
    case .placemarks: "a KML file"
    case .wayPoints: "a GPX file"
    case .xml: "an XML document"
    case .json: "a JSON file"
    case .text: "a text file"
    case .unknown: "neither a table nor a workbook"
    }
  }

  /// What makes a table of a file of the kind; nil where it can be read as it is.
  public var hint: String? {
    switch self {
    case .workbook, .json, .text: nil
    case .empty: "a header row is needed"
    case .binaryWorkbook, .oldWorkbook, .openDocument, .webPage, .xml:
      "open it in Excel or LibreOffice and save it as .xlsx"
    case .protectedDocument: "open it in Excel, remove the password and save it as .xlsx"
    case .oldDocument, .wordDocument: "copy the table into a workbook and save it as .xlsx"
    case .zip, .archive: "unpack it and name the table in it"
    case .pdf, .picture: "a table has to be typed or copied into a workbook first"
    case .geoPackage, .shapefile, .placemarks, .packedPlacemarks, .wayPoints:
      "open it in QGIS and save the layer as GeoJSON in WGS 84"
    case .sqlite: "save the table that is meant as .csv"
    case .unknown: "save the table as .xlsx, or as .csv in UTF-8"
    }
  }

  /// Why a file of the kind is refused; nil where it can be read.
  public func refusal(of file: String) -> SheetFileError? {
    isReadable ? nil : SheetFileError(file: file, at: .kind, reason: words, hint: hint)
  }
}
