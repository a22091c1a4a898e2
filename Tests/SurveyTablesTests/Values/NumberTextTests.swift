import Testing

@testable import SurveyTables

@Suite("Numbers, areas, years and batches")
struct NumberTextTests {
  @Test(
    "An area is square metres, whatever its unit",
    arguments: [
      ("187000", 187000.0), ("1,870.5", 1870.5), ("１２０", 120), ("120㎡", 120), ("120平方米", 120),
      ("约120平方米", 120), ("2.5万平方米", 25000), ("3亩", 2000), ("1亩", 666.667), ("0.5公顷", 5000),
      ("1.2平方公里", 1_200_000), ("120 m²", 120), ("3 ha", 30000),
    ])
  func area(text: String, squareMetres: Double) throws {
    #expect(try AreaText.read(text, unit: 1).squareMetres == squareMetres)
  }

  @Test("The unit of a header holds for numbers without one")
  func unit() throws {
    #expect(AreaText.unit(in: "面积（亩）").map { ($0 * 3).rounded() } == 2000)
    #expect(AreaText.unit(in: "面积(万平方米)") == 10_000)
    #expect(AreaText.unit(in: "面积") == nil)
    #expect(try AreaText.read("3", unit: 10_000).squareMetres == 30_000)
    #expect(try AreaText.read("3平方米", unit: 10_000).squareMetres == 3)
  }

  @Test(
    "Other text is no area", arguments: ["长20米宽3米", "0", "-5", "3里", "很大", "1,87", "0x10", "nan"])
  func noArea(text: String) {
    #expect(throws: ValueFault.self) { try AreaText.read(text, unit: 1) }
  }

  @Test(
    "A year may have a month and a day",
    arguments: [
      ("1996", 1996), ("1996年", 1996), ("1996年11月20日", 1996), ("1996-11-20", 1996),
      ("1996.11", 1996),
      ("2013/5/3", 2013),
    ])
  func year(text: String, year: Int) throws {
    #expect(try YearText.read(text, in: 1949...3000) == year)
  }

  @Test("Other text is no year", arguments: ["1948", "96年", "第七批", "19960", ""])
  func noYear(text: String) {
    #expect(throws: ValueFault.self) { try YearText.read(text, in: 1949...3000) }
  }

  @Test(
    "A batch has one spelling",
    arguments: [
      ("7", "第七批"), ("七", "第七批"), ("第7批", "第七批"), ("第七批", "第七批"), ("第十一批", "第十一批"), ("20", "第二十批"),
      ("增补", "增补"),
    ])
  func batch(text: String, batch: String) {
    #expect(BatchText.read(text) == batch)
  }

  @Test(
    "Whole numbers are read in Chinese",
    arguments: [
      ("元", 1), ("八", 8), ("十", 10), ("十二", 12), ("三十一", 31), ("廿三", 23), ("一百零八", 108), ("二十", 20),
    ])
  func whole(text: String, number: Int) {
    #expect(NumberText.whole(text) == number)
    if (2...99).contains(number), text != "廿三" { #expect(NumberText.chinese(number) == text) }
  }
}
