import Geodesy
import Hours

/// What a camera writes into a picture, as far as a register asks for it.
///
/// Source: CIPA DC-008-2019, *Exchangeable image file format for digital still cameras: Exif 2.32*, sections
/// 4.6.2 to 4.6.6; TIFF 6.0 (1992), section 2.
struct EXIF {
  /// How the picture is to be turned, 1 to 8.
  private(set) var orientation: Int?
  /// Where it was taken, in WGS 84 as far as the camera tells.
  private(set) var position: Coordinate?
  /// How far that may be off, as the camera tells: the radius of a circle, in metres.
  private(set) var errorMetres: Double?
  /// The day on which it was taken, by the camera's clock.
  private(set) var takenOn: String?

  private let bytes: ArraySlice<UInt8>
  private let isBigEndian: Bool

  /// Reads a block that begins with the header of TIFF; nil for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    switch bytes.prefix(4) {
    case [0x49, 0x49, 0x2A, 0]: isBigEndian = false
    case [0x4D, 0x4D, 0, 0x2A]: isBigEndian = true
    default: return nil
    }
    guard let first = number(at: 4, bytes: 4) else { return nil }
    for entry in entries(at: first) {
      switch entry.tag {
      case 0x0112:
        if let value = number(at: entry.place, bytes: 2), (1...8).contains(value) {
          orientation = value
        }
      case 0x8769:
        for inner in number(at: entry.place, bytes: 4).map(entries) ?? [] where inner.tag == 0x9003
        {
          takenOn = day(text(of: inner))
        }
      case 0x8825:
        let inner = number(at: entry.place, bytes: 4).map(entries) ?? []
        position = position(in: inner)
        // GPSHPositioningError, since Exif 2.31.
        errorMetres = inner.first { $0.tag == 31 }.flatMap { rationals($0).first }
          .flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
  }

  private struct Entry {
    let tag: Int
    let count: Int
    /// Where its value stands, or the offset of the value where it is longer than 4 bytes.
    let place: Int
  }

  /// The entries of a directory; none where it is cut off.
  private func entries(at offset: Int) -> [Entry] {
    guard let count = number(at: offset, bytes: 2) else { return [] }
    return (0..<count).compactMap { index in
      let place = offset + 2 + index * 12
      guard let tag = number(at: place, bytes: 2), let count = number(at: place + 4, bytes: 4),
        number(at: place + 8, bytes: 4) != nil
      else { return nil }
      return Entry(tag: tag, count: count, place: place + 8)
    }
  }

  private func number(at offset: Int, bytes size: Int) -> Int? {
    guard offset >= 0, offset + size <= bytes.count else { return nil }
    let part = bytes.dropFirst(offset).prefix(size)
    return (isBigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
  }

  private func text(of entry: Entry) -> String {
    let start = entry.count > 4 ? number(at: entry.place, bytes: 4) ?? 0 : entry.place
    return String(decoding: bytes.dropFirst(start).prefix(min(entry.count, 64)), as: UTF8.self)
  }

  /// `2026:11:20 09:30:00` as a day that there is.
  private func day(_ text: String) -> String? {
    let day = String(text.prefix(10)).replacing(":", with: "-")
    return CivilDate(day).map { $0.description }
  }

  /// The first rationals of an entry.
  private func rationals(_ entry: Entry) -> [Double] {
    guard let start = number(at: entry.place, bytes: 4) else { return [] }
    return (0..<min(entry.count, 3)).compactMap { index in
      guard let top = number(at: start + index * 8, bytes: 4),
        let bottom = number(at: start + index * 8 + 4, bytes: 4), bottom > 0
      else { return nil }
      return Double(top) / Double(bottom)
    }
  }

  private func position(in entries: [Entry]) -> Coordinate? {
    func degrees(_ value: Int, _ reference: Int, _ positive: String, _ negative: String) -> Double?
    {
      guard let entry = entries.first(where: { $0.tag == value }) else { return nil }
      let parts = rationals(entry)
      guard parts.count == 3 else { return nil }
      let side = (entries.first { $0.tag == reference }.map(text) ?? "").uppercased()
      let degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
      // Without its side a number says nothing of where it is.
      if side.hasPrefix(positive) { return degrees }
      return side.hasPrefix(negative) ? -degrees : nil
    }
    guard let latitude = degrees(2, 1, "N", "S"),
      let longitude = degrees(4, 3, "E", "W"), latitude != 0 || longitude != 0
    else { return nil }
    return try? Coordinate(longitude: longitude, latitude: latitude)
  }
}
