import Foundation
public import Geodesy
public import HeritageRegistry
import Tables

/// A table of points with the columns `id,name_zh,category,level,lon,lat`, read row by row.
///
/// The headers `lon` and `lat` mean WGS 84 in degrees. Nothing is said of accuracy, so none is claimed;
/// the provenance is a survey, and what the public may see is decided by rule.
public struct PointTable: PointRows {
  /// The columns, each of which must be there, in any order.
  public static let columns = ["id", "name_zh", "category", "level", "lon", "lat"]

  /// Whether the first line of a file names these columns and no others.
  ///
  /// The first 1,000 bytes are read.
  public static func isHeader(of path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 1000) else { return false }
    var reader = CSVReader([UInt8](head.prefix { $0 != 0x0A && $0 != 0x0D }))
    guard let header = try? reader.next()?.fields.map(\.trimmingWhitespace) else { return false }
    return header.count == columns.count && Set(header) == Set(columns)
  }

  /// The name of the file, as it is printed in messages.
  public let file: String
  private let byteCount: Int
  private var reader: CSVReader
  private let indexes: [Int]
  private let width: Int

  /// Opens a table of comma-separated values.
  ///
  /// - Throws: `ImportFailure` when a column is missing or not known.
  public init(csv bytes: [UInt8], file: String) throws(ImportFailure) {
    self.file = file
    byteCount = bytes.count
    reader = CSVReader(bytes)
    var problems = ProblemList()
    var header: [String] = []
    do throws(CSVError) {
      guard let row = try reader.next() else { throw .empty }
      header = row.fields.map(\.trimmingWhitespace)
    } catch {
      problems.error(error.sentence, file: file, line: error.line)
      throw ImportFailure(problems: problems.problems)
    }
    for column in Self.columns where !header.contains(column) {
      problems.error(Sentence("pack.missingColumn", ["column": column]), file: file, line: 1)
    }
    for column in header where !Self.columns.contains(column) {
      problems.error(
        Sentence("pack.unknownPointColumn", ["column": column, "Self": Self.columns]),
        file: file, line: 1)
    }
    if Set(header).count < header.count {
      problems.error(Sentence("pack.repeatedColumn"), file: file, line: 1)
    }
    guard problems.problems.isEmpty else { throw ImportFailure(problems: problems.problems) }
    indexes = Self.columns.compactMap { column in header.firstIndex(of: column) }
    width = header.count
  }

  /// The share of the bytes that has been read, 0 to 1.
  public var share: Double { byteCount == 0 ? 1 : Double(reader.bytesRead) / Double(byteCount) }

  /// Where the next row begins, for ``site(at:)``.
  public var offset: Int { reader.bytesRead }

  /// Reads a row again that made a site, given by ``offset`` before it was read.
  public mutating func site(at offset: Int) -> (site: Site, coordinate: Coordinate)? {
    reader.move(to: offset)
    guard case .site(let site, let coordinate, _) = next() else { return nil }
    return (site, coordinate)
  }

  /// The next row, or nil at the end; a fault of the file itself ends it with a problem.
  public mutating func next() -> PointRow? {
    let row: CSVReader.Row
    do {
      guard let next = try reader.next() else { return nil }
      row = next
    } catch {
      reader = CSVReader([])
      return .problems([problem(error.sentence, line: error.line ?? 1)])
    }
    guard row.fields.count == width else {
      let error = CSVError.fieldCount(line: row.number, found: row.fields.count, expected: width)
      return .problems([problem(error.sentence, line: row.number)])
    }
    let fields = indexes.map { row.fields[$0].trimmingWhitespace }
    let category = Category(rawValue: fields[2])
    let level = ProtectionLevel(rawValue: fields[3])
    let (longitude, latitude) = (Self.degrees(fields[4]), Self.degrees(fields[5]))
    if Self.isLine(fields[0]), Self.isLine(fields[1]), category != nil || fields[2].isEmpty,
      let level,
      let longitude, let latitude, !Self.isZero(longitude), !Self.isZero(latitude),
      let coordinate = try? Coordinate(longitude: longitude, latitude: latitude)
    {
      let position = Position(
        coordinate: coordinate, accuracy: nil, method: .survey, source: nil, verbatim: nil,
        declaredSystem: nil)
      var site = Site(
        code: fields[0], nameZH: fields[1], category: category, level: level, levelBasis: .stated,
        position: position, provenance: .survey)
      site.disclosure = DisclosureRule(for: site, isOpen: false).disclosure
      return .site(site, at: coordinate, line: row.number)
    }
    return .problems(problems(fields, line: row.number))
  }

  /// A problem of a cell of this table.
  public func problem(
    _ rule: Sentence, line: Int, column: String? = nil, value: String? = nil
  ) -> ImportProblem {
    ImportProblem(
      severity: .error, file: file, line: line, column: column,
      value: value?.isEmpty == true ? nil : value, rule: rule)
  }

  /// Whether a name or a code is one line of text, with nothing that steers a terminal.
  private static func isLine(_ text: String) -> Bool {
    // These are all characters of the category Cc.
    !text.isEmpty && text.utf8.count <= 1000
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
      }
  }

  /// A decimal number; Swift reads hexadecimal ones and words too.
  private static func degrees(_ text: String) -> Double? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
      ? Double(text) : nil
  }

  /// Whether a value is 0, to 100 m: what stands where nobody has measured, and never in China.
  private static func isZero(_ degrees: Double) -> Bool { abs(degrees) < 0.001 }

  /// What is wrong with each field of a row.
  private func problems(_ fields: [String], line: Int) -> [ImportProblem] {
    let levels = ProtectionLevel.allCases.map(\.rawValue)
    let categories = Category.allCases.map(\.rawValue)
    let rules: [(Bool, Sentence)] = [
      (!fields[0].isEmpty, Sentence("pack.empty")),
      (!fields[1].isEmpty, Sentence("pack.empty")),
      (
        fields[0].isEmpty || Self.isLine(fields[0]),
        Sentence("pack.oneLine")
      ),
      (
        fields[1].isEmpty || Self.isLine(fields[1]),
        Sentence("pack.oneLine")
      ),
      (
        fields[2].isEmpty || categories.contains(fields[2]),
        Sentence("pack.oneOfCategories", ["categories": categories])
      ),
      (levels.contains(fields[3]), Sentence("pack.oneOfLevels", ["levels": levels])),
      (
        Self.degrees(fields[4]).map { abs($0) <= 180 } ?? false,
        Sentence("pack.badLongitude")
      ),
      (
        Self.degrees(fields[5]).map { abs($0) <= 90 } ?? false,
        Sentence("pack.badLatitude")
      ),
      (!(Self.degrees(fields[4]).map(Self.isZero) ?? false), Sentence("survey.zeroCoordinate")),
      (!(Self.degrees(fields[5]).map(Self.isZero) ?? false), Sentence("survey.zeroCoordinate")),
    ]
    let columns = [0, 1, 0, 1, 2, 3, 4, 5, 4, 5]
    return rules.indices.filter { !rules[$0].0 }.map { rule in
      let column = columns[rule]
      return problem(
        rules[rule].1, line: line, column: Self.columns[column],
        value: String(fields[column].prefix(100)))
    }
  }
}
