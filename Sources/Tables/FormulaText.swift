/// Text in a CSV cell that a spreadsheet program would take for something else.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and strips a leading tab
/// or line break first (OWASP, *CSV Injection*). It reads `00123` as 123 and `1-12` as a day in January.
public enum FormulaText {
  /// The text with one apostrophe before it, where it could run; nil where it is harmless.
  ///
  /// A text could run that begins, after any number of apostrophes, with `=`, `+`, `-`, `@`, a tab or a
  /// carriage return: each such text gets exactly one more, so that dropping one gives it back.
  ///
  /// ```swift
  /// FormulaText.neutralised("=1+1")   // "'=1+1"
  /// FormulaText.neutralised("'=1+1")  // "''=1+1"
  /// FormulaText.neutralised("a=1")    // nil
  /// ```
  public static func neutralised(_ text: String) -> String? {
    runs(text.utf8[...]) ? "'" + text : nil
  }

  /// The text that ``neutralised(_:)`` was given, or the text as it is.
  public static func restored(_ text: String) -> String {
    guard text.utf8.first == 0x27, runs(text.utf8[...].dropFirst()) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// The text as a formula that shows it, `="00123"`, where Excel would read a number, a date or a
  /// time; nil where it reads text.
  ///
  /// That is text of digits and `. , : / - + % E` and spaces alone that begins with a digit.
  public static func quotedForExcel(_ text: String) -> String? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || numeric.contains($0) })
    else { return nil }
    return "=\"" + text + "\""
  }

  /// The text inside `="00123"`, or nil for a cell of another form.
  public static func unquotedFromExcel(_ cell: String) -> String? {
    guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count >= 4 else { return nil }
    let text = String(cell.dropFirst(2).dropLast())
    return quotedForExcel(text) == cell ? text : nil
  }

  private static let numeric = Set(".,:/-+%eE ".utf8)

  private static func runs(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first(where: { $0 != 0x27 }) else { return false }
    return first == 0x3D || first == 0x2B || first == 0x2D || first == 0x40 || first == 0x09
      || first == 0x0D
  }
}
