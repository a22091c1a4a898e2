import Words

/// The days of `datetime=` (RFC 3339, with `..` or nothing for an open end).
///
/// Only the day counts: what happened to a relic is known to the day, or to the year.
enum DayRange {
  static func days(of text: String) throws(WebFault) -> ClosedRange<String> {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2 else { throw fault(text) }
    let first = try day(ends[0], of: text, open: ends.count == 2 ? "0000-01-01" : nil)
    let last =
      ends.count == 2 ? try day(ends[1], of: text, open: "9999-12-31") : first
    guard first <= last,
      ends.count == 1 || first != "0000-01-01" || last != "9999-12-31"
        || !(ends[0].isEmpty && ends[1].isEmpty)
    else { throw fault(text) }
    return first...last
  }

  private static func day(
    _ end: String, of text: String, open: String?
  ) throws(WebFault) -> String {
    if let open, end.isEmpty || end == ".." { return open }
    let bytes = Array(end.utf8)
    let isDay =
      bytes.count >= 10
      && bytes.prefix(10).enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
      }
    guard isDay else { throw fault(text) }
    let (month, day) = (Int(end.dropFirst(5).prefix(2)) ?? 0, Int(end.dropFirst(8).prefix(2)) ?? 0)
    let rest = String(end.dropFirst(10))
    guard (1...12).contains(month), (1...31).contains(day), rest.isEmpty || isTime(rest) else {
      throw fault(text)
    }
    return String(end.prefix(10))
  }

  /// `T12:00:00Z`, with decimals of a second and an offset.
  private static func isTime(_ text: String) -> Bool {
    text.wholeMatch(
      of: #/[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?/#) != nil
  }

  private static func fault(_ text: String) -> WebFault {
    .badParameter("datetime", text: text.bounded, reason: Sentence("web.reason.datetime"))
  }
}
