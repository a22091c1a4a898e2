public import Geodesy
public import HeritageRegistry

/// How a survey table is to be read.
public struct SurveyOptions: Hashable, Sendable {
  /// The header of each field that is named by hand: `["name_zh": "单位名称"]`.
  ///
  /// The keys are those of ``ColumnRole/keys``.
  public var headers: [String: String]
  /// The datum of the coordinates; nil where the table itself says it.
  public var datum: Datum?
  /// The level of the rows that do not say theirs; nil where none is meant.
  public var level: ProtectionLevel?
  /// The batch of the rows that have a level and do not say theirs.
  public var batch: String?
  /// The columns, by their keys or headers, of which a code is made: `["batch", "编号"]` makes 1-0001 of
  /// 第一批 and 1; none where a column has it.
  public var codeFrom: [String]
  /// Whether a row without coordinates gets the seat of its township, with its accuracy.
  public var placesByTownship: Bool
  /// Whether an area or a line of a GeoJSON gives its relic the centre as a position, with the radius that
  /// holds all of it as the accuracy.
  public var centresShapes: Bool
  /// Whether the apostrophes are dropped that an export to CSV puts before what a spreadsheet would run;
  /// cells of a workbook, which are never run, keep theirs.
  public var restoresFormulas: Bool
  /// The names of the sheets to read, hidden ones too; none for every visible sheet.
  public var sheets: [String]

  /// Makes options.
  public init(
    headers: [String: String] = [:], datum: Datum? = nil, level: ProtectionLevel? = nil,
    batch: String? = nil, codeFrom: [String] = [], placesByTownship: Bool = false,
    centresShapes: Bool = false, restoresFormulas: Bool = true, sheets: [String] = []
  ) {
    self.headers = headers
    self.datum = datum
    self.level = level
    self.batch = batch
    self.codeFrom = codeFrom
    self.placesByTownship = placesByTownship
    self.centresShapes = centresShapes
    self.restoresFormulas = restoresFormulas
    self.sheets = sheets
  }

  /// Whether a text can be a batch: `7`, 七, 第七批, 第七批（增补）.
  public static func isBatch(_ text: String) -> Bool {
    BatchText.number(text) != nil || text.contains("批")
  }
}
