import Geodesy
import HeritageRegistry
import Hours
import Tables

/// Collects every problem of an import while values are read.
struct ProblemList {
  var problems: [ImportProblem] = []

  mutating func error(_ rule: Sentence, file: String, line: Int? = nil) {
    problems.append(
      ImportProblem(
        severity: .error, file: file, line: line, column: nil, value: nil, rule: rule))
  }

  mutating func add(_ rule: Sentence, at cell: Cell) {
    problems.append(
      ImportProblem(
        severity: .error, file: cell.file, line: cell.line, column: cell.column,
        value: cell.value, rule: rule))
  }
}

/// Reads the typed cells of one row; what cannot be read becomes a problem and nil.
struct RowReader {
  let row: Table.Row
  /// The problems found so far.
  var problems = ProblemList()

  init(_ row: Table.Row) { self.row = row }

  func cell(_ column: String) -> Cell { row[column] }

  func text(_ column: String) -> String? { row[column].value }

  /// Text that must be there; an empty string after the problem is noted.
  mutating func required(_ column: String) -> String {
    if let value = row[column].value { return value }
    problems.add(Sentence("pack.empty"), at: row[column])
    return ""
  }

  mutating func integer(_ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = row[column].value else { return nil }
    guard let number = Int(text), range.contains(number) else {
      problems.add(
        Sentence(
          "pack.wholeNumber", ["lowerBound": range.lowerBound, "upperBound": range.upperBound]),
        at: row[column])
      return nil
    }
    return number
  }

  /// A year, negative before the common era.
  mutating func year(_ column: String) -> Int? {
    let year = integer(column, in: -3_000_000...3000)
    if year == 0 { problems.add(Sentence("pack.yearZero"), at: row[column]) }
    return year == 0 ? nil : year
  }

  mutating func positive(_ column: String) -> Double? {
    guard let text = row[column].value else { return nil }
    guard let number = Double(text), number > 0, number.isFinite else {
      problems.add(Sentence("pack.positive"), at: row[column])
      return nil
    }
    return number
  }

  /// Reads a field that no rule looks into.
  mutating func read(_ field: Field, into site: inout Site) {
    let column = field.key.rawValue
    switch (field.slot, field.form) {
    case (.text(_, let set)?, _): set(&site, text(column))
    case (.whole(_, let set)?, .whole(let range)): set(&site, integer(column, in: range))
    case (.number(_, let set)?, _): set(&site, positive(column))
    case (.word(let words, _, let set)?, _):
      set(&site, word(column, known: words.words.map(\.code)))
    default: break
    }
  }

  /// The place of a word among those that a column can hold.
  private mutating func word(_ column: String, known: [String]) -> Int? {
    guard let text = row[column].value else { return nil }
    let place = known.firstIndex(of: text)
    if place == nil {
      problems.add(Sentence("pack.oneOfWords", ["value": known]), at: row[column])
    }
    return place
  }

  /// A word of a fixed list.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: String, known: [Word]? = nil
  ) -> Word? {
    let known = known ?? Array(Word.allCases)
    return word(column, known: known.map(\.rawValue)).map { known[$0] }
  }

  mutating func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ column: String, else fallback: Word, known: [Word]? = nil
  ) -> Word {
    guard row[column].value != nil else {
      problems.add(Sentence("pack.empty"), at: row[column])
      return fallback
    }
    return word(column, known: known) ?? fallback
  }

  /// The position in the columns `lon` and `lat`: both or neither.
  mutating func coordinate() -> Coordinate? {
    let cells = (row["lon"], row["lat"])
    switch (cells.0.value, cells.1.value) {
    case (nil, nil): return nil
    case (_?, nil):
      problems.add(Sentence("pack.emptyBesideLon"), at: cells.1)
      return nil
    case (nil, _?):
      problems.add(Sentence("pack.emptyBesideLat"), at: cells.0)
      return nil
    case (let longitude?, let latitude?):
      guard let x = Double(longitude), abs(x) <= 180 else {
        problems.add(Sentence("pack.badLongitude"), at: cells.0)
        return nil
      }
      guard let y = Double(latitude), abs(y) <= 90 else {
        problems.add(Sentence("pack.badLatitude"), at: cells.1)
        return nil
      }
      return Coordinate(uncheckedLongitude: x, latitude: y)
    }
  }

  /// A time of day, `HH:MM`.
  mutating func time(_ column: String) -> ClockTime? {
    guard let text = row[column].value else { return nil }
    guard text.utf8.count == 5, let time = ClockTime(text), time.description == text else {
      problems.add(Sentence("pack.badTime"), at: row[column])
      return nil
    }
    return time
  }
}
