public import Geodesy

/// How a survey table is to be read.
public struct SurveyOptions: Hashable, Sendable {
  /// The header of each field that is named by hand: `["name_zh": "单位名称"]`.
  ///
  /// The keys are those of ``ColumnRole/keys``.
  public var headers: [String: String]
  /// The datum of the coordinates; nil where the table itself says it.
  public var datum: Datum?
  /// Whether a row without coordinates gets the seat of its township, with its accuracy.
  public var placesByTownship: Bool
  /// Whether the apostrophes are dropped that an export to CSV puts before what a spreadsheet would run;
  /// cells of a workbook, which are never run, keep theirs.
  public var restoresFormulas: Bool
  /// The names of the sheets to read, hidden ones too; none for every visible sheet.
  public var sheets: [String]

  /// Makes options.
  public init(
    headers: [String: String] = [:], datum: Datum? = nil, placesByTownship: Bool = false,
    restoresFormulas: Bool = true, sheets: [String] = []
  ) {
    self.headers = headers
    self.datum = datum
    self.placesByTownship = placesByTownship
    self.restoresFormulas = restoresFormulas
    self.sheets = sheets
  }
}
