/// The county pack of Lixian (澧县), embedded in the program.
public enum LixianPack {
  /// The bytes of each file, by its name in the folder `lixian`.
  public static var files: [String: [UInt8]] {
    [
      "pack.csv": PackageResources.pack_csv,
      "boundary.geojson": PackageResources.boundary_geojson,
      "designations.csv": PackageResources.designations_csv,
      "former_townships.csv": PackageResources.former_townships_csv,
      "group_members.csv": PackageResources.group_members_csv,
      "groups.csv": PackageResources.groups_csv,
      "intangible.csv": PackageResources.intangible_csv,
      "names.csv": PackageResources.names_csv,
      "neighbours.geojson": PackageResources.neighbours_geojson,
      "official_counts.csv": PackageResources.official_counts_csv,
      "places.csv": PackageResources.places_csv,
      "rivers.geojson": PackageResources.rivers_geojson,
      "sites.csv": PackageResources.sites_csv,
      "townships.csv": PackageResources.townships_csv,
      "visits.csv": PackageResources.visits_csv,
      "zones.csv": PackageResources.zones_csv,
    ]
  }
}
