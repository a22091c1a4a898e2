import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Edit distance")
struct EditDistanceTests {
  @Test(
    "It counts insertions, deletions and replacements",
    arguments: [
      ("", "", 0), ("城头山", "城头山", 0), ("城头山", "成头山", 1), ("abc", "", 3), ("kitten", "sitting", 3),
    ])
  func editDistance(a: String, b: String, distance: Int) {
    #expect(EditDistance.between(a, b) == distance)
    #expect(EditDistance.between(b, a) == distance)
  }
}
