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
  /// The relic with its exact position; a field that the file does not have is as in a new relic.
  public let site: Site
  /// Former names and aliases.
  public let otherNames: [OtherName]
  /// Announcements as a protected unit.
  public let designations: [Designation]
  /// Who is cited for the relic, in order.
  public let sources: [String]
  /// The fields that the file has; the register keeps its own for the others.
  public let given: Set<SiteField>

  package init(
    place: Place, site: Site, otherNames: [OtherName] = [], designations: [Designation] = [],
    sources: [String] = [], given: Set<SiteField>
  ) {
    self.place = place
    self.site = site
    self.otherNames = otherNames
    self.designations = designations
    self.sources = sources
    self.given = given
  }
}
