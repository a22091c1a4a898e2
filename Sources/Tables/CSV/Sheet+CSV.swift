import Words

/// Text with delimiters as a sheet.
extension Sheet {
  /// Reads comma-, semicolon- or tab-separated values in any encoding that ``TextEncoding`` knows.
  ///
  /// Every cell is text, just as it stands: leading zeros and spaces are kept. Rows may differ in
  /// width. The delimiter is the one that the first lines agree upon; Excel's line `sep=;` is obeyed
  /// and is no row. Blank lines and rows of delimiters alone are left out, and the rows below them
  /// keep the numbers that Excel gives them.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: What faults call the file.
  ///   - encoding: The encoding that somebody has named; nil for the one that the bytes tell.
  /// - Throws: ``SheetFileError`` with the line of the fault.
  public init(
    csv bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(SheetFileError) {
    let text = try Self.text(of: bytes, file: file, encoding: encoding)
    let (delimiter, declares) = CSVDelimiter.of(text)
    var reader = CSVReader(text, delimiter: delimiter)
    var rows: [Row] = []
    do throws(CSVError) {
      while let row = try reader.next() {
        if declares, row.line == 1 { continue }
        guard let last = row.fields.lastIndex(where: { !$0.isEmpty }) else { continue }
        let cells = row.fields[...last].map { $0.isEmpty ? Value.empty : .text($0) }
        rows.append(Row(number: row.number - (declares ? 1 : 0), cells: cells))
      }
    } catch {
      throw SheetFileError(file: file, at: .line(error.line ?? 1), reason: error.sentence)
    }
    self.init(file: file, rows: rows)
  }

  /// The text of a file in UTF-8.
  static func text(
    of bytes: [UInt8], file: String, encoding: TextEncoding?
  ) throws(SheetFileError) -> [UInt8] {
    do throws(TextEncodingError) {
      return try TextEncoding.utf8(bytes, as: encoding)
    } catch {
      throw SheetFileError(
        file: file, at: error.line.map { .line($0) } ?? .file, reason: error.sentence,
        hint: Sentence("table.saveAsUTF8"), encoding: error)
    }
  }
}

/// What keeps the fields of a text apart.
package enum CSVDelimiter {
  /// The delimiter, and whether a line `sep=;` at the beginning declares it.
  ///
  /// Of tab, comma and semicolon it is the one that stands, outside quotes, on most of the first
  /// lines; between equals the one that stands there more often.
  package static func of(_ text: [UInt8]) -> (delimiter: Character, isDeclared: Bool) {
    let head = text.prefix(1 << 16)
    let first = head.prefix { $0 != 0x0A && $0 != 0x0D }
    if first.count == 5, first.starts(with: Array("sep=".utf8)), let last = first.last,
      candidates.contains(last)
    {
      return (Character(Unicode.Scalar(last)), true)
    }
    var scores = candidates.map { _ in (lines: 0, count: 0) }
    for line in lines(head) {
      for (index, candidate) in candidates.enumerated() {
        let count = line.count { $0 == candidate }
        scores[index].lines += count > 0 ? 1 : 0
        scores[index].count += count
      }
    }
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    return (Character(Unicode.Scalar(candidates[best])), false)
  }

  /// Comma, tab and semicolon: the first wins where nothing speaks for another.
  private static let candidates: [UInt8] = [0x2C, 0x09, 0x3B]

  /// At most twenty rows without what stands in quotes.
  private static func lines(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x0A || byte == 0x0D {
        if lines.last?.isEmpty == false { lines.append([]) }
        if lines.count > 20 { break }
      } else if !isQuoted {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines
  }
}
