import Boundaries
import Testing

@testable import RoadsImport

@Suite("Fields of a layer of roads")
struct LayerFieldTests {
  @Test(
    "A name that a shapefile has cut is known by what is left of it",
    arguments: [
      ("技术等", "技术等级", true), ("公路技术等", "公路技术等级", true), ("设计时", "设计时速", true),
      ("highway_cl", "highway_class", true), ("HIGHWAY_CL", "highway_class", true),
      ("技术等级", "技术等级", false), ("技", "技术等级", false), ("等级", "等级", false), ("限", "限速", false),
      ("highway", "highway_class", false), ("技木等", "技术等级", false),
    ])
  func cut(field: String, name: String, isCut: Bool) {
    #expect(LayerFields.isCut(field, of: name) == isCut)
  }
}
