import Tables
import Testing

@testable import Boundaries

@Suite("Names of the fields of a shapefile")
struct FieldNameTests {
  /// A table of one field and one row, the text of which is `A`.
  private func table(_ name: [UInt8]) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 32)
    (head[8], head[10]) = (65, 2)
    var field = [UInt8](repeating: 0, count: 32)
    for (index, byte) in name.prefix(11).enumerated() { field[index] = byte }
    (field[11], field[16]) = (0x43, 1)
    return head + field + [0x0D, 0x20, 0x41]
  }

  private func key(_ bytes: [UInt8], _ encoding: String?) throws -> String? {
    try DBFTable(table(bytes), encoding: encoding.map { Array($0.utf8) }).row(0)?.properties.first?
      .key
  }

  @Test(
    "A name that was cut in the middle of a character is read as far as it goes",
    arguments: [
      ("技术等级", 10, "技术等"), ("技术等级", 9, "技术等"), ("JSDJ", 4, "JSDJ"),
      ("class_of_road", 10, "class_of_r"),
      ("A技术等级", 10, "A技术等"), ("AB技术等", 10, "AB技术"), ("等级", 6, "等级"),
    ])
  func utf8(name: String, bytes: Int, expected: String) throws {
    #expect(try key(Array(Array(name.utf8).prefix(bytes)), "UTF-8") == expected)
    #expect(try key(Array(Array(name.utf8).prefix(bytes)), nil) == expected)
  }

  @Test("The same in GBK, in which five characters have room")
  func gbk() throws {
    // 公路技术等级, and R技术等级.
    let road: [UInt8] = [0xB9, 0xAB, 0xC2, 0xB7, 0xBC, 0xBC, 0xCA, 0xF5, 0xB5, 0xC8, 0xBC, 0xB6]
    #expect(try key(Array(road.prefix(10)), "936") == "公路技术等")
    #expect(try key(Array(road.prefix(10)), nil) == "公路技术等")
    #expect(try key([0x52, 0x52, 0x52] + road[4..<11], "GBK") == "RRR技术等")
  }
}
