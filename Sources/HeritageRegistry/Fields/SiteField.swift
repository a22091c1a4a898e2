/// The fields of a relic that a table can hold, in the order of every export, under their keys.
///
/// What a field is called, what it means and where it is kept stands in its ``definition``, and nowhere
/// else: files that come in, files that go out, the tables of a register and the messages take it from
/// there. To add a field, add a case, its definition, and for a plain value its property of ``Site``.
public enum SiteField: String, Hashable, Sendable, CaseIterable {
  case code
  case nameZH = "name_zh"
  case nameEN = "name_en"
  case level = "protection_level"
  case category
  case township
  /// Longitude and latitude are one field: a position.
  case position
  case accuracy = "coord_accuracy_m"
  case method = "coord_method"
  case positionSource = "coord_source"
  case verbatim = "coord_verbatim"
  case declaredSystem = "coord_system"
  case disclosure
  case subcategory = "subcategory_zh"
  case levelBasis = "level_basis"
  case periodWords = "period_zh"
  case periodStart = "period_start"
  case periodEnd = "period_end"
  case cultures = "culture_zh"
  case village
  case address
  case area = "area_m2"
  case foundYear = "found_year"
  case excavated
  case condition
  /// What has become of it.
  case state
  /// The number that the second national survey gave it.
  case codeSurvey2 = "code_survey2"
  /// The number that the third national survey gave it.
  case codeSurvey3 = "code_survey3"
  /// The number that the fourth national survey gave it.
  case codeSurvey4 = "code_survey4"
  case provenance
  case confidence
  case summaryZH = "summary_zh"
  case summaryEN = "summary_en"
  case notes
  case formerNames = "former_names"
  case aliases
  /// The batch of the present designation: 第七批.
  case batch
  /// The year of the present designation.
  case batchYear = "batch_year"
  /// The code of the present designation in the official list.
  case officialCode = "official_code"
  /// Who says that the relic is designated.
  case designationSource = "designation_source"
  /// Designations that a higher one has replaced.
  case formerDesignations = "former_designations"
  /// Whether it can be visited.
  case access
  case openingHours = "opening_hours"
  case ticket = "ticket_cny"
  case visitMinutes = "visit_min"
  case sources

  /// Everything that is known of the field itself.
  public var definition: Field {
    switch self {
    case .code: .code
    case .nameZH: .nameZH
    case .nameEN: .nameEN
    case .level: .level
    case .category: .category
    case .township: .township
    case .position: .position
    case .accuracy: .accuracy
    case .method: .method
    case .positionSource: .positionSource
    case .verbatim: .verbatim
    case .declaredSystem: .declaredSystem
    case .disclosure: .disclosure
    case .subcategory: .subcategory
    case .levelBasis: .levelBasis
    case .periodWords: .periodWords
    case .periodStart: .periodStart
    case .periodEnd: .periodEnd
    case .cultures: .cultures
    case .village: .village
    case .address: .address
    case .area: .area
    case .foundYear: .foundYear
    case .excavated: .excavated
    case .condition: .condition
    case .state: .state
    case .codeSurvey2: .codeSurvey2
    case .codeSurvey3: .codeSurvey3
    case .codeSurvey4: .codeSurvey4
    case .provenance: .provenance
    case .confidence: .confidence
    case .summaryZH: .summaryZH
    case .summaryEN: .summaryEN
    case .notes: .notes
    case .formerNames: .formerNames
    case .aliases: .aliases
    case .batch: .batch
    case .batchYear: .batchYear
    case .officialCode: .officialCode
    case .designationSource: .designationSource
    case .formerDesignations: .formerDesignations
    case .access: .access
    case .openingHours: .openingHours
    case .ticket: .ticket
    case .visitMinutes: .visitMinutes
    case .sources: .sources
    }
  }

  /// The fields that an empty form asks for, in its order; the first three cannot stay empty.
  public static let form: [SiteField] = [
    .code, .nameZH, .level, .category, .subcategory, .batch, .batchYear, .officialCode,
    .periodWords, .periodStart, .periodEnd, .cultures, .township, .village, .address, .position,
    .accuracy, .method, .positionSource, .area, .foundYear, .excavated, .condition,
    .access, .openingHours, .ticket, .visitMinutes, .disclosure, .formerNames, .aliases, .nameEN,
    .summaryZH, .notes, .sources,
  ]
}
