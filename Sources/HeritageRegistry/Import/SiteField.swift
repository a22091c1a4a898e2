/// A field of a relic that a table can hold, under the key that every export writes it with.
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
  case sources
}
