import CQL2
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
    // Two empty ends ask nothing.
    guard first <= last, text != "/" else { throw fault(text) }
    return first...last
  }

  private static func day(
    _ end: String, of text: String, open: String?
  ) throws(WebFault) -> String {
    if let open, end.isEmpty || end == ".." { return open }
    let (day, rest) = (String(end.prefix(10)), String(end.dropFirst(10)))
    guard CalendarDay(day) != nil, rest.isEmpty || isTime(rest) else { throw fault(text) }
    return day
  }

  /// `T12:00:00Z`, with decimals of a second and an offset.
  private static func isTime(_ text: String) -> Bool {
    text.wholeMatch(
      of: #/[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?/#)
      != nil
  }

  private static func fault(_ text: String) -> WebFault {
    .badParameter("datetime", text: text.bounded, reason: Sentence("web.reason.datetime"))
  }
}
