import Geodesy
import HeritageRegistry

/// Three relics: one with every field, one with a position alone, one without a position.
enum SampleSites {
  static let chengtoushan = SiteHit(
    site: Site(
      code: "LX-0001", nameZH: "城头山遗址", nameEN: "Chengtoushan site", category: .ancientSite,
      subcategory: "城址", level: .national, levelBasis: .listed,
      period: Period(words: "新石器时代", start: -4500, end: -2000), cultures: ["大溪文化", "屈家岭文化"],
      township: "城头山镇", village: "城头山村", address: "湖南省澧县城头山镇",
      position: Position(
        coordinate: Coordinate(uncheckedLongitude: 111.65556, latitude: 29.69167),
        accuracy: .metres(250), method: .publishedPoint, source: "The list, with a \"quote\"",
        verbatim: "29°41′30″N 111°39′20″E", declaredSystem: "WGS 84"),
      disclosure: .open, areaSquareMetres: 187_000, foundYear: 1979, excavated: "1991-2002",
      provenance: .published, confidence: .high, summaryZH: "中国最早的古城", summaryEN: "A walled town",
      notes: "one,\ntwo"),
    distance: .metres(0), bearing: nil, presence: .certain)

  static let pengtoushan = SiteHit(
    site: Site(
      code: "LX-0002", nameZH: "彭头山遗址", level: .national, levelBasis: .listed,
      position: Position(
        coordinate: Coordinate(uncheckedLongitude: 111.680000049, latitude: 29.680000051),
        accuracy: nil, method: .map, source: nil, verbatim: nil, declaredSystem: nil),
      disclosure: .coarse, provenance: .published),
    distance: .metres(2696.11494), bearing: 118.666057,
    presence: Presence(certainty: .unknown, share: nil, isBeyond: false))

  static let unlocated = SiteHit(
    Site(
      code: "LX-0016", nameZH: "名称待考", level: .national, levelBasis: .unidentified,
      disclosure: .withheld, provenance: .published, confidence: .unidentified))

  static let all = [chengtoushan, pengtoushan, unlocated]
}
