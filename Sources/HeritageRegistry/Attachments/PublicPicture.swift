/// A picture without what it says of itself: where and when it was taken, by whose camera, with what words.
package enum PublicPicture {
  /// The picture that is seen, bit by bit as it was, and nothing else of its file.
  ///
  /// Of a JPEG the frame of JFIF, a colour profile and the note of Adobe's colours stay, of a PNG what its
  /// colours need. EXIF, XMP, IPTC, comments, thumbnails and what stands behind the picture go: a second
  /// picture there may say what the first does not.
  ///
  /// - Parameter keepsTurn: Whether a JPEG goes on saying how it is turned to stand upright, in EXIF of its own
  ///   that says nothing else.
  /// - Returns: nil for a file of another kind, and for one that is cut off or broken.
  package static func stripped(
    _ bytes: [UInt8], _ kind: AttachmentKind, keepsTurn: Bool = true
  ) -> [UInt8]? {
    switch kind {
    case .jpeg: jpeg(bytes, turn: keepsTurn ? PictureFacts(bytes, kind)?.orientation ?? 1 : 1)
    case .png: png(bytes)
    case .tiff, .pdf, .dwg: nil
    }
  }

  private static func jpeg(_ bytes: [UInt8], turn: Int) -> [UInt8]? {
    guard let segments = JPEGSegments(bytes)?.segments else { return nil }
    // One directory with one entry: tag 274, a short.
    let note: [UInt8] =
      turn == 1
      ? []
      : [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8)
        + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(turn), 0, 0, 0, 0, 0, 0]
    return segments.reduce(into: [0xFF, 0xD8] + note) { kept, segment in
      let content = bytes[segment.content]
      func begins(_ name: String) -> Bool { content.starts(with: Array(name.utf8) + [0]) }
      let stays =
        switch segment.marker {
        case 0xE0: begins("JFIF")
        case 0xE2: begins("ICC_PROFILE")
        case 0xEE: content.starts(with: Array("Adobe".utf8))
        // Frames, tables, scans, the end.
        case 0xC0...0xCF, 0xD9...0xDD: true
        default: false
        }
      guard stays else { return }
      guard segment.marker == 0xE0, segment.content.count > 14 else {
        kept += bytes[segment.range]
        return
      }
      // JFIF may hold a thumbnail: its 14 bytes without it.
      kept += [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
    }
  }

  private static let pngChunks: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
    "cICP",
  ]

  /// Source: ISO/IEC 15948, section 5.
  private static func png(_ bytes: [UInt8]) -> [UInt8]? {
    guard AttachmentKind(of: bytes) == .png else { return nil }
    var (kept, place) = (Array(bytes.prefix(8)), 8)
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard place + 12 + length <= bytes.count else { return nil }
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      if pngChunks.contains(name) { kept += bytes[place..<place + 12 + length] }
      if name == "IEND" { return kept }
      place += 12 + length
    }
    return nil
  }
}
