import Foundation
import HeritageFormats
import HeritageRegistry
import Words

/// A folder into which the pictures of a relic go, small: `12.jpg` is number 12.
struct ThumbnailFolder {
  private let path: String
  private let writer: Output

  init(_ path: String, _ writer: Output) {
    self.path = path
    self.writer = writer
  }

  /// Writes a thumbnail of each picture that the reader may see; one that cannot be made is named.
  ///
  /// - Throws: `MissingLibrary` where gdk-pixbuf is not installed; ``Failure`` where a file cannot be written,
  ///   and where no thumbnail of any picture could be made.
  func write(_ attachments: [Attachment], of code: String, in registry: Registry) throws {
    let pictures = attachments.filter { $0.kind == .jpeg || $0.kind == .png }
    let maker = try Thumbnail()
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        Sentence("thumbnail.folder", ["path": path]), hint: Sentence("advice.folder"),
        status: .inputOutput)
    }
    var written = 0
    for picture in pictures {
      do {
        let (_, bytes) = try registry.content(ofAttachment: picture.number, from: code)
        guard let small = try maker.make(bytes, picture.kind) else { continue }
        try OutputFile(path + "/\(picture.number).jpg").write { try $0(small) }
        written += 1
      } catch let error as any Cause {
        writer.note(
          Sentence("thumbnail.not", ["number": picture.number, "reason": error.sentence]))
      }
    }
    if try registry.isPublicCopy {
      writer.note(Sentence("attachments.publicCopy"))
    } else {
      writer.note(Sentence("thumbnail.written", ["count": written, "path": path]))
    }
    guard written > 0 || pictures.isEmpty else {
      throw Failure(
        Sentence("thumbnail.none", ["code": code]), hint: nil, status: .badData)
    }
    let isInternal = try registry.entry(code).site.disclosure != .open
    if registry.audience == .staff, isInternal, written > 0,
      let warning = InternalFile.remark(on: path, holding: 1)
    {
      writer.note(warning)
    }
  }
}
