import Tables
import Words

/// The table beside a shapefile: dBase III, its fields as text.
struct DBFTable {
  private let bytes: [UInt8]
  private let encoding: TextEncoding?
  private let fields: [(name: [UInt8], start: Int, length: Int)]
  private let (header, record): (Int, Int)
  var remarks: [BoundaryNote] = []

  struct Row {
    let properties: [Plot.Property]
    let isDeleted: Bool
  }

  /// Reads the header.
  ///
  /// - Parameter encoding: The bytes of the `.cpg`, which name the encoding.
  init(_ bytes: [UInt8], encoding cpg: [UInt8]?) throws {
    guard bytes.count >= 33 else {
      throw Faults(
        Sentence("boundary.dbfCut"), cure: .say(Sentence("boundary.cureShapefile")))
    }
    self.bytes = bytes
    header = Int(bytes[8]) | Int(bytes[9]) << 8
    record = Int(bytes[10]) | Int(bytes[11]) << 8
    var fields: [([UInt8], Int, Int)] = []
    var (offset, start) = (32, 1)
    while offset + 32 <= min(header, bytes.count), bytes[offset] != 0x0D {
      let name = bytes[offset..<offset + 11].prefix { $0 != 0 }
      let length = Int(bytes[offset + 16])
      fields.append((Array(name), start, length))
      start += length
      offset += 32
    }
    self.fields = fields
    if let cpg, let name = String(validating: cpg, as: UTF8.self)?.trimmed, !name.isEmpty {
      // ESRI writes code pages as numbers.
      let named = TextEncoding(name: name == "936" ? "gbk" : name == "65001" ? "utf8" : name)
      encoding = named
      if named == nil {
        remarks.append(BoundaryNote(Sentence("boundary.otherCPG", ["name": name]), value: name))
      }
    } else {
      // 0x4D is the driver of GBK.
      encoding = bytes[29] == 0x4D ? .gb18030 : nil
    }
  }

  /// A row; nil where the table has none.
  func row(_ number: Int) -> Row? {
    let start = header + number * record
    guard record > 0, start + record <= bytes.count else { return nil }
    let properties = fields.compactMap { field -> Plot.Property? in
      guard field.start + field.length <= record else { return nil }
      let text = Self.text(
        Array(bytes[start + field.start..<start + field.start + field.length]), encoding)
      guard !text.isEmpty else { return nil }
      return Plot.Property(Self.name(field.name, encoding), text)
    }
    return Row(properties: properties, isDeleted: bytes[start] == 0x2A)
  }

  /// The most bytes of the name of a field; a longer one is cut, in the middle of a character as well.
  private static let longestName = 10

  /// The name of a field, without the character that was cut: of 技术等级 in UTF-8 ten bytes are there, 技术等 and a
  /// third of 级.
  private static func name(_ bytes: [UInt8], _ named: TextEncoding?) -> String {
    guard bytes.count == Self.longestName else { return text(bytes, named) }
    for encoding in [named ?? .utf8, .gb18030] {
      for missing in 0...2 {
        let whole = try? TextEncoding.utf8(Array(bytes.dropLast(missing)), as: encoding)
        if let whole { return String(decoding: whole, as: UTF8.self).trimmed }
      }
    }
    return ""
  }

  /// The text of a cell: in the encoding that is named, in UTF-8, or else in GBK.
  private static func text(_ bytes: [UInt8], _ named: TextEncoding?) -> String {
    let cell = bytes.filter { $0 != 0 }
    let text =
      (try? TextEncoding.utf8(cell, as: named ?? .utf8))
      ?? (try? TextEncoding.utf8(cell, as: .gb18030))
    return text.map { String(decoding: $0, as: UTF8.self).trimmed } ?? ""
  }
}
