import CQL2
import Testing

@Suite("Limits of filters")
struct LimitTests {
  @Test("A filter that asks for too much is too complex, whatever of it is too much")
  func limits() throws {
    func code(_ text: String, _ limits: FilterLimits = FilterLimits()) -> String? {
      do {
        _ = try Filter(text: text, limits: limits)
        return nil
      } catch { return error.code }
    }
    func list(_ count: Int) -> String {
      "a IN (" + (0..<count).map(String.init).joined(separator: ",") + ")"
    }
    #expect(code(list(500)) == nil)
    #expect(code(list(501)) == "filter-too-complex")
    func ors(_ count: Int) -> String {
      Array(repeating: "a=1", count: count).joined(separator: " or ")
    }
    #expect(code(ors(166)) == nil)
    #expect(code(ors(167)) == "filter-too-complex")
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(code(nested(32)) == nil)
    #expect(code(nested(33)) == "filter-too-complex")
    func sum(_ count: Int) -> String {
      Array(repeating: "a", count: count).joined(separator: "+") + ">1"
    }
    #expect(code(sum(31)) == nil)
    #expect(code(sum(32)) == "filter-too-complex")
    func line(_ count: Int) -> String {
      "S_CROSSES(a,LINESTRING(" + (0..<count).map { "\($0 % 9) 1" }.joined(separator: ",") + "))"
    }
    let long = FilterLimits(textBytes: 100_000)
    #expect(code(line(2_000), long) == nil)
    #expect(code(line(2_001), long) == "filter-too-complex")
    #expect(code("a='" + String(repeating: "x", count: 8_188) + "'") == nil)
    #expect(code("a='" + String(repeating: "x", count: 8_189) + "'") == "filter-too-complex")
  }
}
