import CRSVG
import Hours
public import SystemLibraries
import Words

/// A map as a picture of pixels or a sheet of PDF, drawn by librsvg from the map's SVG.
///
/// A pixel of the SVG is a pixel of the picture, and 1/96 inch of the sheet. The library is opened by the
/// first picture; the same map and the same fonts give the same bytes.
public struct MapImage: Sendable {
  /// What is written.
  public enum Format: Sendable {
    /// Portable Network Graphics.
    case png
    /// Portable Document Format, with text that can be searched.
    case pdf
  }

  private let functions: rsvg_functions

  private static let opened = SystemLibrary(
    "librsvg", files: ["librsvg-2.so.2", "librsvg-2.so"], package: "librsvg2-2"
  ).functions(rsvg_functions(), rsvg_find)

  /// Opens the library.
  ///
  /// - Throws: `MissingLibrary` where it cannot be opened.
  public init() throws(MissingLibrary) { functions = try Self.opened.get() }

  /// Whether a font with Chinese characters is installed: without one they come out as empty boxes.
  public var hasChineseFont: Bool {
    let pattern = functions.FcNameParse(":lang=zh-cn")
    let objects = functions.FcObjectSetCreate()
    defer {
      functions.FcPatternDestroy(pattern)
      functions.FcObjectSetDestroy(objects)
    }
    guard let fonts = functions.FcFontList(nil, pattern, objects) else { return false }
    defer { functions.FcFontSetDestroy(fonts) }
    return fonts.pointee.count > 0
  }

  /// Writes a map into a file.
  ///
  /// - Parameters:
  ///   - drawing: The map.
  ///   - path: The file, which is replaced.
  ///   - format: What is written.
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public func write(_ drawing: MapPicture, to path: String, as format: Format) throws(ExportError) {
    switch format {
    case .pdf: try write([drawing], to: path)
    case .png:
      let surface = try raster(drawing, scale: 1, path)
      defer { functions.cairo_surface_destroy(surface) }
      try check(functions.cairo_surface_write_to_png(surface, path), path)
    }
  }

  /// Writes pictures as the pages of a PDF, which has the title, the date and the size of the first.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  func write(_ pages: [MapPicture], to path: String) throws(ExportError) {
    guard let first = pages.first else { return }
    let surface = functions.cairo_pdf_surface_create(
      path, first.width * Self.pointsPerPixel, first.height * Self.pointsPerPixel)
    defer { functions.cairo_surface_destroy(surface) }
    functions.cairo_pdf_surface_set_metadata(surface, Self.titleKey, first.title)
    // cairo writes the time of the clock unless it is told another.
    functions.cairo_pdf_surface_set_metadata(
      surface, Self.dateKey, (first.date?.description ?? "2000-01-01") + "T00:00:00Z")
    for page in pages {
      try draw(page, on: surface, scale: Self.pointsPerPixel, path)
    }
    functions.cairo_surface_finish(surface)
    try check(functions.cairo_surface_status(surface), path)
  }

  /// A picture as the bytes of a PNG.
  ///
  /// - Parameter scale: How many pixels a pixel of the picture becomes.
  /// - Throws: ``ExportError/unwritable(path:reason:)``, its path being the title.
  func png(_ drawing: MapPicture, scale: Double) throws(ExportError) -> [UInt8] {
    let surface = try raster(drawing, scale: scale, drawing.title)
    defer { functions.cairo_surface_destroy(surface) }
    let collector = PNGCollector()
    let status = functions.cairo_surface_write_to_png_stream(
      surface,
      { to, bytes, count in
        guard let to, let bytes else { return 0 }
        Unmanaged<PNGCollector>.fromOpaque(to).takeUnretainedValue().bytes += UnsafeBufferPointer(
          start: bytes, count: Int(count))
        return 0
      }, Unmanaged.passUnretained(collector).toOpaque())
    try check(status, drawing.title)
    return collector.bytes
  }

  /// A picture as pixels; the caller destroys the surface.
  private func raster(
    _ drawing: MapPicture, scale: Double, _ path: String
  ) throws(ExportError) -> UnsafeMutableRawPointer? {
    let surface = functions.cairo_image_surface_create(
      Self.argb32, Int32((drawing.width * scale).rounded()),
      Int32((drawing.height * scale).rounded()))
    do throws(ExportError) {
      try draw(drawing, on: surface, scale: scale, path)
    } catch {
      functions.cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }

  private func draw(
    _ drawing: MapPicture, on surface: UnsafeMutableRawPointer?, scale: Double, _ path: String
  ) throws(ExportError) {
    var error: UnsafeMutablePointer<rsvg_error>?
    let bytes = Array(drawing.svg.utf8)
    guard let handle = functions.rsvg_handle_new_from_data(bytes, bytes.count, &error) else {
      throw failure(path, error)
    }
    defer { functions.g_object_unref(handle) }
    let context = functions.cairo_create(surface)
    defer { functions.cairo_destroy(context) }
    var viewport = rsvg_rectangle(
      x: 0, y: 0, width: drawing.width * scale, height: drawing.height * scale)
    guard functions.rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw failure(path, error)
    }
    functions.cairo_show_page(context)
    try check(functions.cairo_status(context), path)
  }

  /// CAIRO_FORMAT_ARGB32, CAIRO_PDF_METADATA_TITLE and CAIRO_PDF_METADATA_CREATE_DATE.
  private static let (argb32, titleKey, dateKey) = (Int32(0), Int32(0), Int32(5))
  private static let pointsPerPixel = 0.75

  private func check(_ status: Int32, _ path: String) throws(ExportError) {
    guard status != 0 else { return }
    let text = functions.cairo_status_to_string(status).map { String(cString: $0) }
    throw .unwritable(path: path, reason: Sentence(quoting: text ?? "cairo \(status)"))
  }

  private func failure(
    _ path: String, _ error: UnsafeMutablePointer<rsvg_error>?
  ) -> ExportError {
    defer { if let error { functions.g_error_free(error) } }
    let text = (error?.pointee.message).map { String(cString: $0) }
    return .unwritable(path: path, reason: Sentence(quoting: text ?? "librsvg"))
  }
}

/// What cairo writes, piece by piece.
private final class PNGCollector {
  var bytes: [UInt8] = []
}
