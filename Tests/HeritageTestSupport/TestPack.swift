/// A small county pack for tests, to be changed file by file.
public struct TestPack: Sendable {
  /// The text of each file, by name.
  public var texts: [String: String]

  /// Two townships, no sites, a square of a county from 111° to 112° E and 29° to 30° N.
  public init() {
    texts = [
      "pack.csv": """
      key,value
      format,1
      name_zh,试县
      name_en,Test County
      county_code,430799
      code_prefix,T
      stand_in_seed,7

      """,
      "townships.csv": """
      code,name_zh,name_en,kind,lon,lat,coord_accuracy_m,source
      430799101,东镇,East Town,town,111.8,29.5,1000,test
      430799102,西镇,West Town,town,,,,test

      """,
      "former_townships.csv": """
      name_zh,lon,lat,coord_accuracy_m,merged_into,source
      老东乡,111.9,29.5,1000,东镇,test
      无踪乡,,,,,test

      """,
      "boundary.geojson": """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
      "properties": {"name": "试县", "adcode": "430799"}, "geometry": {"type": "Polygon",
      "coordinates": [[[111, 29], [112, 29], [112, 30], [111, 30], [111, 29]]]}}]}
      """,
      "sites.csv": "code,name_zh,protection_level\n",
    ]
  }

  /// The columns of a site that tests set; the rest stays empty.
  public static let siteHeader =
    "code,name_zh,category,protection_level,township,lon,lat,coord_accuracy_m,coord_method,"
    + "disclosure,period_start,period_end,address,coord_verbatim,notes\n"

  /// The pack with the rows of sites below ``siteHeader``.
  public func sites(_ rows: [String]) -> TestPack {
    with("sites.csv", Self.siteHeader + rows.map { $0 + "\n" }.joined())
  }

  /// The pack with another text for a file, or without the file.
  public func with(_ name: String, _ text: String?) -> TestPack {
    var pack = self
    pack.texts[name] = text
    return pack
  }

  /// The bytes of each file.
  public var files: [String: [UInt8]] { texts.mapValues { Array($0.utf8) } }

  /// Writes the files into a folder.
  public func write(to folder: TemporaryFolder) throws {
    for (name, text) in texts { try folder.write(text, to: name) }
  }
}
