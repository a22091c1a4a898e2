import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Testing

@Suite("The fields of a relic")
struct SiteColumnsTests {
  private func keys(_ selection: SiteColumns.Selection, _ measures: Measures) -> [String] {
    SiteColumns.answer([], selection, measures).columns.map(\.key)
  }

  @Test("A table on a terminal shows the brief fields, measures where they were asked for")
  func brief() {
    #expect(
      keys(.brief, .none) == [
        "code", "name_zh", "name_en", "protection_level", "category", "township",
        "coord_accuracy_m",
      ])
    #expect(
      keys(.brief, .distance) == [
        "code", "name_zh", "name_en", "protection_level", "category", "township", "distance_m",
        "bearing_deg", "coord_accuracy_m", "certainty",
      ])
  }

  @Test("Every key and every label is there once", arguments: Measures.allCases)
  func unique(measures: Measures) {
    let columns = SiteColumns.answer([], .full, measures).columns
    #expect(Set(columns.map(\.key)).count == columns.count)
    #expect(Set(columns.map(\.labelZH)).count == columns.count)
    #expect(Set(columns.map(\.labelEN)).count == columns.count)
    for column in columns {
      #expect(column.key.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
      #expect(column.label(in: .zh) == column.labelZH)
      #expect(column.label(in: .en) == column.labelEN)
    }
  }

  @Test("The brief fields are among the full ones, in the same order", arguments: Measures.allCases)
  func subset(measures: Measures) {
    let (brief, full) = (keys(.brief, measures), keys(.full, measures))
    #expect(brief.count < full.count)
    #expect(full.filter(brief.contains) == brief)
  }

  @Test("Distance, bearing and certainty are there only where something was measured")
  func measures() {
    let (with, without) = (keys(.full, .distance), keys(.full, .none))
    #expect(
      with.filter { !without.contains($0) } == ["distance_m", "bearing_deg", "certainty", "share"])
    #expect(without.allSatisfy(with.contains))
  }

  @Test("A relic of which everything is known fills every field but the bearing of no distance")
  func everyField() throws {
    var site = SampleSites.chengtoushan.site
    for field in Field.plain where field.value(of: Dossier(site)) == .null {
      if case .word(_, _, let set)? = field.slot { set(&site, 0) }
      if case .text(_, let set)? = field.slot { set(&site, "430723-0001") }
    }
    let hit = SiteHit(site: site, distance: .metres(0), presence: .certain)
    let answer = SiteColumns.answer([hit], .full, .distance)
    let row = try #require(answer.rows.first)
    let unknown = zip(answer.columns, row).filter { $0.1 == .null }.map(\.0.key)
    #expect(unknown == ["bearing_deg"])
  }

  @Test(
    "A field holds what the relic says",
    arguments: [
      ("code", "LX-0001"), ("name_zh", "城头山遗址"), ("name_en", "Chengtoushan site"),
      ("protection_level", "national"), ("category", "ancient_site"), ("township", "城头山镇"),
      ("lon", "111.65556"), ("lat", "29.69167"), ("distance_m", "0"), ("coord_accuracy_m", "250"),
      ("certainty", "certain"), ("share", "1"), ("coord_method", "published_point"),
      ("coord_verbatim", "29°41′30″N 111°39′20″E"), ("coord_system", "WGS 84"),
      ("disclosure", "open"), ("subcategory_zh", "城址"), ("level_basis", "listed"),
      ("period_zh", "新石器时代"), ("period_start", "-4500"), ("period_end", "-2000"),
      ("culture_zh", "大溪文化;屈家岭文化"), ("village", "城头山村"), ("address", "湖南省澧县城头山镇"),
      ("area_m2", "187000"), ("found_year", "1979"), ("excavated", "1991-2002"),
      ("provenance", "published"), ("confidence", "high"), ("summary_zh", "中国最早的古城"),
      ("summary_en", "A walled town"), ("notes", "one,\ntwo"),
    ])
  func values(key: String, expected: String) {
    let answer = SiteColumns.answer([SampleSites.chengtoushan], .full, .distance)
    #expect(answer.selecting([key]).rows.map { $0.map(\.plainText) } == [[expected]])
  }

  @Test("A relic without a position says that it was found by no method")
  func unlocated() {
    let answer = SiteColumns.answer([SampleSites.unlocated], .full, .none)
      .selecting(["lon", "lat", "coord_accuracy_m", "coord_method", "coord_source"])
    #expect(
      answer.rows == [[.null, .null, .null, .word("none", zh: "无", en: "none"), .null]])
  }
}
