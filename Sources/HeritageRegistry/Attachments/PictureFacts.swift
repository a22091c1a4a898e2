package import Geodesy

/// What a picture says of itself.
package struct PictureFacts: Hashable, Sendable {
  /// Its size in pixels, as they are stored.
  package var (width, height) = (0, 0)
  /// How it is to be turned to stand upright: 1 for not at all, to 8 (EXIF 2.32, tag 274).
  package var orientation = 1
  /// Where the camera says that it was taken.
  package var position: Coordinate?
  /// How far that may be off, as the camera says.
  package var accuracy: Length?
  /// The day on the camera's clock: `2026-11-20`.
  package var takenOn: String?

  /// Whether width and height change places when it stands upright.
  package var isTurned: Bool { orientation > 4 }

  /// Reads a JPEG or PNG; nil for what is neither, or has no size.
  ///
  /// What is broken in what it says of itself is passed over.
  package init?(_ bytes: [UInt8], _ kind: AttachmentKind) {
    switch kind {
    case .jpeg: readJPEG(bytes)
    case .png: readPNG(bytes)
    case .tiff:
      // A TIFF is what EXIF is written in.
      read(EXIF(bytes[...]))
      (width, height) = (1, 1)
    case .pdf, .dwg: return nil
    }
    guard width > 0, height > 0 else { return nil }
  }

  private mutating func readJPEG(_ bytes: [UInt8]) {
    guard let segments = JPEGSegments(bytes)?.segments else { return }
    for segment in segments {
      let content = bytes[segment.content]
      switch segment.marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard content.count >= 5 else { continue }
        let size = content.dropFirst().prefix(4).map(Int.init)
        (height, width) = (size[0] << 8 | size[1], size[2] << 8 | size[3])
      case 0xE1 where content.starts(with: Array("Exif\0\0".utf8)):
        read(EXIF(content.dropFirst(6)))
      default: break
      }
    }
  }

  private mutating func readPNG(_ bytes: [UInt8]) {
    guard bytes.count >= 24 else { return }
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    (width, height) = (number(16), number(20))
    var place = 8
    while place + 12 <= bytes.count {
      let length = number(place)
      guard place + 12 + length <= bytes.count else { return }
      if bytes[place + 4..<place + 8].elementsEqual("eXIf".utf8) {
        read(EXIF(bytes[place + 8..<place + 8 + length]))
      }
      place += 12 + length
    }
    // Hardly a program turns a PNG.
    orientation = 1
  }

  private mutating func read(_ exif: EXIF?) {
    guard let exif else { return }
    if let orientation = exif.orientation { self.orientation = orientation }
    position = exif.position ?? position
    accuracy = exif.errorMetres.map(Length.metres) ?? accuracy
    takenOn = exif.takenOn ?? takenOn
  }
}
