/// Remarks about the last admission that stand in no quotation marks: 9:00-17:00（16:30停止入场）.
extension WrittenHours {
  /// Puts them in quotation marks, behind the hours that they belong to.
  mutating func quoteAdmissions() {
    guard LastAdmission.isNamed(in: String(letters.map(\.character))) else { return }
    var end = letters.count
    while end > 0 {
      // What stands in brackets is one remark, whatever commas are in it.
      let isBracketed = letters[end - 1].character == ")" && !letters[end - 1].isQuoted
      let start = letters[..<(isBracketed ? end - 1 : end)].lastIndex { letter in
        !letter.isQuoted
          && (isBracketed ? letter.character == "(" : ",;()".contains(letter.character))
      }
      let inner = (start.map { $0 + 1 } ?? 0)..<(isBracketed ? end - 1 : end)
      if let remark = remark(in: inner) {
        // The bracket or the comma goes that parts it from its hours.
        let isParted =
          remark.lowerBound == inner.lowerBound
          && start.map { ",(".contains(letters[$0].character) } ?? false
        quote(
          remark.lowerBound - (isParted ? 1 : 0)..<end,
          as: String(letters[remark].map(\.character).drop { $0 == " " }))
      }
      end = start ?? 0
    }
  }

  /// The part of a clause that speaks of the last admission: what stands behind its span of hours; nil for
  /// none, and where it is said of some days alone.
  private func remark(in clause: Range<Int>) -> Range<Int>? {
    var first = clause.lowerBound
    for place in clause where letters[place].character == "-" && !letters[place].isQuoted {
      var rest = letters[(place + 1)..<clause.upperBound].drop { $0.character == " " }
      rest = rest.drop { $0.character.isDigit || $0.character == ":" }
      first = rest.startIndex
    }
    let text = String(letters[first..<clause.upperBound].map(\.character))
    guard LastAdmission.isNamed(in: text), !text.contains(where: { "周星礼月".contains($0) }),
      !letters[first..<clause.upperBound].contains(where: { $0.isQuoted || $0.character == "\"" })
    else { return nil }
    return first..<clause.upperBound
  }
}
