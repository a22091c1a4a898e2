public import Tables
public import TourPlanner

/// A table of travel as a spreadsheet writes it: values kept apart by commas, semicolons or tabs, in any
/// encoding that `Tables` reads.
///
/// Either rows of `from,to,seconds,metres`, each way on its own, a heading of these words allowed; or a
/// square of seconds, whose first row and first column hold the codes; then no length is known. Where no
/// seconds stand, there is no way.
/// Empty lines and lines that begin with `#` are passed over. Fields may be quoted.
public struct TravelTable: Sendable {
  private typealias Line = (number: Int, fields: [String])

  /// The ways of the table.
  public private(set) var travel: MatrixTravel

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file, in any encoding that tables have.
  ///   - file: What the file is called in plans and messages.
  ///   - encoding: The encoding that somebody has named; nil for the one that the bytes tell.
  /// - Throws: ``TravelTableError`` with the first line that cannot be read.
  public init(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(TravelTableError) {
    travel = MatrixTravel(name: file)
    let lines = try Self.lines(of: bytes, encoding)
    guard let head = lines.first else { throw .badLine(1, .empty) }
    if head.fields.first?.isEmpty == true {
      try readSquare(head, lines.dropFirst())
    } else {
      let isHeading = head.fields.map { $0.lowercased() } == ["from", "to", "seconds", "metres"]
      try readPairs(lines.dropFirst(isHeading ? 1 : 0))
    }
  }

  /// The rows that are no notes, without spaces around their fields.
  private static func lines(
    of bytes: [UInt8], _ encoding: TextEncoding?
  ) throws(TravelTableError) -> [Line] {
    let text: [UInt8]
    do throws(TextEncodingError) {
      text = try TextEncoding.utf8(bytes, as: encoding)
    } catch {
      throw .badText(error)
    }
    let (delimiter, isDeclared) = CSVDelimiter.of(text)
    var reader = CSVReader(text, delimiter: delimiter)
    var lines: [Line] = []
    do throws(CSVError) {
      while let row = try reader.next() {
        let fields = row.fields.map(trimmed)
        if isDeclared && row.line == 1 || fields == [""] || fields[0].hasPrefix("#") { continue }
        lines.append((row.line, fields))
      }
    } catch {
      throw .badLine(error.line ?? 1, .badRow(error))
    }
    return lines
  }

  /// A field without spaces around it; quotes that a space kept from the reader are taken off here.
  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return String(text) }
    return String(text.dropFirst().dropLast().replacing("\"\"", with: "\""))
  }

  private mutating func readPairs(_ lines: ArraySlice<Line>) throws(TravelTableError) {
    for (number, fields) in lines {
      guard fields.count == 4 else { throw .badLine(number, .notFourFields(found: fields.count)) }
      if Self.isNoWay(fields[2]), Self.isNoWay(fields[3]), !fields[0].isEmpty, !fields[1].isEmpty {
        for place in fields[..<2] { travel.note(place) }
        continue
      }
      try add(
        from: fields[0], to: fields[1], seconds: Self.number(fields[2], on: number),
        metres: Self.number(fields[3], on: number), on: number)
    }
  }

  private mutating func readSquare(
    _ head: Line, _ lines: ArraySlice<Line>
  ) throws(TravelTableError) {
    let codes = head.fields.dropFirst()
    guard Set(codes).count == codes.count else { throw .badLine(head.number, .codeTwice) }
    for (number, fields) in lines {
      guard fields.count == head.fields.count else {
        throw .badLine(number, .otherWidth(found: fields.count, expected: head.fields.count))
      }
      guard codes.contains(fields[0]) else { throw .badLine(number, .unknownCode(fields[0])) }
      for (to, field) in zip(codes, fields.dropFirst()) {
        if Self.isNoWay(field) {
          guard !to.isEmpty else { throw .badLine(number, .codeMissing) }
          for place in [fields[0], to] { travel.note(place) }
          continue
        }
        let seconds = try Self.number(field, on: number)
        try add(from: fields[0], to: to, seconds: seconds, metres: nil, on: number)
      }
    }
    guard lines.count == codes.count else {
      throw .badLine(
        lines.last?.number ?? head.number, .otherHeight(found: lines.count, codes: codes.count))
    }
  }

  private mutating func add(
    from: String, to: String, seconds: Int32, metres: Int32?, on line: Int
  ) throws(TravelTableError) {
    guard !from.isEmpty, !to.isEmpty else { throw .badLine(line, .codeMissing) }
    guard travel.add(from: from, to: to, seconds: seconds, metres: metres) else {
      throw .badLine(line, .wayTwice(from: from, to: to))
    }
  }

  /// Whether a field says that there is no way.
  private static func isNoWay(_ text: String) -> Bool {
    ["", "-", "—", "null", "na", "n/a", "none", "inf", "∞"].contains(text.lowercased())
  }

  /// A whole number of seconds or metres, 0 or more; decimals are rounded up.
  private static func number(_ text: String, on line: Int) throws(TravelTableError) -> Int32 {
    guard let value = Double(text), value >= 0, value < 1e8 else {
      throw .badLine(line, .noNumber(text))
    }
    return Int32(value.rounded(.up))
  }
}
