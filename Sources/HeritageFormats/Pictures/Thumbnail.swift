import CPixbuf
public import HeritageRegistry
public import SystemLibraries
public import Words

/// Small copies of pictures for pages, made by gdk-pixbuf.
///
/// The library is opened by the first picture. A thumbnail stands upright, is a JPEG, and says nothing of itself:
/// no place, no time, no camera.
public struct Thumbnail: Sendable {
  /// The longest side, in pixels, where nobody says another.
  public static let usualSize = 320

  /// The largest picture that is read, in pixels: one of more could fill the memory.
  public static let mostPixels = 200_000_000

  private let functions: pixbuf_functions

  private static let opened = SystemLibrary(
    "gdk-pixbuf", files: ["libgdk_pixbuf-2.0.so.0", "libgdk_pixbuf-2.0.so"],
    package: "libgdk-pixbuf-2.0-0"
  ).functions(pixbuf_functions(), pixbuf_find)

  /// Opens the library.
  ///
  /// - Throws: `MissingLibrary` where it cannot be opened.
  public init() throws(MissingLibrary) { functions = try Self.opened.get() }

  /// A picture made small.
  ///
  /// - Parameters:
  ///   - bytes: A JPEG or a PNG, as it is kept.
  ///   - kind: What the bytes are.
  ///   - maxPixels: The longest side; a picture that is smaller keeps its size.
  /// - Returns: The bytes of a JPEG; nil for what is no picture.
  /// - Throws: ``ThumbnailError``.
  /// - Complexity: O(pixels of the picture).
  public func make(
    _ bytes: [UInt8], _ kind: AttachmentKind, maxPixels: Int = usualSize
  ) throws(ThumbnailError) -> [UInt8]? {
    guard kind == .jpeg || kind == .png else { return nil }
    // What the picture says of itself does not even reach the library.
    guard let facts = PictureFacts(bytes, kind), let plain = PublicPicture.stripped(bytes, kind)
    else { throw .unreadable(Sentence("thumbnail.broken")) }
    guard facts.width <= Self.mostPixels / max(1, facts.height) else {
      throw .tooLarge(width: facts.width, height: facts.height)
    }
    let side = Int32(min(max(1, maxPixels), max(facts.width, facts.height)))
    // The stream reads the bytes where they are, and is gone before they are.
    let result: Result<[UInt8], ThumbnailError> = plain.withUnsafeBytes { raw in
      do throws(ThumbnailError) {
        return .success(try scaled(raw, to: side))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func scaled(
    _ raw: UnsafeRawBufferPointer, to side: Int32
  ) throws(ThumbnailError) -> [UInt8] {
    let stream = functions.g_memory_input_stream_new_from_data(raw.baseAddress, raw.count, nil)
    defer { functions.g_object_unref(stream) }
    var error: UnsafeMutablePointer<pixbuf_error>?
    guard
      let picture = functions.gdk_pixbuf_new_from_stream_at_scale(
        stream, side, side, 1, nil, &error)
    else { throw failure(error) }
    defer { functions.g_object_unref(picture) }
    guard let upright = functions.gdk_pixbuf_apply_embedded_orientation(picture) else {
      throw failure(nil)
    }
    defer { functions.g_object_unref(upright) }
    return try jpeg(upright)
  }

  private func jpeg(_ picture: UnsafeMutableRawPointer) throws(ThumbnailError) -> [UInt8] {
    var (bytes, count): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    var error: UnsafeMutablePointer<pixbuf_error>?
    var none: [UnsafeMutablePointer<CChar>?] = [nil]
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    guard
      functions.gdk_pixbuf_save_to_bufferv(
        picture, &bytes, &count, "jpeg", &none, &nothing, &error) != 0, let bytes
    else { throw failure(error) }
    defer { functions.g_free(bytes) }
    let written = UnsafeRawBufferPointer(start: bytes, count: count).map { $0 }
    return PublicPicture.stripped(written, .jpeg) ?? written
  }

  private func failure(_ error: UnsafeMutablePointer<pixbuf_error>?) -> ThumbnailError {
    defer { if let error { functions.g_error_free(error) } }
    let text = (error?.pointee.message).map { String(cString: $0) }
    return .unreadable(Sentence(quoting: text ?? "gdk-pixbuf"))
  }
}

/// Why a picture was not made small.
public enum ThumbnailError: Cause, Hashable, Sendable {
  /// It cannot be read.
  case unreadable(Sentence)
  /// It has more pixels than are read.
  case tooLarge(width: Int, height: Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unreadable(let reason): Sentence("thumbnail.unreadable", ["reason": reason])
    case .tooLarge(let width, let height):
      Sentence(
        "thumbnail.tooLarge",
        ["width": width, "height": height, "limit": Thumbnail.mostPixels / 1_000_000])
    }
  }
}

extension Attachment {
  /// A small copy of a picture for a page.
  ///
  /// - Parameters:
  ///   - bytes: The file, as `Registry.content(ofAttachment:from:)` gives it.
  ///   - maxPixels: The longest side.
  /// - Returns: The bytes of a JPEG that says nothing of itself; nil for what is no picture.
  /// - Throws: ``ThumbnailError``, `MissingLibrary`.
  public func thumbnail(
    of bytes: [UInt8], maxPixels: Int = Thumbnail.usualSize
  ) throws -> [UInt8]? {
    try Thumbnail().make(bytes, kind, maxPixels: maxPixels)
  }
}
