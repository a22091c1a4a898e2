/// A table that a register's file and a hub both have: its columns are what travels between them.
///
/// Keys that mean nothing outside a store do not travel: townships go by their codes, groups by their keys, relics
/// by their codes.
package struct SharedTable: Sendable {
  /// What a column holds.
  package enum Kind: Sendable {
    case text, whole, number, point, line, area
    /// The code of a township.
    case township
    /// The key of a group.
    case group
    /// The code of a relic.
    case relic
  }

  /// A column.
  package struct Column: Sendable {
    package let name: String
    package let kind: Kind
  }

  /// How its rows belong to what is shared.
  package enum Form: Sendable {
    /// A row a relic or county: each column is a field of its own.
    case single
    /// A row a relic at most, which is a field as a whole.
    case optional
    /// Rows, which are a field as a whole.
    case list
  }

  /// Its name in a file, and in the schema of a hub.
  package let name: String
  package let form: Form
  package let columns: [Column]
  /// What orders its rows within a relic; the order in which they were entered where it says nothing.
  package let order: String?
  /// The column by which a row of a county is known; nil where rows are written anew.
  package let key: String?
  /// Whether it is staff's.
  package let isStaff: Bool

  private init(
    _ name: String, form: Form = .list, order: String? = nil, key: String? = nil,
    isStaff: Bool = false, _ columns: String
  ) {
    self.name = name
    self.form = form
    self.order = order
    self.key = key
    self.isStaff = isStaff
    self.columns = columns.split(separator: " ").map { word in
      let parts = word.split(separator: ":").map(String.init)
      let kind: Kind =
        switch parts.dropFirst().first {
        case "whole": .whole
        case "number": .number
        case "point": .point
        case "line": .line
        case "area": .area
        case "township": .township
        case "group": .group
        case "relic": .relic
        default: .text
        }
      return Column(name: parts[0], kind: kind)
    }
  }

  /// The field that the table, or a column of it, is.
  package func field(_ column: Column) -> String {
    if case .single = form { "\(name).\(column.name)" } else { name }
  }
}

extension SharedTable {
  /// What belongs to relics: the relic first, and visits before their hours.
  package static let ofRelics = [
    SharedTable(
      "site", form: .single,
      """
      code name_zh name_en category subcategory_zh protection_level level_basis period_zh \
      period_start:whole period_end:whole culture_zh township_id:township village address geom:point \
      coord_accuracy_m:number coord_method coord_source coord_verbatim coord_system disclosure \
      area_m2:number found_year:whole excavated provenance confidence summary_zh summary_en notes \
      condition state code_survey2 code_survey3 code_survey4
      """),
    SharedTable(
      "exact_position", form: .single, isStaff: true,
      """
      geom:point coord_accuracy_m:number coord_method coord_source coord_verbatim coord_system village \
      address
      """),
    SharedTable("site_name", order: "name", "name kind"),
    SharedTable("name_reading", order: "name", "name pinyin"),
    SharedTable("designation", "level batch year:whole official_code standing source"),
    SharedTable("site_source", order: "position", "position:whole citation"),
    SharedTable("group_member", order: "group_key", "group_id:group basis"),
    // The whole of a zone, then what the public sees of its words and of its status.
    SharedTable(
      "zone",
      """
      kind class name_zh status rule instrument announced_on announced_by superseded_on \
      accuracy_m:number source geom:area shown_rule withheld
      """),
    SharedTable(
      "body", form: .optional, isStaff: true, "accuracy_m:number method source geom:area"),
    SharedTable(
      "visit", form: .optional,
      "access ticket_cny:number duration_min:whole confidence source notes"),
    SharedTable(
      "opening", order: "season_start, weekday, opens",
      "weekday:whole season_start season_end opens closes last_admission"),
    SharedTable(
      "opening_exception", order: "coalesce(date, ''), coalesce(opens, '')",
      "date public_holidays:whole opens closes last_admission"),
    SharedTable("lifecycle", isStaff: true, "state date document cause"),
    SharedTable("succession", order: "successor", "successor_id:relic kind"),
    SharedTable("claim", isStaff: true, "field value source as_of method rank note"),
  ]

  /// What a county lists beside its relics: townships before what refers to them.
  package static let ofCounties = [
    SharedTable("registry", form: .single, "name_zh name_en credits stand_in_seed:whole"),
    SharedTable("official_count", order: "what", key: "what", "what count:whole source"),
    SharedTable(
      "township", order: "code", key: "code",
      "code name_zh name_en kind geom:point coord_accuracy_m:number source"),
    SharedTable(
      "former_township", order: "name_zh", key: "name_zh",
      "name_zh merged_into:township geom:point coord_accuracy_m:number source"),
    SharedTable(
      "site_group", order: "key", key: "key", "key name_zh name_en summary_en source"),
    SharedTable("coverage", "what level complete_as_of certified_by document"),
    SharedTable(
      "intangible", key: "name_zh",
      """
      name_zh category_zh level batch year:whole official_code entry_type_zh area_zh place_zh \
      confidence source notes
      """),
    SharedTable(
      "place", order: "key", key: "key",
      "key name_zh name_en kind geom:point coord_accuracy_m:number source"),
    SharedTable("outline", "kind name_zh name_en code source geom:area"),
    SharedTable("river", "name_zh name_en coord_accuracy_m:number source geom:line"),
    ofCountyZones,
  ]

  /// The zones that belong to no relic.
  package static let ofCountyZones = SharedTable(
    "zone",
    """
    kind class name_zh status rule instrument announced_on announced_by superseded_on \
    accuracy_m:number source geom:area
    """)
}
