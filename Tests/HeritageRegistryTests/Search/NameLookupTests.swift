import Testing

@testable import HeritageRegistry

@Suite("Finding a relic by its name")
struct NameLookupTests {
  @Test("Every part of every name finds its relic")
  func substrings() throws {
    let registry = try TestRegister.lixian.get().open()
    for site in try registry.sites(matching: SiteQuery()).items {
      let names = [site.nameZH] + (try registry.entry(site.code).otherNames.map(\.name))
      for name in names.map(Array.init) {
        for start in name.indices {
          for end in start..<min(name.count, start + 4) {
            var query = SiteQuery()
            query.text = String(name[start...end])
            query.codes = [site.code]
            #expect(try registry.sites(matching: query).items.count == 1)
          }
        }
      }
    }
  }

  @Test(
    "The edit distance counts insertions, deletions and replacements",
    arguments: [
      ("", "", 0), ("城头山", "城头山", 0), ("城头山", "成头山", 1), ("abc", "", 3), ("kitten", "sitting", 3),
    ])
  func editDistance(a: String, b: String, distance: Int) {
    #expect(EditDistance.between(a, b) == distance)
    #expect(EditDistance.between(b, a) == distance)
  }
}
