/// The formats in which items leave.
enum ItemsFormat {
  /// Those that hold a page with its links.
  static let pages: [MediaType] = [.geojson, .html]
  /// Those that hold a whole answer, for the relics alone.
  static let files: [MediaType] = [.csv, .jsonl, .kml, .gpx, .gpkg, .xlsx]

  static func offered(_ collection: FeatureCollection) -> [MediaType] {
    // A program that asks for plain JSON gets GeoJSON.
    collection.isRelics ? pages + [.json] + files : pages + [.json]
  }
}
