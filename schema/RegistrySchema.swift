/// The database as plain SQL: one file per migration, embedded in the program.
public enum RegistrySchema {
  /// A step from one version of the schema to the next.
  public struct Migration: Sendable {
    /// The file's name without its ending; it never changes once published.
    public let name: String
    /// The statements.
    public let sql: String
  }

  /// The migrations, oldest first.
  public static let migrations = [
    Migration(name: "v1_registry", sql: text(PackageResources.v1_registry_sql)),
    Migration(name: "v2_imports", sql: text(PackageResources.v2_imports_sql)),
    Migration(name: "v3_zone_disclosure", sql: text(PackageResources.v3_zone_disclosure_sql)),
    Migration(name: "v4_condition", sql: text(PackageResources.v4_condition_sql)),
    Migration(name: "v5_blind_spots", sql: text(PackageResources.v5_blind_spots_sql)),
    Migration(name: "v6_maps", sql: text(PackageResources.v6_maps_sql)),
    Migration(name: "v7_history", sql: text(PackageResources.v7_history_sql)),
    Migration(name: "v8_attachments", sql: text(PackageResources.v8_attachments_sql)),
    Migration(name: "v9_zones", sql: text(PackageResources.v9_zones_sql)),
    Migration(name: "v10_claims", sql: text(PackageResources.v10_claims_sql)),
    Migration(name: "v11_hub", sql: text(PackageResources.v11_hub_sql)),
    Migration(name: "v12_survey_codes", sql: text(PackageResources.v12_survey_codes_sql)),
  ]

  /// The versions of the schema of a hub on PostgreSQL, oldest first; one of several files is one version.
  public static let hub = [
    Migration(
      name: "v1", sql: text(PackageResources.v1_sql) + text(PackageResources.v1_history_sql)),
    Migration(name: "v2", sql: text(PackageResources.v2_sql)),
    Migration(name: "v3", sql: text(PackageResources.v3_sql)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
