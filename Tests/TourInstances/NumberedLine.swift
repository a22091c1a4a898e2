/// A line of a file of numbers, with the place where a person finds it.
struct NumberedLine {
  let file: String
  /// The line, from 1.
  let number: Int
  let text: Substring

  /// The lines of a text that hold more than blanks.
  static func lines(of text: String, file: String) -> [NumberedLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { NumberedLine(file: file, number: $0 + 1, text: $1) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
  }

  /// The numbers of the line, each from `-limit` to `limit`.
  func numbers(within limit: Double) throws(InstanceError) -> [Double] {
    var numbers: [Double] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let number = Double(word) else { throw fault("\(word) is not a number") }
      guard abs(number) <= limit else {
        throw fault("\(word) is not between \(Int(-limit)) and \(Int(limit))")
      }
      numbers.append(number)
    }
    return numbers
  }

  func fault(_ reason: String) -> InstanceError { InstanceError(file, line: number, reason) }
}
