public import Words

/// Reads comma- or tab-separated values row by row (RFC 4180), from UTF-8 bytes.
///
/// A byte order mark is passed over; rows end in LF, CRLF or CR; a quoted field may hold delimiters,
/// line breaks and doubled quotes. Blank lines are passed over.
///
/// ```swift
/// var reader = CSVReader(Array("code,name\nLX-0001,城头山遗址\n".utf8))
/// while let row = try reader.next() { print(row.line, row.fields) }
/// // 1 ["code", "name"]
/// // 2 ["LX-0001", "城头山遗址"]
/// ```
public struct CSVReader: Sendable {
  /// One row: where it stands, and its fields.
  public struct Row: Equatable, Sendable {
    /// The number of the row as a spreadsheet numbers it, from 1: a row over several lines is one, and
    /// a blank line is one too.
    public let number: Int
    /// The line of the file where the row begins, from 1.
    public let line: Int
    /// The text of each field.
    public let fields: [String]
  }

  /// The most fields of a row: as many as a workbook has columns.
  public static let mostFields = 16_384

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1
  private var number = 0

  /// How many bytes have been read so far.
  public var bytesRead: Int { index }

  /// Goes on at another row, given by ``bytesRead`` before it was read; lines and rows are counted on from here.
  public mutating func move(to byte: Int) { index = byte }

  /// Reads `bytes` with the given delimiter.
  public init(_ bytes: [UInt8], delimiter: Character = ",") {
    self.bytes = bytes
    self.delimiter = delimiter.asciiValue ?? 0x2C
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row, or nil at the end.
  ///
  /// - Throws: ``CSVError`` with the line of the fault.
  public mutating func next() throws(CSVError) -> Row? {
    while index < bytes.count, bytes[index] == Byte.lineFeed || bytes[index] == Byte.carriageReturn
    {
      skipLineBreak()
      number += 1
    }
    guard index < bytes.count else { return nil }
    let first = line
    number += 1
    var fields: [String] = []
    while true {
      guard fields.count < Self.mostFields else { throw .tooManyFields(line: first) }
      fields.append(bytes[index...].first == Byte.quote ? try quotedField() : try plainField())
      guard index < bytes.count else { break }
      if bytes[index] == delimiter {
        index += 1
        if index == bytes.count {
          fields.append("")
          break
        }
      } else {
        skipLineBreak()
        break
      }
    }
    return Row(number: number, line: first, fields: fields)
  }

  private enum Byte {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
  }

  private mutating func skipLineBreak() {
    if bytes[index] == Byte.carriageReturn, index + 1 < bytes.count,
      bytes[index + 1] == Byte.lineFeed
    {
      index += 1
    }
    index += 1
    line += 1
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private mutating func plainField() throws(CSVError) -> String {
    let start = index
    while index < bytes.count, !endsField(bytes[index]) { index += 1 }
    return try text(bytes[start..<index], on: line)
  }

  private mutating func quotedField() throws(CSVError) -> String {
    let opening = line
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        index += 1
        guard index < bytes.count, bytes[index] == Byte.quote else {
          guard index == bytes.count || endsField(bytes[index]) else {
            throw .textAfterQuote(line: line)
          }
          return try text(content[...], on: opening)
        }
      } else if byte == Byte.lineFeed
        || byte == Byte.carriageReturn && bytes[(index + 1)...].first != Byte.lineFeed
      {
        line += 1
      }
      content.append(byte)
      index += 1
    }
    throw .unclosedQuote(line: opening)
  }

  private func text(_ bytes: ArraySlice<UInt8>, on line: Int) throws(CSVError) -> String {
    guard !bytes.contains(0) else { throw .nulByte(line: line) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(line: line)
    }
    return text
  }
}

/// Why bytes are no table.
public enum CSVError: Cause, Equatable, Sendable {
  /// The file has no header row.
  case empty
  /// A quoted field that begins on this line is never closed.
  case unclosedQuote(line: Int)
  /// Text stands between a closing quote and the next delimiter.
  case textAfterQuote(line: Int)
  /// The text is not UTF-8.
  case notUTF8(line: Int)
  /// A NUL byte: the file is probably not text.
  case nulByte(line: Int)
  /// A row has more fields than any table; see ``CSVReader/mostFields``.
  case tooManyFields(line: Int)
  /// A column's name stands twice in the header.
  case repeatedColumn(String)
  /// A row, by its number, has more or fewer fields than the header.
  case fieldCount(line: Int, found: Int, expected: Int)

  /// The line of the fault, from 1; nil where the whole file is meant.
  public var line: Int? {
    switch self {
    case .empty: nil
    case .repeatedColumn: 1
    case .unclosedQuote(let line), .textAfterQuote(let line), .notUTF8(let line),
      .nulByte(let line), .tooManyFields(let line), .fieldCount(let line, _, _):
      line
    }
  }

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .empty: Sentence("table.emptyFile")
    case .unclosedQuote: Sentence("table.unclosedQuote")
    case .textAfterQuote: Sentence("table.textAfterQuote")
    case .notUTF8: Sentence("table.notUTF8")
    case .nulByte: Sentence("table.nulByte")
    case .tooManyFields: Sentence("table.tooManyFields", ["mostFields": CSVReader.mostFields])
    case .repeatedColumn(let name): Sentence("table.repeatedColumn", ["name": name])
    case .fieldCount(_, let found, let expected):
      Sentence("table.wrongFieldCount", ["found": found, "expected": expected])
    }
  }
}
