/// Writes rows as comma- or tab-separated values.
public struct CSVWriter: Sendable {
  /// How fields are kept apart.
  public enum Dialect: Sendable {
    /// Comma-separated, quoted where needed, rows ending in CRLF (RFC 4180).
    case csv
    /// Tab-separated; tabs and line breaks inside a field become spaces, so that a row is a line, and a
    /// field with quotes is quoted as in CSV, since spreadsheets and GDAL read quotes here too.
    case tsv
  }

  private let dialect: Dialect

  /// Makes a writer of the dialect.
  public init(_ dialect: Dialect) { self.dialect = dialect }

  /// One row, with its line ending.
  public func row(_ fields: [String]) -> String {
    switch dialect {
    // A blank line is no row: a single empty field is quoted.
    case .csv: fields == [""] ? "\"\"\r\n" : fields.map(quoted).joined(separator: ",") + "\r\n"
    case .tsv: fields.map { quoted(flattened($0)) }.joined(separator: "\t") + "\n"
    }
  }

  /// The text that a field holds once it is written: TSV has no tabs and line breaks inside.
  public func cell(_ field: String) -> String { dialect == .tsv ? flattened(field) : field }

  private func quoted(_ field: String) -> String {
    let isTSV = dialect == .tsv
    guard
      field.utf8.contains(where: {
        $0 == 0x22 || !isTSV && ($0 == 0x2C || $0 == 0x0A || $0 == 0x0D)
      })
    else { return field }
    // By scalars: a quote and a combining mark after it are one character.
    var quoted = "\"".unicodeScalars
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private func flattened(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
      return field
    }
    return String(
      field.unicodeScalars.map { "\t\n\r".unicodeScalars.contains($0) ? " " : Character($0) })
  }
}
