import Testing

@testable import HeritageRegistry

@Suite("Finding a relic by its name")
struct NameLookupTests {
  @Test("Every part of every name finds its relic")
  func substrings() throws {
    let registry = try TestRegister.lixian.get().open()
    let names = try registry.sites(matching: SiteQuery()).items.map { site in
      (site.code, [site.nameZH] + (try registry.entry(site.code).otherNames.map(\.name)))
    }
    let parts = Set(
      names.flatMap(\.1).map(Array.init).flatMap { name in
        name.indices.flatMap { start in
          (start..<min(name.count, start + 3)).map { String(name[start...$0]) }
        }
      })
    for part in parts {
      var query = SiteQuery()
      query.text = part
      let expected = names.filter { $0.1.contains { $0.contains(part) } }.map(\.0)
      #expect(try registry.sites(matching: query).items.map(\.code) == expected)
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
