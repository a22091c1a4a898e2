/// Times in words: 上午9点, 下午5点半, 17时30分.
extension WrittenHours {
  /// Puts times of the syntax in the place of times in words.
  ///
  /// A part of the day that stands before the first time of a span holds for the second too.
  ///
  /// - Returns: The first of them of which nobody can tell the hour, as it was written; nil for none.
  mutating func readClock() -> String? {
    guard letters.contains(where: { "点时午早晚晨夜".contains($0.character) }) else { return nil }
    var unclear: String?
    var clocks = clocks[...]
    // From the right, so that what stands on the left stays where it is.
    while let last = clocks.popLast() {
      var span = [last]
      if let first = clocks.last, isDash(between: first.range, and: last.range) {
        clocks.removeLast()
        span.insert(first, at: 0)
      }
      guard !span.allSatisfy(\.isPlain) else { continue }
      let isQuoted = letters[last.range.lowerBound].isQuoted
      guard let times = Self.times(span) else {
        if !isQuoted { unclear = text(span[0].range.lowerBound..<last.range.upperBound) }
        continue
      }
      for (clock, time) in zip(span, times).reversed() {
        replace(clock.range, with: ClockTime(time).description, isQuoted: isQuoted)
      }
    }
    return unclear
  }

  /// The times that a time or a span means, in seconds after midnight; nil where nobody can tell.
  ///
  /// Without a part of the day, 9点到5点 may end in the afternoon, and 2点 may be one of the afternoon.
  private static func times(_ span: [WrittenClock]) -> [Int]? {
    var minutes: [Int] = []
    for clock in span {
      let isExact = clock.part == nil && clock.hour > 12
      let part = isExact ? nil : clock.part ?? span[0].part
      guard let hour = part.map({ $0.hour(clock.hour) }) ?? clock.hour else { return nil }
      minutes.append(hour * 60 + clock.minute)
    }
    guard let first = minutes.first, let last = minutes.last, last <= 24 * 60 else { return nil }
    // 晚上6点到凌晨2点
    let isInOrder = minutes.count == 1 || first < last || first > 12 * 60
    let isTold =
      span[0].part != nil || first >= 6 * 60 || last > 12 * 60 && span.last?.part == nil
    return isInOrder && isTold ? minutes.map { $0 * 60 } : nil
  }

  /// Whether a dash alone stands between two times.
  private func isDash(between first: Range<Int>, and second: Range<Int>) -> Bool {
    let between = letters[first.upperBound..<second.lowerBound].map(\.character)
    return between.filter { !$0.isWhitespace } == ["-"]
  }

  /// The times of the text, in words or not.
  private var clocks: [WrittenClock] {
    var clocks: [WrittenClock] = []
    var place = 0
    while place < letters.count {
      if let clock = WrittenClock(letters, at: place) {
        clocks.append(clock)
        place = clock.range.upperBound
      } else {
        // No time begins within a number.
        let isDigit = letters[place].character.isWholeNumber
        place += 1
        while isDigit, place < letters.count, letters[place].character.isWholeNumber { place += 1 }
      }
    }
    return clocks
  }
}
