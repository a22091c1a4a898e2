/// What one row of a file says of a relic: the fields that the file has, and no more.
public struct SiteRecord: Sendable {
  /// Where a person finds the row.
  public struct Place: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The name of the sheet; nil where the file is one sheet.
    public let sheet: String?
    /// The number of the row, or the line of the file, from 1.
    public let row: Int

    /// Makes a place.
    public init(file: String, sheet: String?, row: Int) {
      self.file = file
      self.sheet = sheet
      self.row = row
    }
  }

  /// Where the row stands.
  public let place: Place
  /// The relic with its exact position and what belongs to it; a field that the file does not have is as in
  /// a new relic.
  public let dossier: Dossier
  /// The fields that the file has; the register keeps its own for the others.
  public let given: Set<SiteField>
  /// Whether the row comes from an export, where a cell that nobody touched says what the register said.
  package let isExport: Bool
  /// The years that follow from the words of the period, for a relic whose years nobody gives.
  package let inferredYears: Period?
  /// Whether somebody added the row to an export, so that its years follow from its words.
  package let isAdded: Bool
  /// Whether a heading above the row says that it is a tomb.
  package let isUnderTombs: Bool

  /// From which state of the register the table was made; nil where it does not say.
  package let madeFrom: TableVersion?

  /// The relic.
  public var site: Site { dossier.site }

  package init(
    place: Place, dossier: Dossier, given: Set<SiteField>, isExport: Bool = false,
    inferredYears: Period? = nil, isAdded: Bool = false, isUnderTombs: Bool = false,
    madeFrom: TableVersion? = nil
  ) {
    self.place = place
    self.dossier = dossier
    self.given = given
    self.isExport = isExport
    self.inferredYears = inferredYears
    self.isAdded = isAdded
    self.isUnderTombs = isUnderTombs
    self.madeFrom = madeFrom
  }
}
