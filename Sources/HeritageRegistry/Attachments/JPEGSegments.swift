/// The segments of a JPEG file, up to the end of its picture.
///
/// Source: ITU-T T.81 (1992), annex B.
struct JPEGSegments {
  /// A marker with its content.
  struct Segment {
    /// The second byte of the marker: 0xE1 for APP1.
    let marker: UInt8
    /// Where the marker begins, and where what belongs to it ends: for a scan, the compressed data too.
    let range: Range<Int>
    /// What stands between length and end, without the data of a scan.
    let content: Range<Int>
  }

  /// The segments behind the start of the image, in their order, the end of the image last.
  let segments: [Segment]

  /// Takes a file apart; nil where it is cut off or broken.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var (segments, place): ([Segment], Int) = ([], 2)
    while place + 1 < bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let start = place
      // Any number of fill bytes may stand before a marker.
      while place < bytes.count, bytes[place] == 0xFF { place += 1 }
      guard place < bytes.count else { return nil }
      let marker = bytes[place]
      place += 1
      if marker == 0xD9 {
        segments.append(Segment(marker: marker, range: start..<place, content: place..<place))
        self.segments = segments
        return
      }
      guard place + 2 <= bytes.count else { return nil }
      let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
      guard length >= 2, place + length <= bytes.count else { return nil }
      let content = place + 2..<place + length
      place += length
      if marker == 0xDA { place = Self.endOfScan(bytes, from: place) }
      segments.append(Segment(marker: marker, range: start..<place, content: content))
    }
    return nil
  }

  /// The place of the first marker behind compressed data: stuffed bytes and restarts are part of these.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]),
        bytes[place + 1] != 0xFF
      {
        return place
      }
      place += 1
    }
    return bytes.count
  }
}
