import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Coordinates that are to be converted: arguments, or the rows of a table.
struct ConversionInput {
  /// One coordinate and the row it stands in.
  struct Row {
    /// The text of a coordinate.
    enum Text {
      /// Both values in one text.
      case both(String)
      /// The longitude and the latitude; in a zone the easting and the northing.
      case two(String, String)
    }

    /// The number of the argument, or of the row, from 1.
    let number: Int
    /// The name of the columns that the coordinate comes from.
    let column: String?
    let text: Text
    /// The cells of the row, or the argument.
    let cells: [String]

    /// The coordinate as it was written.
    var verbatim: String {
      switch text {
      case .both(let text): text
      case .two(let first, let second): "\(first), \(second)"
      }
    }
  }

  /// What the input is called in messages.
  let name: String
  /// The columns that the input brings.
  let columns: [Answer.Column]
  let rows: [Row]

  /// Coordinates of the command line.
  init(arguments: [String]) {
    name = Sentence("convert.arguments").spoken
    columns = [Answer.Column("input", zh: "输入", en: "Input")]
    rows = arguments.enumerated().map {
      Row(number: $0 + 1, column: nil, text: .both($1), cells: [$1])
    }
  }

  /// The rows of a table.
  ///
  /// - Throws: ``Failure`` for a file that is no table or has no such columns.
  init(
    csv bytes: [UInt8], encoding: TextEncoding?, columns named: String?, of datum: Datum
  ) throws {
    let name = Sentence("input.standardInput").spoken
    let table: Table
    let text: [UInt8]
    do throws(TextEncodingError) {
      text = try TextEncoding.utf8(bytes, as: encoding)
    } catch {
      throw Failure(
        ImportProblem(
          severity: .error, file: name, line: error.line, column: nil, value: nil,
          rule: error.sentence
        ).sentence, hint: Advice.on(error), status: .badData)
    }
    do {
      table = try Table(csv: text, file: name)
    } catch {
      throw Failure(
        ImportProblem(
          severity: .error, file: name, line: error.line, column: nil, value: nil,
          rule: error.sentence
        ).sentence, hint: nil, status: .badData)
    }
    let chosen = try Self.chosen(named, in: table.header, of: datum)
    self.name = name
    columns = table.header.map { Answer.Column($0, zh: $0, en: $0) }
    rows = table.rows.map { row in
      let texts = chosen.map { row[$0].text }
      return Row(
        number: row.line, column: chosen.joined(separator: ", "),
        text: texts.count == 2 ? .two(texts[0], texts[1]) : .both(texts.first ?? ""),
        cells: table.header.map { row[$0].text })
    }
  }

  /// The column with both values, or those of longitude and latitude (easting and northing).
  private static func chosen(
    _ named: String?, in header: [String], of datum: Datum
  ) throws -> [String] {
    if let named {
      let names = named.split(separator: ",").map { String($0).trimmingWhitespace }
      guard (1...2).contains(names.count), Set(names).count == names.count else {
        throw ValidationError(Sentence("convert.badColumns", ["named": named]))
      }
      if let missing = names.first(where: { !header.contains($0) }) {
        throw Failure(
          Sentence("convert.noColumn", ["missing": missing]),
          hint: Sentence("convert.itsColumns", ["header": header]), status: .badData)
      }
      return names
    }
    let lower = header.map { $0.lowercased() }
    func find(_ names: [String]) -> String? {
      names.lazy.compactMap { lower.firstIndex(of: $0) }.first.map { header[$0] }
    }
    let isGrid = if case .gaussKruger = datum { true } else { false }
    let first = find(isGrid ? eastings : longitudes)
    if let first, let second = find(isGrid ? northings : latitudes) { return [first, second] }
    if let both = find(["坐标", "经纬度", "coordinate", "coordinates"]) { return [both] }
    throw Failure(
      isGrid ? Sentence("convert.noGridColumns") : Sentence("convert.noDegreeColumns"),
      hint: isGrid
        ? Sentence("convert.nameGridColumns", ["header": header])
        : Sentence("convert.nameDegreeColumns", ["header": header]),
      status: .badData)
  }

  private static let longitudes = ["lon", "lng", "long", "longitude", "经度", "东经"]
  private static let latitudes = ["lat", "latitude", "纬度", "北纬"]
  private static let eastings = ["y", "easting", "横坐标", "y坐标", "东坐标"]
  private static let northings = ["x", "northing", "纵坐标", "x坐标", "北坐标"]
}
